"""Days that are not as the week would have them, and how a clerk is told of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from nghedan.kernel.deadlines.rules import Step
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date, weekday_name
from nghedan.kernel.workdays import WorkCalendar

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive days off, or swapped working days, for one reason; a reason of None is the weekend."""

    days: tuple[date, ...]
    reason: str | None
    is_worked: bool


def unusual_days(calendar: WorkCalendar, first: date, last: date) -> Iterator[Run]:
    """Return the days off and the swapped working days from `first` to `last` in runs of one reason."""
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    for (is_worked, reason), run in groupby(days, key=lambda day: _why(calendar, day)):
        if reason is not None or not is_worked:
            yield Run(tuple(run), reason, is_worked)


def _why(calendar: WorkCalendar, day: date) -> tuple[bool, str | None]:
    if calendar.is_working(day):
        return True, calendar.swapped.get(day)
    return False, calendar.holidays.get(day)


def explain(run: Run) -> list[Step]:
    """Say in a step or two what the run means for a count of working days."""
    first, last = run.days[0], run.days[-1]
    if run.reason is not None and not run.is_worked:
        return [_explain_holiday(run.days, run.reason)]
    if run.reason is not None:
        text = _("Có tính %(weekday)s %(date)s (%(reason)s)")
        return [Step(day, text, {"reason": run.reason, **named(day)}) for day in run.days]
    if len(run.days) == 2 and first.weekday() == _SATURDAY:
        text = _("Bỏ qua thứ Bảy %(saturday)s, Chủ nhật %(sunday)s")
        return [Step(first, text, {"saturday": format_date(first), "sunday": format_date(last)})]
    return [Step(day, _("Bỏ qua %(weekday)s %(date)s"), named(day)) for day in run.days]


def _explain_holiday(days: tuple[date, ...], reason: str) -> Step:
    first, last = days[0], days[-1]
    if first == last:
        return Step(first, _("Ngày %(date)s nghỉ %(reason)s"), {"date": format_date(first), "reason": reason})
    params = {"first": format_date(first), "last": format_date(last), "reason": reason}
    return Step(first, _("Từ %(first)s đến %(last)s nghỉ %(reason)s"), params)


def named(day: date) -> dict[str, str | int]:
    """Return a day as the params `weekday` and `date`."""
    return {"weekday": weekday_name(day), "date": format_date(day)}


def forecast(day: date, calendar: WorkCalendar) -> Iterator[Step]:
    """Warn, if the day lies where the holidays are not decided yet."""
    if calendar.known_until is not None and day > calendar.known_until:
        text = _("Lịch nghỉ sau ngày %(date)s mới là dự kiến, hạn có thể thay đổi")
        yield Step(None, text, {"date": format_date(calendar.known_until)})
