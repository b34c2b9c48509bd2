"""Where a dialogue stands, which days suggest themselves, the period of the plan."""

from datetime import date

import pytest

from nghedan.domain.dialogues.deadlines import HELD_ON, PRACTICE, STATE_LAW
from nghedan.domain.dialogues.rules import current_step, period_of, suggested_days
from nghedan.domain.dialogues.terms import Step
from nghedan.kernel.deadlines import DeadlineRule
from nghedan.kernel.workdays import WorkCalendar

TODAY = date(2026, 6, 1)
FIRST, LAST = date(2026, 6, 1), date(2026, 7, 31)


@pytest.mark.parametrize(
    ("has_day", "is_agreed", "done", "is_over", "step"),
    [
        (False, True, (), False, Step.PLAN),
        (True, False, (Step.NOTICE,), False, Step.PLAN),
        (True, True, (), False, Step.NOTICE),
        (True, True, (Step.NOTICE,), False, Step.OPINIONS),
        (True, True, (Step.OPINIONS,), False, Step.ANSWERS),
        (True, False, (), True, Step.CONCLUSION),
        (True, True, (Step.CONCLUSION,), True, Step.FOLLOW_UP),
        (True, True, tuple(Step), True, Step.FOLLOW_UP),
    ],
)
def test_the_step_follows_the_furthest_done(
    has_day: bool, is_agreed: bool, done: tuple[Step, ...], is_over: bool, step: Step
) -> None:
    assert current_step(has_day=has_day, is_agreed=is_agreed, done=done, is_over=is_over) is step


@pytest.mark.parametrize(
    ("quarter", "month", "period"),
    [
        (None, None, (date(2026, 1, 1), date(2026, 12, 31))),
        (1, None, (date(2026, 1, 1), date(2026, 3, 31))),
        (4, None, (date(2026, 10, 1), date(2026, 12, 31))),
        (3, 8, (date(2026, 8, 1), date(2026, 8, 31))),
        (None, 12, (date(2026, 12, 1), date(2026, 12, 31))),
    ],
)
def test_the_month_goes_before_the_quarter(quarter: int | None, month: int | None, period: tuple[date, date]) -> None:
    assert period_of(year=2026, quarter=quarter, month=month) == period


def suggested(*rules: DeadlineRule, first: date = FIRST, last: date = LAST, **holidays: date) -> list[date]:
    calendar = WorkCalendar(holidays={day: name for name, day in holidays.items()})
    return suggested_days(rules, calendar, anchor=HELD_ON, first=first, last=last, today=TODAY)


def test_the_nearest_days_that_leave_time_for_every_limit() -> None:
    assert suggested(*STATE_LAW) == [date(2026, 6, 8), date(2026, 6, 9), date(2026, 6, 10)]
    assert suggested(*STATE_LAW, *PRACTICE) == [date(2026, 6, 22), date(2026, 6, 23), date(2026, 6, 24)]


def test_neither_fridays_nor_days_off() -> None:
    found = suggested(*STATE_LAW, *PRACTICE, first=date(2026, 6, 25), giỗ=date(2026, 6, 29))
    assert found == [
        date(2026, 6, 30),
        date(2026, 7, 1),
        date(2026, 7, 2),
    ]  # after 25 June seven working days overtake ten


def test_when_time_is_short_only_the_law_counts() -> None:
    assert suggested(*STATE_LAW, *PRACTICE, last=date(2026, 6, 11)) == [
        date(2026, 6, 8), date(2026, 6, 9), date(2026, 6, 10),
    ]  # fmt: skip
    assert suggested(*STATE_LAW, *PRACTICE, last=date(2026, 6, 5)) == []
