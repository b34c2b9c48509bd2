"""States and moves of every machine, as Mermaid's state diagrams and as tables."""

from collections.abc import Iterator

from django.db.models import Model

from nghedan.foundation.transitions.machines import machines
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.workflow import Machine, Transition
from tools.reference.glossary import our_models, route
from tools.reference.markdown import code, table

PLAIN = ("add", "edit", "end")
"""The moves of a plain record."""


def life_cycles() -> str:
    """Return diagram and moves of every machine that is more than a plain record."""
    return "\n\n".join(
        f"### {model._meta.verbose_name} ({code(machine.subject)})\n\n{_diagram(machine)}\n\n{_moves(machine)}"
        for model, machine in _governed()
        if not _is_plain(machine)
    )


def plain_records() -> str:
    """Return the tables whose rows are only added, edited and ended."""
    rows = (
        (model._meta.verbose_name, code(machine.subject), "; ".join(move.label for move in machine.transitions))
        for model, machine in _governed()
        if _is_plain(machine)
    )
    return table(("Record", "Code", "Moves"), rows)


def _governed() -> Iterator[tuple[type[Model], Machine]]:
    """Yield our tables with their machines, in the order of the wiring."""
    known: dict[type, type[Model]] = {model: model for model in our_models()}
    return ((known[model], machine) for model, machine in machines().items() if model in known)


def _is_plain(machine: Machine) -> bool:
    codes = tuple(move.code.partition(".")[2] for move in machine.transitions)
    return machine.states is Standing and codes == PLAIN


def _diagram(machine: Machine) -> str:
    states = [f"    {state.value}: {state.label}" for state in machine.states]
    return "\n".join(["```mermaid", "stateDiagram-v2", *states, *_arrows(machine), "```"])


def _arrows(machine: Machine) -> Iterator[str]:
    """Draw what leads to another state; moves that stay are in the table alone."""
    for move in machine.transitions:
        if move.target is not None:
            yield from (f"    {source or '[*]'} --> {move.target}: {move.label}" for source in move.sources)


def _moves(machine: Machine) -> str:
    rows = ((move.label, code(move.code), route(machine, move), _marks(move)) for move in machine.transitions)
    return table(("Move", "Code", "From → to", "Marks"), rows)


def _marks(move: Transition) -> str:
    marks = (("by instruction too", move.instructable), ("cannot be undone", move.irreversible))
    return ", ".join(mark for mark, holds in marks if holds)
