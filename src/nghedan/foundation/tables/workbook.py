"""Lists made in Excel: the values a sheet shows, never a formula's calculation of our own."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from nghedan.foundation.attachments.checks import check_office
from nghedan.foundation.attachments.formats import MEGABYTE, XLSX
from nghedan.foundation.tables.marks import marked, marks_of
from nghedan.foundation.tables.table import DAMAGED, EMPTY, Table, even, harmless, numbered
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_IN_PART = 100 * MEGABYTE
"""Unpacked; 10,000 rows of long texts have about 20."""

TOO_HEAVY = _("Tệp Excel quá nặng. Xin chép riêng bảng cần gửi sang tệp mới rồi gửi.")

WRITTEN_SIGN = re.compile(r"_x(00[01][0-9A-F]|005F)_")  # how Excel writes signs that XML cannot hold
ZEROS = re.compile(r"0+")
_FAULTS = (
    zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError,
    EOFError, OverflowError, RecursionError,
)  # fmt: skip


def read_workbook(content: bytes, most_rows: int) -> Table:
    """Return the list on the first visible sheet that holds anything. Raises Invalid."""
    check_office(content, XLSX)
    try:
        _check_parts(content)
        with warnings.catch_warnings(action="ignore"), closing(_opened(content)) as book:
            return _first_table(book, most_rows)
    except _FAULTS as error:
        raise Invalid("tables.damaged", DAMAGED, field="file") from error


def _check_parts(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if any(part.file_size > MOST_IN_PART for part in archive.infolist()):
            raise Invalid("tables.too_heavy", TOO_HEAVY, field="file")


def _opened(content: bytes) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415  (slow import)

    return load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)


def _first_table(book: "Workbook", most_rows: int) -> Table:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in visible:
        sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
        rows = list(numbered(_lines(sheet), most_rows))
        if rows:
            others = tuple(harmless(other.title) for other in visible if other is not sheet)
            return Table(even(marked(rows, marks_of(sheet))), harmless(sheet.title), others)
    raise Invalid("tables.empty", EMPTY, field="file")


def _lines(sheet: "ReadOnlyWorksheet") -> Iterator[list[str]]:
    for cells in sheet.iter_rows():
        yield [_text_of(cell) for cell in cells]


def _text_of(cell: "ReadOnlyCell") -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case str():
            return harmless(WRITTEN_SIGN.sub(lambda sign: chr(int(sign[1], 16)), value))
        case bool():
            return str(value).upper()
        case int() | float():
            return _number_text(value, cell.number_format or "")
        case _:
            return _moment_text(value)


def _number_text(value: int | float, shape: str) -> str:
    """Write a number as exactly as Excel keeps it, without an empty fraction; a shape of zeros fills it up."""
    text = str(int(value)) if value == int(value) else format(value, ".15g")
    return text.zfill(len(shape)) if ZEROS.fullmatch(shape) else text


def _moment_text(value: Any) -> str:
    match value:
        case datetime() if value.time() != time():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H:%M}"
        case _:
            return str(value)
