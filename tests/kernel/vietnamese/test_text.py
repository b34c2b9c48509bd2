import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.kernel.vietnamese import classic_tones, fold, modern_tones, nfc

VIETNAMESE = st.text(alphabet="aàáảãạăằâầeèéêềoòóỏõọôơuùúủũụưyỳýỷỹỵiìnhgqtcđ AOÒÀÁEÈUỦYỶQHĐ", max_size=30)


def test_nfc_joins_letter_and_marks():
    assert nfc(unicodedata.normalize("NFD", "Thiện Tân")) == "Thiện Tân"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường xóm 3", "duong xom 3"),
        ("ĐẶNG THỊ ƯỚC", "dang thi uoc"),
        (unicodedata.normalize("NFD", "Nghị quyết về đất ở"), "nghi quyet ve dat o"),
        ("a\u0301\u0323", "a"),
        ("\u00d0\u1ea5t \u00f0ai", "dat dai"),  # eth
        ("\u0189\u1ea5t", "dat"),  # African D
        ("ỦY BAN / UỶ BAN", "uy ban / uy ban"),
        ("café 12/2026 – Số 5", "cafe 12/2026 – so 5"),
        ("", ""),
    ],
)
def test_fold_drops_case_and_marks(text, folded):
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_fold_is_stable_and_blind_to_the_form_of_unicode(text):
    assert fold(fold(text)) == fold(text)
    assert fold(nfc(text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("classic", "modern"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("Đảng uỷ xã", "Đảng ủy xã"),
        ("hoà, hoá; hoả hoạ hoã", "hòa, hóa; hỏa họa hõa"),
        ("khoẻ, loè", "khỏe, lòe"),
        ("thuỷ lợi", "thủy lợi"),
        ("TOÀ", "TÒA"),
        ("xoá 3", "xóa 3"),
    ],
)
def test_tones_move_both_ways(classic, modern):
    assert modern_tones(classic) == modern
    assert classic_tones(modern) == classic
    assert modern_tones(modern) == modern
    assert classic_tones(classic) == classic


@pytest.mark.parametrize(
    "text", ["quý IV", "QUÝ", "Quỳ", "hoàn thành", "ngoài", "khoảng", "khuỷu", "loét", "Huế", "mùa"]
)
def test_tones_stay_after_q_and_inside_the_syllable(text):
    assert modern_tones(text) == text
    assert classic_tones(text) == text


def test_tones_of_decomposed_text_are_moved_too():
    assert modern_tones(unicodedata.normalize("NFD", "uỷ")) == "ủy"
    assert classic_tones(unicodedata.normalize("NFD", "ủy")) == "uỷ"


@given(VIETNAMESE)
def test_moving_tones_changes_nothing_but_their_place(text):
    assert fold(modern_tones(text)) == fold(text)
    assert modern_tones(classic_tones(text)) == modern_tones(text)
    assert classic_tones(modern_tones(text)) == classic_tones(text)
