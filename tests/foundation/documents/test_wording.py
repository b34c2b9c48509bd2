import pytest

from nghedan.foundation.documents import wording
from nghedan.foundation.documents.formats.rules import Numeral
from nghedan.foundation.documents.model import Header, Run


@pytest.mark.parametrize(
    ("value", "numeral"),
    [(1, "a"), (4, "d"), (5, "đ"), (6, "e"), (7, "g"), (23, "y"), (24, "aa"), (28, "ađ")],
)
def test_points_follow_the_vietnamese_alphabet(value: int, numeral: str) -> None:
    assert wording.numeral(Numeral.LETTER, value) == numeral


def test_sections_are_counted_in_roman_and_arabic_figures() -> None:
    assert [wording.numeral(Numeral.ROMAN, value) for value in (1, 4, 9, 14)] == ["I", "IV", "IX", "XIV"]
    assert wording.numeral(Numeral.ARABIC, 12) == "12"


def test_list_items_get_the_closing_sign_they_lack() -> None:
    assert wording.ended(("một", "hai;", "ba?", "bốn"), ";") == ["một;", "hai;", "ba?", "bốn."]


def test_list_items_in_runs_get_the_closing_sign_in_a_run_of_its_own() -> None:
    assert wording.ended(((Run("một", italic=True),),), ";") == [(Run("một", italic=True), Run("."))]


@pytest.mark.parametrize("text", ["thực hiện", "thực hiện.", "thực hiện;", "thực hiện ./.", "thực hiện./."])
def test_closing_mark_stands_once_in_place_of_the_last_sign(text: str) -> None:
    assert wording.closed((Run("Yêu cầu "), Run(text, bold=True)), "./.") == (
        Run("Yêu cầu "),
        Run("thực hiện./.", bold=True),
    )


@pytest.mark.parametrize(
    ("text", "capital", "printed"),
    [
        ("về đối thoại", True, "Về đối thoại"),
        ("Về đối thoại", False, "về đối thoại"),
        ("Đối thoại", False, "đối thoại"),
        ("UBND xã", False, "UBND xã"),
        ("", True, ""),
    ],
)
def test_first_letter_of_the_subject(text: str, *, capital: bool, printed: str) -> None:
    assert wording.first_letter(text, capital=capital) == printed


def test_number_without_a_serial_leaves_room_for_it() -> None:
    assert wording.number("05/KH-UBND") == "05/KH-UBND"
    assert wording.number("/KH-UBND") == "\u00a0" * 6 + "/KH-UBND"
    assert wording.number("-KH/ĐU") == "\u00a0" * 6 + "-KH/ĐU"


@pytest.mark.parametrize(
    ("header", "printed"),
    [
        (Header((), place="Yên Hòa", day=5, month=2, year=2026), "Yên Hòa, ngày 05 tháng 02 năm 2026"),
        (Header((), place="Yên Hòa", day=10, month=3, year=2026), "Yên Hòa, ngày 10 tháng 3 năm 2026"),
        (Header((), place="Yên Hòa", month=5, year=2026), "Yên Hòa, ngày \u00a0\u00a0\u00a0\u00a0 tháng 5 năm 2026"),
        (Header(()), ""),
    ],
)
def test_place_and_date_with_blanks_for_what_is_missing(header: Header, printed: str) -> None:
    assert wording.place_and_date(header) == printed


def test_text_is_composed_on_one_line_and_without_control_signs() -> None:
    assert wording.clean("Hội\u0323 nghị\n\tở\x00 xã\u202eđảo\u2066 \u200b\ufeffx") == "Hộị nghị ở xãđảo x"
    assert wording.clean("Thie\u0302\u0323n") == "Thiện"
    assert wording.clean("12\u00a0thôn") == "12\u00a0thôn"


def test_blanks_at_the_ends_of_a_line_are_dropped_and_inside_kept() -> None:
    assert wording.runs_of((Run(" một "), Run("hai ", italic=True))) == (Run("một "), Run("hai", italic=True))
    assert wording.runs_of("đối thoại", caps=True) == (Run("ĐỐI THOẠI"),)


def test_one_appendix_has_no_number() -> None:
    assert [list(wording.appendix_numbers(count)) for count in (0, 1, 3)] == [[], [""], ["I", "II", "III"]]
