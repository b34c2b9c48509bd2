from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.kernel.deadlines import Direction, Roll, Step, Unit, evaluate
from nghedan.kernel.workdays import WorkCalendar
from tests.kernel.calendars import VIETNAM

from .rules import ANSWERS, CONCLUSION, NOTICE, REPORT, RESULT, count, limit, told

MONDAY = date(2026, 9, 21)
FRIDAY = date(2026, 9, 25)


def test_limit_waits_for_its_anchor():
    assert evaluate(NOTICE, {}, VIETNAM) is None
    assert evaluate(NOTICE, {"issued_on": FRIDAY}, VIETNAM) is None


@pytest.mark.parametrize(
    ("rule", "due_on"),
    [
        (NOTICE, date(2026, 9, 18)),
        (ANSWERS, date(2026, 9, 18)),
        (CONCLUSION, date(2026, 10, 6)),
        (RESULT, date(2026, 10, 5)),
    ],
)
def test_dialogue_on_friday_25_september_2026(rule, due_on):
    assert (count(rule, FRIDAY).due_on, count(rule, FRIDAY).advised_on) == (due_on, due_on)


@pytest.mark.parametrize(
    ("weekday", "seven_working_days", "ten_days"),
    [(0, 9, 10), (1, 9, 10), (2, 9, 12), (3, 11, 11), (4, 11, 10), (5, 10, 10), (6, 9, 10)],
)
def test_days_until_the_limits_of_a_session_on_each_weekday(weekday, seven_working_days, ten_days):
    """Wednesday's tenth day is a Saturday, Thursday's a Sunday; only after a Friday seven working days last longer."""
    held_on = MONDAY + timedelta(days=weekday)
    assert (count(CONCLUSION, held_on).due_on - held_on).days == seven_working_days
    assert (count(RESULT, held_on).due_on - held_on).days == ten_days
    assert (seven_working_days > ten_days) is (weekday == 4)


@pytest.mark.parametrize("weekday", range(5))
def test_five_working_days_before_a_weekday_are_seven_days(weekday):
    held_on = MONDAY + timedelta(days=weekday)
    assert count(ANSWERS, held_on).due_on == held_on - timedelta(days=7) == count(NOTICE, held_on).due_on


@pytest.mark.parametrize(
    ("held_on", "due_on", "advised_on"),
    [
        (date(2026, 9, 22), date(2026, 10, 2), date(2026, 10, 2)),  # the tenth day is a Friday
        (date(2026, 9, 23), date(2026, 10, 5), date(2026, 10, 2)),  # a Saturday
        (date(2026, 9, 24), date(2026, 10, 5), date(2026, 10, 2)),  # a Sunday
        (date(2026, 9, 25), date(2026, 10, 5), date(2026, 10, 5)),  # a Monday
        (date(2026, 2, 5), date(2026, 2, 23), date(2026, 2, 13)),  # the weekend before Tết
        (date(2026, 2, 6), date(2026, 2, 23), date(2026, 2, 13)),  # the first day of Tết
        (date(2026, 2, 12), date(2026, 2, 23), date(2026, 2, 13)),  # the weekend after Tết
        (date(2026, 2, 13), date(2026, 2, 23), date(2026, 2, 23)),  # the first day worked again
        (date(2025, 12, 23), date(2026, 1, 5), date(2025, 12, 31)),  # swapped away
        (date(2025, 12, 31), date(2026, 1, 10), date(2026, 1, 10)),  # the Saturday worked instead
        (date(2026, 1, 1), date(2026, 1, 12), date(2026, 1, 10)),  # the Sunday after it
    ],
)
def test_ten_days_after_end_on_the_next_working_day(held_on, due_on, advised_on):
    due = count(RESULT, held_on)
    assert (due.due_on, due.advised_on) == (due_on, advised_on)


@pytest.mark.parametrize(
    ("held_on", "due_on", "advised_on"),
    [
        (date(2026, 9, 26), date(2026, 9, 19), date(2026, 9, 18)),  # a Saturday
        (date(2026, 2, 23), date(2026, 2, 16), date(2026, 2, 13)),  # the first day of Tết
        (date(2026, 3, 2), date(2026, 2, 23), date(2026, 2, 23)),  # the first day worked again
        (date(2026, 1, 17), date(2026, 1, 10), date(2026, 1, 10)),  # the Saturday worked instead
        (date(2026, 1, 9), date(2026, 1, 2), date(2025, 12, 31)),  # swapped away
    ],
)
def test_seven_days_before_never_move_later(held_on, due_on, advised_on):
    due = count(NOTICE, held_on)
    assert (due.due_on, due.advised_on) == (due_on, advised_on)


@pytest.mark.parametrize(
    ("held_on", "due_on"),
    [
        (date(2026, 2, 23), date(2026, 2, 9)),
        (date(2026, 2, 24), date(2026, 2, 10)),
        (date(2026, 1, 12), date(2026, 1, 6)),
        (date(2026, 1, 17), date(2026, 1, 12)),
    ],
)
def test_five_working_days_before_step_over_tet_and_count_a_swapped_day(held_on, due_on):
    assert count(ANSWERS, held_on).due_on == due_on


def test_limit_that_does_not_roll_keeps_its_day():
    due = count(replace(RESULT, roll=Roll.NONE), date(2026, 9, 24))
    assert (due.due_on, due.advised_on) == (date(2026, 10, 4), date(2026, 10, 2))
    assert told(due.steps)[-2:] == ["Hạn rơi vào Chủ nhật và không dời về sau", "Nên xong trước: thứ Sáu 02/10/2026"]


def test_nothing_is_advised_before_the_event_has_happened():
    next_day = limit("tổng hợp", 1, Unit.DAY, Direction.AFTER)
    due = count(next_day, date(2026, 9, 26))
    assert (due.due_on, due.advised_on) == (date(2026, 9, 28), date(2026, 9, 28))


# --- counted so -------------------------------------------------------------------------------------------------------


def test_steps_of_seven_working_days_after_a_friday():
    assert told(count(CONCLUSION, FRIDAY).steps) == [
        "Mốc tính: thứ Sáu 25/9/2026, ngày này không tính",
        "Bỏ qua thứ Bảy 26/9/2026, Chủ nhật 27/9/2026",
        "Bỏ qua thứ Bảy 03/10/2026, Chủ nhật 04/10/2026",
        "Đủ 7 ngày làm việc: thứ Ba 06/10/2026",
    ]


def test_steps_name_the_day_they_speak_of():
    assert [step.day for step in count(CONCLUSION, FRIDAY).steps] == [
        FRIDAY,
        date(2026, 9, 26),
        date(2026, 10, 3),
        date(2026, 10, 6),
    ]


def test_steps_of_a_limit_that_rolls():
    assert told(count(RESULT, date(2026, 9, 24)).steps) == [
        "Mốc tính: thứ Năm 24/9/2026, ngày này không tính",
        "Đủ 10 ngày: Chủ nhật 04/10/2026",
        "Hạn rơi vào Chủ nhật nên chuyển sang thứ Hai 05/10/2026 (Điều 148 Bộ luật Dân sự 2015)",
        "Nên xong trước: thứ Sáu 02/10/2026",
    ]


def test_steps_of_a_limit_that_rolls_out_of_a_holiday():
    assert told(count(RESULT, date(2026, 8, 23)).steps) == [
        "Mốc tính: Chủ nhật 23/8/2026, ngày này không tính",
        "Đủ 10 ngày: thứ Tư 02/9/2026",
        "Hạn rơi vào ngày nghỉ lễ Quốc khánh nên chuyển sang thứ Năm 03/9/2026 (Điều 148 Bộ luật Dân sự 2015)",
        "Nên xong trước: thứ Sáu 28/8/2026",
    ]


def test_steps_across_national_day_with_a_swap():
    assert told(count(CONCLUSION, date(2026, 8, 21)).steps) == [
        "Mốc tính: thứ Sáu 21/8/2026, ngày này không tính",
        "Có tính thứ Bảy 22/8/2026 (làm bù cho 31/8/2026)",
        "Bỏ qua Chủ nhật 23/8/2026",
        "Bỏ qua thứ Bảy 29/8/2026, Chủ nhật 30/8/2026",
        "Ngày 31/8/2026 nghỉ hoán đổi ngày làm việc",
        "Từ 01/9/2026 đến 02/9/2026 nghỉ lễ Quốc khánh",
        "Đủ 7 ngày làm việc: thứ Năm 03/9/2026",
    ]


def test_steps_backwards_go_from_the_event_to_the_past():
    assert told(count(ANSWERS, date(2026, 2, 24)).steps) == [
        "Mốc tính: thứ Ba 24/02/2026, ngày này không tính",
        "Bỏ qua thứ Bảy 21/02/2026, Chủ nhật 22/02/2026",
        "Từ 16/02/2026 đến 20/02/2026 nghỉ Tết Nguyên đán",
        "Bỏ qua thứ Bảy 14/02/2026, Chủ nhật 15/02/2026",
        "Lùi đủ 5 ngày làm việc: thứ Ba 10/02/2026",
    ]


def test_steps_of_a_limit_before_that_falls_on_a_holiday():
    assert told(count(NOTICE, date(2026, 9, 9)).steps) == [
        "Mốc tính: thứ Tư 09/9/2026, ngày này không tính",
        "Lùi đủ 7 ngày: thứ Tư 02/9/2026",
        "Hạn rơi vào ngày nghỉ lễ Quốc khánh và không dời về sau",
        "Nên xong trước: thứ Sáu 28/8/2026",
    ]


def test_six_day_week_skips_sundays_one_by_one():
    due = count(CONCLUSION, FRIDAY, WorkCalendar(weekend=frozenset({6})))
    assert told(due.steps)[1:] == ["Bỏ qua Chủ nhật 27/9/2026", "Đủ 7 ngày làm việc: thứ Bảy 03/10/2026"]


@pytest.mark.parametrize(("held_on", "is_forecast"), [(date(2026, 12, 21), False), (date(2026, 12, 22), True)])
def test_limit_behind_the_decided_holidays_is_a_forecast(held_on, is_forecast):
    forecast = Step(None, "Lịch nghỉ sau ngày %(date)s mới là dự kiến, hạn có thể thay đổi", {"date": "31/12/2026"})
    assert (count(REPORT, held_on).steps[-1] == forecast) is is_forecast


# --- for every rule and day -------------------------------------------------------------------------------------------

rules = st.builds(
    limit,
    label=st.just("việc"),
    days=st.integers(0, 45),
    unit=st.sampled_from(Unit),
    direction=st.sampled_from(Direction),
    roll=st.sampled_from(Roll),
)
event_days = st.dates(date(2023, 1, 1), date(2027, 12, 31))


@given(rules, event_days)
def test_limit_lies_on_its_side_and_advice_never_after_it(rule, held_on):
    due = count(rule, held_on)
    assert due.advised_on <= due.due_on
    if rule.direction is Direction.BEFORE:
        assert due.due_on <= held_on
    else:
        assert held_on <= due.advised_on
    if rule.direction is Direction.AFTER and rule.roll is Roll.NEXT_WORKING:
        assert VIETNAM.is_working(due.due_on)


@given(rules, event_days)
def test_more_days_never_end_nearer_to_the_event(rule, held_on):
    longer = count(replace(rule, days=rule.days + 1), held_on).due_on
    shorter = count(rule, held_on).due_on
    assert (longer >= shorter) if rule.direction is Direction.AFTER else (longer < shorter)


@given(rules, event_days)
def test_every_step_can_be_told(rule, held_on):
    sentences = told(count(rule, held_on).steps)
    assert sentences[0].startswith("Mốc tính: ")
    assert not [sentence for sentence in sentences if "%(" in sentence]
