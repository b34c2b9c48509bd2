"""Words that can point at a person, suggested for leaving out before anything is published. A person decides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nghedan.domain.matters.rules.suggesting import Span
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import nfc

GAP = "[…]"


class Personal(Term):
    """What can point at a person."""

    NAME = "name", _("họ tên")
    PHONE = "phone", _("số điện thoại")
    IDENTITY = "identity", _("số căn cước, giấy tờ")
    ADDRESS = "address", _("địa chỉ nhà")
    BIRTH = "birth", _("ngày, năm sinh")
    PLATE = "plate", _("biển số xe")
    ACCOUNT = "account", _("số tài khoản")
    MAIL = "mail", _("thư điện tử")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A stretch of a text that can point at a person."""

    kind: Personal
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
_NAME_WORD = rf"[{_UPPER}][^\W\d_]*"
_NAME = rf"{_NAME_WORD}(?:[ ]{_NAME_WORD}){{0,4}}"
_CALLED = (
    r"(?i:ông bà|ông|bà|anh|chị|em|cháu|cô|chú|bác|cụ|thầy|dì|cậu|mợ|thím|dượng|con|chồng|vợ|mẹ|bố|ba|má"
    r"|tôi tên là|tên tôi là|tôi tên|tên là|tên|hộ)"
)
_DATE = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"

_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nông|Triệu|Vi|Lò|Lường|Quàng|Cầm|Hà|Giàng"
    "|Vàng|Sùng|Thào|Mùa|Hạng|Chảo|Tẩn|Lù|Bàn|Đinh|Y|A|Rơ|K'"
)
_PAPER = r"(?i:\b(?:cccd|cmnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|hộ chiếu|mã số thuế|số thẻ)\b)"
_BORN = r"(?i:\b(?:sinh ngày|sinh năm|năm sinh|ngày sinh|sn|sinh)\b)"
_HOUSE = r"(?i:số nhà|nhà số|ngõ số|ngách|kiệt|hẻm)\s+(?:số\s+)?\d+[\w/]*"
_STREET = r"(?:,?\s*(?i:ngõ|ngách|hẻm|đường|phố)\s+[^\n,.;]{1,30})?"

_PATTERNS: tuple[tuple[Personal, re.Pattern[str]], ...] = (
    (Personal.MAIL, re.compile(r"(?P<it>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
    (Personal.ACCOUNT, re.compile(r"(?i:\b(?:số tài khoản|tài khoản|stk)\b)[^\d\n]{0,25}(?P<it>\d[\d .-]{5,22}\d)")),
    (Personal.PHONE, re.compile(r"(?<![\d.])(?P<it>(?:\+?84|0)(?:[ .-]?\d){8,10})(?!\d)")),
    (Personal.IDENTITY, re.compile(rf"{_PAPER}[^\d\n]{{0,15}}(?P<it>[A-Z]{{0,3}}\d[\d .]{{5,16}}\d)")),
    (Personal.IDENTITY, re.compile(r"(?<!\d)(?P<it>\d{12}|\d{9})(?!\d)")),
    (Personal.BIRTH, re.compile(rf"{_BORN}[ :]*(?P<it>(?:ngày )?{_DATE}|(?:19|20)\d{{2}}\b)")),
    (Personal.PLATE, re.compile(r"(?<!\w)(?P<it>\d{2}[ -]?[A-ZĐ]{1,2}\d?[ .-]?\d{3}[.]?\d{1,2})(?!\w)")),
    (Personal.ADDRESS, re.compile(rf"(?P<it>{_HOUSE}{_STREET})")),
    (Personal.NAME, re.compile(rf"(?<!\w){_CALLED}\s+(?P<it>{_NAME})")),
    (Personal.NAME, re.compile(rf"(?<!\w)(?P<it>(?:{_FAMILY})(?:[ ]{_NAME_WORD}){{1,4}})")),
)
"""What is looked for, the surest first: an account's number is not taken for a telephone."""

_PLACES = re.compile(
    r"(?i:\b(?:thôn|xóm|bản|làng|ấp|buôn|xã|phường|huyện|tỉnh|sông|suối|núi|đồi|đèo|cầu|hồ|chợ|đường|phố|trường|khe"
    r"|thị trấn|quận|khu phố|tổ dân phố|khu)\s+)$"
)
"""What stands before the name of a place, which stays."""


def pointers(text: str) -> list[Pointer]:
    """Return what can point at a person, in the order of the text, without overlaps."""
    normal = nfc(text)
    found: list[Pointer] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(normal):
            start, end = match.span("it")
            is_place = kind is Personal.NAME and _PLACES.search(normal, max(0, start - 20), start)
            if not is_place and all(end <= other.start or start >= other.end for other in found):
                found.append(Pointer(kind, start, end))
    return sorted(found, key=lambda pointer: pointer.start)


def without(text: str, found: Sequence[Pointer]) -> str:
    """Return the text with a gap for each pointer."""
    normal, pieces, before = nfc(text), [], 0
    for pointer in found:
        pieces.append(normal[before : pointer.start])
        before = pointer.end
    return GAP.join([*pieces, normal[before:]])
