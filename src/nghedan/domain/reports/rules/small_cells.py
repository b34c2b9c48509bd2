"""No public cell under five: a hamlet and a field together can point at one family (practice: poor households)."""

from collections.abc import Sequence

LEAST = 5


def without_small_cells(rows: Sequence[tuple[str, int]], other: str, least: int = LEAST) -> list[tuple[str, int]]:
    """Return rows of which none is under ``least``: small ones go together under ``other``, with the smallest of the
    others where they alone are still too few. What is too little altogether is not told: an empty list."""
    if sum(count for _name, count in rows) < least:
        return []
    shown = [row for row in rows if row[1] >= least]
    rest = sum(count for _name, count in rows) - sum(count for _name, count in shown)
    while 0 < rest < least:
        smallest = min(shown, key=lambda row: row[1])
        shown.remove(smallest)
        rest += smallest[1]
    return [*shown, (other, rest)] if rest else shown
