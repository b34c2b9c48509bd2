"""What can be done with things and who may do it."""

from collections.abc import Callable, MutableMapping
from typing import Any

from nghedan.config import roles
from nghedan.foundation.access import catalogue
from nghedan.foundation.journal.record import ERASURE
from nghedan.foundation.transitions import machines
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION
from nghedan.kernel.terms import Term
from nghedan.kernel.workflow import Machine, Transition
from tests.support.things.models import Thing


class ThingState(Term):
    """States of a thing."""

    OPEN = "open", "đang mở"
    CLOSED = "closed", "đã đóng"


MACHINE = Machine(
    "thing",
    ThingState,
    (
        Transition("thing.add", "Thêm", (None,), ThingState.OPEN),
        Transition("thing.edit", "Sửa", (ThingState.OPEN,), None),
        Transition("thing.close", "Đóng", (ThingState.OPEN,), ThingState.CLOSED, instructable=True, irreversible=True),
        Transition("thing.look", "Xem", (ThingState.OPEN, ThingState.CLOSED), None),
    ),
)
HOLDERS = {
    "thing.add": frozenset({roles.CLERK, roles.OFFICER}),
    "thing.edit": frozenset({roles.CLERK, roles.OFFICER}),
    "thing.close": frozenset({roles.HEAD}),
    "thing.look": frozenset({roles.CLERK, roles.HEAD}),
    RECORD_INSTRUCTION: frozenset({roles.CLERK}),
    ERASURE: frozenset({roles.HEAD}),
}


def wire(set_item: Callable[[MutableMapping[Any, Any], Any, Any], None]) -> None:
    """Put things into the tables of machines and rights by ``set_item``, which in tests is taken back afterwards."""
    set_item(machines._machines, Thing, MACHINE)
    for code, holders in HOLDERS.items():
        set_item(catalogue.PERMISSIONS._items, code, catalogue.Permission(code, code))
        set_item(catalogue._holders, code, holders)
