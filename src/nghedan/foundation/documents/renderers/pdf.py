"""PDF by typst: a fixed template draws the layout, which reaches it as JSON. No text is ever read as markup."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from nghedan.foundation.documents.flow import TICK_BOX
from nghedan.foundation.documents.formats.rules import Element, Format
from nghedan.foundation.documents.measure import FAMILY, FONTS, LINE_HEIGHT
from nghedan.foundation.documents.pieces import (
    OUTLINE,
    Blank,
    Break,
    Code,
    Columns,
    Cut,
    Grid,
    Kept,
    Layout,
    Line,
    Part,
    Piece,
)
from nghedan.foundation.documents.qr import svg

TEMPLATE = Path(__file__).parent / "paper.typ"

_SQUARE = "□"  # the bundled font has no box to tick, but this square

_drawing = Lock()


@cache
def _compiler() -> Any:
    """Return the one compiler of this process: with template and fonts loaded a paper takes some ten milliseconds."""
    import typst  # noqa: PLC0415 - slow import

    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=[str(FONTS)], ignore_system_fonts=True)


def draw(layout: Layout, fmt: Format) -> bytes:
    """Return the paper as a PDF; the same paper gives the same bytes."""
    data = json.dumps(_data(layout, fmt), ensure_ascii=False)
    with _drawing:
        drawn: bytes = _compiler().compile(format="pdf", sys_inputs={"paper": data}, timestamp=0)
    return drawn


def _data(layout: Layout, fmt: Format) -> dict[str, Any]:
    page = layout.page
    return {
        "title": layout.title,
        "font": FAMILY,
        "line_height": LINE_HEIGHT,
        "page": {
            "width": page.width,
            "height": page.height,
            "top": page.top,
            "bottom": page.bottom,
            "left": page.left,
            "right": page.right,
            "number_distance": page.number_distance,
            "numbered": page.numbered,
            "number_size": fmt.styles[Element.PAGE_NUMBER].size,
        },
        "styles": {
            element.value: {
                "size": style.size,
                "bold": style.bold,
                "italic": style.italic,
                "underline": style.underline,
                "align": style.align.value,
                "before": style.before,
                "first_line": style.first_line,
                "leading": style.leading.amount,
                "exact": style.leading.exact,
                "level": OUTLINE.get(element),
            }
            for element, style in fmt.styles.items()
        },
        "rules": {
            element.value: {"thickness": rule.thickness, "gap": rule.gap, "room": rule.room}
            for element, rule in fmt.rules.items()
        },
        "grid": {"space": fmt.grid_space, "beside": fmt.cell_padding[0], "above": fmt.cell_padding[1]},
        "parts": [_part(part) for part in layout.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "landscape": part.landscape,
        "numbered_anew": part.numbered_anew,
        "pieces": [_piece(piece) for piece in part.pieces],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    match piece:
        case Line():
            return _line(piece)
        case Columns():
            rows = [[[_piece(one) for one in cell] for cell in row] for row in piece.rows]
            return {"is": "columns", "name": piece.name, "widths": piece.widths, "rows": rows}
        case Grid():
            return {
                "is": "grid",
                "widths": piece.widths,
                "aligns": [align.value for align in piece.aligns],
                "head": [_line(cell) for cell in piece.head],
                "rows": [[_cell(cell) for cell in row] for row in piece.rows],
                "keep": piece.keep_next,
            }
        case Code():
            drawn = {"svg": svg(piece.address), "address": piece.address, "size": piece.size_mm}
            return {"is": "code", **drawn, "caption": _line(piece.caption)}
        case Blank():
            return {"is": "blank", "label": _line(piece.label), "count": piece.count, "spacing": piece.spacing_mm}
        case Cut():
            return {"is": "cut", "label": _line(piece.label)}
        case Kept():
            return {"is": "kept", "pieces": [_piece(one) for one in piece.pieces]}
        case Break():
            return {"is": "break"}


def _cell(cell: Line | Code) -> str | dict[str, Any]:
    """Return the bare words of a cell without emphasis: long tables are read and drawn in half the time."""
    if isinstance(cell, Code) or any(run.bold or run.italic for run in cell.runs):
        return _piece(cell)
    return _printed(cell.text)


def _printed(text: str) -> str:
    return text.replace(TICK_BOX, _SQUARE)


def _line(line: Line) -> dict[str, Any]:
    return {
        "is": "line",
        "element": line.element.value,
        "runs": [{"text": _printed(run.text), "bold": run.bold, "italic": run.italic} for run in line.runs],
        "keep": line.keep_next,
        "rule": line.rule_mm,
        "inset": line.inset_mm,
        "space": line.space,
    }
