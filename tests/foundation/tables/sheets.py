"""Lists as Excel and other programs write them."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook


def workbook(*sheets: Iterable[Sequence[Any]], titles: Sequence[str] = (), merged: Sequence[str] = ()) -> bytes:
    """Return an .xlsx of one or more sheets; ``merged`` are areas of the first."""
    book = Workbook()
    book.remove(book.active)
    for place, rows in enumerate(sheets):
        sheet = book.create_sheet(titles[place] if titles else f"Trang {place + 1}")
        for row in rows:
            sheet.append(row)
    for area in merged:
        book.worksheets[0].merge_cells(area)
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def raw(rows: str, after: str = "") -> bytes:
    """Return an .xlsx whose rows, and what stands after them, are written as given."""
    return rewritten(
        workbook([["x"]]),
        f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1"/><sheetData>{rows}</sheetData>{after}</worksheet>',
    )


def rewritten(content: bytes, sheet: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else old.read(part))
    return out.getvalue()
