"""Reading a pasted list of hamlets, and judging what will become of each line."""

import unicodedata

import pytest

from nghedan.domain.organisations.rules.hamlet_list import MOST_LINES, NO_KIND, ListedHamlet, read_hamlet_list
from nghedan.domain.organisations.rules.hamlet_verdicts import KnownHamlet, changes_of, judge
from nghedan.domain.organisations.terms import HamletKind, Verdict
from nghedan.kernel.errors import Invalid

THON, XOM, TDP = HamletKind.THON, HamletKind.XOM, HamletKind.TO_DAN_PHO


def read(line: str, default_kind: HamletKind | None = None) -> ListedHamlet:
    (listed,) = read_hamlet_list(line, default_kind)
    return listed


def understood(line: str) -> tuple[HamletKind | None, str, int | None, int | None, str, str]:
    listed = read(line)
    assert listed.problem == "", listed.problem
    return listed.kind, listed.name, listed.voters, listed.households, listed.head_name, listed.head_phone


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Thôn Lũng Mây - 412 cử tri - Trưởng thôn Nông Văn Bảo", (THON, "Lũng Mây", 412, None, "Nông Văn Bảo", "")),
        ("Xóm 3; 210", (XOM, "3", 210, None, "", "")),
        ("1. Thôn Đồng Mới", (THON, "Đồng Mới", None, None, "", "")),
        ("2) Bản Nà Sắng (95 hộ)", (HamletKind.BAN, "Nà Sắng", None, 95, "", "")),
        ("3\tTổ dân phố số 5\t512\t130\tÔng Lê Văn Bắc", (TDP, "số 5", 512, 130, "Lê Văn Bắc", "")),
        ("TDP 7: 300", (TDP, "7", 300, None, "", "")),
        ("- Xóm 12 – 1.204 cử tri, 300 hộ", (XOM, "12", 1204, 300, "", "")),
        ("Xóm 3 210 cử tri", (XOM, "3", 210, None, "", "")),
        ("Thôn Lũng Mây—412 cử tri", (THON, "Lũng Mây", 412, None, "", "")),
        ("THÔN LŨNG MÂY | 412 | 98", (THON, "LŨNG MÂY", 412, 98, "", "")),
        ("Thôn Tân Lập - Bình Minh - 300 cử tri", (THON, "Tân Lập - Bình Minh", 300, None, "", "")),
        ("Thôn Tân Lập - Nguyễn Thị Cúc", (THON, "Tân Lập", None, None, "Nguyễn Thị Cúc", "")),
        (
            "Buôn Rây, Trưởng buôn: ông Y Thim Niê, ĐT 0912.345.678",
            (HamletKind.BUON, "Rây", None, None, "Y Thim Niê", "0912.345.678"),
        ),
        (
            "Khu phố 2; cử tri: 900; số hộ: 210; Trưởng khu phố: bà Trần Thị Diệp",
            (HamletKind.KHU_PHO, "2", 900, 210, "Trần Thị Diệp", ""),
        ),
        ("Thôn Cộng Hòa 412 cử tri 120 hộ Trưởng thôn Lê Én", (THON, "Cộng Hòa", 412, 120, "Lê Én", "")),
        ("Ấp 4: 350 cử tri, 1.020 nhân khẩu", (HamletKind.AP, "4", 350, None, "", "")),
        ("Tổ dân phố số 15", (TDP, "số 15", None, None, "", "")),
        ("Thôn Km 102;", (THON, "Km 102", None, None, "", "")),
        ("Thôn\u00a0Đồng\u200b Mới\u2009;\u2009210", (THON, "Đồng Mới", 210, None, "", "")),
    ],
)
def test_a_line_is_read_in_any_of_its_forms(line: str, expected: tuple[object, ...]) -> None:
    assert understood(line) == expected
    assert understood(unicodedata.normalize("NFD", line)) == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Lũng Mây; 412", NO_KIND),
        ("Thôn", "Chưa thấy tên; xin ghi thêm."),
        ("Xóm 3 210", "Số “210” là tên hay số cử tri? Xin thêm dấu “-” hoặc “;” giữa tên và số."),
        ("Thôn 3-210", "Số “210” là tên hay số cử tri? Xin thêm dấu “-” hoặc “;” giữa tên và số."),
        ("Ấp 4; 120; 300", "Chưa rõ số nào là số cử tri, số nào là số hộ; xin ghi chữ “cử tri”, “hộ” sau số."),
        ("Thôn Mới - chưa có trưởng thôn", "Chưa hiểu phần “chưa có trưởng thôn”; xin sửa hoặc bỏ đi."),
        ("Thôn Mới; 412; 5 hộ nghèo", "Chưa hiểu phần “nghèo”; xin sửa hoặc bỏ đi."),
        ("Thôn Mới; 99999999 cử tri", "Tên dài quá 120 ký tự hoặc số quá lớn; xin xem lại."),
        (f"Thôn {'Dài' * 50}", "Tên dài quá 120 ký tự hoặc số quá lớn; xin xem lại."),
        (f"Thôn {'Dài ' * 100}", "Dòng dài quá 300 ký tự; mỗi dòng chỉ ghi một thôn, tổ dân phố."),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_said_and_not_guessed(line: str, message: str) -> None:
    listed = read(line)
    assert (listed.problem % listed.params if listed.params else listed.problem) == message


def test_a_common_kind_stands_in_for_lines_without_one() -> None:
    assert [(row.kind, row.name) for row in read_hamlet_list("Lũng Mây; 412\nXóm 3", THON)] == [
        (THON, "Lũng Mây"),
        (XOM, "3"),
    ]


def test_the_heading_of_a_table_says_what_its_columns_mean() -> None:
    table = (
        "STT\tTên thôn\tSố hộ\tSố cử tri\tHọ và tên Trưởng thôn\tĐiện thoại\n"
        "1\tLũng Mây\t120\t412\tÔng Nông Văn Bảo\t0912345678\n"
        "2\tXóm Mới\t99\t-\t\t\n"
        "3\tĐồng Mới\tnhiều\t210\t\t\n"
        "Tổng cộng\t\t219\t622\t\t"
    )
    heading, first, second, third, total = read_hamlet_list(table)
    assert [heading.is_heading, total.is_heading] == [True, True]
    assert (first.kind, first.name, first.voters, first.households) == (THON, "Lũng Mây", 412, 120)
    assert (first.head_name, first.head_phone) == ("Nông Văn Bảo", "0912345678")
    assert (second.kind, second.name, second.voters, second.households) == (XOM, "Mới", None, 99)
    assert third.problem % third.params == "Chưa hiểu phần “nhiều”; xin sửa hoặc bỏ đi."


def test_lines_keep_their_number_and_their_words() -> None:
    assert [(row.line, row.source) for row in read_hamlet_list("\n  Xóm 1 \n\nXóm 2\n")] == [(2, "Xóm 1"), (4, "Xóm 2")]


def test_three_hundred_lines_are_read_whole() -> None:
    lines = [f"{n}. Xóm {n} - {n + 100} cử tri - Trưởng xóm Nguyễn Văn Minh" for n in range(1, 301)]
    listed = read_hamlet_list("\r\n".join(lines))
    assert [(row.name, row.voters, row.head_name) for row in listed] == [
        (str(n), n + 100, "Nguyễn Văn Minh") for n in range(1, 301)
    ]


def test_an_endless_list_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        read_hamlet_list("Xóm 1\n" * (MOST_LINES + 1))
    assert (refused.value.code, refused.value.field) == ("hamlet_list.too_long", "text")


def verdicts(text: str, known: dict[tuple[str, str], KnownHamlet]) -> list[Verdict]:
    return [line.verdict for line in judge(read_hamlet_list(text), known)]


def test_every_line_gets_its_verdict() -> None:
    known = {("thon", "lũng mây"): KnownHamlet(voters=412, has_head=True), ("to_dan_pho", "5"): KnownHamlet(voters=500)}
    text = (
        "Danh sách thôn\n"
        "Thôn Lũng Mây; 412; Trưởng thôn Lê Văn Khác\n"
        "Tổ dân phố số 05; 512\n"
        "Tổ dân phố 5; 513\n"
        "Thôn Đồng Mới; 210\n"
        "THÔN ĐỒNG MỚI\n"
        "Đồng Mới"
    )
    assert verdicts(text, known) == [
        Verdict.SKIPPED,
        Verdict.KNOWN,
        Verdict.CHANGED,
        Verdict.REPEATED,
        Verdict.NEW,
        Verdict.REPEATED,
        Verdict.UNREADABLE,
    ]


def test_a_head_is_news_only_where_there_is_none() -> None:
    line = "Thôn Lũng Mây - Trưởng thôn Nông Văn Bảo"
    assert verdicts(line, {("thon", "lũng mây"): KnownHamlet(has_head=False)}) == [Verdict.CHANGED]
    assert verdicts(line, {("thon", "lũng mây"): KnownHamlet(has_head=True)}) == [Verdict.KNOWN]


def test_what_the_list_leaves_out_stays() -> None:
    assert changes_of(read("Xóm 1; 210"), KnownHamlet(voters=200, households=50)) == {"voters": 210}
