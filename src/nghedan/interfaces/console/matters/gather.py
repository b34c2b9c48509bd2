"""What the lists of matters read, each with a fixed number of queries."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Q

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to, standing_alone, with_parts
from nghedan.domain.matters.terms import MatterState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.search.find import search
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.interfaces.console.matters.forms.listing import FilterForm

PAGE = 25
MOST_FOUND = 300
"""Hits of a search by words that are listed; more are a reason to look more closely."""

MOST_DIALOGUES = 30
Number = tuple[int, int]
"""Year and number of a matter."""


def page_of(
    actor: Actor, form: FilterForm, before: Number | None, most: int = PAGE
) -> tuple[list[Matter], bool]:
    """Return the matters before a number, the latest first, and whether there are more."""
    matters = _narrowed(actor, form)
    if before is not None:
        matters = matters.filter(Q(year__lt=before[0]) | Q(year=before[0], number__lt=before[1]))
    found = list(with_parts(matters).select_related("dialogue").order_by("-year", "-number")[: most + 1])
    return found[:most], len(found) > most


def every_matter(actor: Actor, form: FilterForm) -> Iterator[Matter]:
    """Yield all matters of a filtered list, for handing out."""
    before, more = None, True
    while more:
        matters, more = page_of(actor, form, before, most=500)
        yield from matters
        before = (matters[-1].year, matters[-1].number) if matters else None


def recent_dialogues(actor: Actor) -> list[Dialogue]:
    """Return the dialogues a list may be narrowed to, the latest first."""
    return list(dialogues_visible_to(actor).order_by("-year", "-held_on", "-pk")[:MOST_DIALOGUES])


def being_prepared(actor: Actor, dialogue: Dialogue | None) -> list[Matter]:
    """Return the matters that units prepare, of one dialogue or of none and all that are still ahead."""
    matters = standing_alone(matters_visible_to(actor)).filter(
        unit__isnull=False, state__in=(MatterState.ASSIGNED, MatterState.PREPARED)
    )
    if dialogue is not None:
        matters = matters.filter(dialogue=dialogue)
    return list(matters.select_related("answer").order_by("unit__sort_order", "unit_id", "due_on", "pk"))


def next_of(dialogues: Sequence[Dialogue], today: date) -> Dialogue | None:
    """Return the dialogue that is prepared now: the next one with a day."""
    ahead = [one for one in dialogues if one.held_on is not None and one.held_on >= today]
    return min(ahead, key=lambda one: one.held_on or today, default=None)


def _narrowed(actor: Actor, form: FilterForm) -> ScopedQuerySet[Matter]:
    visible = matters_visible_to(actor).filter(**form.conditions)
    if not form.looked_for:
        return visible
    hits = search(actor.locality, form.looked_for, visible=[visible], limit=MOST_FOUND)  # type: ignore[arg-type]
    return visible.filter(public_id__in=[hit.subject_id for hit in hits])
