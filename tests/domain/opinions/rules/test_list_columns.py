"""Which column of a list holds what."""

import pytest

from nghedan.domain.opinions.rules.list_columns import find_headings, guess_columns
from nghedan.domain.organisations.rules.hamlet_names import HamletNames, KnownName
from nghedan.domain.organisations.terms import HamletKind

NAMES = HamletNames([KnownName(1, HamletKind.THON, "Đá Bạc"), KnownName(2, HamletKind.THON, "Lân Hạ")])


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        (("STT", "Thôn", "Nội dung"), {1: "hamlet", 2: "words"}),
        (("TT", "Họ, tên", "Địa chỉ", "Ý kiến, kiến nghị", "SĐT"), {1: "name", 2: "address", 3: "words", 4: "phone"}),
        (("Người phát biểu", "NỘI DUNG PHẢN ÁNH", "Ghi chú"), {0: "name", 1: "words", 2: "source"}),
        (("Cử tri kiến nghị", "Kiến nghị", "Nội dung trả lời"), {0: "name", 1: "words"}),
        (("Tổ dân phố", "Kiến  nghị\n(ghi nguyên văn)", "Ngày tiếp nhận"), {0: "hamlet", 1: "words", 2: "day"}),
        (("Ý kiến",), {0: "words"}),
        (("Thôn", "Số hộ", "Ngày"), {}),
        (("Đường hỏng, đề nghị sửa", "Lân Hạ"), {}),
    ],
    ids=["short", "usual", "capitals", "voters", "lines", "alone", "no-words", "no-headings"],
)
def test_headings_tell_what_columns_hold(headings: tuple[str, ...], meant: dict[int, str]) -> None:
    assert find_headings([headings])[1] == meant


def test_titles_above_the_headings_are_passed_over() -> None:
    rows = [("UBND XÃ", ""), ("TỔNG HỢP Ý KIẾN", ""), ("", ""), ("Thôn", "Ý kiến"), ("Đá Bạc", "Cầu hỏng")]
    assert find_headings(rows) == (4, {0: "hamlet", 1: "words"})


def test_without_headings_the_cells_tell() -> None:
    rows = [
        ("1", "Lân Hạ", "Đề nghị sửa đường liên thôn", "0912 345 678", "9/3/2026"),
        ("2", "Đá Bạc", "Điện yếu vào buổi tối", "", ""),
    ]
    assert guess_columns({}, rows, NAMES) == {1: "hamlet", 2: "words", 3: "phone", 4: "day"}


def test_an_address_that_names_hamlets_is_the_hamlet() -> None:
    (above, named), rows = find_headings([("Địa chỉ", "Ý kiến")]), [("Thôn Lân Hạ", "Cầu hỏng"), ("Đá Bạc", "Xin điện")]
    assert (above, guess_columns(named, rows, NAMES)) == (1, {0: "hamlet", 1: "words"})
