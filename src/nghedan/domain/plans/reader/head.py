"""The head of a plan: issuer, number, place and date, title, the year it is for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.lines import Line
from nghedan.domain.plans.reader.paragraphs import is_capitals
from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.periods import YEAR, year_in

_MOTTO = re.compile(r"(?:cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–—]\s*tu do\s*[-–—]\s*hanh phuc|dang cong san viet nam)")
_NUMBER = re.compile(r"^(?:\S.{0,60}?\s)?so\s*(?::|\.(?!\d))?\s*(?P<number>[\d.…_\s]*[-/]\s*[a-z]{2,4}(?:\s?[-/]\s?[a-z&-]+)*)(?=\s|$|,)")
_DATE_LINE = re.compile(
    r"(?:^|\s{1,}|(?<=ubnd)|(?<=du))(?P<place>[^\W\d][^,]{0,40}?)\s*,\s*ngay\s*(?P<day>[\d.…_]*)\s*thang\s*(?P<month>[\d.…_]*)\s*nam\s*(?P<year>20\d\d|20[.…_]*|[.…_]*)\s*$"
)
_CITED_ITSELF = re.compile(r"ke hoach\s+so\s*:?\s*(?P<number>\d*\s*[-/]\s*kh[-/]\S+?)[,;]?\s+ngay\s*(?P<day>\d{1,2})\s*(?:/|-|\.|thang)\s*(?P<month>\d{1,2})\s*(?:/|-|\.|nam)\s*(?P<year>20\d\d)")
_ISSUER = re.compile(
    r"(?:\b(?:ban thuong vu|ban chap hanh|thuong truc)\s+)?\b(?:uy ban nhan dan|ubnd|dang uy|dang bo|huyen uy|thi uy|thanh uy|quan uy|tinh uy)\b"
    r"(?:\s+(?:xa|phuong|thi tran|dac khu|thi xa|huyen|quan|thanh pho|tinh|tp\.?))?"
)
_ACTS = re.compile(r"^\W{0,3}\s*(?:(?:da|se|thong nhat|tiep tuc)\s+)?(?:xay dung|ban hanh|lap|trien khai|to chuc|de ra|phoi hop|thong nhat)\b")
_LEVELS = (
    (re.compile(r"\bdac khu\b|\bxa\b(?<!thi xa)"), "commune"),
    (re.compile(r"\bphuong\b"), "ward"),
    (re.compile(r"\bthi tran\b"), "town"),
    (re.compile(r"\bhuyen\b|\bquan\b|\bthi xa\b|\bthi uy\b|\bquan uy\b|\bhuyen uy\b|\bthanh uy\b|\bthanh pho\b|\btp\b"), "district"),
    (re.compile(r"\btinh\b|\btinh uy\b"), "province"),
)


@dataclass(frozen=True)
class Issuer:
    """Who issued the plan."""

    name: Passage | None
    kind: Fact | None
    level: Fact | None

    def record(self) -> dict[str, Any]:
        """In the form of the schema."""
        return {"name": self.name, "kind": self.kind, "level": self.level}


def read_head(document: Document) -> dict[str, Any]:
    """Issuer, number, place, date and title; the lines of the head that carry nothing count as structure."""
    document.structure.update(line.number for line in document.head)
    number, place, date = _number(document), None, {"year": None, "month": None, "day": None}
    for line in document.head:
        numbered = line.passage.search(_NUMBER)
        passage = line.passage.part(numbered.end("number")) if numbered else line.passage
        match = passage.search(_DATE_LINE)
        if match:
            place = _capitalised_tail(passage.group(match, "place"))
            date = {part: _figure(passage, match, part) for part in ("year", "month", "day")}
            break
    cited = _cited_itself(document) if number is None and place is None else None
    if cited:
        number, date = cited
    title = _title(document)
    return {"issuer": read_issuer(document).record(), "number": number, "place": place, "date": date, "title": title, "year": plan_year(document, title, date)}


def _capitalised_tail(place: Passage) -> Passage:
    """On a line shared with the number, the place begins at the first capitalised word after it."""
    match = re.search(r"(?:[A-ZĐÀ-Ỹ][\w'’.-]*)(?:\s+[A-ZĐÀ-Ỹ0-9][\w'’.-]*)*$", place.text)
    return place.part(match.start()) if match else place


def _figure(passage: Passage, match: re.Match[str], part: str) -> Fact | None:
    printed = match.group(part).strip(".…_ ")
    if not printed.isdigit() or (part == "year" and len(printed) != 4):
        return None
    return Fact(int(printed), passage.lines)


def _number(document: Document) -> Passage | None:
    for line in document.head:
        match = line.passage.search(_NUMBER)
        if match:
            return line.passage.group(match, "number").strip(".…_ ")
    return None


def _cited_itself(document: Document) -> tuple[Passage, dict[str, Fact | None]] | None:
    for node in document.root.walk():
        match = node.passage.search(_CITED_ITSELF)
        if match and "ke hoach nay" not in node.passage.folded[:40]:
            lines = node.passage.group(match).lines
            return node.passage.group(match, "number"), {part: Fact(int(match.group(part)), lines) for part in ("year", "month", "day")}
    return None


def _title(document: Document) -> Passage | None:
    if not document.title:
        return None
    title = Passage.join(line.passage for line in document.title)
    start = len("ke hoach") if title.folded.startswith("ke hoach") else 0
    return title.part(start).strip(":-–*. ") or None


def plan_year(document: Document, title: Passage | None, date: dict[str, Fact | None]) -> Fact | None:
    """The year the plan is for: from the title, else the preamble, the body, the date."""
    if title and (year := year_in(title)):
        return year
    for paragraph in document.preamble:
        for match in re.finditer(r"(?:doi thoai|tiep xuc)[^;.]*?\bnam (20\d\d)", paragraph.passage.folded):
            return Fact(int(match.group(1)), paragraph.passage.group(match, 1).lines)
    named = [(int(m.group(1) or m.group(2)), p.passage.group(m).lines) for p in document.body_paragraphs for m in YEAR.finditer(p.passage.folded)]
    named = [(year, lines) for year, lines in named if date["year"] is None or year >= int(date["year"].value)]
    if named:
        common = Counter(year for year, _ in named).most_common(1)[0][0]
        return Fact(common, next(lines for year, lines in named if year == common))
    return date["year"]


def read_issuer(document: Document) -> Issuer:
    """The issuer as the preamble names it in full, else as the head does, else as the closing sentence does."""
    printed = _issuer_in_head(document)
    acting = _issuer_acting(document)
    name = acting if acting and (_has_own_name(acting) or not printed) else printed or acting
    if name is None:
        name = _issuer_in_closing(document)
    if name is None:
        return Issuer(None, None, None)
    return Issuer(name, _kind(name), _level(name))


def _issuer_in_head(document: Document) -> Passage | None:
    """The left column of the head: capital lines that are no motto, number or date."""
    pieces: list[Passage] = []
    for line in document.head:
        if _is_type_name(line):
            break
        left = line.passage
        if motto := left.search(_MOTTO):
            left = left.part(0, motto.start()) or left.part(motto.end())
        if not left or not is_capitals(left.text) or left.search(_NUMBER):
            continue
        pieces.append(left.strip("*-_ "))
    for index, piece in enumerate(pieces):
        if piece.search(_ISSUER) and not piece.folded.startswith("dang bo"):
            return Passage.join(pieces[index : index + 2])
    return Passage.join(pieces) if pieces else None


def _is_type_name(line: Line) -> bool:
    return line.folded.startswith("ke hoach")


def _issuer_acting(document: Document) -> Passage | None:
    """Subject of "… xây dựng Kế hoạch …" in the preamble."""
    for paragraph in reversed(document.preamble):
        for match in _ISSUER.finditer(paragraph.passage.folded):
            name = _with_proper_name(paragraph.passage, match)
            if _ACTS.match(paragraph.passage.folded, match.start() + len(name.text)) or _ACTS.match(
                paragraph.passage.folded[match.start() + len(name.text) :]
            ):
                return name
    return None


def _issuer_in_closing(document: Document) -> Passage | None:
    for node in reversed(list(document.root.walk())):
        if node.passage.folded.startswith("tren day la"):
            found = [_with_proper_name(node.passage, match) for match in _ISSUER.finditer(node.passage.folded)]
            if found:
                return found[-1]
    return None


_PROPER = re.compile(r"(?:\s+(?:[A-ZĐÀ-Ỹ][\w’'-]*|\d{1,2}\b))+")


def _with_proper_name(passage: Passage, match: re.Match[str]) -> Passage:
    """Body and level with the place's name behind it."""
    name = _PROPER.match(passage.text, match.end())
    return passage.part(match.start(), name.end() if name else match.end())


def _has_own_name(name: Passage) -> bool:
    last = name.text.split()[-1]
    return last[0].isupper() and not is_capitals(name.text) and last.lower() not in ("ubnd", "dân")


def _kind(name: Passage) -> Fact:
    folded = name.folded
    if "uy ban nhan dan" in folded or "ubnd" in folded:
        return Fact("people_committee", name.lines)
    party = re.search(r"\b(?:dang|thi|huyen|thanh|quan|tinh|chi) (?:uy|bo)\b|ban thuong vu|ban chap hanh", folded)
    return Fact("party_committee" if party else "other", name.lines)


def _level(name: Passage) -> Fact | None:
    for pattern, level in _LEVELS:
        if name.search(pattern):
            return Fact(level, name.lines)
    return None
