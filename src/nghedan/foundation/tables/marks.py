"""What openpyxl does not tell of a sheet it streams: which cells were calculated, and which are merged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from nghedan.foundation.tables.table import DAMAGED, MOST_COLUMNS, Row
from nghedan.kernel.errors import Invalid

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NONE: frozenset[int] = frozenset()


@dataclass(slots=True)
class Marks:
    """By row number the places of formulas, from 0; merged areas as left, top, right, bottom, from 1."""

    formulas: dict[int, frozenset[int]] = field(default_factory=dict)
    areas: list[tuple[int, int, int, int]] = field(default_factory=list)


def marks_of(sheet: "ReadOnlyWorksheet") -> Marks:
    """Return the marks of a sheet, by a walk of its own through it: merged areas stand after all rows."""
    from lxml.etree import iterparse  # type: ignore[import-untyped]  # noqa: PLC0415  (slow import)
    from openpyxl.utils.cell import range_boundaries  # noqa: PLC0415

    marks = Marks()
    number = 0
    with sheet._get_source() as source:
        for _event, node in iterparse(source, resolve_entities=False, no_network=True):
            if node.tag == f"{MAIN}row":
                number = int(node.get("r", number + 1))
                if places := frozenset(_calculated(node)):
                    marks.formulas[number] = places
                node.clear()
            elif node.tag == f"{MAIN}mergeCell":
                marks.areas.append(range_boundaries(node.attrib["ref"]))
    return marks


def _calculated(row: Any) -> Iterator[int]:
    from openpyxl.utils.cell import coordinate_to_tuple  # noqa: PLC0415  (slow import)

    column = 0
    for cell in row.iter(f"{MAIN}c"):
        place = cell.get("r")
        column = coordinate_to_tuple(place)[1] if place else column + 1
        if cell.find(f"{MAIN}f") is not None:
            yield column - 1


def marked(rows: list[Row], marks: Marks) -> Iterator[Row]:
    """Yield the rows with their marks; of a merged area all but the first cell is emptied, as Excel shows it."""
    covered = _covered(rows, marks)
    for row in rows:
        hidden = covered.get(row.number, NONE)
        yield replace(
            row,
            cells=tuple("" if place in hidden else text for place, text in enumerate(row.cells)),
            formulas=marks.formulas.get(row.number, NONE),
            merged=row.number in covered,
        )


def _covered(rows: list[Row], marks: Marks) -> dict[int, set[int]]:
    """Return by row number the places that a merged area hides. Raises Invalid: areas overlap, which Excel forbids."""
    covered: dict[int, set[int]] = {}
    left_to_cover = len(rows) * MOST_COLUMNS
    for left, top, right, bottom in marks.areas:
        places = range(left - 1, min(right, MOST_COLUMNS))
        touched = rows[bisect_left(rows, top, key=_number) : bisect_right(rows, bottom, key=_number)]
        left_to_cover -= len(touched) * len(places)
        if left_to_cover < 0:
            raise Invalid("tables.damaged", DAMAGED, field="file")
        for row in touched:
            covered.setdefault(row.number, set()).update(places[1:] if row.number == top else places)
    return covered


def _number(row: Row) -> int:
    return row.number
