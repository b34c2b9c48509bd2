"""Every state of every machine against every move: open where the table says so, refused with a reason elsewhere."""

from collections.abc import Mapping
from typing import Any

import pytest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions import machines
from nghedan.foundation.transitions.door import refusal_of
from nghedan.kernel.errors import Refused
from nghedan.kernel.workflow import Machine, Transition

SYSTEM = Actor.system(Locality(pk=1))
MOVES = [
    pytest.param(model, machine, move, id=move.code)
    for model, machine in machines.machines().items()
    for move in machine.transitions
]


@pytest.fixture(autouse=True)
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards look at more than the state; they have tests of their own."""
    monkeypatch.setattr(machines, "_guards", {})


def _standing_at(model: Any, state: str | None) -> Any:
    return model() if state is None else model(pk=1, state=state)


@pytest.mark.parametrize(("model", "machine", "move"), MOVES)
def test_a_move_is_open_from_its_sources_alone(model: Any, machine: Machine, move: Transition) -> None:
    states = [None, *(state.value for state in machine.states)]
    open_from = [state for state in states if refusal_of(SYSTEM, move, _standing_at(model, state), {}) is None]
    assert open_from == [state for state in states if state in move.sources]


@pytest.mark.parametrize(("model", "machine", "move"), MOVES)
def test_a_closed_move_says_what_and_where(model: Any, machine: Machine, move: Transition) -> None:
    for state in (state for state in machine.states if state not in move.sources):
        refusal = refusal_of(SYSTEM, move, _standing_at(model, state.value), {})
        assert isinstance(refusal, Refused)
        assert refusal.params == {"move": move.label, "state": state.label}
        assert str(refusal) == (
            f"Việc “{move.label}” không thực hiện được khi hồ sơ đang ở trạng thái “{state.label}”; "
            "xin tải lại trang để xem việc làm được lúc này."
        )


def test_a_guard_can_only_be_added_to_a_move_there_is() -> None:
    def refuse(_actor: Actor, _obj: Any, _changes: Mapping[str, Any]) -> Refused | None:
        return Refused("never", "Không.")

    with pytest.raises(ValueError, match=r"no such move: plan\.shred"):
        machines.add_guard("plan.shred", refuse)
