"""Reading the programme."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.hall.models import AgendaItem
from nghedan.domain.hall.terms import AgendaState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.scoping import ScopedQuerySet


def items_of(dialogue: Dialogue) -> ScopedQuerySet[AgendaItem]:
    """Return the items of a programme in their order, less those taken out."""
    items = AgendaItem.objects.of(dialogue.locality).select_related("dialogue__locality", "locality")
    return items.filter(dialogue=dialogue).exclude(state=AgendaState.REMOVED)


def agenda_visible_to(actor: Actor) -> ScopedQuerySet[AgendaItem]:
    """Return the items of the conferences an actor may see."""
    items = AgendaItem.objects.of(actor.locality).select_related("dialogue__locality", "dialogue__body", "locality")  # type: ignore[arg-type]
    return items.filter(dialogue__in=dialogues_visible_to(actor).order_by().values("pk")).exclude(
        state=AgendaState.REMOVED
    )


def running_item(dialogue: Dialogue) -> AgendaItem | None:
    """Return the item that runs now, if one does."""
    return items_of(dialogue).filter(state=AgendaState.RUNNING).first()
