import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.kernel.vietnamese import fold, sound_key


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("chợ trợ cho", "cho"),
        ("sửa xửa xữa", "xua"),
        ("gia da ra đa", "da"),
        ("giếng diếng riếng", "dien"),
        ("gì dì rì", "di"),
        ("gìn dìn", "din"),
        ("nước lước nướt", "luot"),
        ("nghe nge", "nge"),
        ("ghe ge", "ge"),
        ("cây kây cay", "kai"),
        ("quý quí", "kui"),
        ("than thang thanh", "than"),
        ("thoát thoác", "thoat"),
        ("lý lí nỉ", "li"),
        ("yên iên", "ien"),
        ("phương", "fuon"),
        ("nhà", "nha"),
        ("chung trung", "chun"),
        ("không khôn", "khon"),
        ("UBND", "ubnd"),
        ("ng", "ng"),
        ("15", "15"),
        ("3A", "3a"),
        ("", ""),
    ],
)
def test_what_is_misspelled_by_ear_keeps_its_key(words, key):
    assert {sound_key(word) for word in words.split() or [""]} == {key}


def test_other_sounds_keep_apart():
    words = ["đường", "nước", "chợ", "cống", "điện", "đèn", "đất", "trâu", "trường", "mương", "cầu"]
    assert len({sound_key(word) for word in words}) == len(words)


def test_a_key_suggests_and_does_not_decide():
    assert sound_key("rác") == sound_key("dát") == sound_key("đất")


@given(st.text(max_size=10))
def test_the_key_is_blind_to_marks_and_case(word):
    assert sound_key(word) == sound_key(fold(word))
