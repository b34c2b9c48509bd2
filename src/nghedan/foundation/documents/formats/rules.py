"""The shape of a format rule set: what can differ between two rules on how a paper looks, and nothing else.

Lengths are millimetres, type sizes and vertical spaces points, shares are of the width of the printed text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nghedan.foundation.documents.model import Align, Capacity
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _

Range = tuple[float, float]


class Element(Term):
    """The parts of a paper that a format rule speaks of."""

    NATION = "nation", _("Quốc hiệu / Tiêu đề")
    MOTTO = "motto", _("Tiêu ngữ")
    SUPERIOR = "superior", _("Tên cơ quan cấp trên trực tiếp")
    ISSUER = "issuer", _("Tên cơ quan ban hành")
    ISSUER_MARK = "issuer_mark", _("Dấu sao dưới tên cơ quan")
    NUMBER = "number", _("Số, ký hiệu")
    PLACE_DATE = "place_date", _("Địa danh và thời gian")
    KIND = "kind", _("Tên loại văn bản")
    SUBJECT = "subject", _("Trích yếu")
    SUBJECT_MARK = "subject_mark", _("Gạch nối dưới trích yếu")
    LETTER_SUBJECT = "letter_subject", _("Trích yếu công văn")
    DRAFT = "draft", _("Chữ “Dự thảo”")
    ADDRESS = "address", _("Kính gửi")
    ADDRESSEE = "addressee", _("Từng nơi kính gửi")
    BASIS = "basis", _("Căn cứ ban hành")
    BODY = "body", _("Nội dung")
    HEADING_1 = "heading_1", _("Mục cấp 1")
    HEADING_2 = "heading_2", _("Mục cấp 2")
    HEADING_3 = "heading_3", _("Mục cấp 3")
    BULLET_1 = "bullet_1", _("Gạch đầu dòng")
    BULLET_2 = "bullet_2", _("Gạch đầu dòng cấp 2")
    TABLE_CAPTION = "table_caption", _("Tên bảng")
    TABLE_HEAD = "table_head", _("Đầu bảng")
    TABLE_CELL = "table_cell", _("Ô bảng")
    FORM = "form", _("Chỗ điền bằng tay, ô đánh dấu")
    CAPTION = "caption", _("Chữ dưới mã QR, bên đường cắt")
    AUTHORITY = "authority", _("Quyền hạn của người ký")
    POST = "post", _("Chức vụ của người ký")
    SIGNER = "signer", _("Họ và tên người ký")
    RECIPIENTS = "recipients", _("Chữ “Nơi nhận”")
    RECIPIENT = "recipient", _("Từng nơi nhận")
    PAGE_NUMBER = "page_number", _("Số trang")
    APPENDIX = "appendix", _("Chữ “Phụ lục”")
    APPENDIX_TITLE = "appendix_title", _("Tên phụ lục")
    APPENDIX_REFERENCE = "appendix_reference", _("Chỉ dẫn kèm theo")


class Numeral(Term):
    """How the sections of one level are counted."""

    ROMAN = "roman", _("Số La Mã")
    ARABIC = "arabic", _("Số Ả Rập")
    LETTER = "letter", _("Chữ cái tiếng Việt")


class Standing(Term):
    """How far a rule set has been checked against the official text."""

    SECONDARY = "secondary", _("theo nguồn công khai dẫn lại bản gốc")
    UNCHECKED = "unchecked", _("chưa đối chiếu bản gốc")
    OWN = "own", _("cách trình bày của phần mềm, không theo văn bản nào")


@dataclass(frozen=True)
class Leading:
    """Distance of lines: a multiple of the font's own height, or exactly so many points."""

    amount: float = 1.0
    exact: bool = False
    allowed: Range = (1.0, 1.5)


@dataclass(frozen=True)
class Style:
    """How an element is set; `sizes` is what the rule allows, `size` what we take."""

    size: float
    sizes: Range
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    align: Align = Align.LEFT
    before: float = 0.0
    first_line: float = 0.0
    leading: Leading = field(default_factory=Leading)


@dataclass(frozen=True)
class Rule:
    """A drawn line under an element, centred: a share of the text's width; thickness, gap above and room below."""

    share: float
    shares: Range
    thickness: float = 0.75
    gap: float = 2.5
    room: float = 2.0


@dataclass(frozen=True)
class Level:
    """How the sections of a level are numbered and set; `pattern` holds `{}` for the numeral."""

    numeral: Numeral
    pattern: str
    element: Element


@dataclass(frozen=True)
class Page:
    """Paper size and margins, and the distance of the page number from the upper edge.

    `sheet` tells the page a working paper chose for itself from that of the format.
    """

    width: float = 210.0
    height: float = 297.0
    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 15.0
    number_distance: float = 10.0
    numbered: bool = True
    sheet: bool = False
    allowed: Mapping[str, Range] = field(default_factory=dict)

    def text_width(self, *, landscape: bool = False) -> float:
        """Return the width between the margins in millimetres; a turned page keeps the left and right margins."""
        return (self.height if landscape else self.width) - self.left - self.right


@dataclass(frozen=True)
class Marks:
    """The fixed words and signs of a format."""

    title: tuple[tuple[Element, str], ...]
    number_prefix: str
    issuer_mark: str
    subject_mark: str
    subject_capital: bool
    letter_prefix: str
    basis_marker: str
    bullets: tuple[str, str]
    text_end: str
    recipients: str
    recipient_end: str
    archive_prefix: str
    capacities: Mapping[Capacity, str]
    deputy_for_head: bool
    draft: str = "DỰ THẢO"
    appendix: str = "Phụ lục"


@dataclass(frozen=True, kw_only=True)
class Format:
    """A rule set: its source, whom and when it binds, and every value a renderer needs.

    `head` and `foot` are the widths of the two columns of the head and of the signature block; `foot_space` and
    `grid_space` the room above the latter and above a table; `cell_padding` is beside and above the text of a cell.
    """

    code: str
    name: str
    version: int
    citation: str
    standing: Standing
    valid_from: date
    valid_until: date | None = None
    body_kinds: frozenset[str]
    font: str = "Times New Roman"
    page: Page
    styles: Mapping[Element, Style]
    rules: Mapping[Element, Rule]
    levels: tuple[Level, Level, Level]
    marks: Marks
    head: tuple[float, float]
    foot: tuple[float, float]
    foot_space: float = 12.0
    grid_space: float = 3.0
    cell_padding: tuple[float, float] = (1.5, 0.8)

    def is_valid_on(self, day: date) -> bool:
        """Say whether papers dated `day` follow this rule set."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
