"""Which machine governs which table, and the guards that later packages add; filled by the composition root."""

from collections.abc import Callable, Mapping
from typing import Any

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Refused
from nghedan.kernel.workflow import Machine, Transition

Guard = Callable[[Actor, Any, Mapping[str, Any]], Refused | None]
"""Takes the actor, the object and the intended changes; returns the refusal or None."""

_machines: dict[type, Machine] = {}
_guards: dict[str, tuple[Guard, ...]] = {}


def install_machine(model: type, machine: Machine) -> None:
    """Let ``machine`` govern ``model``. Raises ValueError for a second one or a code used twice."""
    taken = {transition.code for known in _machines.values() for transition in known.transitions}
    twice = taken & {transition.code for transition in machine.transitions}
    if model in _machines or twice:
        raise ValueError(f"{model.__name__} has a machine already, or codes are used twice: {sorted(twice)}")
    _machines[model] = machine


def add_guard(code: str, guard: Guard) -> None:
    """Add a guard to a move; it runs in the order of adding. Raises ValueError for an unknown move."""
    if not any(transition.code == code for machine in _machines.values() for transition in machine.transitions):
        raise ValueError(f"no such move: {code}")
    _guards[code] = (*_guards.get(code, ()), guard)


def machine_of(obj: Any) -> Machine:
    """Return the machine of an object. Raises LookupError when nobody installed one."""
    try:
        return _machines[type(obj)]
    except KeyError:
        raise LookupError(f"no machine for {type(obj).__name__}") from None


def machines() -> Mapping[type, Machine]:
    return _machines


def guards_of(code: str) -> tuple[Guard, ...]:
    return _guards.get(code, ())


def forget_all() -> None:
    """Empty the tables before the composition root fills them anew."""
    _machines.clear()
    _guards.clear()


def record_machine(subject: str, *, add: str, edit: str, end: str) -> Machine:
    """Return the machine of a plain record: added, edited while current, ended; labels are Vietnamese source text."""
    return Machine(
        subject,
        Standing,
        (
            Transition(f"{subject}.add", add, (None,), Standing.CURRENT),
            Transition(f"{subject}.edit", edit, (Standing.CURRENT,), None),
            Transition(f"{subject}.end", end, (Standing.CURRENT,), Standing.ENDED),
        ),
    )
