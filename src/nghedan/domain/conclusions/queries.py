"""Reading conclusions: one visibility rule, and what stands in the paper."""

from collections.abc import Iterable

from django.db.models import Q

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.rules import Lack, lacks_of
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Outcome
from nghedan.domain.hall.terms import OutcomeState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import standing_alone
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import standing_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing

CONCLUSION = "conclusion"
"""The kind of paper that says the conclusion."""

ORDINARY = Q(matter__isnull=True) | Q(matter__level=Level.ORDINARY)
"""What is about officials or restricted is no longer part of a conclusion, whatever was written before."""

SIGNS_NAMED = 60


def items_visible_to(actor: Actor) -> ScopedQuerySet[ConclusionItem]:
    """Return the items of the conclusions of the bodies within reach; never of matters set apart."""
    linked = ("dialogue__locality", "matter", "unit", "outcome", "locality")
    items = ConclusionItem.objects.of(actor.locality).select_related(*linked).filter(ORDINARY)  # type: ignore[arg-type]
    reach = reach_of(actor, "conclusion_item.view")
    return items if reach.everywhere else items.filter(dialogue__body_id__in=reach.ids(BODY))


def item_for(actor: Actor, public_id: str) -> ConclusionItem:
    """Return one item. Raises ConclusionItem.DoesNotExist."""
    return items_visible_to(actor).select_related("matter__field", "dialogue__body").get(public_id=public_id)


def items_in_force(dialogue: Dialogue) -> ScopedQuerySet[ConclusionItem]:
    """Return what stands in the conclusion of a dialogue, in order: for its papers and for what follows from them."""
    items = ConclusionItem.objects.of(dialogue.locality).filter(ORDINARY, dialogue=dialogue, state=Standing.CURRENT)
    return items.select_related("matter__field", "unit", "outcome", "locality", "dialogue").order_by("position", "pk")


def conclusion_of(dialogue: Dialogue) -> OfficialPaper | None:
    """Return the conclusion in work or in force, if there is one."""
    return standing_paper(dialogue, CONCLUSION)


def lacking(item: ConclusionItem) -> list[Lack]:
    """Return what an item lacks."""
    group = ItemGroup(item.group)
    return lacks_of(
        group, has_unit=item.unit_id is not None, due_on=item.due_on, competent_body=item.competent_body
    )  # fmt: skip


def named(item: ConclusionItem) -> str:
    """Return the first words of an item, by which somebody finds it."""
    words = " ".join(item.text.split())
    return words if len(words) <= SIGNS_NAMED else f"{words[:SIGNS_NAMED].rsplit(' ', 1)[0]} …"


def outcomes_of(dialogue: Dialogue) -> list[Outcome]:
    """Return what was recorded in the hall of ordinary matters, in order."""
    outcomes = Outcome.objects.of(dialogue.locality).filter(
        dialogue=dialogue, state=OutcomeState.STANDING, matter__level=Level.ORDINARY
    )
    return list(outcomes.select_related("matter__unit", "matter__field", "unit").order_by("pk"))


def not_reached(dialogue: Dialogue, reached: Iterable[int], states: Iterable[str]) -> list[Matter]:
    """Return the ordinary matters of a dialogue that nobody came to in the hall."""
    matters = standing_alone(Matter.objects.of(dialogue.locality)).filter(
        dialogue=dialogue, level=Level.ORDINARY, state__in=states
    )
    return list(matters.exclude(pk__in=reached).select_related("unit", "field").order_by("year", "number"))
