"""Working days: the weekend, the holidays, and the days swapped with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from nghedan.kernel.vietnamese import weekday_name

_DAY = timedelta(days=1)
SATURDAY_AND_SUNDAY = frozenset({5, 6})


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days off of one locality, passed in as a value.

    `weekend`: weekdays off, Monday being 0. `holidays`: days off with their names, among them working days given up in
    a swap. `swapped`: days of the weekend worked in their place, with the reason; such a day is always worked.
    `known_until`: the last day for which the holidays are decided; what comes later is a forecast.
    """

    weekend: frozenset[int] = SATURDAY_AND_SUNDAY
    holidays: Mapping[date, str] = field(default_factory=dict)
    swapped: Mapping[date, str] = field(default_factory=dict)
    known_until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a week without a working day, in which no count would ever end (ValueError)."""
        if self.weekend >= frozenset(range(7)):
            raise ValueError("a week needs at least one working day")

    def is_working(self, day: date) -> bool:
        """Say whether people work on this day."""
        if day in self.swapped:
            return True
        return day.weekday() not in self.weekend and day not in self.holidays

    def add(self, day: date, working_days: int) -> date:
        """Return the n-th working day after a day, the day itself not counted; before it when n is negative."""
        step = _DAY if working_days >= 0 else -_DAY
        left = abs(working_days)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def count(self, start: date, end: date) -> int:
        """Count the working days after `start` up to and including `end`.

        Backwards the count is negative and runs over the days before `start` down to `end`, so that
        `count(day, add(day, n)) == n` both ways.
        """
        if end < start:
            return -self._count_between(end, start - _DAY)
        return self._count_between(start + _DAY, end)

    def next_working(self, day: date) -> date:
        """Return the day itself if it is worked, else the first working day after it."""
        return day if self.is_working(day) else self.add(day, 1)

    def previous_working(self, day: date) -> date:
        """Return the day itself if it is worked, else the last working day before it."""
        return day if self.is_working(day) else self.add(day, -1)

    def reason_off(self, day: date) -> str | None:
        """Return why nobody works on this day - the holiday's name, else the weekday - or None."""
        if self.is_working(day):
            return None
        return self.holidays.get(day) or weekday_name(day)

    def _count_between(self, first: date, last: date) -> int:
        """Count the working days from `first` to `last`, both included, week by week rather than day by day."""
        weeks, rest = divmod((last - first).days + 1, 7)
        odd_days = (first.weekday() + offset for offset in range(rest))
        worked = weeks * (7 - len(self.weekend)) + sum(weekday % 7 not in self.weekend for weekday in odd_days)
        lost = sum(first <= day <= last and self._is_weekday(day) and day not in self.swapped for day in self.holidays)
        gained = sum(first <= day <= last and not self._is_weekday(day) for day in self.swapped)
        return worked - lost + gained

    def _is_weekday(self, day: date) -> bool:
        return day.weekday() not in self.weekend
