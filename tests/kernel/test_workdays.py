from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.kernel.workdays import WorkCalendar

from .calendars import TET, VIETNAM

DAY = timedelta(days=1)
FIRST, LAST = date(2023, 1, 1), date(2027, 12, 31)

WORKED_DATES = [
    # a session on each day of an ordinary week: seven working days after
    (date(2026, 9, 21), 7, date(2026, 9, 30)),
    (date(2026, 9, 22), 7, date(2026, 10, 1)),
    (date(2026, 9, 23), 7, date(2026, 10, 2)),
    (date(2026, 9, 24), 7, date(2026, 10, 5)),
    (date(2026, 9, 25), 7, date(2026, 10, 6)),
    (date(2026, 9, 26), 7, date(2026, 10, 6)),
    (date(2026, 9, 27), 7, date(2026, 10, 6)),
    # ... and five working days before
    (date(2026, 9, 21), -5, date(2026, 9, 14)),
    (date(2026, 9, 22), -5, date(2026, 9, 15)),
    (date(2026, 9, 25), -5, date(2026, 9, 18)),
    (date(2026, 9, 26), -5, date(2026, 9, 21)),
    (date(2026, 9, 27), -5, date(2026, 9, 21)),
    # nothing to count
    (date(2026, 9, 25), 0, date(2026, 9, 25)),
    (date(2026, 9, 27), 0, date(2026, 9, 27)),
    # 2 January 2026 was swapped with Saturday 10 January
    (date(2025, 12, 31), 1, date(2026, 1, 5)),
    (date(2025, 12, 31), 5, date(2026, 1, 9)),
    (date(2025, 12, 31), 6, date(2026, 1, 10)),
    (date(2025, 12, 31), 7, date(2026, 1, 12)),
    (date(2026, 1, 12), -1, date(2026, 1, 10)),
    (date(2026, 1, 5), -1, date(2025, 12, 31)),
    # across Tết 2026, from before it and from inside it
    (date(2026, 2, 13), 1, date(2026, 2, 23)),
    (date(2026, 2, 12), 7, date(2026, 3, 2)),
    (date(2026, 2, 23), -5, date(2026, 2, 9)),
    (date(2026, 2, 18), 1, date(2026, 2, 23)),
    (date(2026, 2, 18), -1, date(2026, 2, 13)),
    # spring and autumn of 2026
    (date(2026, 4, 24), 1, date(2026, 4, 28)),
    (date(2026, 4, 24), 7, date(2026, 5, 8)),
    (date(2026, 4, 29), 1, date(2026, 5, 4)),
    (date(2026, 8, 21), 1, date(2026, 8, 22)),
    (date(2026, 8, 21), 7, date(2026, 9, 3)),
    (date(2026, 8, 28), 1, date(2026, 9, 3)),
    (date(2026, 9, 7), -5, date(2026, 8, 26)),
    (date(2026, 11, 23), 1, date(2026, 11, 25)),
    # the years before
    (date(2022, 12, 30), 1, date(2023, 1, 3)),
    (date(2023, 1, 19), 1, date(2023, 1, 27)),
    (date(2023, 4, 28), 1, date(2023, 5, 4)),
    (date(2023, 8, 31), 1, date(2023, 9, 5)),
    (date(2023, 12, 29), 1, date(2024, 1, 2)),
    (date(2024, 2, 7), 1, date(2024, 2, 15)),
    (date(2024, 4, 17), 1, date(2024, 4, 19)),
    (date(2024, 4, 26), 1, date(2024, 5, 2)),
    (date(2024, 5, 3), 1, date(2024, 5, 4)),
    (date(2024, 8, 30), 1, date(2024, 9, 4)),
    (date(2025, 1, 24), 1, date(2025, 2, 3)),
    (date(2025, 4, 4), 1, date(2025, 4, 8)),
    (date(2025, 4, 25), 1, date(2025, 4, 26)),
    (date(2025, 4, 29), 1, date(2025, 5, 5)),
    (date(2025, 8, 29), 1, date(2025, 9, 3)),
    # a forecast
    (date(2027, 2, 3), 1, date(2027, 2, 11)),
]


@pytest.mark.parametrize(("start", "working_days", "end"), WORKED_DATES)
def test_worked_dates(start, working_days, end):
    assert VIETNAM.add(start, working_days) == end
    assert VIETNAM.count(start, end) == working_days


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 9, 25), None),
        (date(2026, 9, 26), "thứ Bảy"),
        (date(2026, 9, 27), "Chủ nhật"),
        (date(2026, 2, 16), TET),
        (date(2023, 1, 22), TET),  # a Sunday within Tết
        (date(2026, 1, 2), "hoán đổi ngày làm việc"),
        (date(2026, 1, 10), None),  # the Saturday worked instead
    ],
)
def test_a_day_off_has_a_reason(day, reason):
    assert VIETNAM.reason_off(day) == reason
    assert VIETNAM.is_working(day) is (reason is None)


@pytest.mark.parametrize(
    ("day", "following", "preceding"),
    [
        (date(2026, 2, 13), date(2026, 2, 13), date(2026, 2, 13)),
        (date(2026, 2, 14), date(2026, 2, 23), date(2026, 2, 13)),
        (date(2026, 2, 22), date(2026, 2, 23), date(2026, 2, 13)),
        (date(2026, 2, 23), date(2026, 2, 23), date(2026, 2, 23)),
        (date(2026, 1, 11), date(2026, 1, 12), date(2026, 1, 10)),
    ],
)
def test_nearest_working_day_is_the_day_itself_if_it_is_worked(day, following, preceding):
    assert VIETNAM.next_working(day) == following
    assert VIETNAM.previous_working(day) == preceding


def test_swapped_day_is_worked_even_if_it_is_a_holiday_too():
    day = date(2026, 9, 2)
    calendar = WorkCalendar(holidays={day: "lễ Quốc khánh"}, swapped={day: "trực"})
    assert calendar.is_working(day)
    assert calendar.count(day - DAY, day) == 1


def test_six_day_week():
    calendar = WorkCalendar(weekend=frozenset({6}))
    assert calendar.add(date(2026, 9, 25), 7) == date(2026, 10, 3)


def test_week_without_a_working_day_is_refused():
    with pytest.raises(ValueError, match="at least one working day"):
        WorkCalendar(weekend=frozenset(range(7)))


# --- against a count day by day ---------------------------------------------------------------------------------------

days = st.dates(FIRST, LAST)
calendars = st.just(VIETNAM) | st.builds(
    WorkCalendar,
    weekend=st.frozensets(st.integers(0, 6), max_size=6),
    holidays=st.dictionaries(days, st.just("nghỉ"), max_size=60),
    swapped=st.dictionaries(days, st.just("làm bù"), max_size=20),
)


def is_worked(calendar: WorkCalendar, day: date) -> bool:
    weekend = day.weekday() in calendar.weekend
    return day in calendar.swapped or (not weekend and day not in calendar.holidays)


def walk(calendar: WorkCalendar, day: date, step: timedelta, is_last: Callable[[date, int], bool]) -> tuple[date, int]:
    worked = 0
    while not is_last(day, worked):
        day += step
        worked += 1 if is_worked(calendar, day) else 0
    return day, worked


@given(calendars, days, days)
def test_count_agrees_with_a_count_day_by_day(calendar, one, other):
    start, end = sorted((one, other))
    _, forwards = walk(calendar, start, DAY, lambda day, _: day == end)
    _, backwards = walk(calendar, end, -DAY, lambda day, _: day == start)
    assert calendar.count(start, end) == forwards
    assert calendar.count(end, start) == -backwards


@given(calendars, days, st.integers(0, 40))
def test_add_agrees_with_a_count_day_by_day(calendar, start, working_days):
    later, _ = walk(calendar, start, DAY, lambda _, worked: worked == working_days)
    earlier, _ = walk(calendar, start, -DAY, lambda _, worked: worked == working_days)
    assert calendar.add(start, working_days) == later
    assert calendar.add(start, -working_days) == earlier


@given(calendars, days, st.integers(-40, 40))
def test_add_and_count_undo_each_other(calendar, start, working_days):
    assert calendar.count(start, calendar.add(start, working_days)) == working_days


@given(calendars, days)
def test_nearest_working_days_enclose_only_days_off(calendar, day):
    earlier, later = calendar.previous_working(day), calendar.next_working(day)
    assert earlier <= day <= later
    assert (calendar.is_working(earlier), calendar.is_working(later)) == (True, True)
    assert calendar.count(earlier, later) == (0 if calendar.is_working(day) else 1)
