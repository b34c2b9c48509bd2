import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.kernel.vietnamese import roman, spoken_number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (125, "một trăm hai mươi lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (3321, "ba nghìn ba trăm hai mươi mốt"),
        (10_050, "mười nghìn không trăm năm mươi"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (12_015_000, "mười hai triệu không trăm mười lăm nghìn"),
        (1_000_000_000, "một tỷ"),
        (1_250_000_000_000, "một nghìn hai trăm năm mươi tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_numbers_are_read_as_people_say_them(number, words):
    assert spoken_number(number) == words


VALUES = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5}
VALUES |= {"sáu": 6, "bảy": 7, "tám": 8, "chín": 9}


def heard(words: str) -> int:
    """Understand a number below a thousand billions, word by word."""
    total = group = last = 0
    for word in words.split():
        if word in VALUES:
            last = VALUES[word]
            group += last
        elif word == "mười":
            group += 10
        elif word in ("mươi", "trăm"):
            group += last * ({"mươi": 10, "trăm": 100}[word] - 1)
        elif word != "linh":
            total += group * {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}[word]
            group = 0
    return total + group


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_listener_understands_the_same_number(number):
    assert heard(spoken_number(number)) == number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "I"),
        (2, "II"),
        (3, "III"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (1999, "MCMXCIX"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_roman_numerals(number, numeral):
    assert roman(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_roman_numeral_outside_its_range_is_an_error(number):
    with pytest.raises(ValueError, match=str(number)):
        roman(number)
