"""Cleaning takes away what nobody sees, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.domain.opinions.rules.words import MOST_SIGNS, check_words, clean
from nghedan.kernel.errors import Invalid


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Đường hỏng.  ", "Đường hỏng."),
        ("Một\r\nhai\r\n\r\n\r\n\r\nba", "Một\nhai\n\nba"),
        ("Số\x00 tiền\u202e 100\u2066 đồng\ufeff", "Số tiền 100 đồng"),
        (unicodedata.normalize("NFD", "Đường liên thôn"), "Đường liên thôn"),
        ("Cảm ơn 🙏", "Cảm ơn 🙏"),
    ],
    ids=["spaces", "lines", "unseen", "nfd", "emoji"],
)
def test_unseen_signs_go_and_words_stay(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("typed", ["", "   ", "\x00\u202e", "😀😀", "?!…"], ids=["empty", "blank", "unseen", "emoji", "marks"])  # fmt: skip  # noqa: E501
def test_without_a_letter_there_are_no_words(typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_words(typed)
    assert (refused.value.code, refused.value.field) == ("opinion.no_words", "words")


def test_what_is_far_too_long_is_refused_with_its_length() -> None:
    assert check_words("á" * MOST_SIGNS) == "á" * MOST_SIGNS
    with pytest.raises(Invalid) as refused:
        check_words("á" * (MOST_SIGNS + 1))
    assert refused.value.params == {"length": 10_001, "most": 10_000}
