"""From a document and a format to what stands on paper, in reading order: the one input of every renderer.

All decisions that depend on the format are taken here - wording of fixed parts, numbers, marks, closing signs, lengths
of rules - so that a renderer only knows how to draw a line, columns, a grid and a page break, and all renderers agree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nghedan.foundation.documents import wording
from nghedan.foundation.documents.formats.rules import Element, Format
from nghedan.foundation.documents.measure import balanced_mm, width_mm
from nghedan.foundation.documents.model import (
    Align,
    Appendix,
    Block,
    Bullets,
    Document,
    Header,
    Inline,
    Item,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Signature,
    Table,
)

OUTLINE = {
    Element.KIND: 1,
    Element.LETTER_SUBJECT: 1,
    Element.HEADING_1: 2,
    Element.HEADING_2: 3,
    Element.HEADING_3: 4,
    Element.APPENDIX: 2,
}
"""Level in the outline that a viewer shows and a screen reader follows."""

_BALANCED = {Element.SUBJECT, Element.APPENDIX_TITLE, Element.TABLE_CAPTION}
_KEPT_WITH_NEXT = {Element.HEADING_1, Element.HEADING_2, Element.HEADING_3, Element.TABLE_CAPTION}


@dataclass(frozen=True)
class Line:
    """A paragraph of one element.

    `rule_mm` is the length of the line drawn under it, `inset_mm` its narrowing on both sides, `space` what is added
    to the room above it, in points.
    """

    element: Element
    runs: tuple[Run, ...]
    keep_next: bool = False
    rule_mm: float = 0.0
    inset_mm: float = 0.0
    space: float = 0.0

    @property
    def text(self) -> str:
        """The words without emphasis."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Columns:
    """Blocks side by side without borders: the head of the first page, or signatures. Widths in millimetres."""

    name: str
    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True)
class Grid:
    """A bordered table; cells are lines of text."""

    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Break:
    """A new page."""


Piece = Line | Columns | Grid | Break


@dataclass(frozen=True)
class Part:
    """Pages numbered from 1 with one orientation."""

    pieces: tuple[Piece, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Layout:
    """The whole paper; `title` is for the file's metadata."""

    title: str
    parts: tuple[Part, ...]


def lay_out(document: Document, fmt: Format) -> Layout:
    """Lay a document out by a format."""
    body = _close(list(_body(document, fmt)), fmt.marks.text_end)
    pieces = (*_head(document, fmt), *_title(document, fmt), *body, *_foot(document, fmt))
    numbers = wording.appendix_numbers(len(document.appendices))
    appendices = (_appendix(one, number, fmt) for one, number in zip(document.appendices, numbers, strict=True))
    return Layout(
        title=" ".join(filter(None, (wording.clean(document.kind), wording.clean(document.subject)))),
        parts=(Part(pieces), *appendices),
    )


def _line(fmt: Format, element: Element, text: Inline, width: float, *, ruled: bool = False) -> Line:
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


def _head(document: Document, fmt: Format) -> Iterator[Columns]:
    header, marks = document.header, fmt.marks
    left, right = fmt.head
    issuer = [_line(fmt, Element.SUPERIOR, text, left) for text in header.superior]
    issuer += [
        _line(fmt, Element.ISSUER, text, left, ruled=place == len(header.issuer))
        for place, text in enumerate(header.issuer, start=1)
    ]
    if marks.issuer_mark:
        issuer.append(_line(fmt, Element.ISSUER_MARK, marks.issuer_mark, left))
    title = tuple(
        _line(fmt, element, text.replace(" ", "\N{NO-BREAK SPACE}"), right, ruled=True) for element, text in marks.title
    )
    dated = wording.place_and_date(header)
    yield Columns(
        "head",
        fmt.head,
        (
            (tuple(issuer), title),
            (
                tuple(_reference(document, header, fmt)),
                (_line(fmt, Element.PLACE_DATE, dated, right),) if dated else (),
            ),
        ),
    )


def _reference(document: Document, header: Header, fmt: Format) -> Iterator[Line]:
    """Number, subject of a letter, and the word for a draft: the left column under the issuer."""
    width = fmt.head[0]
    if header.number:
        yield _line(fmt, Element.NUMBER, fmt.marks.number_prefix + wording.number(header.number), width)
    if not document.kind:
        yield _line(fmt, Element.LETTER_SUBJECT, fmt.marks.letter_prefix + document.subject, width)
    if document.draft:
        yield _line(fmt, Element.DRAFT, fmt.marks.draft, width)


def _title(document: Document, fmt: Format) -> Iterator[Line]:
    width = fmt.page.text_width()
    if document.kind:
        yield _line(fmt, Element.KIND, document.kind, width)
        subject = wording.first_letter(document.subject, capital=fmt.marks.subject_capital)
        yield _line(fmt, Element.SUBJECT, subject, width, ruled=True)
        if fmt.marks.subject_mark:
            yield _line(fmt, Element.SUBJECT_MARK, fmt.marks.subject_mark, width)
    if document.address:
        word, to = document.address.word, document.address.to
        if len(to) == 1:
            yield _line(fmt, Element.ADDRESS, f"{word}: {to[0]}", width)
        else:
            yield _line(fmt, Element.ADDRESS, f"{word}:", width)
            for text in wording.ended(to, ";"):
                yield _line(fmt, Element.ADDRESSEE, wording.marked(fmt.marks.bullets[0], text), width)


def _body(document: Document, fmt: Format) -> Iterator[Piece]:
    width = fmt.page.text_width()
    for text in wording.ended(document.bases, ";"):
        yield _line(fmt, Element.BASIS, wording.marked(fmt.marks.basis_marker, text), width)
    for text in document.opening:
        yield _line(fmt, Element.BODY, text, width)
    yield from _blocks(document.body, fmt, width)
    for text in document.closing:
        yield _line(fmt, Element.BODY, text, width)


def _blocks(blocks: Sequence[Block], fmt: Format, width: float, depth: int = 0) -> Iterator[Piece]:
    number = 0
    for block in blocks:
        match block:
            case Paragraph(text):
                yield _line(fmt, Element.BODY, text, width)
            case Bullets(items):
                yield from _bullets(items, fmt, width)
            case Table():
                yield from _grid(block, fmt, width)
            case PageBreak():
                yield Break()
            case Section():
                number += 1
                yield _heading(block, number, fmt, width, depth)
                yield from _blocks(block.blocks, fmt, width, depth + 1)


def _heading(section: Section, number: int, fmt: Format, width: float, depth: int) -> Line:
    """Number a section by its level; sections deeper than the format's levels keep the last one."""
    level = fmt.levels[min(depth, len(fmt.levels) - 1)]
    numeral = level.pattern.format(wording.numeral(level.numeral, number))
    style = fmt.styles[level.element]
    if not section.lead:
        return _line(fmt, level.element, wording.marked(numeral, section.title), width)
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
        yield _line(fmt, element, wording.marked(marker, text), width)


def _grid(table: Table, fmt: Format, width: float) -> Iterator[Piece]:
    if table.caption:
        yield _line(fmt, Element.TABLE_CAPTION, table.caption, width)
    total = sum(column.weight for column in table.columns)
    yield Grid(
        widths=tuple(width * column.weight / total for column in table.columns),
        aligns=tuple(column.align for column in table.columns),
        head=tuple(_cell(Element.TABLE_HEAD, column.title) for column in table.columns),
        rows=tuple(tuple(_cell(Element.TABLE_CELL, cell) for cell in row) for row in table.rows),
    )


def _cell(element: Element, text: Inline) -> Line:
    return Line(element, wording.runs_of(text))


def _close(pieces: list[Piece], mark: str) -> list[Piece]:
    """Put the closing mark after the last words and keep the last two lines with the signature."""
    if pieces and isinstance(pieces[-1], Line):
        pieces[-1] = replace(pieces[-1], runs=wording.closed(pieces[-1].runs, mark))
    for place in range(max(0, len(pieces) - 2), len(pieces)):
        piece = pieces[place]
        if isinstance(piece, Line):
            pieces[place] = replace(piece, keep_next=True)
    return pieces


def _foot(document: Document, fmt: Format) -> Iterator[Columns]:
    recipients = list(_recipients(document, fmt))
    if len(document.signatures) == 1:
        yield _foot_columns(fmt, fmt.foot, [recipients, list(_signature(document.signatures[0], fmt, fmt.foot[1]))])
        return
    if document.signatures:
        width = fmt.page.text_width() / len(document.signatures)
        cells = [list(_signature(one, fmt, width)) for one in document.signatures]
        yield _foot_columns(fmt, (width,) * len(cells), cells)
    if recipients:
        yield _foot_columns(fmt, fmt.foot, [recipients, []])


def _foot_columns(fmt: Format, widths: tuple[float, ...], cells: list[list[Line]]) -> Columns:
    """Set the columns off from what is above by the room of the format."""
    spaced = ((replace(cell[0], space=fmt.foot_space), *cell[1:]) if cell else () for cell in cells)
    return Columns("foot", widths, (tuple(spaced),))


def _signature(signature: Signature, fmt: Format, width: float) -> Iterator[Line]:
    for line in signature.authority:
        prefix = fmt.marks.capacities[line.capacity] if line.capacity else ""
        yield _line(fmt, Element.AUTHORITY, prefix + line.text, width)
    yield _line(fmt, Element.POST, signature.post, width)
    yield _line(fmt, Element.SIGNER, signature.name or "\N{NO-BREAK SPACE}", width)


def _recipients(document: Document, fmt: Format) -> Iterator[Line]:
    width, marks = fmt.foot[0], fmt.marks
    texts = [*document.recipients]
    if document.archive:
        texts.append(marks.archive_prefix + document.archive)
    if texts:
        yield _line(fmt, Element.RECIPIENTS, marks.recipients, width)
    for text in wording.ended([text.rstrip(" ;,.") for text in texts], marks.recipient_end):
        yield _line(fmt, Element.RECIPIENT, wording.marked(marks.bullets[0], text), width)


def _appendix(appendix: Appendix, number: str, fmt: Format) -> Part:
    width = fmt.page.text_width(landscape=appendix.landscape)
    word = f"{fmt.marks.appendix} {number}".strip()
    head = [_line(fmt, Element.APPENDIX, word, width), _line(fmt, Element.APPENDIX_TITLE, appendix.title, width)]
    if appendix.reference:
        head.append(_line(fmt, Element.APPENDIX_REFERENCE, appendix.reference, width))
    return Part((*head, *_blocks(appendix.blocks, fmt, width)), landscape=appendix.landscape)
