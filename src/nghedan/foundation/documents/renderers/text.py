"""Plain text: one paragraph a line in reading order, for copying and for reading the paper back."""

from collections.abc import Iterator

from nghedan.foundation.documents.formats.rules import Format
from nghedan.foundation.documents.layout import Break, Columns, Grid, Layout, Line, Piece

ROW = "|"
"""What stands before, between and after the cells of a table's row."""


def draw(layout: Layout, fmt: Format) -> bytes:  # noqa: ARG001 - every renderer takes the format; text needs none of it
    """Return the paper as UTF-8 text with a blank line between paragraphs."""
    blocks = (block for part in layout.parts for piece in part.pieces for block in _blocks(piece))
    return ("\n\n".join(blocks) + "\n").encode()


def _blocks(piece: Piece) -> Iterator[str]:
    match piece:
        case Line():
            yield piece.text
        case Columns():
            yield from (line.text for row in piece.rows for cell in row for line in cell if line.text.strip())
        case Grid():
            yield "\n".join(_row(cells) for cells in (piece.head, *piece.rows))
        case Break():
            return


def _row(cells: tuple[Line, ...]) -> str:
    return f"{ROW} " + f" {ROW} ".join(cell.text for cell in cells) + f" {ROW}"
