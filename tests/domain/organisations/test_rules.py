"""Names, headings and signatures."""

from datetime import date

import pytest

from nghedan.domain.organisations.rules.names import (
    bare_post,
    heading_lines,
    natural_key,
    province_title,
    same_name_key,
    tidy,
)
from nghedan.domain.organisations.rules.signatures import LINES, SignatureForm, SignerRank, compose_signature
from nghedan.domain.organisations.rules.spans import check_span, day_before
from nghedan.domain.organisations.terms import HEAD_TITLES, BodyKind, HamletKind
from nghedan.kernel.errors import Invalid


def test_numbers_sort_by_their_value_and_words_as_in_a_dictionary() -> None:
    names = ["10", "Đồng Mới", "2", "số 3", "Dốc Cao", "2A", "Đông Hạ", "1"]
    assert sorted(names, key=natural_key) == ["1", "2", "2A", "10", "Dốc Cao", "Đông Hạ", "Đồng Mới", "số 3"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lũng Mây", "LŨNG  MÂY", True),
        ("Hoà Bình", "Hòa Bình", True),
        ("số 05", "5", True),
        ("Đồng Mới", "Đông Mới", False),
        ("Tân Lập 1", "Tân Lập 10", False),
    ],
)
def test_two_spellings_of_one_name_are_the_same(one: str, other: str, same: bool) -> None:
    assert (same_name_key(one) == same_name_key(other)) is same


def test_a_stored_name_keeps_its_own_spelling() -> None:
    assert tidy("  Đảng  uỷ xã ") == "Đảng uỷ xã"


@pytest.mark.parametrize(
    ("post", "bare"),
    [
        ("Phó Chủ tịch Ủy ban nhân dân xã", "Phó Chủ tịch"),
        ("Chủ tịch UBND", "Chủ tịch"),
        ("Bí thư Đảng uỷ", "Bí thư"),
        ("Phó Bí thư Thường trực Thị ủy", "Phó Bí thư Thường trực"),
        ("Chánh Văn phòng", "Chánh Văn phòng"),
    ],
)
def test_a_post_is_printed_without_its_body(post: str, bare: str) -> None:
    assert bare_post(post) == bare


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ủy ban nhân dân xã Suối Lành", ("ỦY BAN NHÂN DÂN", "XÃ SUỐI LÀNH")),
        ("Uỷ ban nhân dân phường Gò Nắng", ("UỶ BAN NHÂN DÂN", "PHƯỜNG GÒ NẮNG")),
        ("Đảng ủy xã Suối Lành", ("ĐẢNG ỦY XÃ SUỐI LÀNH",)),
    ],
)
def test_the_head_of_a_paper(name: str, lines: tuple[str, ...]) -> None:
    assert heading_lines(name) == lines


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Đông Sơn", "tỉnh Đông Sơn"),
        ("tỉnh Đông Sơn", "tỉnh Đông Sơn"),
        ("Hải Phòng", "thành phố Hải Phòng"),
        ("TP. Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ("", ""),
    ],
)
def test_a_province_or_a_central_city(name: str, title: str) -> None:
    assert province_title(name) == title


STATE = {
    "kind": BodyKind.PEOPLE_COMMITTEE,
    "authority": "TM. ỦY BAN NHÂN DÂN",
    "head_post": "Chủ tịch Ủy ban nhân dân xã",
}
PARTY = {"kind": BodyKind.PARTY_COMMITTEE, "authority": "T/M BAN THƯỜNG VỤ", "head_post": "Bí thư Đảng ủy"}


@pytest.mark.parametrize(
    ("body", "rank", "own_post", "lines", "post"),
    [
        (STATE, SignerRank.HEAD, "Chủ tịch Ủy ban nhân dân xã", ("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH"),
        (STATE, SignerRank.HEAD, "Quyền Chủ tịch UBND", ("TM. ỦY BAN NHÂN DÂN",), "Q. CHỦ TỊCH"),
        (STATE, SignerRank.DEPUTY, "Phó Chủ tịch UBND", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
        (STATE, SignerRank.UNIT_HEAD, "Chánh Văn phòng", ("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG"),
        (PARTY, SignerRank.HEAD, "Bí thư Đảng ủy", ("T/M BAN THƯỜNG VỤ",), "BÍ THƯ"),
        (PARTY, SignerRank.DEPUTY, "Phó Bí thư Đảng ủy", ("T/M BAN THƯỜNG VỤ",), "PHÓ BÍ THƯ"),
        (PARTY, SignerRank.UNIT_HEAD, "Chánh Văn phòng", ("T/L BAN THƯỜNG VỤ",), "CHÁNH VĂN PHÒNG"),
    ],
)
def test_signature_forms(
    body: dict[str, str], rank: SignerRank, own_post: str, lines: tuple[str, ...], post: str
) -> None:
    form = compose_signature(**body, rank=rank, own_post=own_post, name="Trần Văn Bình")  # type: ignore[arg-type]
    assert form == SignatureForm(lines, post, "Trần Văn Bình")


def test_every_kind_of_body_has_a_form_for_every_rank() -> None:
    assert set(LINES) == {(kind, rank) for kind in BodyKind for rank in SignerRank}


def test_the_party_prints_no_full_stop_and_signs_for_nobody() -> None:
    party = [line for (kind, _rank), lines in LINES.items() for line in lines if kind is BodyKind.PARTY_COMMITTEE]
    assert [line for line in party if "." in line or line.startswith("K/T")] == []


def test_every_kind_of_hamlet_has_a_head() -> None:
    assert set(HEAD_TITLES) == set(HamletKind)


def test_a_span_may_be_one_day_or_open_but_not_backwards() -> None:
    day = date(2026, 3, 10)
    check_span(day, day)
    check_span(None, day)
    check_span(day, None)
    with pytest.raises(Invalid) as refused:
        check_span(day, day_before(day))
    assert refused.value.field == "valid_to"
