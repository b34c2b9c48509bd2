"""What a list is read into, and what is common to its two kinds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import nfc

MOST_COLUMNS = 100
MOST_LINES = 1_048_576  # as many as a sheet of Excel has, empty ones counted

DAMAGED = _("Tệp bị hỏng, không mở được. Xin mở bằng Excel, lưu lại rồi gửi.")
EMPTY = _("Bảng không có dòng nào. Xin kiểm tra lại tệp rồi gửi.")
TOO_MANY_ROWS = _("Bảng có hơn %(most)s dòng; mỗi lần nhận tối đa %(most)s dòng. Xin tách thành nhiều tệp.")
TOO_MANY_COLUMNS = _("Dòng %(row)s có quá %(most)s cột. Xin bỏ các cột không dùng rồi gửi.")

_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control signs but tab and line feed
    "\u202a-\u202e\u2066-\u2069"  # signs that turn the direction of writing, and make a text look like another
    "\ud800-\udfff\ufeff\ufffe\uffff]"  # halves of pairs, byte order marks and codes that are no character
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something, with its number in the sheet, from 1.

    ``formulas`` are the places of cells, from 0, whose text was calculated; a calculated text may be missing or old.
    ``merged`` says that a merged area touches the row: its value counts for its first cell only.
    """

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A list: its rows, all of the same width; the sheet they stand on and the visible sheets that were left out."""

    rows: tuple[Row, ...]
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


def harmless(text: str) -> str:
    """Return a text in NFC, with line feeds only, without signs that harm a file or deceive its reader."""
    return nfc(_HARMFUL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def numbered(lines: Iterable[Sequence[str]], most_rows: int) -> Iterator[Row]:
    """Yield the lines that hold something, without empty cells at their ends, numbered as they came. Raises Invalid."""
    kept = 0
    for number, line in enumerate(lines, start=1):
        if number > MOST_LINES:
            raise Invalid("tables.damaged", DAMAGED, field="file")
        width = max((place for place, text in enumerate(line, start=1) if text.strip()), default=0)
        if not width:
            continue
        kept += 1
        if kept > most_rows:
            raise Invalid("tables.too_many_rows", TOO_MANY_ROWS, field="file", most=most_rows)
        if width > MOST_COLUMNS:
            raise Invalid("tables.too_many_columns", TOO_MANY_COLUMNS, field="file", row=number, most=MOST_COLUMNS)
        yield Row(number, tuple(line[:width]))


def even(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows with empty cells added, so that all are as wide as the widest. Raises Invalid: none at all."""
    found = tuple(rows)
    if not found:
        raise Invalid("tables.empty", EMPTY, field="file")
    width = max(len(row.cells) for row in found)
    return tuple(replace(row, cells=row.cells + ("",) * (width - len(row.cells))) for row in found)
