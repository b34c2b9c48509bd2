"""From every state of every object one that is over can be reached: nothing waits for ever."""

import pytest

from nghedan.foundation.transitions import machines
from nghedan.kernel.workflow import Machine

OVER = {
    "accepted", "adopted", "answered", "approved", "cancelled", "classified", "closed", "committed", "confirmed",
    "declined", "discarded", "done", "dropped", "ended", "erased", "frozen", "granted", "issued", "keyed", "locked",
    "looked", "met", "published", "reassigned", "recorded", "refused", "removed", "returned", "set_aside", "settled",
    "shown", "signed", "skipped", "split", "struck", "undone", "used", "void", "waived", "withdrawn", "withheld",
    "carried", "left", "replaced", "received", "sent", "failed",
}  # fmt: skip
"""States in which nobody has to do anything more. A new word is put here by somebody who thought about it."""

BUSY = {
    "plan": {"signed"}, "official_paper": {"signed"}, "opinion": {"received"}, "allotment": {"returned"},
    "referral": {"sent"}, "stack": {"failed"},
}  # fmt: skip
"""Where a word of these means that somebody still has something to do."""

MACHINES = [pytest.param(machine, id=machine.subject) for machine in machines.machines().values()]


@pytest.mark.parametrize("machine", MACHINES)
def test_from_every_state_one_that_is_over_can_be_reached(machine: Machine) -> None:
    over = {state.value for state in machine.states} & (OVER - BUSY.get(machine.subject, set()))
    assert over
    stuck = {state.value for state in machine.states if not reached_from(machine, state.value) & over}
    assert stuck == set()


def reached_from(machine: Machine, state: str) -> set[str]:
    """Return the states somebody can lead an object to, the one it stands in among them."""
    found, looked_at = {state}, set[str]()
    while waiting := found - looked_at:
        looked_at |= waiting
        moves = (move for one in waiting for move in machine.moves_from(one))
        found |= {str(move.target) for move in moves if move.target is not None}
    return found
