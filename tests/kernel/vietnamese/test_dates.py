from datetime import date

import pytest

from nghedan.kernel.vietnamese import (
    distance,
    document_date,
    format_date,
    quarter_label,
    spoken_date,
    weekday_name,
)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 9, 18), "18/9/2026"),
        (date(2026, 9, 2), "02/9/2026"),
        (date(2026, 2, 5), "05/02/2026"),
        (date(2026, 1, 10), "10/01/2026"),
        (date(2026, 3, 9), "09/3/2026"),
        (date(2026, 12, 31), "31/12/2026"),
    ],
)
def test_date_is_shown_with_the_zeros_of_a_document(day, text):
    assert format_date(day) == text


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 2, 5), "Thiện Tân, ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 9), "Thiện Tân, ngày 09 tháng 3 năm 2026"),
        (date(2026, 1, 10), "Thiện Tân, ngày 10 tháng 01 năm 2026"),
        (date(2026, 10, 20), "Thiện Tân, ngày 20 tháng 10 năm 2026"),
    ],
)
def test_document_date_has_zeros_before_days_1_to_9_and_months_1_and_2_only(day, line):
    assert document_date("Thiện Tân", day) == line


def test_document_date_leaves_blank_what_is_not_known_yet():
    blank = "\u00a0" * 4
    assert document_date("Thiện Tân", None, month=5, year=2026) == f"Thiện Tân, ngày {blank} tháng 5 năm 2026"
    assert document_date("Thiện Tân", None, year=2026) == f"Thiện Tân, ngày {blank} tháng {blank} năm 2026"
    assert document_date("Thiện Tân", None) == f"Thiện Tân, ngày {blank} tháng {blank} năm {blank}"
    assert document_date("", date(2026, 3, 9)) == f"{blank}, ngày 09 tháng 3 năm 2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 9, 18), "ngày mười tám tháng chín năm hai nghìn không trăm hai mươi sáu"),
        (date(2025, 4, 30), "ngày ba mươi tháng tư năm hai nghìn không trăm hai mươi lăm"),
        (date(2026, 9, 2), "ngày mùng hai tháng chín năm hai nghìn không trăm hai mươi sáu"),
        (date(2027, 1, 10), "ngày mùng mười tháng một năm hai nghìn không trăm hai mươi bảy"),
        (date(2026, 12, 11), "ngày mười một tháng mười hai năm hai nghìn không trăm hai mươi sáu"),
        (date(2026, 11, 24), "ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi sáu"),
    ],
)
def test_date_is_read_aloud(day, words):
    assert spoken_date(day) == words


def test_week_runs_from_monday_to_sunday():
    names = [weekday_name(date(2026, 9, 21 + offset)) for offset in range(7)]
    assert names == ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]


def test_quarters_have_roman_numerals():
    assert [quarter_label(quarter) for quarter in (1, 2, 3, 4)] == ["quý I", "quý II", "quý III", "quý IV"]


@pytest.mark.parametrize("quarter", [0, 5])
def test_a_year_has_four_quarters(quarter):
    with pytest.raises(ValueError, match=f"no quarter {quarter}"):
        quarter_label(quarter)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 9, 20), "còn 2 ngày"),
        (date(2026, 9, 19), "còn 1 ngày"),
        (date(2026, 9, 18), "hôm nay"),
        (date(2026, 9, 17), "quá 1 ngày"),
        (date(2026, 9, 15), "quá 3 ngày"),
    ],
)
def test_distance_from_today(day, text):
    assert distance(day, date(2026, 9, 18)) == text


def test_distance_is_translated_before_the_number_is_filled_in():
    english = {"còn %(days)s ngày": "%(days)s days left"}
    assert distance(date(2026, 9, 20), date(2026, 9, 18), translate=english.__getitem__) == "2 days left"
