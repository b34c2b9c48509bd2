"""Every move is a right of its own, held by somebody."""

from nghedan.domain.organisations.workflow import BODY, DELEGATION, HAMLET, OFFICER, POST, UNIT
from nghedan.foundation.access.catalogue import PERMISSIONS, roles_holding


def test_every_move_is_declared_with_its_label_and_held() -> None:
    moves = [move for machine in (BODY, UNIT, HAMLET, OFFICER, POST, DELEGATION) for move in machine.transitions]
    assert {move.code: PERMISSIONS[move.code].label for move in moves} == {move.code: move.label for move in moves}
    assert [move.code for move in moves if not roles_holding(move.code)] == []
