"""Dates as people type them."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.kernel.vietnamese import format_date, parse_day


@pytest.mark.parametrize(
    "text",
    [
        "18/9/2026", "18/09/2026", "18-9-2026", "18.9.2026", "18.9.26", "18/9/26", "18 / 9 / 2026", " 18/9/2026 ",
        "18 tháng 9 năm 2026", "ngày 18 tháng 9 năm 2026", "Ngày 18  tháng 09, năm 2026", "NGÀY 18/9/2026",
        "18 thang 9 nam 2026",
        unicodedata.normalize("NFD", "ngày 18 tháng 9 năm 2026"), "2026-09-18",
    ],
)  # fmt: skip
def test_parse_day_understands(text):
    assert parse_day(text) == date(2026, 9, 18)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18/9",
        "31/2/2026",
        "0/9/2026",
        "9/18/2026",
        "18/9/226",
        "thứ Sáu",
        "18/9/2026 8 giờ",
        "20260918",
        "18 9 2026",
    ],
)
def test_parse_day_refuses(text):
    with pytest.raises(ValueError):
        parse_day(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_shown_is_read_back(day):
    assert parse_day(format_date(day)) == day
    assert parse_day(day.isoformat()) == day
