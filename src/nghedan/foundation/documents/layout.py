"""From a document and a format to what stands on paper, in reading order: the one input of every renderer.

All decisions that depend on the format are taken here - wording of fixed parts, numbers, marks, closing signs, lengths
of rules - so that a renderer only knows how to draw a line, columns, a grid and a page break, and all renderers agree.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil

from nghedan.foundation.documents import wording
from nghedan.foundation.documents.flow import lay_blocks, set_line, shares
from nghedan.foundation.documents.formats.rules import Element, Format, Page
from nghedan.foundation.documents.model import (
    Appendix,
    Document,
    Header,
    PaperSize,
    Sheet,
    Signature,
)
from nghedan.foundation.documents.pieces import Break, Columns, Grid, Kept, Layout, Line, Part, Piece

SIZES = {PaperSize.A3: (297.0, 420.0), PaperSize.A4: (210.0, 297.0), PaperSize.A5: (148.0, 210.0)}
_MOST_BESIDE = 4
"""So many sign side by side; more stand in rows of like length."""

_NUMBER_SHARE = 0.4  # of the margin above a page stands over its number

def lay_out(document: Document, fmt: Format) -> Layout:
    """Lay a document out by a format, on its own sheet if it has one; what follows it in the file lies on the same."""
    fmt = _on_sheet(fmt, document.sheet) if document.sheet else fmt
    following = (part for one in document.following for part in lay_out(replace(one, sheet=None), fmt).parts)
    body = _close(list(_body(document, fmt)), fmt.marks.text_end)
    pieces = (*_head(document, fmt), *_title(document, fmt), *body, *_foot(document, fmt))
    numbers = wording.appendix_numbers(len(document.appendices))
    appendices = (
        part
        for one, number in zip(document.appendices, numbers, strict=True)
        for part in _parts(_appendix(one, number, fmt), landscape=one.landscape)
    )
    return Layout(
        title=" ".join(filter(None, (wording.clean(document.kind), wording.clean(document.subject)))),
        page=fmt.page,
        parts=(*(tuple(_parts(pieces)) or (Part(()),)), *appendices, *following),
    )


def _on_sheet(fmt: Format, sheet: Sheet) -> Format:
    """Return the format with the page of a sheet; the columns of head and foot keep their shares of the width."""
    width, height = SIZES[sheet.size]
    if sheet.landscape:
        width, height = height, width
    side = sheet.margin_mm
    page = Page(width, height, side, side, side, side, side * _NUMBER_SHARE, numbered=sheet.numbered, sheet=True)
    head, foot = (shares(page.text_width(), pair) for pair in (fmt.head, fmt.foot))
    return replace(fmt, page=page, head=(head[0], head[1]), foot=(foot[0], foot[1]))


def _parts(pieces: Iterable[Piece | Part], *, landscape: bool = False) -> Iterator[Part]:
    """Divide pieces where pages turn, which breaks them by itself; what follows the first pages is numbered on."""
    anew, here = True, list[Piece]()
    for piece in (*pieces, None):
        if isinstance(piece, Part | None):
            if here and isinstance(here[-1], Break):
                here.pop()
            if here:
                yield Part(tuple(here), landscape=landscape, numbered_anew=anew)
                anew, here = False, []
            if piece:
                yield replace(piece, landscape=not landscape, numbered_anew=anew)
                anew = False
        else:
            here.append(piece)


def _head(document: Document, fmt: Format) -> Iterator[Piece]:
    header, marks = document.header, fmt.marks
    if not marks.title:
        yield from _plain_head(header, fmt)
        return
    left, right = fmt.head
    issuer = [set_line(fmt, Element.SUPERIOR, text, left) for text in header.superior]
    issuer += [
        set_line(fmt, Element.ISSUER, text, left, ruled=place == len(header.issuer))
        for place, text in enumerate(header.issuer, start=1)
    ]
    if marks.issuer_mark:
        issuer.append(set_line(fmt, Element.ISSUER_MARK, marks.issuer_mark, left))
    title = tuple(
        set_line(fmt, element, text.replace(" ", "\N{NO-BREAK SPACE}"), right, ruled=True)
        for element, text in marks.title
    )
    dated = wording.place_and_date(header)
    yield Columns(
        "head",
        fmt.head,
        (
            (tuple(issuer), title),
            (
                tuple(_reference(document, header, fmt)),
                (set_line(fmt, Element.PLACE_DATE, dated, right),) if dated else (),
            ),
        ),
    )


def _plain_head(header: Header, fmt: Format) -> Iterator[Line]:
    """Head a working paper: issuer, number and date one under the other."""
    width = fmt.page.text_width()
    for element, texts in ((Element.SUPERIOR, header.superior), (Element.ISSUER, header.issuer)):
        for text in texts:
            yield set_line(fmt, element, text, width)
    if header.number:
        yield set_line(fmt, Element.NUMBER, fmt.marks.number_prefix + wording.number(header.number), width)
    if dated := wording.place_and_date(header):
        yield set_line(fmt, Element.PLACE_DATE, dated, width)


def _reference(document: Document, header: Header, fmt: Format) -> Iterator[Line]:
    """Number, subject of a letter, and the word for a draft: the left column under the issuer."""
    width = fmt.head[0]
    if header.number:
        yield set_line(fmt, Element.NUMBER, fmt.marks.number_prefix + wording.number(header.number), width)
    if not document.kind:
        yield set_line(fmt, Element.LETTER_SUBJECT, fmt.marks.letter_prefix + document.subject, width)
    if document.draft:
        yield set_line(fmt, Element.DRAFT, fmt.marks.draft, width)


def _title(document: Document, fmt: Format) -> Iterator[Line]:
    width = fmt.page.text_width()
    if document.kind:
        yield set_line(fmt, Element.KIND, document.kind, width)
        subject = wording.first_letter(document.subject, capital=fmt.marks.subject_capital)
        yield set_line(fmt, Element.SUBJECT, subject, width, ruled=True)
        if fmt.marks.subject_mark:
            yield set_line(fmt, Element.SUBJECT_MARK, fmt.marks.subject_mark, width)
    if document.address:
        word, to = document.address.word, document.address.to
        if len(to) == 1:
            yield set_line(fmt, Element.ADDRESS, f"{word}: {to[0]}", width)
        else:
            yield set_line(fmt, Element.ADDRESS, f"{word}:", width)
            for text in wording.ended(to, ";"):
                yield set_line(fmt, Element.ADDRESSEE, wording.marked(fmt.marks.bullets[0], text), width)


def _body(document: Document, fmt: Format) -> Iterator[Piece | Part]:
    width = fmt.page.text_width()
    for text in wording.ended(document.bases, ";"):
        yield set_line(fmt, Element.BASIS, wording.marked(fmt.marks.basis_marker, text), width)
    for text in document.opening:
        yield set_line(fmt, Element.BODY, text, width)
    yield from lay_blocks(document.body, fmt, width)
    for text in document.closing:
        yield set_line(fmt, Element.BODY, text, width)


def _close(pieces: list[Piece | Part], mark: str) -> list[Piece | Part]:
    """Put the closing mark after the last words and keep the last two lines, or rows of a table, with the signature."""
    if mark and pieces and isinstance(pieces[-1], Line):
        pieces[-1] = replace(pieces[-1], runs=wording.closed(pieces[-1].runs, mark))
    for place in range(max(0, len(pieces) - 2), len(pieces)):
        piece = pieces[place]
        if isinstance(piece, Line | Grid):
            pieces[place] = replace(piece, keep_next=True)
    return pieces


def _foot(document: Document, fmt: Format) -> Iterator[Piece]:
    recipients = list(_recipients(document, fmt))
    if len(document.signatures) == 1:
        yield _foot_columns(fmt, fmt.foot, [recipients, list(_signature(document.signatures[0], fmt, fmt.foot[1]))])
        return
    rows: list[Piece] = []
    if document.signatures:
        beside = ceil(len(document.signatures) / ceil(len(document.signatures) / _MOST_BESIDE))
        width = fmt.page.text_width() / beside
        for place in range(0, len(document.signatures), beside):
            cells = [list(_signature(one, fmt, width)) for one in document.signatures[place : place + beside]]
            rows.append(_foot_columns(fmt, (width,) * beside, [*cells, *([] for _ in range(beside - len(cells)))]))
    if recipients:
        rows.append(_foot_columns(fmt, fmt.foot, [recipients, []]))
    if rows:
        yield Kept(tuple(rows)) if len(rows) > 1 else rows[0]


def _foot_columns(fmt: Format, widths: tuple[float, ...], cells: list[list[Line]]) -> Columns:
    """Set the columns off from what is above by the room of the format."""
    spaced = ((replace(cell[0], space=fmt.foot_space), *cell[1:]) if cell else () for cell in cells)
    return Columns("foot", widths, (tuple(spaced),))


def _signature(signature: Signature, fmt: Format, width: float) -> Iterator[Line]:
    for line in signature.authority:
        prefix = fmt.marks.capacities[line.capacity] if line.capacity else ""
        yield set_line(fmt, Element.AUTHORITY, prefix + line.text, width)
    yield set_line(fmt, Element.POST, signature.post, width)
    yield set_line(fmt, Element.SIGNER, signature.name or "\N{NO-BREAK SPACE}", width)


def _recipients(document: Document, fmt: Format) -> Iterator[Line]:
    width, marks = fmt.foot[0], fmt.marks
    texts = [*document.recipients]
    if document.archive:
        texts.append(marks.archive_prefix + document.archive)
    if texts:
        yield set_line(fmt, Element.RECIPIENTS, marks.recipients, width)
    for text in wording.ended([text.rstrip(" ;,.") for text in texts], marks.recipient_end):
        yield set_line(fmt, Element.RECIPIENT, wording.marked(marks.bullets[0], text), width)


def _appendix(appendix: Appendix, number: str, fmt: Format) -> Iterator[Piece | Part]:
    width = fmt.page.text_width(landscape=appendix.landscape)
    word = f"{fmt.marks.appendix} {number}".strip()
    yield set_line(fmt, Element.APPENDIX, word, width)
    yield set_line(fmt, Element.APPENDIX_TITLE, appendix.title, width)
    if appendix.reference:
        yield set_line(fmt, Element.APPENDIX_REFERENCE, appendix.reference, width)
    yield from lay_blocks(appendix.blocks, fmt, width)
