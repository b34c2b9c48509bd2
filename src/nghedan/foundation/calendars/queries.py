"""Reading the calendar as it holds in one locality."""

from datetime import date, timedelta

from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.workdays import SATURDAY_AND_SUNDAY, WorkCalendar


def calendar_for(locality: Locality, first: date, last: date) -> WorkCalendar:
    """Return the working calendar for counting from ``first`` to ``last`` (one query).

    It reaches a whole year beyond both, so that a limit counted over New Year comes out right. It counts as known
    until the day before the first forecast after ``first``.
    """
    days = _days_in_force(locality, date(first.year - 1, 1, 1), date(last.year + 1, 12, 31))
    return WorkCalendar(
        holidays={day: row.name for day, row in days.items() if row.kind == DayKind.HOLIDAY},
        swapped={day: row.name for day, row in days.items() if row.kind == DayKind.SWAPPED and _is_weekend(day)},
        known_until=_known_until(days, first),
    )


def days_of_year(locality: Locality, year: int) -> list[DayOff]:
    """Return the days that hold in ``year``, in order; a locality's own stands in place of the nationwide one."""
    days = _days_in_force(locality, date(year, 1, 1), date(year, 12, 31))
    return [days[day] for day in sorted(days)]


def _days_in_force(locality: Locality, first: date, last: date) -> dict[date, DayOff]:
    rows = DayOff.objects.shipped_or_of(locality).filter(state=Standing.CURRENT, day__range=(first, last))
    own_last = sorted(rows, key=lambda row: not row.is_shipped)
    return {row.day: row for row in own_last}


def _is_weekend(day: date) -> bool:
    return day.weekday() in SATURDAY_AND_SUNDAY


def _known_until(days: dict[date, DayOff], first: date) -> date:
    forecasts = [day for day, row in days.items() if row.is_forecast and day >= first]
    if forecasts:
        return min(forecasts) - timedelta(days=1)
    return date(max(days).year, 12, 31) if days else first - timedelta(days=1)
