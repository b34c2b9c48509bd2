"""The head of a plan: issuer, number, place and date, title, the year it is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from nghedan.domain.plans.reader.document import Document
from nghedan.domain.plans.reader.issuer import read_issuer
from nghedan.domain.plans.reader.letters import CAPITAL
from nghedan.domain.plans.reader.passages import Fact, Passage
from nghedan.domain.plans.reader.periods import YEAR, year_in

_NUMBER = re.compile(
    r"^(?:\S.{0,60}?\s)?so\s*(?::"
    r"|\.(?!\d))?\s*(?P<number>[\d.…_\s]*[-/]\s*[a-z]{2,4}(?:\s?[-/]\s?[a-z&-]+)*)(?=\s|$|,)"
)
_DATE_LINE = re.compile(
    r"(?:^|\s{1,}|(?<=ubnd)"
    r"|(?<=du))(?P<place>[^\W\d][^,]{0,40}?)\s*,\s*ngay\s*(?P<day>[\d.…_]*)\s*(?:thang|/|-)\s*(?P<month>[\d.…_]*)"
    r"\s*(?:nam|/|-)\s*(?P<year>20\d\d|20[.…_]*|[.…_]*)\s*$"
)
_BAR = re.compile(r"\|")
_TYPE_NAME = re.compile(r"^.{0,12}?\bke hoach\b(?:\s+so\s*:?\s*\d[\w/-]*)?")
_CITED_ITSELF = re.compile(
    r"ke hoach\s+so\s*:?\s*(?P<number>\d*\s*[-/]\s*kh[-/]\S+?)[,;]?\s+ngay\s*(?P<day>\d{1,2})\s*(?:/|-|\."
    r"|thang)\s*(?P<month>\d{1,2})\s*(?:/|-|\.|nam)\s*(?P<year>20\d\d)"
)


def read_head(document: Document) -> dict[str, Any]:
    """Issuer, number, place, date and title; the lines of the head that carry nothing count as structure."""
    document.structure.update(line.number for line in document.head)
    number, place = _number(document), None
    date: dict[str, Fact | None] = {"year": None, "month": None, "day": None}
    for cell in _cells(document):
        numbered = cell.search(_NUMBER)
        passage = cell.part(numbered.end("number")) if numbered else cell
        match = passage.search(_DATE_LINE)
        if match:
            place = _capitalised_tail(passage.group(match, "place"))
            date = {part: _figure(passage, match, part) for part in ("year", "month", "day")}
            break
    cited = _cited_itself(document) if number is None and place is None else None
    if cited:
        number, date = cited
    title = _title(document)
    return {
        "issuer": read_issuer(document),
        "number": number,
        "place": place,
        "date": date,
        "title": title,
        "year": plan_year(document, title, date),
    }


def _cells(document: Document) -> Iterator[Passage]:
    """Lines of the head; of a head kept as a table its cells."""
    for line in document.head:
        yield from line.passage.split(_BAR)


def _capitalised_tail(place: Passage) -> Passage:
    """On a line shared with the number, the place begins at the first capitalised word after it."""
    match = re.search(rf"(?:[{CAPITAL}][\w'’.-]*)(?:\s+[{CAPITAL}0-9][\w'’.-]*)*$", place.text)
    return place.part(match.start()) if match else place


def _figure(passage: Passage, match: re.Match[str], part: str) -> Fact | None:
    printed = match.group(part).strip(".…_ ")
    if not printed.isdigit() or (part == "year" and len(printed) != 4):
        return None
    return Fact(int(printed), passage.lines)


def _number(document: Document) -> Passage | None:
    for cell in _cells(document):
        match = cell.search(_NUMBER)
        if match:
            return cell.group(match, "number").strip(".…_ ")
    return None


def _cited_itself(document: Document) -> tuple[Passage, dict[str, Fact | None]] | None:
    for node in document.root.walk():
        match = node.passage.search(_CITED_ITSELF)
        if match and "ke hoach nay" not in node.passage.folded[:40]:
            lines = node.passage.group(match).lines
            return node.passage.group(match, "number"), {
                part: Fact(int(match.group(part)), lines) for part in ("year", "month", "day")
            }
    return None


def _title(document: Document) -> Passage | None:
    if not document.title:
        return None
    title = Passage.join(line.passage for line in document.title)
    named = _TYPE_NAME.match(title.folded)
    return title.part(named.end() if named else 0).strip(":-–*. ") or None


def plan_year(document: Document, title: Passage | None, date: dict[str, Fact | None]) -> Fact | None:
    """The year the plan is for: from the title, else the preamble, the body, the date."""
    if title and (year := year_in(title)):
        return year
    for paragraph in document.preamble:
        for match in re.finditer(r"(?:doi thoai|tiep xuc)[^;.]*?\bnam (20\d\d)", paragraph.passage.folded):
            return Fact(int(match.group(1)), paragraph.passage.group(match, 1).lines)
    named = [
        (int(m.group(1) or m.group(2)), p.passage.group(m).lines)
        for p in document.body_paragraphs
        for m in YEAR.finditer(p.passage.folded)
    ]
    named = [(year, lines) for year, lines in named if date["year"] is None or year >= int(date["year"].value)]
    if named:
        common = Counter(year for year, _ in named).most_common(1)[0][0]
        return Fact(common, next(lines for year, lines in named if year == common))
    return date["year"]
