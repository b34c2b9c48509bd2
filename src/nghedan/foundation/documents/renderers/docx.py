"""DOCX: what clerks edit, number and sign. Every element is a Word style with the exact values of the format."""

from copy import deepcopy
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from nghedan.foundation.documents.formats.rules import Element, Format, Page
from nghedan.foundation.documents.pieces import Blank, Break, Code, Columns, Cut, Grid, Kept, Layout, Line, Part, Piece
from nghedan.foundation.documents.renderers import handwork, wordml
from nghedan.foundation.documents.renderers.wordml import Node, node

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section


@dataclass(frozen=True)
class _Room:
    """Where is drawn: in which file, by which format, how many millimetres wide."""

    word: "WordDocument"
    fmt: Format
    width: float


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
        _set_page(word.sections[-1], part, layout.page)
        width = layout.page.text_width(landscape=part.landscape)
        for drawn in _flow(part.pieces, _Room(word, fmt, width)):
            end.addprevious(drawn)
    end.addprevious(wordml.tiny())
    handwork.number_pictures(word)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _section_end(word: "WordDocument") -> Node:
    """Close the section so far: its properties move into a last, tiny paragraph; the page break comes with it."""
    return wordml.tiny(deepcopy(word.element.body.sectPr))


def _set_page(section: "Section", part: Part, page: Page) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - slow import
    from docx.shared import Mm  # noqa: PLC0415 - slow import

    width, height = (page.height, page.width) if part.landscape else (page.width, page.height)
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = Mm(page.number_distance)
    section.different_first_page_header_footer = part.numbered_anew
    if page.numbered:
        wordml.number_pages(section, Element.PAGE_NUMBER, anew=part.numbered_anew)


def _flow(pieces: tuple[Piece, ...], room: _Room) -> list[Node]:
    """Draw pieces in order; a table directly after another needs a paragraph between, or Word makes them one."""
    flow: list[Node] = []
    for piece, following in pairwise((*pieces, None)):
        drawn = _nodes(piece, following, room)
        if flow and drawn and wordml.is_table(flow[-1]) and wordml.is_table(drawn[0]):
            flow.append(wordml.tiny())
        flow += drawn
    return flow


def _nodes(piece: Piece | None, following: Piece | None, room: _Room) -> list[Node]:
    match piece:
        case Line():
            after = room.fmt.grid_space if isinstance(following, Grid) else 0.0
            return _paragraphs(piece, room, after=after)
        case Columns():
            return [_columns(piece, room)]
        case Grid():
            return [_grid(piece, room)]
        case Code():
            return handwork.code(room.word, piece)
        case Blank():
            return handwork.blank(piece, room.width)
        case Cut():
            return [handwork.cut(piece, room.width)]
        case Kept(pieces):
            return wordml.kept(_flow(pieces, room))
        case Break():
            return [wordml.tiny(then=node("w:r", node("w:br", type="page")))]
        case None:
            return []


def _paragraphs(line: Line, room: _Room, *, after: float = 0.0) -> list[Node]:
    """Return the paragraph and, if it is ruled, an empty one whose upper border is the drawn line."""
    keep = line.keep_next or bool(line.rule_mm)
    before = room.fmt.styles[line.element].before + line.space if line.space else None
    drawn = [wordml.paragraph(line, keep_next=keep, before=before, after=after)]
    if line.rule_mm:
        indent = (room.width - line.rule_mm) / 2
        drawn.append(wordml.rule(room.fmt.rules[line.element], indent, keep_next=line.keep_next))
    return drawn


def _columns(columns: Columns, room: _Room) -> Node:
    rows = []
    for row in columns.rows:
        cells = [
            wordml.cell(_flow(pieces, replace(room, width=width)), width)
            for pieces, width in zip(row, columns.widths, strict=True)
        ]
        rows.append(node("w:tr", node("w:trPr", node("w:cantSplit")), *cells))
    return wordml.table(columns.widths, rows, padding=(0, 0), bordered=False)


def _grid(grid: Grid, room: _Room) -> Node:
    def row(cells: tuple[Line | Code, ...], *, head: bool, keep: bool = False) -> Node:
        properties = [node("w:cantSplit"), *([node("w:tblHeader")] if head else [])]
        drawn = [
            wordml.cell(
                handwork.code(room.word, cell)
                if isinstance(cell, Code)
                else [wordml.paragraph(cell, align=None if head else align, keep_next=keep)],
                width,
            )
            for cell, width, align in zip(cells, grid.widths, grid.aligns, strict=True)
        ]
        return node("w:tr", node("w:trPr", *properties), *drawn)

    last = len(grid.rows) if grid.keep_next else 0
    body = (row(cells, head=False, keep=place == last) for place, cells in enumerate(grid.rows, 1))
    rows = [row(grid.head, head=True), *body]
    return wordml.table(grid.widths, rows, padding=room.fmt.cell_padding, bordered=True)
