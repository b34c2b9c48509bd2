from dataclasses import replace
from datetime import date, timedelta

import pytest

from nghedan.kernel.deadlines import Unit, evaluate, warnings
from tests.kernel.calendars import VIETNAM

from .rules import ALL, ANSWERS, CONCLUSION, NOTICE, REPORT, RESULT, count, limit

MONDAY = date(2026, 10, 12)
TODAY = date(2026, 8, 1)


def warned(held_on, rules=(), today=TODAY, calendar=VIETNAM):
    dues = [count(rule, held_on, calendar) for rule in rules]
    found = warnings(held_on, dues, calendar, today)
    return [(warning.code, warning.message % warning.params) for warning in found]


def codes(held_on, rules=(), today=TODAY):
    return [code for code, _ in warned(held_on, rules, today)]


def test_ordinary_day_brings_no_warning():
    assert warned(MONDAY, (NOTICE, RESULT, CONCLUSION)) == []


def test_friday_trap():
    sentence = (
        "Tổ chức vào thứ Sáu thì 7 ngày làm việc cho “kết luận” đến thứ Ba 06/10/2026 mới hết, sau hạn 10 ngày "
        "cho “kết quả” là thứ Hai 05/10/2026. Nên xong cả hai việc trong hạn sớm hơn hoặc chọn ngày khác"
    )
    assert warned(date(2026, 9, 25), (CONCLUSION, RESULT)) == [("limits_collide", sentence)]


@pytest.mark.parametrize("weekday", range(7))
def test_only_a_friday_brings_the_friday_trap(weekday):
    held_on = MONDAY + timedelta(days=weekday)
    assert ("limits_collide" in codes(held_on, ALL)) is (weekday == 4)


def test_holidays_bring_the_same_trap_on_other_days():
    assert "limits_collide" in codes(date(2026, 8, 26), ALL)


def test_each_overrun_is_told_once_against_the_strictest_limit():
    assert codes(date(2026, 9, 25), (CONCLUSION, REPORT, RESULT)) == ["limits_collide"]


def test_limits_counted_from_other_days_are_no_trap():
    elsewhere = evaluate(replace(RESULT, anchor="issued_on"), {"issued_on": date(2026, 9, 25)}, VIETNAM)
    dues = [count(CONCLUSION, date(2026, 9, 25)), elsewhere]
    assert warnings(date(2026, 9, 25), dues, VIETNAM, TODAY) == []


def test_more_working_days_than_days_are_no_trap():
    longer = limit("kết luận", 15, Unit.WORKING_DAY, CONCLUSION.direction)
    assert warned(date(2026, 9, 25), (longer, RESULT)) == []


def test_notice_and_answers_on_one_day():
    assert warned(MONDAY, (ANSWERS, NOTICE)) == [
        ("limits_same_day", "“thông báo” và “trả lời” cùng đến hạn vào thứ Hai 05/10/2026")
    ]


def test_several_limits_on_one_day_after_the_event_are_no_trap():
    assert warned(MONDAY, (RESULT, REPORT)) == []


@pytest.mark.parametrize(
    ("held_on", "expected"),
    [
        (date(2026, 10, 9), []),
        (date(2026, 10, 10), [("event_on_day_off", "Ngày 10/10/2026 là thứ Bảy, ngày nghỉ hằng tuần")]),
        (date(2026, 10, 11), [("event_on_day_off", "Ngày 11/10/2026 là Chủ nhật, ngày nghỉ hằng tuần")]),
        (date(2026, 8, 22), []),  # a Saturday worked
        (date(2026, 9, 3), []),
    ],
)
def test_event_on_a_weekend(held_on, expected):
    assert warned(held_on) == expected


def test_event_on_a_holiday():
    assert warned(date(2026, 9, 2))[0] == ("event_on_holiday", "Ngày 02/9/2026 nghỉ lễ Quốc khánh")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (MONDAY - timedelta(days=1), []),
        (MONDAY, []),
        (MONDAY + timedelta(days=1), [("event_past", "Ngày 12/10/2026 đã qua")]),
    ],
)
def test_event_in_the_past(today, expected):
    assert warned(MONDAY, today=today) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 4), []),
        (date(2026, 10, 5), []),
        (date(2026, 10, 6), [("limit_past", "Hạn “thông báo” là thứ Hai 05/10/2026, đã qua")]),
        (date(2026, 10, 12), [("limit_past", "Hạn “thông báo” là thứ Hai 05/10/2026, đã qua")]),
        (date(2026, 10, 13), [("event_past", "Ngày 12/10/2026 đã qua")]),
    ],
)
def test_limit_before_is_past_from_the_next_day_until_the_event_is_over(today, expected):
    assert warned(MONDAY, (NOTICE,), today) == expected


def test_limit_after_is_past_from_the_next_day():
    assert codes(MONDAY, (RESULT,), date(2026, 10, 22)) == ["event_past"]
    assert codes(MONDAY, (RESULT,), date(2026, 10, 23)) == ["event_past", "limit_past"]


def test_holidays_between_the_first_and_the_last_limit():
    assert warned(date(2026, 8, 27), (NOTICE, RESULT)) == [
        ("holidays_inside", "Trong thời gian thực hiện có ngày 31/8/2026 nghỉ hoán đổi ngày làm việc"),
        ("holidays_inside", "Trong thời gian thực hiện có kỳ nghỉ lễ Quốc khánh từ 01/9/2026 đến 02/9/2026"),
    ]


def test_holidays_outside_are_of_no_concern():
    assert warned(date(2026, 9, 10), (NOTICE, RESULT)) == []


def test_calendar_behind_the_decided_year_is_a_forecast():
    expected = ("calendar_forecast", "Lịch nghỉ sau ngày 31/12/2026 mới là dự kiến, hạn có thể thay đổi")
    assert warned(date(2026, 12, 22), (RESULT,))[-1] == expected
    assert warned(date(2026, 12, 21), (RESULT,)) == []
