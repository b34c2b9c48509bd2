"""States and moves of one kind of object as a table; the graph is checked when the table is built."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghedan.kernel.registry import Registry
from nghedan.kernel.terms import Term

State = Term


@dataclass(frozen=True, slots=True)
class Transition:
    """One move. Its code is also the permission, the journal code and the name of the deed.

    A source `None` is creation; a target `None` leaves the state as it is. `instructable`: the clerk may record
    the head's decision (`Instruction`) in place of the head's own click. `irreversible`: the page asks once more.
    """

    code: str
    label: str
    sources: tuple[str | None, ...]
    target: str | None
    instructable: bool = False
    irreversible: bool = False

    @property
    def is_creation(self) -> bool:
        """Say whether the move brings the object into being."""
        return None in self.sources


class Machine:
    """All states and moves of one subject, such as "plan". A faulty table raises ValueError when it is built."""

    def __init__(self, subject: str, states: type[Term], transitions: Sequence[Transition]) -> None:
        """Take the table and check it: known states, own codes, a beginning, every state within reach."""
        self.subject = subject
        self.states = states
        self._by_value = {state.value: state for state in states}
        self._transitions: Registry[Transition] = Registry(f"moves of {subject}")
        for transition in transitions:
            self._check(transition)
            self._transitions.register(transition.code, transition)
        self._transitions.freeze()
        self.initial = self._first_state()
        self._check_reach()

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """Return all moves in the order of the table."""
        return tuple(self._transitions.values())

    def transition(self, code: str) -> Transition:
        """Return the move with this code. Raises KeyError."""
        return self._transitions[code]

    def moves_from(self, state: str | None) -> tuple[Transition, ...]:
        """Return the moves open in a state, `None` standing for "not yet created". Raises ValueError."""
        if state is not None and state not in self._by_value:
            raise ValueError(f"{self.subject}: unknown state {state!r}")
        return tuple(move for move in self.transitions if state in move.sources)

    def _check(self, move: Transition) -> None:
        if not move.code.startswith(f"{self.subject}."):
            raise ValueError(f"{move.code}: the code must begin with {self.subject!r}")
        if not move.sources:
            raise ValueError(f"{move.code}: no source, so nobody could ever make this move")
        if len(set(move.sources)) < len(move.sources):
            raise ValueError(f"{move.code}: a source is listed twice")
        unknown = {state for state in (*move.sources, move.target) if state is not None} - set(self._by_value)
        if unknown:
            raise ValueError(f"{move.code}: unknown states {sorted(unknown)}")
        if move.is_creation and (len(move.sources) > 1 or move.target is None):
            raise ValueError(f"{move.code}: a creation has no other source and must name the first state")

    def _first_state(self) -> Term:
        """Return the state of a new object: where the first creation of the table leads."""
        for move in self.transitions:
            if move.is_creation and move.target is not None:
                return self._by_value[move.target]
        raise ValueError(f"{self.subject}: no move creates the object")

    def _check_reach(self) -> None:
        reached: set[str | None] = {None}
        pending = list(self.transitions)
        while open_moves := [move for move in pending if reached.intersection(move.sources)]:
            reached.update(move.target for move in open_moves)
            pending = [move for move in pending if move not in open_moves]
        lost = set(self._by_value) - reached
        if lost:
            raise ValueError(f"{self.subject}: no move leads to {sorted(lost)}")
