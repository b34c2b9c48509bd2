"""What the rows of a list of guests say, and what becomes of each."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nghedan.domain.invitations.terms import GuestColumn, GuestVerdict
from nghedan.domain.organisations.rules.hamlet_names import HamletNames
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import fold

SKIP, KEEP = "skip", "keep"
"""What the clerk decided of a row: leave it out, or write it although it is twice or over the number of seats."""

SEARCHED = 15
"""Rows among which the headings are looked for: above them stand the title, the body, the day."""

LONGEST = 200
NO_NAME, UNKNOWN_HAMLET, LONG, ODD_PHONE, ODD_MAIL, FORMULA, MERGED = (
    "no_name", "unknown_hamlet", "long", "odd_phone", "odd_mail", "formula", "merged",
)  # fmt: skip
PROBLEMS = {
    NO_NAME: _("Xin ghi họ tên hoặc chức vụ."),
    UNKNOWN_HAMLET: _("Chưa có thôn, tổ dân phố nào tên như vậy; xin sửa tên, hoặc thêm ở Cài đặt."),
    LONG: _("Dài quá 200 ký tự; xin rút ngắn."),
    ODD_PHONE: _("Không giống số điện thoại; vẫn ghi như vậy."),
    ODD_MAIL: _("Không giống địa chỉ thư điện tử; vẫn ghi như vậy, nhưng không gửi thư tới được."),
    FORMULA: _("Ô này là công thức; đã lấy kết quả Excel lưu lại, xin xem có đúng không."),
    MERGED: _("Ô gộp; đã lấy theo dòng trên."),
}
"""Code -> what is told about a cell (source text)."""

NOTICES = frozenset({ODD_PHONE, ODD_MAIL, FORMULA, MERGED})
"""What is shown, but keeps no row from being written."""

_HEADINGS = (
    (GuestColumn.PHONE, re.compile(r".*(?:dien thoai|sdt|so dt|di dong).*|dt")),
    (GuestColumn.CONTACT, re.compile(r".*(?:thu dien tu|e-?mail).*")),
    (GuestColumn.POST, re.compile(r".*(?:chuc vu|chuc danh|tu cach|thanh phan|doi tuong).*")),
    (GuestColumn.ORGANISATION, re.compile(r".*(?:don vi|co quan|to chuc|noi cong tac).*")),
    (
        GuestColumn.HAMLET,
        re.compile(r"(?:ten )?(?:thon|xom|ban|lang|ap|buon|to dan pho|tdp|khu|khom|dia ban|dia chi).*|to"),
    ),
    (GuestColumn.NAME, re.compile(r".*(?:ho (?:va )?ten|ho, ten|dai bieu).*|ten")),
)
_PHONE = re.compile(r"(?:\+?84|0)\d{8,10}")
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_COUNTED = re.compile(r"\d{1,4}[.)]?")

Columns = Mapping[int, GuestColumn]
Same = tuple[str, int | None, str]
"""What makes a guest the same as another: name without marks and capitals, hamlet, and the post where nobody is named."""  # noqa: E501


@dataclass(frozen=True, slots=True)
class StagedRow:
    """A row as it waits: its texts by what they mean, what Excel said of them, what the clerk decided."""

    texts: Mapping[str, str] = field(repr=False)
    told: Mapping[str, str] = field(default_factory=dict)
    decision: str = ""

    def text(self, column: GuestColumn) -> str:
        return " ".join(self.texts.get(column.value, "").split())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rows are judged against: hamlets, guests already listed, and seats still free by hamlet."""

    hamlets: HamletNames
    known: frozenset[Same] = frozenset()
    free: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """What becomes of a row, what is told about its cells, and the hamlet that is meant."""

    verdict: GuestVerdict
    problems: Mapping[str, str]
    hamlet: int | None


def columns_in(rows: Sequence[Sequence[str]]) -> tuple[int, Columns]:
    """Return how many rows stand above the list with its headings, and what the columns hold.

    Without headings the first column of words is the name, unless rows are only counted in it; nothing is guessed
    beyond that, for a post and a hamlet look alike.
    """
    best: tuple[int, Columns] = (0, {})
    for place, cells in enumerate(rows[:SEARCHED]):
        named = _named(cells)
        if GuestColumn.NAME in named.values() and len(named) > len(best[1]) and (len(named) > 1 or len(cells) == 1):
            best = (place + 1, named)
    if best[0] or not rows:
        return best
    column = next((at for at, cells in enumerate(zip(*rows, strict=True)) if not all(map(_is_number, cells))), 0)
    return 0, {column: GuestColumn.NAME}


def same_key(name: str, hamlet: int | None, post: str) -> Same:
    """Return by what somebody is recognised on the list."""
    said = " ".join(fold(name).split())
    return said, hamlet, "" if said else " ".join(fold(post).split())


def judge_all(rows: Sequence[StagedRow], around: Surroundings) -> list[JudgedRow]:
    """Judge every row; of two alike the second, and who comes after the last free seat of a hamlet, is left out."""
    seen: set[Same] = set()
    taken: Counter[int] = Counter()
    judged = []
    for row in rows:
        one = _judge(row, around)
        key = same_key(row.text(GuestColumn.NAME), one.hamlet, row.text(GuestColumn.POST))
        if one.verdict is GuestVerdict.READY and row.decision != KEEP:
            one = replace(one, verdict=_beside(key, one.hamlet, seen, taken, around))
        if one.verdict is GuestVerdict.READY:
            seen.add(key)
            taken[one.hamlet or 0] += 1
        judged.append(one)
    return judged


def _beside(
    key: Same, hamlet: int | None, seen: Iterable[Same], taken: Counter[int], around: Surroundings
) -> GuestVerdict:
    if key in seen:
        return GuestVerdict.REPEATED
    if key in around.known:
        return GuestVerdict.KNOWN
    if hamlet is not None and hamlet in around.free and taken[hamlet] >= around.free[hamlet]:
        return GuestVerdict.OVER
    return GuestVerdict.READY


def _judge(row: StagedRow, around: Surroundings) -> JudgedRow:
    told = dict(row.told)
    said = row.text(GuestColumn.HAMLET)
    hamlet = around.hamlets.find(said) if said else None
    if said and hamlet is None:
        told[GuestColumn.HAMLET] = UNKNOWN_HAMLET
    if not any(sign.isalpha() for sign in row.text(GuestColumn.NAME) + row.text(GuestColumn.POST)):
        told[GuestColumn.NAME] = NO_NAME
    phone = re.sub(r"[\s.()-]", "", row.text(GuestColumn.PHONE))
    if phone and not _PHONE.fullmatch(phone):
        told[GuestColumn.PHONE] = ODD_PHONE
    mail = row.text(GuestColumn.CONTACT)
    if mail and not _MAIL.fullmatch(mail):
        told[GuestColumn.CONTACT] = ODD_MAIL
    told |= {column.value: LONG for column in GuestColumn if len(row.text(column)) > LONGEST}
    if row.decision == SKIP:
        return JudgedRow(GuestVerdict.SKIPPED, told, hamlet)
    is_wrong = bool(set(told.values()) - NOTICES)
    return JudgedRow(GuestVerdict.WRONG if is_wrong else GuestVerdict.READY, told, hamlet)


def _named(cells: Sequence[str]) -> dict[int, GuestColumn]:
    found: dict[int, GuestColumn] = {}
    for place, cell in enumerate(cells):
        heading = " ".join(fold(cell).split())
        meaning = next((one for one, pattern in _HEADINGS if len(heading) <= 60 and pattern.fullmatch(heading)), None)
        if meaning is not None and meaning not in found.values():
            found[place] = meaning
    return found


def _is_number(text: str) -> bool:
    return not text.strip() or _COUNTED.fullmatch(text.strip()) is not None
