import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.kernel.errors import Invalid
from nghedan.kernel.numbering import DocumentNumber, Style, suggest_next


@pytest.mark.parametrize(
    ("text", "number", "printed"),
    [
        ("05/KH-UBND", DocumentNumber(5, "KH-UBND"), "05/KH-UBND"),
        ("5/KH-UBND", DocumentNumber(5, "KH-UBND"), "05/KH-UBND"),
        ("Số: 05/KH-UBND", DocumentNumber(5, "KH-UBND"), "05/KH-UBND"),
        ("số 005 / KH – UBND ", DocumentNumber(5, "KH-UBND"), "005/KH-UBND"),
        ("125/UBND-VP", DocumentNumber(125, "UBND-VP"), "125/UBND-VP"),
        ("05a/KH-UBND", DocumentNumber(5, "KH-UBND", suffix="a"), "05a/KH-UBND"),
        ("30/2020/NĐ-CP", DocumentNumber(30, "2020/NĐ-CP"), "30/2020/NĐ-CP"),
        ("/KH-UBND", DocumentNumber(None, "KH-UBND"), "/KH-UBND"),
        ("Số:      /KH-UBND", DocumentNumber(None, "KH-UBND"), "/KH-UBND"),
        ("Số: ……/KH-UBND", DocumentNumber(None, "KH-UBND"), "/KH-UBND"),
        ("52-KH/ĐU", DocumentNumber(52, "KH/ĐU", Style.PARTY), "52-KH/ĐU"),
        ("Số 5-KH/ĐU", DocumentNumber(5, "KH/ĐU", Style.PARTY), "5-KH/ĐU"),
        ("Số 05-KH/ĐU", DocumentNumber(5, "KH/ĐU", Style.PARTY), "05-KH/ĐU"),
        ("879-QĐ/TU", DocumentNumber(879, "QĐ/TU", Style.PARTY), "879-QĐ/TU"),
        ("Số ...-TB/ĐU", DocumentNumber(None, "TB/ĐU", Style.PARTY), "-TB/ĐU"),
        (unicodedata.normalize("NFD", "Số 52-KH/ĐU"), DocumentNumber(52, "KH/ĐU", Style.PARTY), "52-KH/ĐU"),
    ],
)
def test_number_is_read_and_printed(text, number, printed):
    read = DocumentNumber.parse(text)
    assert read == number
    assert str(read) == printed


@pytest.mark.parametrize("text", ["", "05", "Số:", "KH-UBND", "05 KH UBND", "05/", "52-", "ngày 05/", "05/KH UBND xã"])
def test_what_is_no_number_is_refused_in_vietnamese(text):
    with pytest.raises(Invalid) as refusal:
        DocumentNumber.parse(text)
    assert str(refusal.value) == f"Không đọc được số, ký hiệu “{text}”. Cách ghi: 05/KH-UBND hoặc 52-KH/ĐU."


NUMBERS = st.builds(
    DocumentNumber,
    serial=st.none() | st.integers(min_value=1, max_value=9999),
    symbol=st.sampled_from(["KH-UBND", "UBND-VP", "TB/ĐU", "QĐ/TU", "2020/NĐ-CP"]),
    style=st.sampled_from(Style),
)


@given(NUMBERS)
def test_what_is_printed_is_read_again(number):
    assert DocumentNumber.parse(str(number)) == number


def test_next_number_is_suggested_after_the_highest_taken():
    taken = [DocumentNumber.parse(text) for text in ("12/TB-UBND", "/KH-UBND", "31a/KH-UBND", "04/BC-UBND")]
    assert str(suggest_next(taken, DocumentNumber(None, "KH-UBND"))) == "32/KH-UBND"


def test_series_begins_with_one():
    assert str(suggest_next([], DocumentNumber(None, "KH-UBND"))) == "01/KH-UBND"
    assert str(suggest_next([], DocumentNumber(None, "KH/ĐU", Style.PARTY))) == "1-KH/ĐU"


def test_number_put_in_between_is_followed_by_a_plain_one():
    taken = DocumentNumber.parse("31a/KH-UBND")
    assert str(suggest_next([taken], taken)) == "32/KH-UBND"
