"""The words the reader knows, folded, as data.

An entry says from which source plan it was learnt; no plan means common office usage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache


class Kind(Enum):
    """What a heading or label announces."""

    PURPOSE = auto()
    REQUIREMENT = auto()
    PRINCIPLE = auto()
    TOPICS = auto()
    AUDIENCE = auto()
    PARTICIPANTS = auto()
    COMMITTEE = auto()
    TIME = auto()
    VENUE = auto()
    FORM = auto()
    REGULAR = auto()
    ADHOC = auto()
    PROCEDURE = auto()
    BEFORE = auto()
    DURING = auto()
    AFTER = auto()
    ORGANISATION = auto()
    ATTENDANCE = auto()
    CHANNELS = auto()
    BUDGET = auto()
    REPORTING = auto()
    SESSIONS = auto()
    CLOSING = auto()


@dataclass(frozen=True)
class Entry:
    """One pattern on folded text."""

    kind: Kind
    pattern: str
    learnt_from: frozenset[str] = frozenset()


def _entries(kind: Kind, *patterns: str, learnt_from: Iterable[str] = ()) -> list[Entry]:
    return [Entry(kind, pattern, frozenset(learnt_from)) for pattern in patterns]


_MEETING = (
    r"(?:(?:hoi nghi|buoi|cuoc|phien|viec|khi|chuong trinh|to chuc|tien hanh|dien ra|thuc hien|chuan bi"
    r"|buoi lam viec)\s+)*(?:tiep xuc|doi thoai|hoi nghi|tiep dan|trao doi|gap go|tien hanh)"
)

ENTRIES: tuple[Entry, ...] = (
    *_entries(Kind.PURPOSE, r"muc dich", r"muc tieu", r"^y nghia"),
    *_entries(Kind.REQUIREMENT, r"(?<!nhung )(?<!cac )\byeu cau\b"),
    *_entries(Kind.PRINCIPLE, r"nguyen tac", r"phuong cham", r"quan diem"),
    *_entries(
        Kind.TOPICS, r"noi dung(?! cong viec)", r"chu de", r"chuyen de", r"nhom van de", r"^linh vuc", r"^van de"
    ),
    *_entries(Kind.AUDIENCE, r"doi tuong", r"khach the", r"^(?:nguoi|to chuc, ca nhan) duoc doi thoai"),
    *_entries(
        Kind.PARTICIPANTS,
        r"thanh phan",
        r"dai bieu (?:tham du|moi|du)",
        r"khach moi",
        r"^moi\b",
        r"^dai bieu\b",
        r"^nguoi tham du",
    ),
    *_entries(
        Kind.COMMITTEE,
        r"ban to chuc(?! thuc hien)",
        r"^(?:nguoi |don vi |dong |to )?chu tri(?! phoi hop)",
        r"^(?:to )?thu ky",
        r"to giup viec",
        r"ban chi dao",
        r"doan chu toa",
        r"^dieu hanh",
    ),
    *_entries(Kind.TIME, r"thoi gian", r"thoi diem", r"^ngay to chuc", r"lich (?:doi thoai|to chuc|tiep xuc|hoi nghi)"),
    *_entries(Kind.VENUE, r"dia diem", r"^noi to chuc", r"^tai\b"),
    *_entries(Kind.FORM, r"hinh thuc", r"phuong thuc", r"phuong phap", r"cach thuc"),
    *_entries(Kind.REGULAR, r"dinh ky"),
    *_entries(
        Kind.ADHOC, r"(?<!bo sung )dot xuat(?! xuat)", r"bat thuong", r"ngoai ke hoach", r"theo yeu cau cua cu tri"
    ),
    *_entries(
        Kind.PROCEDURE,
        r"trinh tu",
        r"quy trinh",
        r"cac buoc",
        r"tien trinh",
        r"cach (?:thuc )?tien hanh",
        r"tien do thuc hien",
        r"cac giai doan",
    ),
    *_entries(
        Kind.BEFORE, rf"\btruoc (?:khi )?(?:ngay )?{_MEETING}", r"^(?:cong tac |buoc )?chuan bi", r"^giai doan chuan bi"
    ),
    *_entries(
        Kind.DURING,
        rf"\b(?:trong|tai|dien bien|dien ra)(?: qua trinh)? {_MEETING}",
        r"^chuong trinh",
        r"^tien hanh",
        r"^to chuc hoi nghi$",
    ),
    *_entries(
        Kind.AFTER,
        rf"\bsau (?:khi )?(?:ket thuc )?{_MEETING}",
        r"^ket thuc",
        r"^sau (?:khi )?ket thuc",
        r"(?:xu ly|giai quyet|thong bao).{0,40}\bsau\b",
    ),
    *_entries(
        Kind.ORGANISATION,
        r"to chuc thuc hien",
        r"phan cong (?:nhiem vu|thuc hien|trach nhiem|to chuc)",
        r"trach nhiem (?:thuc hien|cua cac|to chuc)",
        r"^phan cong",
        r"nhiem vu cu the",
        r"^nhiem vu cua",
    ),
    *_entries(Kind.ATTENDANCE, r"so luong", r"quy mo", r"du kien so"),
    *_entries(
        Kind.CHANNELS,
        r"hinh thuc (?:thong bao|moi|tuyen truyen)",
        r"^(?:cong tac )?(?:thong tin, )?tuyen truyen",
        r"kenh",
    ),
    *_entries(Kind.BUDGET, r"kinh phi"),
    *_entries(Kind.REPORTING, r"che do (?:thong tin|bao cao)", r"thong tin,? bao cao"),
    *_entries(
        Kind.SESSIONS,
        r"lich (?:to chuc|doi thoai)",
        r"cac (?:cuoc|buoi|hoi nghi) doi thoai",
        r"ke hoach cu the",
        r"so (?:cuoc|buoi|lan)",
    ),
)


RULES: dict[str, frozenset[str]] = {
    "chapter numbered 1.": frozenset({"thien-tan-2026"}),
    "colon inside a unit's name": frozenset({"duc-pho-2023"}),
    "duty told sentence by sentence": frozenset({"sa-loong-2023"}),
    "invited to a role": frozenset({"cai-bo-2025"}),
    "items before the requirements": frozenset({"con-tien-2025"}),
    "organiser named in passing": frozenset({"phu-dinh-2023"}),
    "people named as topic": frozenset({"sa-loong-2023"}),
    "purpose behind a deed": frozenset({"duc-pho-2023"}),
    "schedule below a heading": frozenset({"cai-bo-2025", "hon-mun-2026", "binh-thuy-2024", "dong-hai-2025"}),
    "siblings lent to a session": frozenset({"sa-loong-2023"}),
    "step with a limit of its own": frozenset({"phu-dinh-2023"}),
    "table of duties": frozenset({"hai-dong-2026"}),
    "time told in prose": frozenset({"trung-luong-2026"}),
    "topics told in prose": frozenset({"phu-dinh-2023"}),
}
"""Rules of form that were learnt, and from which plans; the others are common usage."""

_BEFORE_KIND = re.compile(r"^(?:(?:cac|ve|du kien|cong tac|mot so)\s+)+")


class Lexicon:
    """The entries in force. `without` names a source plan: what was learnt from it alone is left out."""

    def __init__(self, entries: Iterable[Entry] = ENTRIES, without: str = "") -> None:
        self.without = without
        kept = [entry for entry in entries if not entry.learnt_from or entry.learnt_from - {without}]
        self._patterns: dict[Kind, re.Pattern[str]] = {}
        for kind in Kind:
            own = [entry.pattern for entry in kept if entry.kind is kind]
            if own:
                self._patterns[kind] = re.compile("|".join(f"(?:{pattern})" for pattern in own))

    def uses(self, rule: str) -> bool:
        """Whether a learnt rule is in force: not when it was learnt from the plan left out and no other."""
        return bool(RULES[rule] - {self.without})

    def kinds(self, folded: str) -> frozenset[Kind]:
        """Every kind a folded heading announces."""
        return self.announced(folded)[0]

    def leading_kinds(self, folded: str) -> frozenset[Kind]:
        """The kinds whose words begin the heading."""
        return self.announced(folded)[1]

    def announced(self, folded: str) -> tuple[frozenset[Kind], frozenset[Kind]]:
        """Every kind a folded heading announces, and those whose words begin it."""
        start = _BEFORE_KIND.match(folded)
        least = start.end() if start else 0
        found = {kind: match.start() for kind, pattern in self._patterns.items() if (match := pattern.search(folded))}
        return frozenset(found), frozenset(kind for kind, begins in found.items() if begins <= least)


@lru_cache(maxsize=16)
def lexicon(without: str = "") -> Lexicon:
    """The lexicon, compiled once."""
    return Lexicon(without=without)
