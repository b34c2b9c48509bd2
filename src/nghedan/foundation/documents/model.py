"""The document model: what an administrative paper says, without how it looks.

Text is Vietnamese as it will be printed. Numbers of sections, bullet marks, "Căn cứ" punctuation, the prefix of the
number, `TM.` or `T/M`, the closing mark and every size come from the format, so they are not part of the text here.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Run:
    """A stretch of text in one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


Inline = str | tuple[Run, ...]
"""A line of text: plain, or runs where some words are emphasised."""


class Align(StrEnum):
    """How lines stand between the margins."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of body text."""

    text: Inline


@dataclass(frozen=True)
class Item:
    """A bullet with bullets of its own."""

    text: Inline
    children: tuple[Inline, ...] = ()


@dataclass(frozen=True)
class Bullets:
    """A list; an item without a closing sign gets `;`, the last `.`."""

    items: tuple[Inline | Item, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table; `weight` is its share of the width against the other columns."""

    title: str
    weight: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True)
class QrCode:
    """A QR code of `text`, so many millimetres wide with its quiet zone, centred; `caption` stands under it."""

    text: str
    size_mm: float = 25.0
    caption: str = ""


@dataclass(frozen=True)
class Table:
    """A table whose head row repeats on each page and whose rows do not split."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inline | QrCode, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Section:
    """A numbered part; its level is its depth, its number its place among its sisters.

    With `lead` the text follows the title on the same line ("2. Thời gian: cuối quý III"); a lead without a
    title is a numbered paragraph.
    """

    title: str = ""
    blocks: "tuple[Block, ...]" = ()
    lead: Inline = ""


@dataclass(frozen=True)
class Title:
    """A title inside the text, set as that of the paper: for slips and sheets of which one file holds several."""

    text: str
    subject: str = ""


@dataclass(frozen=True)
class WritingLines:
    """Dotted lines to write on by hand; the first begins after the label."""

    count: int = 1
    label: Inline = ""
    spacing_mm: float = 8.0


@dataclass(frozen=True)
class Choices:
    """Boxes to tick by hand, one before each text, in so many columns of like width, filled row by row."""

    items: tuple[Inline, ...]
    columns: int = 1


@dataclass(frozen=True)
class CutLine:
    """A dashed line with scissors, where a part is torn off."""

    label: str = ""


@dataclass(frozen=True)
class SideBySide:
    """Blocks in columns without borders; `weights` are the shares of the width, equal if none are given."""

    cells: "tuple[tuple[Block, ...], ...]"
    weights: tuple[float, ...] = ()
    gap_mm: float = 4.0


@dataclass(frozen=True)
class Together:
    """Blocks that stand on one page, if one page can hold them."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Turned:
    """Blocks on pages of their own that lie across, for a wide table; the page numbers run on. Never in columns."""

    blocks: "tuple[Block, ...]"


Block = (
    Paragraph
    | Bullets
    | Table
    | PageBreak
    | Section
    | Title
    | QrCode
    | WritingLines
    | Choices
    | CutLine
    | SideBySide
    | Together
    | Turned
)


class PaperSize(StrEnum):
    """The sizes of paper an office has."""

    A3 = "a3"
    A4 = "a4"
    A5 = "a5"


@dataclass(frozen=True)
class Sheet:
    """The page of a working paper. An administrative paper has none: its page is that of the rules.

    `margin_mm`, whole millimetres from 5 to 30, is the same on all sides.
    """

    size: PaperSize = PaperSize.A4
    landscape: bool = False
    margin_mm: int = 15
    numbered: bool = True


@dataclass(frozen=True)
class Header:
    """The head of the first page. A missing part of the date, or a number without its serial, is left blank to fill in.

    `number` is `05/KH-UBND`, or `/KH-UBND` while the register has not given a serial; empty prints no number line.
    `issuer` and `superior` hold one printed line each.
    """

    issuer: tuple[str, ...]
    number: str = ""
    place: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None
    superior: tuple[str, ...] = ()


class Capacity(StrEnum):
    """In whose stead a person signs."""

    ON_BEHALF = "on_behalf"  # thay mặt a collective
    FOR_HEAD = "for_head"  # ký thay: a deputy for the head
    BY_ORDER = "by_order"  # thừa lệnh
    BY_DELEGATION = "by_delegation"  # thừa ủy quyền
    ACTING = "acting"  # quyền


_CAPACITY = re.compile(r"^(TM|KT|TL|TUQ|Q)\s*\.\s*|^(T/M|K/T|T/L)\s+", re.IGNORECASE)
_CAPACITIES = {
    "TM": Capacity.ON_BEHALF,
    "KT": Capacity.FOR_HEAD,
    "TL": Capacity.BY_ORDER,
    "TUQ": Capacity.BY_DELEGATION,
    "Q": Capacity.ACTING,
}


@dataclass(frozen=True)
class Authority:
    """One line above the post: the body or head that is represented, and how."""

    text: str
    capacity: Capacity | None = None

    @classmethod
    def parse(cls, printed: str) -> "Authority":
        """Read a printed line, State (`TM. …`) or Party (`T/M …`)."""
        match = _CAPACITY.match(printed)
        if match is None:
            return cls(printed.strip())
        abbreviation = match.group().strip(" .").replace("/", "").upper()
        return cls(printed[match.end() :].strip(), _CAPACITIES[abbreviation])


@dataclass(frozen=True)
class Signature:
    """A column at the end: authority lines, post, space to sign, name."""

    post: str
    name: str = ""
    authority: tuple[Authority, ...] = ()


@dataclass(frozen=True)
class Address:
    """The bodies a letter, report or proposal goes to; `word` is "Kính gửi", "Kính trình", "Kính mời"."""

    to: tuple[str, ...]
    word: str = "Kính gửi"


@dataclass(frozen=True)
class Appendix:
    """A part behind the signature with pages numbered on their own; numbered I, II … when there are several."""

    title: str
    blocks: tuple[Block, ...]
    reference: str = ""
    landscape: bool = False


@dataclass(frozen=True, kw_only=True)
class Document:
    """An administrative paper, or a working paper in one of the formats without the State's or Party's title.

    `kind` is the printed name (`KẾ HOẠCH`); empty for a letter, whose `subject` then stands under the number as
    "V/v …". Several signatures stand side by side, as under minutes; with one, `recipients` stand to its left.
    `archive` is the last line of the recipients (`VT, VP` or `Văn phòng Đảng ủy`). A working paper without a kind
    prints no title at all; its subject names the file. `following` are further papers in the same file, each from a
    first page of its own: the letters of one invitation.
    """

    header: Header
    subject: str
    kind: str = ""
    address: Address | None = None
    bases: tuple[Inline, ...] = ()
    opening: tuple[Inline, ...] = ()
    body: tuple[Block, ...] = ()
    closing: tuple[Inline, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = ""
    signatures: tuple[Signature, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    draft: bool = False
    sheet: Sheet | None = None
    following: "tuple[Document, ...]" = ()
