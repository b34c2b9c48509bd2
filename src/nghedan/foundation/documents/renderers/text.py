"""Plain text: one paragraph a line in reading order, for copying and for reading the paper back."""

from collections.abc import Iterator

from nghedan.foundation.documents.formats.rules import Format
from nghedan.foundation.documents.layout import Break, Columns, Grid, Layout, Line, Piece


def draw(layout: Layout, fmt: Format) -> bytes:  # noqa: ARG001 - every renderer takes the format; text needs none of it
    """Return the paper as UTF-8 text with a blank line between paragraphs."""
    lines = (line for part in layout.parts for piece in part.pieces for line in _lines(piece))
    return ("\n\n".join(lines) + "\n").encode()


def _lines(piece: Piece) -> Iterator[str]:
    match piece:
        case Line():
            yield piece.text
        case Columns():
            for row in piece.rows:
                for cell in row:
                    yield from (line.text for line in cell if line.text.strip())
        case Grid():
            for cells in (piece.head, *piece.rows):
                yield "\t".join(cell.text for cell in cells)
        case Break():
            return
