"""Time limits counted in days from the day of the session."""

from __future__ import annotations

import re
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.vocabulary import Lexicon

_WORDS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
    "muoi lam": 15,
    "hai muoi": 20,
    "ba muoi": 30,
}
_COUNT = r"(?P<days>\d{1,3}|hai muoi|ba muoi|muoi lam|muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin)"
_UNIT = r"(?:\s*\([^)]{1,20}\))?\s+ngay(?P<working>\s+lam viec)?(?!\s*\d)"
_MEETING = r"(?:hoi nghi|doi thoai|tiep xuc|buoi|cuoc|to chuc|dien ra|phien|ket thuc)"
_LEAD = (
    r"(?:(?:cham nhat|muon nhat|it nhat|toi thieu|khong qua|trong thoi han|trong thoi gian|trong vong"
    r"|thoi han|trong|sau|truoc|la|khong cham hon|khong muon hon)\s+)*"
)
_LIMITS = (
    ("before", re.compile(rf"(?P<lead>{_LEAD}){_COUNT}{_UNIT}\s*,?\s*(?:truoc)\b(?P<anchor>[^,;.]{{0,60}})")),
    (
        "before",
        re.compile(
            rf"\btruoc\b(?P<anchor>[^,;.\d]{{0,60}}?)\s*,?\s*(?:it nhat|toi thieu|cham nhat|khong it hon"
            rf"|tu)?(?:\s+la)?\s+{_COUNT}{_UNIT}(?P<tail>\s*(?:so voi|truoc)?)"
        ),
    ),
    ("before", re.compile(rf"\btruoc\s+{_COUNT}{_UNIT}(?P<anchor>[^,;.]{{0,60}})")),
    (
        "after",
        re.compile(rf"(?P<lead>{_LEAD}){_COUNT}{_UNIT}\s*,?\s*(?:ke tu|tinh tu|sau)\b(?P<anchor>[^,;.]{{0,60}})"),
    ),
    (
        "after",
        re.compile(
            rf"(?P<lead>(?:(?:cham nhat|khong qua|muon nhat"
            rf"|trong)\s+)?\bsau\s+){_COUNT}{_UNIT}(?P<anchor>[^,;.]{{0,60}})"
        ),
    ),
    (
        "after",
        re.compile(
            rf"\bsau\b(?P<anchor>[^,;.\d]{{0,60}}?)\s*,?\s*(?:khong qua|cham nhat|trong vong|trong thoi han"
            rf"|trong)(?:\s+la)?\s+{_COUNT}{_UNIT}"
        ),
    ),
    (
        "after",
        re.compile(
            rf"(?P<lead>(?:trong thoi han|trong vong|khong qua"
            rf"|cham nhat)\s+){_COUNT}{_UNIT}(?P<anchor>[^,;.]{{0,60}})"
        ),
    ),
)
_OTHER_ANCHOR = re.compile(
    r"\b(?:nhan duoc|nhan|ban hanh|ke hoach|thong bao ket luan|co thong bao|ky|tiep nhan|yeu cau)\b"
)
_ANCHORED = re.compile(rf"\b{_MEETING}\b")
_LONGEST_CLAUSE = 4000
_CLAUSE_END = re.compile(r";\s*")
_PURPOSE_TAIL = re.compile(r"\s+de (?:lam (?:co so|can cu)|phuc vu|tong hop)\b.*$")
_VERB = (
    r"(?:bao cao|gui|trinh|thong bao|niem yet|hoan thanh|chuan bi|cong khai|phat hanh|tong hop|ban hanh"
    r"|xay dung|tham muu|du thao|tra loi|giai quyet|cung cap|dang tai|phan cong|phat|moi|lap|chuyen|dang ky"
    r"|tiep nhan|cong bo|to chuc|thuc hien|bo tri)"
)
_CLAUSE = re.compile(rf"(?:,\s+(?:dong thoi\s+|va\s+)?|\bde\s+)(?={_VERB}\b)")
_SUBJECT_TO = re.compile(r"^(?:phai|can|duoc|se|co trach nhiem|thi)\s+")


def read_deadlines(document: Document) -> list[dict[str, Any]]:
    """Every limit that counts from the session; one record per printed limit."""
    found: list[dict[str, Any]] = []
    seen: set[tuple[Any, ...]] = set()
    for paragraph in document.body_paragraphs:
        for clause in (clause for sentence in paragraph.passage.sentences() for clause in sentence.split(_CLAUSE_END)):
            for record in _limits(clause, document.words) if len(clause.text) <= _LONGEST_CLAUSE else ():
                key = (record["days"].value, record["unit"].value, record["direction"].value, record["what"].folded)
                if key not in seen:
                    seen.add(key)
                    found.append(record)
    return found


def _limits(sentence: Passage, words: Lexicon) -> list[dict[str, Any]]:
    if "ngay" not in sentence.folded:
        return []
    records: list[tuple[int, dict[str, Any]]] = []
    taken: list[tuple[int, int]] = []
    for direction, pattern in _LIMITS:
        for match in pattern.finditer(sentence.folded):
            span = match.span("days")
            if any(start <= span[0] < end for start, end in taken):
                continue
            if not _counts_from_session(sentence, match):
                continue
            taken.append(match.span())
            records.append((match.start(), _record(sentence, match, direction, words)))
    return [record for _, record in sorted(records, key=lambda pair: pair[0])]


def _counts_from_session(sentence: Passage, match: re.Match[str]) -> bool:
    anchor = match.group("anchor")
    if _OTHER_ANCHOR.search(anchor) and not _ANCHORED.search(anchor[: _OTHER_ANCHOR.search(anchor).start()]):  # type: ignore[union-attr]
        return False
    return bool(_ANCHORED.search(anchor) or _ANCHORED.search(sentence.folded))


def _record(sentence: Passage, match: re.Match[str], direction: str, words: Lexicon) -> dict[str, Any]:
    printed = match.group("days")
    lines = sentence.group(match).lines
    return {
        "what": _deed(sentence, match, words),
        "days": Fact(int(printed) if printed.isdigit() else _WORDS[printed], lines),
        "unit": Fact("working_day" if match.group("working") else "day", lines),
        "relative_to": Fact("session_date", lines),
        "direction": Fact(direction, lines),
    }


def _deed(sentence: Passage, match: re.Match[str], words: Lexicon) -> Passage:
    """What must be done: the clause before the limit, or, when the limit opens the sentence, the one behind it."""
    before = sentence.part(0, match.start()).rstrip(" ,(")
    if before.words < 3 and match.end() < len(sentence.text):
        return sentence.part(_behind(sentence, match)).strip(" ,;:.")
    tail = before.search(_PURPOSE_TAIL) if words.uses("purpose behind a deed") else None
    clause = before.part(0, tail.start()) if tail else before
    for start in reversed([found.end() for found in _CLAUSE.finditer(clause.folded)]):
        candidate = clause.part(start)
        if candidate.words >= 3:
            return candidate.strip(" ,;:.")
    return clause.strip(" ,;:.")


_ANCHOR = re.compile(
    r"\s*(?:\b(?:ke|tinh|tu|khi|ngay|sau|truoc|to chuc|ket thuc|dien ra|tien hanh|moi|cac|cuoc|buoi|phien"
    r"|hoi nghi|doi thoai|tiep xuc|truc tiep|cuoi|cung|voi|nhan dan)\b\s*)+"
)


def _behind(sentence: Passage, match: re.Match[str]) -> int:
    """Where the deed begins after the limit and the words it counts from."""
    anchor = _ANCHOR.match(sentence.folded, match.start("anchor"))
    end = max(anchor.end() if anchor else 0, match.end("days"))
    comma = sentence.text.find(",", end)
    return comma + 1 if 0 <= comma - end < 30 else end
