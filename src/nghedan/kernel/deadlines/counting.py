"""From a rule to its day, with the steps that explain the count.

The first day is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2); a limit whose last day is a day off ends with the
next working day (Điều 148 khoản 5). A limit *before* an event never moves later: people must have their days.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from nghedan.kernel.deadlines.explaining import explain, forecast, named, unusual_days
from nghedan.kernel.deadlines.rules import DeadlineRule, Direction, Due, Roll, Step, Unit
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workdays import WorkCalendar

_REACHED = {
    (Direction.AFTER, Unit.DAY): _("Đủ %(days)s ngày: %(weekday)s %(date)s"),
    (Direction.AFTER, Unit.WORKING_DAY): _("Đủ %(days)s ngày làm việc: %(weekday)s %(date)s"),
    (Direction.BEFORE, Unit.DAY): _("Lùi đủ %(days)s ngày: %(weekday)s %(date)s"),
    (Direction.BEFORE, Unit.WORKING_DAY): _("Lùi đủ %(days)s ngày làm việc: %(weekday)s %(date)s"),
}


def evaluate(rule: DeadlineRule, anchors: Mapping[str, date], calendar: WorkCalendar) -> Due | None:
    """Return the day a rule leads to, or None while its anchor has no day."""
    anchor = anchors.get(rule.anchor)
    if anchor is None:
        return None
    reached = _reach(rule, anchor, calendar)
    due_on = calendar.next_working(reached) if _may_roll(rule) else reached
    advised_on = calendar.previous_working(reached)
    if rule.direction is Direction.AFTER and advised_on <= anchor:
        advised_on = due_on  # nothing can be done after the event before it has happened
    steps = [
        Step(anchor, _("Mốc tính: %(weekday)s %(date)s, ngày này không tính"), named(anchor)),
        *_steps_on_the_way(rule, anchor, reached, calendar),
        Step(reached, _REACHED[rule.direction, rule.unit], {"days": rule.days, **named(reached)}),
        *_steps_at_the_end(reached, due_on, advised_on, calendar),
    ]
    return Due(rule, due_on, advised_on, tuple(steps))


def _reach(rule: DeadlineRule, anchor: date, calendar: WorkCalendar) -> date:
    signed = rule.days if rule.direction is Direction.AFTER else -rule.days
    return calendar.add(anchor, signed) if rule.unit is Unit.WORKING_DAY else anchor + timedelta(days=signed)


def _may_roll(rule: DeadlineRule) -> bool:
    return rule.direction is Direction.AFTER and rule.roll is Roll.NEXT_WORKING


def _steps_on_the_way(rule: DeadlineRule, anchor: date, reached: date, calendar: WorkCalendar) -> list[Step]:
    """Explain the days left out of a count of working days, in the order of counting."""
    if rule.unit is Unit.DAY or reached == anchor:
        return []
    if rule.direction is Direction.AFTER:
        return [step for run in unusual_days(calendar, anchor + timedelta(days=1), reached) for step in explain(run)]
    runs = unusual_days(calendar, reached, anchor - timedelta(days=1))
    return [step for run in reversed(list(runs)) for step in explain(run)]


def _steps_at_the_end(reached: date, due_on: date, advised_on: date, calendar: WorkCalendar) -> Iterator[Step]:
    reason = calendar.reason_off(reached)
    if reason is not None:
        if reached in calendar.holidays:
            moved = _(
                "Hạn rơi vào ngày nghỉ %(reason)s nên chuyển sang %(weekday)s %(date)s (Điều 148 Bộ luật Dân sự 2015)"
            )
            kept = _("Hạn rơi vào ngày nghỉ %(reason)s và không dời về sau")
        else:
            moved = _("Hạn rơi vào %(reason)s nên chuyển sang %(weekday)s %(date)s (Điều 148 Bộ luật Dân sự 2015)")
            kept = _("Hạn rơi vào %(reason)s và không dời về sau")
        yield Step(due_on, moved if due_on != reached else kept, {"reason": reason, **named(due_on)})
    if advised_on != due_on:
        yield Step(advised_on, _("Nên xong trước: %(weekday)s %(date)s"), named(advised_on))
    yield from forecast(due_on, calendar)
