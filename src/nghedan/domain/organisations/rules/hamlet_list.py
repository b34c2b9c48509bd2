"""Reading a pasted list of hamlets: a line is a hamlet with, in any order, its voters, households and head.

It comes from Word, Excel or a message: "Thôn Lũng Mây - 412 cử tri - Trưởng thôn Nguyễn Văn A", "Xóm 3; 210",
"1. Bản Nà Lìu (95 hộ)", or rows between tabs under a heading. What is not clear is said, never guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nghedan.domain.organisations.rules.names import same_name_key
from nghedan.domain.organisations.terms import HEAD_TITLES, HamletKind
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import fold, nfc

MOST_LINES = 2000
LONGEST_LINE = 300
LONGEST_NAME = 120
MOST_PEOPLE = 1_000_000

TOO_LONG = _("Danh sách dài quá %(most)s dòng; xin dán từng phần.")
NO_KIND = _("Đầu dòng thiếu chữ “thôn”, “xóm”, “tổ dân phố” …; xin ghi thêm, hoặc chọn loại chung cho cả danh sách.")
NO_NAME = _("Chưa thấy tên; xin ghi thêm.")
NAME_OR_COUNT = _("Số “%(number)s” là tên hay số cử tri? Xin thêm dấu “-” hoặc “;” giữa tên và số.")
WHICH_COUNT = _("Chưa rõ số nào là số cử tri, số nào là số hộ; xin ghi chữ “cử tri”, “hộ” sau số.")
LINE_TOO_LONG = _("Dòng dài quá %(most)s ký tự; mỗi dòng chỉ ghi một thôn, tổ dân phố.")
OUT_OF_BOUNDS = _("Tên dài quá 120 ký tự hoặc số quá lớn; xin xem lại.")
NOT_PLACED = _("Chưa hiểu phần “%(text)s”; xin sửa hoặc bỏ đi.")

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_DASHES = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
_SPACES = {ord(space): " " for space in "\u00a0\u2007\u2009\u202f\u3000"}
_CLEAN = {**_INVISIBLE, **_DASHES, **_SPACES, ord("("): ";", ord(")"): ";", ord("|"): ";", ord("\uff1b"): ";"}

_ENUMERATOR = re.compile(
    r"\s*(?:[-+*•·▪○]\s*|\d{1,3}\s*[.)/]\s+|\d{1,3}[.)/](?=[^\W\d])|\d{1,3}\s*[\t;-]\s*(?=[^\W\d]))+"
)
_CUT = re.compile(r"\t|;|,\s+|\s+-\s+|\s+-(?=\d)|-\s+")
_NAME_END = re.compile(rf"{_CUT.pattern}|:")
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+"
_LABEL = r"cử tri|hộ(?: gia đình| dân)?|nhân khẩu|khẩu|người dân"
_LABELLED = re.compile(
    rf"(?P<first>{_NUMBER})\s*(?P<after>{_LABEL})\b"
    rf"|(?:(?:tổng )?số )?(?P<before>{_LABEL})\s*[:=]?\s*(?P<last>{_NUMBER})(?!\d)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(_NUMBER)
_TRAILING_NUMBER = re.compile(r".*[^\W_][\s-]+(\d{3,})")
_PHONE = re.compile(r"(?:đt|sđt|điện thoại|tel)?[\s.:]*((?:\+84|0)(?:[\s.-]?\d){8,10})", re.IGNORECASE)
_ADDRESS = r"(?:ông|bà|anh|chị|đ/c|đồng chí)\b[\s:.]*"
_HEAD_TITLES = "|".join(sorted({*HEAD_TITLES.values(), "Tổ trưởng", "Buôn trưởng", "Khối trưởng", "Trưởng ban"}, key=len, reverse=True))  # fmt: skip  # noqa: E501
_HEAD = re.compile(rf"(?:(?:{_HEAD_TITLES})\b[\s:-]*(?:{_ADDRESS})?|{_ADDRESS})(?P<name>.+)", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_]+(?:[\s'’][^\W\d_]+){1,5}")
_NO_HAMLET = re.compile(r"\W*(?:danh sách\b|(?:tổng(?: cộng| số)?|cộng)\s*(?:[\t;:,\d-]|$))", re.IGNORECASE)

_COMMON_SURNAMES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương đoàn lâm mai trịnh đào hà cao lương
lưu tạ chu tô vi lò nông hứa triệu lộc lầu giàng sùng vàng thào tòng quàng cầm bế mạc thân tăng la châu kiều quách thái
từ văn tống vương nghiêm phùng đàm khổng lục ma bàn phàn chảo tẩn giáp hầu mã mùa thò và y rơ ksor
"""
_SURNAMES = frozenset(_COMMON_SURNAMES.split())

_WRITTEN_KINDS: dict[str, HamletKind] = {
    **{kind.label: kind for kind in HamletKind},
    "tdp": HamletKind.TO_DAN_PHO,
    "tổ dp": HamletKind.TO_DAN_PHO,
    "tổ": HamletKind.TO_DAN_PHO,
    "kp": HamletKind.KHU_PHO,
    "kdc": HamletKind.KHU_DAN_CU,
}
_KIND = re.compile(rf"({'|'.join(sorted(_WRITTEN_KINDS, key=len, reverse=True))})\b\.?\s*", re.IGNORECASE)

_COLUMNS = (
    ("skip", re.compile(r"stt|tt|ghi chu|khau|dan toc|dien tich|bi thu.*")),
    ("voters", re.compile(r".*cu tri.*")),
    ("households", re.compile(r"(?:tong )?(?:so )?ho(?: dan| gia dinh)?")),
    ("phone", re.compile(r".*(?:dien thoai|sdt|di dong|dt).*")),
    ("head", re.compile(r".*(?:truong|ho (?:va )?ten|nguoi dung dau).*")),
    (
        "name",
        re.compile(r"(?:ten )?(?:thon|xom|ban|lang|ap|buon|to dan pho|tdp|khu pho|khom|khoi pho|don vi|dia ban).*|ten"),
    ),
)


@dataclass(frozen=True, slots=True)
class ListedHamlet:
    """One line as it was understood; ``problem`` (source text with its params) says why it was not."""

    line: int
    source: str
    kind: HamletKind | None = None
    name: str = ""
    voters: int | None = None
    households: int | None = None
    head_name: str = ""
    head_phone: str = ""
    is_heading: bool = False
    problem: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same hamlet as another."""
        return str(self.kind), same_name_key(self.name)


def read_hamlet_list(text: str, default_kind: HamletKind | None = None) -> list[ListedHamlet]:
    """Read every line that is not blank; lines without a word for the kind take ``default_kind``.

    Raises Invalid for a list of more than ``MOST_LINES`` lines.
    """
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise Invalid("hamlet_list.too_long", TOO_LONG, field="text", most=MOST_LINES)
    return list(_read_lines(lines, default_kind))


def _read_lines(lines: Sequence[str], default_kind: HamletKind | None) -> Iterator[ListedHamlet]:
    columns: tuple[str, ...] = ()
    for number, source in enumerate(lines, start=1):
        line = nfc(source.translate(_CLEAN)).rstrip(" .,")
        if not line.strip():
            continue
        blank = ListedHamlet(number, source.strip())
        if len(line) > LONGEST_LINE:
            yield replace(blank, problem=LINE_TOO_LONG, params={"most": LONGEST_LINE})
        elif heading := _read_heading(line):
            columns, kind_in_heading = heading
            default_kind = default_kind or kind_in_heading
            yield replace(blank, is_heading=True)
        elif _NO_HAMLET.match(line):
            yield replace(blank, is_heading=True)
        elif columns and line.count("\t") >= 1:
            yield _within_bounds(_read_row(blank, line, columns, default_kind))
        else:
            yield _within_bounds(_read_line(blank, line, default_kind))


def _read_heading(line: str) -> tuple[tuple[str, ...], HamletKind | None] | None:
    """Return the columns of a table's heading, and the kind it names ("Tên thôn"); None for any other line."""
    cells = [fold(cell).strip(" .*") for cell in re.split(r"[\t;]", line)]
    columns = tuple(next((name for name, pattern in _COLUMNS if pattern.fullmatch(cell)), "") for cell in cells)
    if len(cells) < 2 or re.search(r"\d", line) or "name" not in columns or not any(columns[1:]):
        return None
    name_cell = re.split(r"[\t;]", line)[columns.index("name")]
    named = [kind for kind in HamletKind if re.search(rf"\b{kind.label}\b", name_cell, re.IGNORECASE)]
    return columns, named[0] if len(named) == 1 else None


def _read_row(blank: ListedHamlet, line: str, columns: Sequence[str], default_kind: HamletKind | None) -> ListedHamlet:
    cells = dict(zip(columns, (cell.strip(" -") for cell in line.split("\t")), strict=False))
    listed = _read_name(blank, cells.get("name", ""), default_kind)
    counts = {column: cells.get(column, "") for column in ("voters", "households")}
    for count in filter(None, counts.values()):
        if not _BARE_NUMBER.fullmatch(count):
            return _not_placed(listed, count)
    head = cells.get("head", "")
    match = _HEAD.fullmatch(head)
    phone = _PHONE.fullmatch(cells.get("phone", ""))
    return replace(
        listed,
        voters=_count(counts["voters"]),
        households=_count(counts["households"]),
        head_name=match["name"] if match else head,
        head_phone=phone[1] if phone else "",
    )


def _read_line(blank: ListedHamlet, line: str, default_kind: HamletKind | None) -> ListedHamlet:
    line = _ENUMERATOR.sub("", line, count=1) if _ENUMERATOR.match(line) else line.strip()
    kind_end = match.end() if (match := _KIND.match(line)) else 0
    ends = [found.start() for pattern in (_NAME_END, _LABELLED) if (found := pattern.search(line, kind_end))]
    end = min(ends, default=len(line))
    cells = [cell.strip(" .:-") for cell in _CUT.split(line[end:])]
    details = [cell for cell in cells if cell]
    name = line[:end]
    if details and _continues_name(details[0], line[end:]):
        name, details = f"{name} - {details[0]}", details[1:]
    listed = _read_name(blank, name, default_kind)
    if not listed.problem and end == len(line) and (trailing := _TRAILING_NUMBER.fullmatch(listed.name)):
        return replace(listed, problem=NAME_OR_COUNT, params={"number": trailing[1]})
    return _read_details(listed, details)


def _continues_name(cell: str, rest: str) -> bool:
    """Say whether what follows a dash is the second half of a name, as in "Tân Lập - Hòa Bình"."""
    is_plain_text = not re.search(r"\d", cell) and not _HEAD.fullmatch(cell) and not _LABELLED.search(cell)
    return is_plain_text and cell[0].isupper() and rest.lstrip().startswith("-") and not _is_person(cell)


def _read_name(listed: ListedHamlet, text: str, default_kind: HamletKind | None) -> ListedHamlet:
    text = " ".join(text.split()).strip(" .,:;-")
    match = _KIND.match(text)
    kind = _WRITTEN_KINDS[match[1].lower()] if match else default_kind
    name = (text[match.end() :] if match else text).strip(' .,:;-"“”')
    if kind is None:
        return replace(listed, name=name, problem=NO_KIND)
    return replace(listed, kind=kind, name=name, problem="" if name else NO_NAME)


def _read_details(listed: ListedHamlet, cells: Sequence[str]) -> ListedHamlet:
    """Place every part after the name; the first that cannot be placed is the problem."""
    bare: list[int] = []
    for cell in cells:
        if listed.problem:
            return listed
        if phone := _PHONE.fullmatch(cell):
            listed = replace(listed, head_phone=phone[1])
        elif _BARE_NUMBER.fullmatch(cell):
            bare.append(int(re.sub(r"\D", "", cell)))
        else:
            listed = _read_words(listed, cell)
    return _place_bare_counts(listed, bare)


def _read_words(listed: ListedHamlet, cell: str) -> ListedHamlet:
    for found in _LABELLED.finditer(cell):
        label = (found["after"] or found["before"]).lower()
        count = _count(found["first"] or found["last"])
        if label == "cử tri":
            listed = replace(listed, voters=count)
        elif label.startswith("hộ"):
            listed = replace(listed, households=count)
    rest = _LABELLED.sub(" ", cell).strip(" ,.-/")
    if phone := _PHONE.search(rest):
        listed, rest = replace(listed, head_phone=phone[1]), rest.replace(phone[0], "").strip(" ,.-")
    if not rest:
        return listed
    head = _HEAD.fullmatch(rest)
    name = head["name"].strip() if head else rest
    if listed.head_name or not _looks_like_person(name):
        return _not_placed(listed, rest)
    return replace(listed, head_name=name)


def _place_bare_counts(listed: ListedHamlet, bare: Sequence[int]) -> ListedHamlet:
    """Take a single unlabelled number for the voters; of two the second may be the households, which are fewer."""
    if not bare or listed.problem:
        return listed
    if len(bare) == 1 and listed.voters is None:
        return replace(listed, voters=bare[0])
    if len(bare) == 2 and listed.voters is None and listed.households is None and bare[1] < bare[0]:
        return replace(listed, voters=bare[0], households=bare[1])
    return replace(listed, problem=WHICH_COUNT)


def _within_bounds(listed: ListedHamlet) -> ListedHamlet:
    longest = max(len(listed.name), len(listed.head_name))
    most = max(listed.voters or 0, listed.households or 0)
    if listed.problem or (longest <= LONGEST_NAME and most <= MOST_PEOPLE):
        return listed
    return replace(listed, problem=OUT_OF_BOUNDS)


def _not_placed(listed: ListedHamlet, text: str) -> ListedHamlet:
    return replace(listed, problem=NOT_PLACED, params={"text": text})


def _is_person(text: str) -> bool:
    return _looks_like_person(text) and text.split()[0].casefold() in _SURNAMES


def _looks_like_person(text: str) -> bool:
    """Say whether the words could be a full name: two to six, the first and the last with a capital."""
    return _PERSON.fullmatch(text) is not None and text[0].isupper() and text.split()[-1][0].isupper()


def _count(text: str) -> int | None:
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits else None
