"""No public cell is under five, and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from nghedan.domain.reports.rules.small_cells import LEAST, without_small_cells

ROWS = st.lists(st.tuples(st.uuids().map(str), st.integers(1, 40)), max_size=12)


@given(rows=ROWS)
def test_no_cell_is_small_and_the_sum_stays(rows: list[tuple[str, int]]) -> None:
    shown, whole = without_small_cells(rows, "Khác"), sum(count for _name, count in rows)
    assert all(count >= LEAST for _name, count in shown)
    assert sum(count for _name, count in shown) == (whole if whole >= LEAST else 0)


def test_small_ones_go_together() -> None:
    assert without_small_cells([("Đường", 9), ("Điện", 3), ("Nước", 4)], "Khác") == [("Đường", 9), ("Khác", 7)]


def test_the_smallest_other_goes_along_where_few_are_left() -> None:
    """One small cell alone would be told by the difference to the whole."""
    assert without_small_cells([("Đường", 9), ("Điện", 6), ("Nước", 2)], "Khác") == [("Đường", 9), ("Khác", 8)]


def test_what_is_too_little_is_not_told() -> None:
    assert without_small_cells([("Đường", 3), ("Điện", 1)], "Khác") == []
