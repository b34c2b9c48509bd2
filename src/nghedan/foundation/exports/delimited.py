"""A list as CSV in UTF-8, marked so that Excel knows it."""

import csv as writing
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from nghedan.foundation.db import clock
from nghedan.foundation.exports.columns import Column, Value, starts_like_a_formula, whole
from nghedan.foundation.tables.table import harmless


def csv(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return the list as CSV; a text that looks like a formula gets an apostrophe before it.

    Raises ValueError for a row that has not one value for each column.
    """
    out = io.StringIO(newline="")
    writer = writing.writer(out)
    writer.writerow(_safe(str(column.heading)) for column in columns)
    for row in whole(columns, rows):
        writer.writerow(_written(value) for value in row)
    return out.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return f"{clock.local(value):%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case int() | float():
            return str(value)
        case _:
            return _safe(str(value))


def _safe(text: str) -> str:
    bare = harmless(text)
    return f"'{bare}" if starts_like_a_formula(bare) else bare
