"""What to warn of when a day is chosen."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from nghedan.kernel.deadlines.explaining import Run, forecast, named, unusual_days
from nghedan.kernel.deadlines.rules import (
    Direction,
    Due,
    Unit,
    Warning,  # noqa: A004 - a warning to the clerk, not to the programmer
    strictest,
    strictness,
)
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date, weekday_name
from nghedan.kernel.workdays import WorkCalendar


def warnings(event_on: date, dues: Iterable[Due], calendar: WorkCalendar, today: date) -> list[Warning]:
    """Return the traps of holding an event on this day, what concerns the day itself first.

    Codes: event_past, event_on_holiday, event_on_day_off, limit_past, limits_collide, limits_same_day,
    holidays_inside, calendar_forecast.
    """
    ordered = sorted(dues, key=strictness)
    last = max([event_on, *(due.due_on for due in ordered)])
    first = min([event_on, *(due.due_on for due in ordered)])
    return [
        *_about_the_day(event_on, calendar, today),
        *_already_past(event_on, ordered, today),
        *_collisions(event_on, ordered),
        *_same_day(ordered),
        *(_holidays(run) for run in unusual_days(calendar, first, last) if run.reason and not run.is_worked),
        *(Warning("calendar_forecast", step.text, step.params) for step in forecast(last, calendar)),
    ]


def _about_the_day(event_on: date, calendar: WorkCalendar, today: date) -> Iterator[Warning]:
    if event_on < today:
        yield Warning("event_past", _("Ngày %(date)s đã qua"), {"date": format_date(event_on)})
    reason = calendar.reason_off(event_on)
    if reason is None:
        return
    if event_on in calendar.holidays:
        params = {"date": format_date(event_on), "reason": reason}
        yield Warning("event_on_holiday", _("Ngày %(date)s nghỉ %(reason)s"), params)
    else:
        yield Warning("event_on_day_off", _("Ngày %(date)s là %(weekday)s, ngày nghỉ hằng tuần"), named(event_on))


def _already_past(event_on: date, dues: Sequence[Due], today: date) -> Iterator[Warning]:
    """Warn of every limit that cannot be kept any more; before an event that is over itself they no longer matter."""
    for due in dues:
        if due.due_on < today and (event_on >= today or due.due_on > event_on):
            text = _("Hạn “%(label)s” là %(weekday)s %(date)s, đã qua")
            yield Warning("limit_past", text, {"label": due.rule.label, **named(due.due_on)})


def _collisions(event_on: date, dues: Sequence[Due]) -> Iterator[Warning]:
    """Warn where fewer working days end later than more days do.

    Seven working days after a Friday are a Tuesday, while the tenth day, a Sunday, has moved to the Monday before.
    """
    after = [due for due in dues if due.rule.direction is Direction.AFTER]
    for late in after:
        missed = strictest(due for due in after if _overtakes(late, due))
        if missed is not None:
            yield Warning(
                "limits_collide",
                _(
                    "Tổ chức vào %(event_weekday)s thì %(late_days)s ngày làm việc cho “%(late_label)s” đến "
                    "%(late_weekday)s %(late_date)s mới hết, sau hạn %(days)s ngày cho “%(label)s” là "
                    "%(weekday)s %(date)s. Nên xong cả hai việc trong hạn sớm hơn hoặc chọn ngày khác"
                ),
                {
                    "event_weekday": weekday_name(event_on),
                    "late_days": late.rule.days,
                    "late_label": late.rule.label,
                    "late_weekday": weekday_name(late.due_on),
                    "late_date": format_date(late.due_on),
                    "days": missed.rule.days,
                    "label": missed.rule.label,
                    **named(missed.due_on),
                },
            )


def _overtakes(late: Due, due: Due) -> bool:
    return (
        late.rule.anchor == due.rule.anchor
        and (late.rule.unit, due.rule.unit) == (Unit.WORKING_DAY, Unit.DAY)
        and late.rule.days <= due.rule.days
        and late.due_on > due.due_on
    )


def _same_day(dues: Sequence[Due]) -> Iterator[Warning]:
    """Warn where several things must be ready on one day before the event, naming them two by two."""
    before = (due for due in dues if due.rule.direction is Direction.BEFORE)
    for day, together in groupby(before, key=lambda due: due.due_on):
        strict, *others = together
        for other in others:
            labels = {"first": strict.rule.label, "second": other.rule.label}
            text = _("“%(first)s” và “%(second)s” cùng đến hạn vào %(weekday)s %(date)s")
            yield Warning("limits_same_day", text, {**labels, **named(day)})


def _holidays(run: Run) -> Warning:
    first, last, reason = format_date(run.days[0]), format_date(run.days[-1]), run.reason or ""
    if first == last:
        text = _("Trong thời gian thực hiện có ngày %(date)s nghỉ %(reason)s")
        return Warning("holidays_inside", text, {"date": first, "reason": reason})
    text = _("Trong thời gian thực hiện có kỳ nghỉ %(reason)s từ %(first)s đến %(last)s")
    return Warning("holidays_inside", text, {"first": first, "last": last, "reason": reason})
