import random
import unicodedata

import pytest

from nghedan.kernel.vietnamese import name_key

ROLL = [
    "Vũ An",
    "Trần Lê An",
    "Bùi Thị An",
    "Lê Thị An",
    "Bùi Thị Lan An",
    "Bùi Văn An",
    "Hoàng Anh",
    "Trần Thị Ánh",
    "Phan Văn Ân",
    "Mai Thị Ấn",
    "Hồ Văn Bình",
    "Đinh Lan Chi",
    "Nguyễn Lan Chi",
    "Vũ Thị Dung",
    "Vũ Thị Dũng",
    "Cao Văn Đức",
    "Lò Thị Én",
    "Sùng A Ếch",
    "Ma Văn Khoa",
    "Ma Văn Khoan",
    "Tạ Thị Ly",
    "Tạ Thị Ô",
    "Tạ Thị Ơ",
    "Đỗ Thị Uyên",
    "Đỗ Thị Ước",
]


def test_roll_is_in_the_order_of_given_middle_and_family_names():
    shuffled = random.Random(7).sample(ROLL, len(ROLL))
    assert sorted(shuffled, key=name_key) == ROLL


def assert_strictly_in_order(names: list[str]) -> None:
    keys = [name_key(name) for name in names]
    assert keys == sorted(set(keys))


def test_tones_follow_their_order_after_all_letters():
    tones = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Man", "Mạn", "Mang"]
    assert_strictly_in_order(tones)


def test_letters_follow_the_alphabet():
    letters = ["A", "Ă", "Â", "B", "C", "D", "Đ", "E", "Ê", "G", "O", "Ô", "Ơ", "T", "U", "Ư", "V"]
    assert_strictly_in_order(letters)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Thị Hoà", "Lê Thị Hòa"),
        ("Lê Thị Hòa", unicodedata.normalize("NFD", "Lê Thị Hòa")),
        ("LÊ THỊ  HÒA ", "Lê Thị Hòa"),
        ("\u00d0ỗ Văn An", "Đỗ Văn An"),
        ("Y Wŭl", "Y Wul"),
        ("H'Hen Niê", "HHen Niê"),
    ],
)
def test_spelling_habits_make_no_difference(one, other):
    assert name_key(one) == name_key(other)


def test_shorter_name_comes_first():
    names = ["An", "Lê An", "Lê Thị An", "Lê Thị Thu An"]
    assert_strictly_in_order(names)


def test_key_sorts_alike_in_any_database():
    assert all(sign.isascii() and (sign.isdigit() or sign.islower()) for sign in "".join(map(name_key, ROLL)))
    assert name_key("") == name_key("  ")
