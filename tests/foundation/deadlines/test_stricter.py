"""A locality's own version of a legal limit is stricter or the same, on every calendar."""

import pytest

from nghedan.foundation.deadlines.rulebook import is_looser
from nghedan.kernel.deadlines import Direction, Rank, Unit
from tests.foundation.deadlines.conftest import rule

DAY, WORKING = Unit.DAY, Unit.WORKING_DAY


@pytest.mark.parametrize(
    ("direction", "own", "law", "looser"),
    [
        (Direction.BEFORE, (7, DAY), (7, DAY), False),
        (Direction.BEFORE, (6, DAY), (7, DAY), True),
        (Direction.BEFORE, (8, DAY), (7, DAY), False),
        (Direction.BEFORE, (7, WORKING), (7, DAY), False),
        (Direction.BEFORE, (7, DAY), (7, WORKING), True),
        (Direction.AFTER, (10, DAY), (10, DAY), False),
        (Direction.AFTER, (11, DAY), (10, DAY), True),
        (Direction.AFTER, (9, DAY), (10, DAY), False),
        (Direction.AFTER, (10, WORKING), (10, DAY), True),
        (Direction.AFTER, (10, DAY), (10, WORKING), False),
    ],
)
def test_looser_than_the_law(direction: Direction, own: tuple[int, Unit], law: tuple[int, Unit], looser: bool) -> None:
    mine, theirs = (rule("tell", *counted, direction, Rank.LAW) for counted in (own, law))
    assert is_looser(mine, theirs) is looser
