"""HTML: the paper as it will look, for the page beside the form and as a file of its own. Classes only, no styles."""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

from nghedan.foundation.documents.formats import FORMATS
from nghedan.foundation.documents.formats.rules import Element, Format, Page, Style
from nghedan.foundation.documents.layout import SIZES, lay_out
from nghedan.foundation.documents.measure import LINE_HEIGHT
from nghedan.foundation.documents.model import Align, Document, PaperSize, Run
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

STYLESHEET = Path(__file__).parent.parent / "static" / "documents" / "preview.css"
GENERATED = "/* From the format rules; not to be edited by hand. */\n"

_LISTED = {Element.BULLET_1, Element.BULLET_2, Element.RECIPIENT, Element.ADDRESSEE}


def draw(layout: Layout, fmt: Format) -> bytes:
    """Return a page of its own, with the style sheet inside."""
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(layout.title)}</title>\n<style>\n{STYLESHEET.read_text('utf-8')}</style>\n</head>\n<body>\n"
        f"{_article(layout, fmt)}\n</body>\n</html>\n"
    ).encode()


def fragment(document: Document, fmt: Format) -> str:
    """Return the paper as safe HTML to be put into a page that loads `documents/preview.css`."""
    return _article(lay_out(document, fmt), fmt)


def _article(layout: Layout, fmt: Format) -> str:
    parts = "\n".join(_part(part, layout.page) for part in layout.parts)
    return f'<article class="paper-set paper-{fmt.code}" lang="vi">\n{parts}\n</article>'


def _part(part: Part, page: Page) -> str:
    named = "paper paper-landscape" if part.landscape != (page.width > page.height) else "paper"
    if page.sheet:
        named += f" paper-{_size(page)} paper-margin-{page.top:g}"
    return f'<section class="{named}">\n{_pieces(part.pieces)}\n</section>'


def _size(page: Page) -> PaperSize:
    return next(size for size, sides in SIZES.items() if set(sides) == {page.width, page.height})


def _pieces(pieces: Iterable[Piece]) -> str:
    """Draw pieces in order; neighbouring bullets become one list."""
    drawn = []
    for listed, group in groupby(pieces, key=lambda piece: isinstance(piece, Line) and piece.element in _LISTED):
        inner = "\n".join(_piece(piece, tag="li" if listed else None) for piece in group)
        drawn.append(f'<ul class="paper-list">\n{inner}\n</ul>' if listed else inner)
    return "\n".join(drawn)


def _piece(piece: Piece, tag: str | None) -> str:
    match piece:
        case Line():
            level = OUTLINE.get(piece.element)
            return _line(piece, tag or (f"h{level}" if level else "p"))
        case Columns():
            return _columns(piece)
        case Grid():
            return _grid(piece)
        case Code():
            return _code(piece)
        case Blank():
            return _blank(piece)
        case Cut():
            return f'<p class="paper-{piece.label.element} paper-cut"><span>{_runs(piece.label.runs)}</span></p>'
        case Kept(pieces):
            return f'<div class="paper-kept">\n{_pieces(pieces)}\n</div>'
        case Break():
            return '<hr class="paper-break">'


def _line(line: Line, tag: str) -> str:
    ruled = " paper-ruled" if line.rule_mm else ""
    return f'<{tag} class="paper-{line.element}{ruled}"><span>{_runs(line.runs)}</span></{tag}>'


def _runs(runs: tuple[Run, ...]) -> str:
    drawn = []
    for run in runs:
        words = escape(run.text)
        words = f"<em>{words}</em>" if run.italic else words
        drawn.append(f"<strong>{words}</strong>" if run.bold else words)
    return "".join(drawn)


def _code(code: Code) -> str:
    """Draw the code itself, which no content policy forbids; what it says is its name."""
    size = f'width="{code.size_mm:g}mm" height="{code.size_mm:g}mm"'
    drawn = svg(code.address).replace("<svg ", f'<svg role="img" aria-label="{escape(code.address)}" {size} ', 1)
    caption = f'<p class="paper-{code.caption.element}">{_runs(code.caption.runs)}</p>' if code.caption.runs else ""
    return f'<div class="paper-code">{drawn}{caption}</div>'


def _blank(blank: Blank) -> str:
    classes = f"paper-{blank.label.element} paper-blank paper-pitch-{round(blank.spacing_mm)}"
    labels = (_runs(blank.label.runs), *("",) * (blank.count - 1))
    return "\n".join(f'<p class="{classes}"><span>{label}</span></p>' for label in labels)


def _columns(columns: Columns) -> str:
    if columns.name == "beside":
        return "\n".join(_beside(row, columns.widths) for row in columns.rows)
    tag = "header" if columns.name == "head" else "footer"
    cells = "\n".join(f'<div class="paper-cell">\n{_pieces(cell)}\n</div>' for row in columns.rows for cell in row)
    return f'<{tag} class="paper-{columns.name} paper-columns-{len(columns.widths)}">\n{cells}\n</{tag}>'


def _beside(row: tuple[tuple[Piece, ...], ...], widths: tuple[float, ...]) -> str:
    """Draw one row of columns; shares are rounded down, so that they stand on one line, and gaps fall away."""
    shares = (int(width / sum(widths) * 20 + 0.01) * 5 for width in widths)
    cells = "\n".join(
        f'<div class="paper-cell paper-share-{share or 5}">\n{_pieces(cell)}\n</div>'
        for share, cell in zip(shares, row, strict=True)
        if share or cell
    )
    return f'<div class="paper-beside">\n{cells}\n</div>'


def _share(width: float, widths: tuple[float, ...]) -> int:
    """Return a width as a share of all, in steps of five of a hundred."""
    return round(width / sum(widths) * 20) * 5 or 5


def _grid(grid: Grid) -> str:
    columns = "".join(f'<col class="paper-share-{_share(width, grid.widths)}">' for width in grid.widths)
    head = "".join(f'<th scope="col" class="paper-{cell.element}">{_runs(cell.runs)}</th>' for cell in grid.head)
    rows = "\n".join(
        "<tr>"
        + "".join(
            _cell(cell, align)
            for cell, align in zip(row, grid.aligns, strict=True)
        )
        + "</tr>"
        for row in grid.rows
    )
    return (
        f'<table class="paper-table">\n<colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _cell(cell: Line | Code, align: Align) -> str:
    if isinstance(cell, Code):
        return f"<td>{_code(cell)}</td>"
    return f'<td class="paper-{cell.element} paper-align-{align}">{_runs(cell.runs)}</td>'


def stylesheet() -> str:
    """Return what `preview.css` must hold: its part written by hand, then the values of every format."""
    written = STYLESHEET.read_text("utf-8").split(GENERATED)[0]
    shares = "".join(f".paper-share-{share} {{ width: {share}%; }}\n" for share in range(5, 101, 5))
    return written + GENERATED + shares + "".join(_rules_of(fmt) for fmt in FORMATS.values()) + _sheets()


def _sheets() -> str:
    """Return the sizes and margins a working paper may choose, and the distances of lines to write on."""
    lines = [f".paper-set .paper-margin-{margin} {{ padding: {margin}mm; }}" for margin in range(5, 31)]
    lines += [f".paper-set .paper-pitch-{pitch} {{ min-height: {pitch}mm; margin-top: 0; }}" for pitch in range(5, 16)]
    for size, (width, height) in SIZES.items():
        lines.append(f".paper-set .paper-{size} {{ width: {width:g}mm; min-height: {height:g}mm; }}")
        lines.append(f".paper-set .paper-{size}.paper-landscape {{ width: {height:g}mm; min-height: {width:g}mm; }}")
    return "\n".join(lines) + "\n"


def _rules_of(fmt: Format) -> str:
    """Return the widths, sizes and rules of a format."""
    page, scope = fmt.page, f".paper-{fmt.code}"
    lines = [
        f"{scope} .paper {{ width: {page.width:g}mm; min-height: {page.height:g}mm; }}",
        f"{scope} .paper {{ padding: {page.top:g}mm {page.right:g}mm {page.bottom:g}mm {page.left:g}mm; }}",
        f"{scope} .paper-landscape {{ width: {page.height:g}mm; min-height: {page.width:g}mm; }}",
        f"{scope} .paper-head {{ grid-template-columns: {fmt.head[0]:g}fr {fmt.head[1]:g}fr; }}",
        f"{scope} .paper-foot.paper-columns-2 {{ grid-template-columns: {fmt.foot[0]:g}fr {fmt.foot[1]:g}fr; }}",
    ]
    lines += [f"{scope} .paper-{element} {{ {_declarations(style)} }}" for element, style in fmt.styles.items()]
    lines += [
        f"{scope} .paper-{element}.paper-ruled span::after {{ width: {rule.share * 100:g}%; }}"
        for element, rule in fmt.rules.items()
    ]
    return "\n".join(lines) + "\n"


def _declarations(style: Style) -> str:
    leading = f"{style.leading.amount:g}pt" if style.leading.exact else f"{style.leading.amount * LINE_HEIGHT:.4g}"
    declared = [
        f"font-size: {style.size:g}pt",
        f"line-height: {leading}",
        f"font-weight: {'bold' if style.bold else 'normal'}",
        f"font-style: {'italic' if style.italic else 'normal'}",
        f"text-align: {style.align}",
        f"margin-top: {style.before:g}pt",
        *([f"text-indent: {style.first_line:g}mm"] if style.first_line else []),
        *(["text-decoration: underline"] if style.underline else []),
    ]
    return "; ".join(declared) + ";"
