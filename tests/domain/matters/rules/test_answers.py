"""The short answer: three lines the head reads aloud."""

import pytest

from nghedan.domain.matters.rules.answers import check_short, joined
from nghedan.kernel.errors import Invalid


def test_three_lines_and_three_hundred_signs_fit() -> None:
    assert check_short(" Một \n\nHai\n Ba ") == "Một\nHai\nBa"
    assert check_short("đ" * 300) == "đ" * 300
    assert check_short("") == ""


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        pytest.param("1\n2\n3\n4", "answer.too_many_lines", "có 4 dòng", id="four-lines"),
        pytest.param("đ" * 301, "answer.too_long", "dài 301 ký tự", id="301-signs"),
    ],
)
def test_more_is_refused_at_its_field(text: str, code: str, said: str) -> None:
    with pytest.raises(Invalid, match=said) as told:
        check_short(text)
    assert (told.value.code, told.value.field) == (code, "short")


def test_what_is_copied_comes_behind_what_was_typed() -> None:
    assert joined("Đã gõ. ", "Đoạn mẫu") == "Đã gõ.\n\nĐoạn mẫu"
    assert joined("", "Đoạn mẫu") == "Đoạn mẫu"
