"""A list as an Excel file."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from nghedan.foundation.db import clock
from nghedan.foundation.exports.columns import Column, Value, starts_like_a_formula, whole
from nghedan.foundation.tables.table import harmless

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST_TEXT = 32_000  # Excel takes 32,767 and calls a file with more damaged
LONGEST_TITLE = 31
CUT = " […]"
FIRST_YEAR = 1900  # Excel counts days from here; an earlier date stays text
DATE_SHAPE = "dd/mm/yyyy"
MOMENT_SHAPE = "dd/mm/yyyy hh:mm"
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\n\t]")
LIKE_A_WRITTEN_SIGN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def xlsx(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return the list as an Excel file of one sheet, with a heading that stays in sight and on every printed page.

    Texts stay texts whatever they look like; one too long for a cell ends with "[…]". Raises ValueError for a row that
    has not one value for each column.
    """
    from openpyxl import Workbook  # noqa: PLC0415  (slow import)
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    lines = whole(columns, rows)  # a file that is given up half written would stay behind
    book = Workbook(write_only=True)
    book.properties.title = harmless(title)
    book.properties.creator = None
    sheet = book.create_sheet(_sheet_title(title))
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    cells = _Cells(sheet)
    sheet.append([cells.heading(column.heading) for column in columns])
    for row in lines:
        sheet.append([cells.cell(value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet_title(title: str) -> str:
    return NOT_IN_TITLES.sub(" ", harmless(title))[:LONGEST_TITLE].strip(" '") or "1"


def _text_for_excel(text: str) -> str:
    bare = harmless(text)
    if len(bare) > LONGEST_TEXT:
        bare = bare[: LONGEST_TEXT - len(CUT)] + CUT
    return LIKE_A_WRITTEN_SIGN.sub("_x005F_", bare)


class _Cells:
    """Makes the cells of one sheet; openpyxl by itself takes a text that begins with "=" for a formula."""

    def __init__(self, sheet: "WriteOnlyWorksheet") -> None:
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  (slow import)

        self._new = partial(WriteOnlyCell, sheet)
        self._plain, self._heading = self._style(), self._style(bold=True)
        self._quoted = self._style(quoted=True)  # stays a text when somebody edits the cell
        self._date, self._moment = self._style(shape=DATE_SHAPE), self._style(shape=MOMENT_SHAPE)

    def heading(self, text: str) -> "WriteOnlyCell":
        return self._text(_text_for_excel(str(text)), self._heading)

    def cell(self, value: Value) -> "WriteOnlyCell | None":
        match value:
            case None:
                return None
            case datetime():
                return self._made(clock.local(value).replace(tzinfo=None), self._moment)
            case date() if value.year >= FIRST_YEAR:
                return self._made(value, self._date)
            case date():
                return self._text(f"{value:%d/%m/%Y}", self._plain)
            case int() | float():
                return self._made(value, self._plain)
        text = _text_for_excel(str(value))
        return self._text(text, self._quoted if starts_like_a_formula(text) else self._plain)

    def _text(self, text: str, style: "StyleArray") -> "WriteOnlyCell":
        cell = self._made(text, style)
        cell.data_type = "s"
        return cell

    def _made(self, value: str | int | float | date, style: "StyleArray") -> "WriteOnlyCell":
        cell = self._new(value)
        cell._style = style  # one for all cells alike: setting each property of each cell takes twice the time
        return cell

    def _style(self, *, quoted: bool = False, bold: bool = False, shape: str = "General") -> "StyleArray":
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415  (slow import)

        cell = self._new()
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.number_format = shape
        cell.quotePrefix = quoted
        if bold:
            cell.font = Font(bold=True)
        return cell._style
