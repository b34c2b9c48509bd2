"""What stands on paper: the pieces a layout is made of, all that a renderer needs to know how to draw."""

from dataclasses import dataclass

from nghedan.foundation.documents.formats.rules import Element, Page
from nghedan.foundation.documents.model import Align, Run

OUTLINE = {
    Element.KIND: 1,
    Element.LETTER_SUBJECT: 1,
    Element.HEADING_1: 2,
    Element.HEADING_2: 3,
    Element.HEADING_3: 4,
    Element.APPENDIX: 2,
}
"""Level in the outline that a viewer shows and a screen reader follows."""


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
class Code:
    """A QR code of an address, with a caption of no words or some under it."""

    address: str
    size_mm: float
    caption: Line

    @property
    def text(self) -> str:
        """The caption, and the address unless the caption holds it."""
        words = self.caption.text
        return words if self.address in words else f"{words} {self.address}".strip()


@dataclass(frozen=True)
class Blank:
    """So many dotted lines to write on, the first after its label."""

    label: Line
    count: int
    spacing_mm: float


@dataclass(frozen=True)
class Cut:
    """A dashed line across, with scissors and a label."""

    label: Line


@dataclass(frozen=True)
class Columns:
    """Blocks side by side without borders: the head of the first page, signatures, parts of a form.

    Widths in millimetres; `name` is `head`, `foot` or `beside`.
    """

    name: str
    widths: tuple[float, ...]
    rows: "tuple[tuple[tuple[Piece, ...], ...], ...]"


@dataclass(frozen=True)
class Grid:
    """A bordered table; a cell is a line of text or a code. With `keep_next` its last row stays with what follows."""

    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    head: tuple[Line, ...]
    rows: tuple[tuple[Line | Code, ...], ...]
    keep_next: bool = False


@dataclass(frozen=True)
class Kept:
    """Pieces that do not part at the end of a page."""

    pieces: "tuple[Piece, ...]"


@dataclass(frozen=True)
class Break:
    """A new page."""


Piece = Line | Code | Blank | Cut | Columns | Grid | Kept | Break


@dataclass(frozen=True)
class Part:
    """Pages of one orientation; `landscape` ones lie across the page of the layout. Numbers begin anew or run on."""

    pieces: tuple[Piece, ...]
    landscape: bool = False
    numbered_anew: bool = True


@dataclass(frozen=True)
class Layout:
    """The whole paper on its page; `title` is for the file's metadata."""

    title: str
    page: Page
    parts: tuple[Part, ...]
