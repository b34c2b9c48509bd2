"""Dialogues in a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.models import Link, Tag
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.links import href


@dataclass(frozen=True, slots=True)
class DialogueRow:
    """A dialogue in the list."""

    theme: str
    href: str
    when: str
    distance: str
    venue: str
    kind: str
    body: str
    tag: Tag


def row(dialogue: Dialogue, today: date) -> DialogueRow:
    is_ahead = dialogue.held_on is not None and dialogue.held_on >= today
    return DialogueRow(
        theme=dialogue.theme,
        href=href("dialogue", dialogue.locality, dialogue_id=dialogue.public_id),
        when=wording.when_of(dialogue),
        distance=wording.distance_to(dialogue, today) if is_ahead else "",
        venue=dialogue.venue,
        kind=wording.kind_of(dialogue),
        body=dialogue.body.short_name or dialogue.body.name,
        tag=wording.state_tag(dialogue, today),
    )


def year_links(locality: Locality, years: Iterable[int], year: int, this_year: int) -> list[Link]:
    page = href("dialogues", locality)
    return [
        Link(str(one), f"{page}?year={one}", current=one == year)
        for one in sorted({*years, year, this_year}, reverse=True)
    ]
