"""Reading a date as people in Vietnam type it."""

import re
from datetime import date

from nghedan.kernel.vietnamese.text import fold

_PATTERNS = (
    re.compile(r"(?:ngay )?(?P<day>\d{1,2}) ?[/.-] ?(?P<month>\d{1,2}) ?[/.-] ?(?P<year>\d{4}|\d{2})"),
    re.compile(r"(?:ngay )?(?P<day>\d{1,2}) thang (?P<month>\d{1,2}),? nam (?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
)


def parse_day(text: str) -> date:
    """Return the date written as 18/9/2026, 18-9-2026, 18.9.26, "18 tháng 9 năm 2026" or 2026-09-18.

    A year of two digits is of this century. Raises ValueError for anything else, and for 31/2.
    """
    folded = " ".join(fold(text).split())
    match = next(filter(None, (pattern.fullmatch(folded) for pattern in _PATTERNS)), None)
    if match is None:
        raise ValueError(f"not a date: {text!r}")
    year = int(match["year"])
    return date(year + 2000 if year < 100 else year, int(match["month"]), int(match["day"]))
