"""One planned session while it is being put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.periods import Period
from nghedan.domain.plans.reader.tree import Node


@dataclass
class Session:
    """One session as far as it is known; also what all sessions share."""

    period: Period = field(default_factory=Period)
    name: Passage | None = None
    audience: list[Passage] = field(default_factory=list)
    topics: list[Passage] = field(default_factory=list)
    venue: Passage | None = None
    participants: list[Passage] = field(default_factory=list)
    opened_below: Node | None = None

    def record(self, year: Fact | None) -> dict[str, Any]:
        """In the form of the schema."""
        when = {"quarter": self.period.quarter, "month": self.period.month, "date": self.period.day}
        return {
            "period": when | {"year": self.period.year or year},
            "audience": self.audience,
            "topics": self.topics,
            "venue": self.venue,
            "participants": self.participants,
        }

    def completed(self, shared: Session) -> Session:
        """With what all sessions share, where this one says nothing of its own."""
        return Session(
            self.period.merged(shared.period),
            self.name,
            self.audience or shared.audience,
            self.topics or shared.topics,
            self.venue or shared.venue,
            self.participants or shared.participants,
        )


_STOP = (
    r"(?=\s+(?:du kien|ve viec|ve\s|nam 20|theo|tren co so|duoc|trong (?:quy|thang|nam)|phu hop|tai\s|de\s"
    r"|nham|hoan thanh|truoc (?:va sau )?ky hop|nhu sau|ky (?:thang|quy|[1-4ivx]))|[;.:()]|$)"
)
_MEETING = r"(?:doi thoai|tiep xuc|gap go|trao doi|hoi nghi|^)\s*(?:truc tiep\s+|chuyen de\s+)?voi\s+"
_WITH_IN_LABEL = re.compile(rf"(?:{_MEETING}|\b(?:giua|cua)\s[^;.:]{{3,110}}?\svoi\s+)(?P<who>[^;.:()]+?){_STOP}")
_GROUP = re.compile(
    r"\b(?:doi thoai|tiep xuc|gap go)\s+(?P<who>(?:cac\s+)?(?:cu tri|doanh nghiep|nong dan|thanh nien"
    rf"|cong dan|nguoi dan|hoi vien|doan vien)\b[^;.:()]*?){_STOP}"
)
_WITH = re.compile(rf"{_MEETING}(?P<who>[^,;.:()]+?)(?:(?=,)|{_STOP})")
_ABOUT = re.compile(r"\bve\s+(?:viec\s+|noi dung\s+|cac (?:noi dung|van de)\s+(?:ve\s+)?)?(?P<what>[^.]+)")
_AT = re.compile(r"^(?:(?:[^.;]|\.(?=\d)){0,80}?\b)?tai\s+(?!chinh\b|xe\b|lieu\b|khoan\b)")
_LATER = re.compile(r"(?:thong bao|bo tri|co)\s+(?:cu the\s+)?sau\b|thong bao cu the|se (?:co )?thong bao")
_MOST_PLACE_WORDS = 30
_DEED = re.compile(r"(?:ubnd|uy ban|chu tich|bi thu|ban to chuc|moi)\b.{0,60}\b(?:se|to chuc|doi thoai|phat bieu)\b")
_LEADING_WORDS = re.compile(r"^(?:du kien|to chuc|hop|tap trung)?\s*(?:o|tai)?\s+")


def people_in_label(text: Passage) -> list[Passage]:
    """The people a heading or title names: "đối thoại với …", with everyone listed."""
    match = text.search(_WITH_IN_LABEL) or text.search(_GROUP)
    return [text.group(match, "who").rstrip(" ,.;")] if match else []


def people_in_sentence(text: Passage) -> list[Passage]:
    """The people a sentence names, up to its next comma."""
    match = text.search(_WITH)
    return [text.group(match, "who").rstrip(" ,.;")] if match else []


def matter_in_label(text: Passage) -> Passage | None:
    """What "đối thoại với … về …" is about."""
    match = text.search(_ABOUT)
    return text.group(match, "what").rstrip(" ,.;") if match else None


def place_in(item: Passage) -> Passage | None:
    """The venue an item names, without "tại" and what stands before it; nothing when it is left for later."""
    match = _AT.match(item.folded)
    if match is None and (item.words > _MOST_PLACE_WORDS or _LATER.search(item.folded) or _DEED.match(item.folded)):
        return None
    return (item.part(match.end()) if match else item).strip(" .;,") or None


def has_place(item: Passage) -> bool:
    """The item names a place by "tại"."""
    return bool(_AT.match(item.folded))
