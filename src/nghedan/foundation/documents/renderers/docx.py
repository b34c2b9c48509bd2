"""DOCX: what clerks edit, number and sign. Every element is a Word style with the exact values of the format."""

from copy import deepcopy
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from nghedan.foundation.documents.formats.rules import Element, Format
from nghedan.foundation.documents.layout import Break, Columns, Grid, Layout, Line, Part, Piece
from nghedan.foundation.documents.renderers import wordml
from nghedan.foundation.documents.renderers.wordml import Node, node

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section


def draw(layout: Layout, fmt: Format) -> bytes:
    """Return the paper as a Word file."""
    import docx  # noqa: PLC0415 - slow import

    word = docx.Document()
    wordml.drop_template_parts(word)
    wordml.define_styles(word, fmt)
    wordml.describe(word, layout.title)
    wordml.speak_current_word(word)
    end = word.element.body.sectPr
    for place, part in enumerate(layout.parts):
        if place:
            end.addprevious(_section_end(word))
        _set_page(word.sections[-1], part, fmt)
        for piece, following in pairwise((*part.pieces, None)):
            for drawn in _nodes(piece, following, fmt):
                end.addprevious(drawn)
    end.addprevious(node("w:p", node("w:pPr", *wordml.tiny())))
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _section_end(word: "WordDocument") -> Node:
    """Close the section so far: its properties move into a last, tiny paragraph; the page break comes with it."""
    properties = deepcopy(word.element.body.sectPr)
    return node("w:p", node("w:pPr", *wordml.tiny(), properties))


def _set_page(section: "Section", part: Part, fmt: Format) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - slow import
    from docx.shared import Mm  # noqa: PLC0415 - slow import

    page = fmt.page
    width, height = (page.height, page.width) if part.landscape else (page.width, page.height)
    section.orientation = WD_ORIENT.LANDSCAPE if part.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = Mm(page.number_distance)
    section.different_first_page_header_footer = True
    wordml.number_pages(section, Element.PAGE_NUMBER)


def _nodes(piece: Piece | None, following: Piece | None, fmt: Format) -> list[Node]:
    """Draw a piece; a table directly after another needs a paragraph between, or Word makes them one."""
    match piece:
        case Line():
            after = fmt.grid_space if isinstance(following, Grid) else 0.0
            return _paragraphs(piece, fmt, fmt.page.text_width(), after=after)
        case Columns() | Grid():
            table = _columns(piece, fmt) if isinstance(piece, Columns) else _grid(piece, fmt)
            between = [node("w:p", node("w:pPr", *wordml.tiny()))] if isinstance(following, Columns | Grid) else []
            return [table, *between]
        case Break():
            return [node("w:p", node("w:pPr", *wordml.tiny()), node("w:r", node("w:br", type="page")))]
        case None:
            return []


def _paragraphs(line: Line, fmt: Format, width: float, *, after: float = 0.0) -> list[Node]:
    """Return the paragraph and, if it is ruled, an empty one whose upper border is the drawn line."""
    keep = line.keep_next or bool(line.rule_mm)
    before = fmt.styles[line.element].before + line.space if line.space else None
    drawn = [wordml.paragraph(line, keep_next=keep, before=before, after=after)]
    if line.rule_mm:
        drawn.append(wordml.rule(fmt.rules[line.element], (width - line.rule_mm) / 2, keep_next=line.keep_next))
    return drawn


def _columns(columns: Columns, fmt: Format) -> Node:
    rows = []
    for row in columns.rows:
        cells = [
            wordml.cell([drawn for line in lines for drawn in _paragraphs(line, fmt, width)], width)
            for lines, width in zip(row, columns.widths, strict=True)
        ]
        rows.append(node("w:tr", node("w:trPr", node("w:cantSplit")), *cells))
    return wordml.table(columns.widths, rows, padding=(0, 0), bordered=False)


def _grid(grid: Grid, fmt: Format) -> Node:
    def row(cells: tuple[Line, ...], *, head: bool) -> Node:
        properties = [node("w:cantSplit"), *([node("w:tblHeader")] if head else [])]
        drawn = [
            wordml.cell([wordml.paragraph(cell, align=None if head else align)], width)
            for cell, width, align in zip(cells, grid.widths, grid.aligns, strict=True)
        ]
        return node("w:tr", node("w:trPr", *properties), *drawn)

    rows = [row(grid.head, head=True), *(row(cells, head=False) for cells in grid.rows)]
    return wordml.table(grid.widths, rows, padding=fmt.cell_padding, bordered=True)
