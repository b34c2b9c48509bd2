"""The text of a paper, block by block: headings with their numbers, lists, tables, forms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghedan.foundation.documents import wording
from nghedan.foundation.documents.formats.rules import Element, Format
from nghedan.foundation.documents.measure import balanced_mm, width_mm
from nghedan.foundation.documents.model import (
    Block,
    Bullets,
    Choices,
    CutLine,
    Inline,
    Item,
    PageBreak,
    Paragraph,
    QrCode,
    Run,
    Section,
    SideBySide,
    Table,
    Title,
    Together,
    Turned,
    WritingLines,
)
from nghedan.foundation.documents.pieces import Blank, Break, Code, Columns, Cut, Grid, Kept, Line, Part, Piece

TICK_BOX = "☐"
"""Stands before a text that is ticked by hand; a document type may write it into a cell as well."""

_BORDER_MM = 0.5
"""What the lines of a table take of the width of a column, and what programs differ by."""

_LONGEST_WORD_MM = 40.0
"""For a longer word, which is an address or a mistake, no column makes room."""

_BALANCED = {Element.SUBJECT, Element.APPENDIX_TITLE, Element.TABLE_CAPTION}
_KEPT_WITH_NEXT = {Element.HEADING_1, Element.HEADING_2, Element.HEADING_3, Element.TABLE_CAPTION}


def set_line(fmt: Format, element: Element, text: Inline, width: float, *, ruled: bool = False) -> Line:
    """Set a text as an element; its rule, if asked for, is measured against the column it stands in."""
    style = fmt.styles[element]
    runs = wording.runs_of(text, caps=style.caps)
    line = Line(element, runs, keep_next=element in _KEPT_WITH_NEXT)
    printed = width_mm(line.text, style.size, bold=style.bold, italic=style.italic)
    if element in _BALANCED and printed > width:
        measure = balanced_mm(line.text, style.size, width, bold=style.bold, italic=style.italic)
        line, printed = replace(line, inset_mm=(width - measure) / 2), measure
    if ruled and element in fmt.rules:
        line = replace(line, rule_mm=min(printed, width) * fmt.rules[element].share)
    return line


def shares(width: float, weights: Sequence[float]) -> tuple[float, ...]:
    """Divide a width by weights."""
    total = sum(weights)
    return tuple(width * weight / total for weight in weights)


def lay_blocks(
    blocks: Sequence[Block], fmt: Format, width: float, depth: int = 0, number: int = 0
) -> Iterator[Piece | Part]:
    """Lay out blocks, with `number` sections before them; a turned part stays whole until the pages are divided."""
    for block in blocks:
        match block:
            case Section():
                number += 1
                yield _heading(block, number, fmt, width, depth)
                yield from lay_blocks(block.blocks, fmt, width, depth + 1)
            case Together():
                yield Kept(_inside(block.blocks, fmt, width, depth, number))
                number += _sections(block.blocks)
            case Turned():
                across = fmt.page.text_width(landscape=width == fmt.page.text_width())
                yield Part(_inside(block.blocks, fmt, across, depth, number))
                number += _sections(block.blocks)
            case SideBySide():
                yield _beside(block, fmt, width)
            case Title():
                number = 0
                yield from _title(block, fmt, width)
            case _:
                yield from _block(block, fmt, width)


def _inside(
    blocks: Sequence[Block], fmt: Format, width: float, depth: int = 0, number: int = 0
) -> tuple[Piece, ...]:
    """Lay out what stands inside something that cannot turn."""
    return tuple(piece for piece in lay_blocks(blocks, fmt, width, depth, number) if not isinstance(piece, Part))


def _sections(blocks: Sequence[Block]) -> int:
    return sum(isinstance(block, Section) for block in blocks)


def _title(title: Title, fmt: Format, width: float) -> Iterator[Line]:
    for element, text in ((Element.KIND, title.text), (Element.SUBJECT, title.subject)):
        if text:
            yield replace(set_line(fmt, element, text, width), keep_next=True)


def _block(block: Block, fmt: Format, width: float) -> Iterator[Piece]:
    match block:
        case Paragraph(text):
            yield set_line(fmt, Element.BODY, text, width)
        case Bullets(items):
            yield from _bullets(items, fmt, width)
        case Table():
            yield from _grid(block, fmt, width)
        case PageBreak():
            yield Break()
        case _:
            yield _form(block, fmt, width)


def _form(block: Block, fmt: Format, width: float) -> Piece:
    """Lay out a part that is filled in by hand, scanned or torn off."""
    match block:
        case QrCode():
            return _code(block)
        case WritingLines(count, label, spacing_mm):
            return Blank(set_line(fmt, Element.FORM, label, width), count, spacing_mm)
        case Choices(items, columns):
            texts = tuple(wording.marked(f"{TICK_BOX} ", item) for item in items)
            rows = (texts[place : place + columns] for place in range(0, len(texts), columns))
            widths = (width / columns,) * columns
            return Columns("beside", widths, tuple(_choices(row, fmt, widths) for row in rows))
        case CutLine(label):
            return Cut(set_line(fmt, Element.CAPTION, label, width))
        case _:
            raise TypeError(block)


def _choices(texts: Sequence[Inline], fmt: Format, widths: tuple[float, ...]) -> tuple[tuple[Line, ...], ...]:
    cells = tuple((set_line(fmt, Element.FORM, text, widths[0]),) for text in texts)
    return cells + ((),) * (len(widths) - len(texts))


def _code(code: QrCode) -> Code:
    return Code(wording.clean(code.text), code.size_mm, _cell(Element.CAPTION, code.caption))


def _beside(block: SideBySide, fmt: Format, width: float) -> Columns:
    """Lay blocks side by side; the gaps are narrow columns with nothing in them."""
    count = len(block.cells)
    parts = shares(width - block.gap_mm * (count - 1), block.weights or (1.0,) * count)
    widths: list[float] = []
    cells: list[tuple[Piece, ...]] = []
    for blocks, share in zip(block.cells, parts, strict=True):
        if cells and block.gap_mm:
            widths.append(block.gap_mm)
            cells.append(())
        widths.append(share)
        cells.append(_inside(blocks, fmt, share))
    return Columns("beside", tuple(widths), (tuple(cells),))


def _heading(section: Section, number: int, fmt: Format, width: float, depth: int) -> Line:
    """Number a section by its level; sections deeper than the format's levels keep the last one."""
    level = fmt.levels[min(depth, len(fmt.levels) - 1)]
    numeral = level.pattern.format(wording.numeral(level.numeral, number))
    style = fmt.styles[level.element]
    if not section.lead:
        return set_line(fmt, level.element, wording.marked(numeral, section.title), width)
    title = wording.runs_of(section.title, caps=style.caps)
    emphasised = (Run(numeral), *title, Run(": ")) if section.title else (Run(numeral),)
    lead = tuple(Run(run.text, bold=run.bold, italic=run.italic) for run in wording.runs_of(section.lead))
    runs = (*(replace(run, bold=run.bold or style.bold) for run in emphasised), *lead)
    return Line(Element.BODY, runs if section.title else (Run(numeral), *lead))


def _bullets(items: Sequence[Inline | Item], fmt: Format, width: float) -> Iterator[Line]:
    flat: list[tuple[Element, str, Inline]] = []
    for item in items:
        text = item.text if isinstance(item, Item) else item
        flat.append((Element.BULLET_1, fmt.marks.bullets[0], text))
        if isinstance(item, Item):
            flat.extend((Element.BULLET_2, fmt.marks.bullets[1], child) for child in item.children)
    texts = wording.ended([text for _, _, text in flat], ";")
    for (element, marker, _), text in zip(flat, texts, strict=True):
        yield set_line(fmt, element, wording.marked(marker, text), width)


def _grid(table: Table, fmt: Format, width: float) -> Iterator[Piece]:
    if table.caption:
        yield set_line(fmt, Element.TABLE_CAPTION, table.caption, width)
    head = tuple(_cell(Element.TABLE_HEAD, column.title) for column in table.columns)
    rows = tuple(
        tuple(_code(cell) if isinstance(cell, QrCode) else _cell(Element.TABLE_CELL, cell) for cell in row)
        for row in table.rows
    )
    needed = [_needed_mm(column, fmt) for column in zip(head, *rows, strict=True)]
    yield Grid(
        widths=_fitted(shares(width, [column.weight for column in table.columns]), needed),
        aligns=tuple(column.align for column in table.columns),
        head=head,
        rows=rows,
    )


def _needed_mm(cells: Sequence[Line | Code], fmt: Format) -> float:
    """Return how wide a column must be, so that no word of it is broken."""
    words: dict[tuple[float, bool, bool], set[str]] = {}
    widest = 0.0
    for cell in cells:
        if isinstance(cell, Code):
            widest = max(widest, cell.size_mm)
            continue
        style = fmt.styles[cell.element]
        for run in cell.runs:
            face = (style.size, style.bold or run.bold, style.italic or run.italic)
            words.setdefault(face, set()).update(run.text.split(" "))
    for (size, bold, italic), found in words.items():
        widest = max(widest, *(width_mm(word, size, bold=bold, italic=italic) for word in found))
    return min(widest, _LONGEST_WORD_MM) + 2 * fmt.cell_padding[0] + _BORDER_MM


def _fitted(widths: tuple[float, ...], needed: Sequence[float]) -> tuple[float, ...]:
    """Widen the columns whose words would break, at the cost of those that have room; where all are short of room,
    nothing can be done."""
    lacking = sum(max(0.0, need - width) for width, need in zip(widths, needed, strict=True))
    room = sum(max(0.0, width - need) for width, need in zip(widths, needed, strict=True))
    if not lacking or lacking > room:
        return widths
    kept = 1 - lacking / room
    return tuple(
        need + (width - need) * kept if width > need else need for width, need in zip(widths, needed, strict=True)
    )


def _cell(element: Element, text: Inline) -> Line:
    return Line(element, wording.runs_of(text))
