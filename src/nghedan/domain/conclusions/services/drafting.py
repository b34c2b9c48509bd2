"""The draft of a conclusion from what was recorded in the hall, and from what was prepared but not reached."""

from collections.abc import Iterator

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import not_reached, outcomes_of
from nghedan.domain.conclusions.services.items import last_position
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Outcome
from nghedan.domain.hall.terms import HallOutcome
from nghedan.domain.matters.models import Matter, Support
from nghedan.domain.matters.queries import OPEN_STATES
from nghedan.domain.matters.terms import Competence, MatterState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create
from nghedan.foundation.transitions.terms import Standing

ANSWER_IN_WRITING = "Văn bản trả lời người kiến nghị"
NOT_REACHED = "chưa trao đổi tại hội nghị, trả lời bằng văn bản"

GROUPS = {
    HallOutcome.ANSWERED: ItemGroup.RESOLVED,
    HallOutcome.GUIDED: ItemGroup.RESOLVED,
    HallOutcome.IN_WRITING: ItemGroup.ASSIGNED,
    HallOutcome.ABOVE: ItemGroup.OUTSIDE,
    HallOutcome.OTHER: ItemGroup.OUTSIDE,
}
"""What came of a matter in the hall -> the part of the conclusion it belongs to."""


def draft_items(*, actor: Actor, dialogue: Dialogue) -> list[ConclusionItem]:
    """Add an item for every ordinary matter of the dialogue that has none, and return the new ones.

    It may be repeated: what was written, edited or left out by hand stays as it is. Raises Refused before the
    conference and once the conclusion is being signed, NotAllowed.
    """
    told = ConclusionItem.objects.of(dialogue.locality).filter(dialogue=dialogue, matter__isnull=False)
    known = set(told.values_list("matter_id", flat=True))
    fresh = [item for item in _items_of(dialogue) if item.matter_id not in known]
    if not fresh:
        return []
    _name_supports(dialogue, fresh)
    place = last_position(dialogue)
    with deed(actor):
        for offset, item in enumerate(fresh, 1):
            item.position = place + offset
            create("conclusion_item.add", actor=actor, obj=item)
    return fresh


def _items_of(dialogue: Dialogue) -> Iterator[ConclusionItem]:
    outcomes = outcomes_of(dialogue)
    yield from (_from_outcome(dialogue, outcome) for outcome in outcomes)
    reached = [outcome.matter_id for outcome in outcomes]
    for matter in not_reached(dialogue, reached, (*OPEN_STATES, MatterState.REFERRED)):
        yield _from_matter(dialogue, matter)


def _from_outcome(dialogue: Dialogue, outcome: Outcome) -> ConclusionItem:
    kind, matter = HallOutcome(outcome.kind), outcome.matter
    unit = outcome.unit or matter.unit
    is_promised = kind is HallOutcome.ANSWERED and outcome.due_on is not None and unit is not None
    group = ItemGroup.ASSIGNED if is_promised else GROUPS[kind]
    is_given = group is ItemGroup.ASSIGNED
    return ConclusionItem(
        locality=dialogue.locality, dialogue=dialogue, matter=matter, outcome=outcome, group=group.value,
        text=_told(matter, outcome.text), unit=unit if is_given else None, due_on=outcome.due_on if is_given else None,
        product=ANSWER_IN_WRITING if kind is HallOutcome.IN_WRITING else "",
        competent_body=(outcome.competent_body or matter.competent_body) if group is ItemGroup.OUTSIDE else "",
    )  # fmt: skip


def _from_matter(dialogue: Dialogue, matter: Matter) -> ConclusionItem:
    is_ours = matter.competence == Competence.OURS and matter.state != MatterState.REFERRED
    return ConclusionItem(
        locality=dialogue.locality, dialogue=dialogue, matter=matter,
        group=(ItemGroup.ASSIGNED if is_ours else ItemGroup.OUTSIDE).value,
        text=_told(matter, NOT_REACHED if is_ours else ""), unit=matter.unit if is_ours else None,
        product=ANSWER_IN_WRITING if is_ours else "", competent_body="" if is_ours else matter.competent_body,
    )  # fmt: skip


def _told(matter: Matter, said: str) -> str:
    """Return the matter, and behind it what was concluded about it."""
    title, words = matter.title.rstrip(" ."), " ".join(said.split())
    return f"{title}: {words}" if words else title


def _name_supports(dialogue: Dialogue, items: list[ConclusionItem]) -> None:
    given = {item.matter_id: item for item in items if item.group == ItemGroup.ASSIGNED and item.matter_id}
    supports = Support.objects.of(dialogue.locality).filter(matter_id__in=given, state=Standing.CURRENT)
    for support in supports.select_related("unit").order_by("pk"):
        item = given[support.matter_id]
        if support.unit_id != item.unit_id:
            item.supporting = ", ".join(filter(None, (item.supporting, support.unit.name)))[:300]
