"""Plain text: one paragraph a line in reading order, for copying and for reading the paper back."""

from collections.abc import Iterator

from nghedan.foundation.documents.formats.rules import Format
from nghedan.foundation.documents.pieces import Blank, Break, Code, Columns, Cut, Grid, Kept, Layout, Line, Piece

ROW = "|"
"""What stands before, between and after the cells of a table's row."""

_DOTTED = "." * 60
_DASHED = " ".join("-" * 12)


def draw(layout: Layout, fmt: Format) -> bytes:  # noqa: ARG001 - every renderer takes the format; text needs none of it
    """Return the paper as UTF-8 text with a blank line between paragraphs."""
    blocks = (block for part in layout.parts for piece in part.pieces for block in _blocks(piece))
    return ("\n\n".join(blocks) + "\n").encode()


def _blocks(piece: Piece) -> Iterator[str]:
    match piece:
        case Line() | Code():
            yield piece.text
        case Blank(label, count):
            yield "\n".join((f"{label.text} {_DOTTED}".lstrip(), *(_DOTTED,) * (count - 1)))
        case Cut(label):
            yield " ".join(filter(None, ("✂", _DASHED, label.text, _DASHED)))
        case Columns():
            inner = (one for row in piece.rows for cell in row for one in cell)
            yield from (block for one in inner for block in _blocks(one) if block.strip())
        case Grid():
            yield "\n".join(_row(cells) for cells in (piece.head, *piece.rows))
        case Kept(pieces):
            yield from (block for one in pieces for block in _blocks(one))
        case Break():
            return


def _row(cells: tuple[Line | Code, ...]) -> str:
    return f"{ROW} " + f" {ROW} ".join(cell.text for cell in cells) + f" {ROW}"
