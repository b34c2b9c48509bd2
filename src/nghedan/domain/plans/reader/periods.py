"""When: dates, months, quarters and years in the ways offices write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from nghedan.domain.plans.reader.passages import Fact, Passage


@dataclass(frozen=True)
class Period:
    """When a session is planned: as much as is printed."""

    quarter: Fact | None = None
    month: Fact | None = None
    day: Fact | None = None
    year: Fact | None = None

    @property
    def is_fixed(self) -> bool:
        """Says more than the year."""
        return bool(self.quarter or self.month or self.day)

    def merged(self, other: Period) -> Period:
        """With what is missing here taken from another; what both say keeps the lines of both."""
        return Period(
            _both(self.quarter, other.quarter),
            _both(self.month, other.month),
            _both(self.day, other.day),
            _both(self.year, other.year),
        )

    def agrees(self, other: Period) -> bool:
        """At least one part is printed in both and equal, and none differs."""
        pairs = [(self.quarter, other.quarter), (self.month, other.month), (self.day, other.day)]
        both = [(a.value, b.value) for a, b in pairs if a and b]
        if not both and self.quarter and other.month:
            both = [(self.quarter.value, quarter_of(int(other.month.value)))]
        if not both and other.quarter and self.month:
            both = [(other.quarter.value, quarter_of(int(self.month.value)))]
        return bool(both) and all(a == b for a, b in both)


_MOST_LINES = 10
_NEAR = 40
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "l": 1,
    "ll": 2,
    "lll": 3,
    "lv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
}
_MONTH_WORDS = {
    "gieng": 1,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "tu": 4,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi mot": 11,
    "muoi hai": 12,
    "muoi": 10,
    "chap": 12,
}
_QUARTER_NAME = r"(?:iv|lv|i{1,3}|l{1,3}|[1-4]|mot|hai|ba|bon|tu)\b"
_MONTH_NAME = (
    r"(?:0?[1-9]|1[0-2])(?!\d)|(?:gieng|muoi mot|muoi hai|muoi|mot|hai|ba|tu|sau|bay|tam|chin|chap)\b(?!\s+lan)"
)
_JOINER = r"\s*(?:,|;|va|hoac|-|–|den)\s*"
_YEAR = r"(?:\s*(?:/|-|\.|,?\s*nam|cua nam)\s*(?P<year>20\d\d))?"
_QUARTERS = re.compile(rf"\bquy\s*(?P<list>{_QUARTER_NAME}(?:{_JOINER}(?:quy\s*)?{_QUARTER_NAME})*){_YEAR}")
_MONTHS = re.compile(
    rf"(?<!\d )(?<!\d)\bthang\s*(?P<list>(?:{_MONTH_NAME})(?:{_JOINER}(?:thang\s*)?(?:{_MONTH_NAME}))*){_YEAR}"
)
_CAPITAL_MAY = re.compile(r"\btháng Năm\b")
_DATE = re.compile(
    r"(?P<days>(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])(?:\s*(?:,|va|-|–|&)\s*(?:ngay\s*)?(?:0?[1-9]|[12]\d|3[01]))*)"
    r"\s*(?:thang\s*|/\s*|-\s*|\.\s*)(?P<month>0?[1-9]|1[0-2])(?:\s*(?:,?\s*nam\s*|/\s*|-\s*"
    r"|\.\s*)(?P<year>20\d\d))?(?![\d/])"
)
_TIMED = re.compile(r"\d|quy|thang")
_RANGE = re.compile(r"\b(?:tu)\b[^;.]{0,40}\bden\b")
_BEFORE = re.compile(r"\b(?:truoc|muon nhat|cham nhat|het)\s+(?:ngay\s*|thang\s*)?$")
YEAR = re.compile(r"\bnam\s*(20\d\d)|(?<!20\d\d)(?<!20\d\d\s)(?:/|-|\.)(20\d\d)\b")


def _both(own: Fact | None, other: Fact | None) -> Fact | None:
    if own and other and own.value == other.value and len(own.lines) < _MOST_LINES:
        return Fact(own.value, tuple(dict.fromkeys((*own.lines, *other.lines))))
    return own or other


def quarter_of(month: int) -> int:
    """The quarter a month lies in."""
    return (month + 2) // 3


def iso_date(year: int, month: int, day: int) -> str | None:
    """ISO text of a date, nothing for a day that does not exist."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True)
class _Mention:
    """One date, month or quarter as printed."""

    value: int
    year: int | None
    lines: tuple[int, ...]
    iso: str = ""


def periods_in(passage: Passage, year: int | None = None) -> list[Period]:
    """Every period a text names, in order; parts that describe one session are joined.

    `year` is assumed where none is printed.
    """
    if not _TIMED.search(passage.folded):
        return []
    days = list(_days(passage, year))
    quarters = list(_list_mentions(passage, _QUARTERS, _QUARTER_NAME, lambda token: _ROMAN[token]))
    months = list(_months(passage))
    ranged = bool(_RANGE.search(passage.folded))
    if len({mention.iso for mention in days}) > 1 and not ranged:
        return [_period(day=mention) for mention in _distinct(days)]
    if len({mention.value for mention in quarters}) > 1 and not ranged:
        return _by_quarter(_distinct(quarters), months)
    if len({mention.value for mention in months}) > 1 and not days and not ranged:
        return [_period(month=mention, quarter=quarters[0] if quarters else None) for mention in _distinct(months)]
    if ranged:
        months, days = _common_month(days, months), []
    one = _period(quarters[0] if quarters else None, months[0] if months else None, days[0] if days else None)
    return [one] if one.is_fixed else []


def _common_month(days: list[_Mention], months: list[_Mention]) -> list[_Mention]:
    """Of "từ … đến …" only the month is fixed, if both ends share it."""
    named = [_Mention(int(day.iso[5:7]), day.year, day.lines) for day in days] or months
    return named[:1] if len({mention.value for mention in named}) == 1 else []


def _by_quarter(quarters: list[_Mention], months: list[_Mention]) -> list[Period]:
    return [
        _period(quarter, next((month for month in months if quarter_of(month.value) == quarter.value), None))
        for quarter in quarters
    ]


def _distinct(mentions: list[_Mention]) -> list[_Mention]:
    return list({(mention.value, mention.iso): mention for mention in reversed(mentions)}.values())[::-1]


def _period(quarter: _Mention | None = None, month: _Mention | None = None, day: _Mention | None = None) -> Period:
    period = Period()
    if quarter:
        period = replace(period, quarter=Fact(quarter.value, quarter.lines), year=_year(quarter))
    if month:
        period = replace(period, month=Fact(month.value, month.lines), year=period.year or _year(month))
    if day:
        period = replace(
            period,
            day=Fact(day.iso, day.lines),
            month=period.month or Fact(int(day.iso[5:7]), day.lines),
            year=period.year or _year(day),
        )
    return period


def _year(mention: _Mention) -> Fact | None:
    return Fact(mention.year, mention.lines) if mention.year else None


def _days(passage: Passage, year: int | None) -> Iterator[_Mention]:
    for match in _DATE.finditer(passage.folded):
        printed = match.group("year")
        before = passage.folded[max(match.start() - _NEAR, 0) : match.start()]
        if (
            not printed
            and not before.rstrip().endswith(("ngay", "sang", "chieu", ",", "toi"))
            and "thang" not in match.group()
        ):
            continue
        if _BEFORE.search(before):
            continue
        known = int(printed) if printed else year
        for token in re.findall(r"\d+", match.group("days")):
            iso = iso_date(known, int(match.group("month")), int(token)) if known else None
            if iso:
                yield _Mention(int(token), known, passage.group(match).lines, iso)


def _months(passage: Passage) -> Iterator[_Mention]:
    yield from _list_mentions(passage, _MONTHS, _MONTH_NAME, lambda token: _MONTH_WORDS.get(token) or int(token))
    for match in _CAPITAL_MAY.finditer(passage.text):
        yield _Mention(5, None, passage.group(match).lines)


def _list_mentions(
    passage: Passage, pattern: re.Pattern[str], token: str, value: Callable[[str], int]
) -> Iterator[_Mention]:
    for match in pattern.finditer(passage.folded):
        year = int(match.group("year")) if match.group("year") else None
        for part in re.finditer(token, match.group("list")):
            yield _Mention(value(part.group()), year, passage.group(match).lines)


def date_in(passage: Passage) -> str | None:
    """The first complete date of a text, ISO."""
    for match in _DATE.finditer(passage.folded):
        if match.group("year"):
            days = re.findall(r"\d+", match.group("days"))
            return iso_date(int(match.group("year")), int(match.group("month")), int(days[-1]))
    return None


def year_in(passage: Passage) -> Fact | None:
    """The first year a text names."""
    match = passage.search(YEAR)
    return Fact(int(match.group(1) or match.group(2)), passage.group(match).lines) if match else None
