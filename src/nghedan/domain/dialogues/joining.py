"""Which items of other plans a dialogue could carry out too."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.plans.models import PlanItem
from nghedan.domain.plans.queries import plans_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.terms import Standing


def joinable_items(actor: Actor, dialogue: Dialogue) -> list[PlanItem]:
    """Return the items of the same year in visible plans that the dialogue does not carry out yet (one query)."""
    carried = {item.plan_id for item in dialogue.items.all()}
    items = PlanItem.objects.of(dialogue.locality).filter(
        plan__in=plans_visible_to(actor).order_by().values("pk"), year=dialogue.year, state=Standing.CURRENT
    )
    return list(
        items.exclude(plan_id__in=carried).select_related("plan__body", "locality").order_by("plan_id", "position")
    )
