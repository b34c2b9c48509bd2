"""What a list that is handed out is made of, and what no cell of it may start with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

Value = str | int | float | date | None
"""What a cell may hold; a date may be a moment, which is written in local time."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading and its width, in signs."""

    heading: str
    width: int = 20


def starts_like_a_formula(text: str) -> bool:
    """Say whether a program for tables could take a text for a formula, blanks before it set aside."""
    return text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)


def whole(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> list[Sequence[Value]]:
    """Return all rows before anything is written. Raises ValueError: one has not one value for each column."""
    found = list(rows)
    if any(len(row) != len(columns) for row in found):
        raise ValueError("each row needs one value for each column")
    return found
