"""What the worker does again and again with the ledger."""

from nghedan.domain.opinions.models import Stack
from nghedan.domain.opinions.services.splitting import split_stack
from nghedan.domain.opinions.terms import StackState
from nghedan.foundation.access.actor import Actor


def split_waiting_stacks() -> None:
    """Split the stacks that wait, the oldest first.

    No handler of an event, because a handler runs in one transaction: eighty pages would keep everybody from writing
    for half a minute, and nobody would see how far it has come.
    """
    waiting = Stack.objects.across(Actor.system()).filter(state=StackState.WAITING)
    for stack in waiting.select_related("locality", "body", "dialogue", "hamlet", "entered_by").order_by("pk"):
        split_stack(actor=Actor.system(stack.locality), stack=stack)
