"""Dates as they are shown, printed and read aloud."""

from collections.abc import Callable
from datetime import date

from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese.numbers import spoken_number

WEEKDAYS = (_("thứ Hai"), _("thứ Ba"), _("thứ Tư"), _("thứ Năm"), _("thứ Sáu"), _("thứ Bảy"), _("Chủ nhật"))
QUARTERS = (_("quý I"), _("quý II"), _("quý III"), _("quý IV"))
_BLANK = "\u00a0" * 4  # room for the clerk's pen; no-break, so that it is not collapsed


def weekday_name(day: date) -> str:
    """Return "thứ Hai" … "Chủ nhật" (source text)."""
    return WEEKDAYS[day.weekday()]


def format_date(day: date) -> str:
    """Return 18/9/2026, 02/9/2026, 05/02/2026: zeros as in the date line of a document."""
    return f"{_day_digits(day.day)}/{_month_digits(day.month)}/{day.year}"


def document_date(place: str, day: date | None, *, month: int | None = None, year: int | None = None) -> str:
    """Return the place and date line of a document: "Thiện Tân, ngày 05 tháng 02 năm 2026".

    Days 1-9 and months 1 and 2 get a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). What is not known yet is left blank to
    be filled in by hand; month and year may be known before the day is.
    """
    if day is not None:
        month, year = day.month, day.year
    written_day = _BLANK if day is None else _day_digits(day.day)
    written_month = _BLANK if month is None else _month_digits(month)
    written_year = _BLANK if year is None else str(year)
    return f"{place or _BLANK}, ngày {written_day} tháng {written_month} năm {written_year}"


def _day_digits(day: int) -> str:
    return f"{day:02d}"


def _month_digits(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)


def spoken_date(day: date) -> str:
    """Return the date for the loudspeaker; days 1-10 are "mùng", the fourth month is "tháng tư"."""
    first_ten = "mùng " if day.day <= 10 else ""
    month = "tư" if day.month == 4 else spoken_number(day.month)
    return f"ngày {first_ten}{spoken_number(day.day)} tháng {month} năm {spoken_number(day.year)}"


def quarter_label(quarter: int) -> str:
    """Return "quý I" … "quý IV" (source text). Raises ValueError for any other number."""
    if not 1 <= quarter <= 4:
        raise ValueError(f"a year has no quarter {quarter}")
    return QUARTERS[quarter - 1]


def distance(day: date, today: date, *, translate: Callable[[str], str] = _) -> str:
    """Return how far off a day is, in days: "còn 2 ngày", "hôm nay", "quá 3 ngày".

    `translate` turns the source text into the reader's language before the number is filled in.
    """
    days = (day - today).days
    if days == 0:
        return translate(_("hôm nay"))
    if abs(days) == 1:
        return translate(_("còn 1 ngày") if days > 0 else _("quá 1 ngày"))
    return translate(_("còn %(days)s ngày") if days > 0 else _("quá %(days)s ngày")) % {"days": abs(days)}
