"""Lists made in Excel, read as the text the sheet shows."""

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from nghedan.foundation.attachments import checks
from nghedan.foundation.attachments.formats import DOCX, XLSX
from nghedan.foundation.tables import table, workbook
from nghedan.foundation.tables.read import read_table
from nghedan.foundation.tables.table import Row, Table
from nghedan.kernel.errors import Invalid
from tests.foundation.attachments import files
from tests.foundation.tables import sheets


def read(content: bytes, most_rows: int = 100) -> Table:
    return read_table(content, XLSX, most_rows=most_rows)


def test_rows_keep_their_numbers_and_are_all_as_wide_as_the_widest() -> None:
    content = sheets.workbook([["DANH SÁCH"], [], ["Họ tên", "Điện thoại"], ["Lò Thị Mơ", "0912345678", None, None]])
    assert read(content) == Table(
        (Row(1, ("DANH SÁCH", "")), Row(3, ("Họ tên", "Điện thoại")), Row(4, ("Lò Thị Mơ", "0912345678"))), "Trang 1"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 2, 5), "05/02/2026"),
        (datetime(2026, 2, 5), "05/02/2026"),  # noqa: DTZ001 - Excel knows no zones
        (datetime(2026, 2, 5, 14, 30), "05/02/2026 14:30"),  # noqa: DTZ001
        (time(7, 5), "07:05"),
        (3, "3"),
        (3.0, "3"),
        (-1.5, "-1.5"),
        (0.1 + 0.2, "0.3"),
        (12345678901234, "12345678901234"),
        (True, "TRUE"),
        ("0912345678", "0912345678"),
        ("Tie\u0302\u0301ng", "Tiếng"),
        ("an\u202egnid", "angnid"),
        ("hai_x000D_\ndòng", "hai\ndòng"),
        ("#N/A", "#N/A"),
    ],
    ids=str,
)
def test_a_cell_becomes_the_text_it_shows(value: Any, text: str) -> None:
    assert read(sheets.workbook([[value, "."]])).rows == (Row(1, (text, ".")),)


def test_a_number_shown_with_leading_zeros_keeps_them() -> None:
    book = Workbook()
    book.active.append([912345678])
    book.active["A1"].number_format = "0000000000"
    assert read(sheets.saved(book)).rows == (Row(1, ("0912345678",)),)


def test_a_formula_is_reported_with_the_value_last_saved() -> None:
    content = sheets.raw(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>5</v></c></row>'
        '<row r="2"><c><v>7</v></c><c><f>A2*2</f></c><c t="str"><f>"a"</f><v>a</v></c></row>'
    )
    assert read(content).rows == (Row(1, ("2", "5", ""), frozenset({0})), Row(2, ("7", "", "a"), frozenset({1, 2})))


def test_a_merged_area_counts_for_its_first_cell_and_is_noticed() -> None:
    rows = "".join(f'<row r="{n}"><c><v>{n}</v></c><c><v>{n}</v></c><c><v>{n}</v></c></row>' for n in (1, 2, 3))
    content = sheets.raw(rows, '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>')
    assert read(content).rows == (
        Row(1, ("1", "", "1"), merged=True), Row(2, ("", "", "2"), merged=True), Row(3, ("3", "3", "3")),
    )  # fmt: skip


def test_the_first_visible_sheet_with_content_is_read_and_the_others_named() -> None:
    book = Workbook()
    book.active.title = "Trống"
    hidden = book.create_sheet("Ẩn")
    hidden.append(["kín"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Cử tri").append(["An"])
    book.create_sheet("Khác").append(["x"])
    assert read(sheets.saved(book)) == Table((Row(1, ("An",)),), "Cử tri", ("Trống", "Khác"))


def test_what_a_sheet_says_of_its_size_is_not_believed() -> None:
    first = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    content = sheets.raw(first + '<row r="9"><c r="C9"><v>3</v></c></row>')
    assert read(content).rows == (Row(1, ("1", "2", "")), Row(9, ("", "", "3")))


def test_the_limit_of_rows_counts_rows_with_content_only() -> None:
    rows: list[list[str]] = [["Tên"], [], ["An"], []]
    assert len(read(sheets.workbook(rows), most_rows=2).rows) == 2
    with pytest.raises(Invalid) as refused:
        read(sheets.workbook([*rows, ["Bình"]]), most_rows=2)
    assert str(refused.value) == "Bảng có hơn 2 dòng; mỗi lần nhận tối đa 2 dòng. Xin tách thành nhiều tệp."


def test_a_hundred_thousand_rows_are_refused_without_reading_them(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[object] = []
    real = workbook._text_of
    monkeypatch.setattr(workbook, "_text_of", lambda cell: lines.append(cell) or real(cell))
    content = sheets.raw("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 100_001)))
    with pytest.raises(Invalid, match="mỗi lần nhận tối đa 10 dòng"):
        read(content, most_rows=10)
    assert len(lines) == 11


OVERLAPPING = "<mergeCells>" + '<mergeCell ref="A1:CV1048576"/>' * 3 + "</mergeCells>"
BAD = [
    ("no rows", sheets.workbook([]), table.EMPTY),
    ("blank cells only", sheets.workbook([["", " "], [None]]), table.EMPTY),
    ("only the parts it is known by", files.excel(), table.DAMAGED),
    ("rows cut short", sheets.rewritten(sheets.workbook([["x"]]), "<worksheet><sheetData><row"), table.DAMAGED),
    ("a row beyond the sheet", sheets.raw('<row r="99999999999"><c><v>1</v></c></row>'), table.DAMAGED),
    ("a number without end", sheets.raw('<row r="1"><c r="A1"><v>1e999</v></c></row>'), table.DAMAGED),
    ("a text that is not there", sheets.raw('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'), table.DAMAGED),
    ("merged areas that overlap", sheets.raw('<row r="1"><c r="A1"><v>1</v></c></row>', OVERLAPPING), table.DAMAGED),
    ("a column far out", sheets.raw('<row r="1"><c r="XFD1"><v>1</v></c></row>'), table.TOO_MANY_COLUMNS),
    ("macros", files.excel(main=files.SHEET_MACRO_MAIN), checks.MACRO),
    ("a bomb", files.excel(a=b"\0" * 30_000_000), checks.BOMB),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_workbooks_are_refused_with_one_sentence(content: bytes, message: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(content)
    assert (refused.value.message, refused.value.field) == (message, "file")
    assert "%" not in str(refused.value)


def test_a_part_too_large_to_unpack_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_IN_PART", 10)
    with pytest.raises(Invalid, match="Tệp Excel quá nặng"):
        read(sheets.workbook([["x"]]))


def test_a_word_file_is_no_list() -> None:
    with pytest.raises(Invalid, match="Đây không phải bảng"):
        read_table(files.docx(), DOCX, most_rows=10)


SOUND = sheets.workbook([["Họ tên", 3, date(2026, 1, 1)]], merged=["A1:B1"])


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=20), st.integers(10, 10_000))
def test_no_damage_whatever_makes_it_crash(damage: list[tuple[int, int]], length: int) -> None:
    content = bytearray(SOUND[:length])
    for place, sign in damage:
        content[place % len(content)] = sign
    try:
        found = read(bytes(content))
    except Invalid as refused:
        assert refused.field == "file"
    else:
        assert found.rows


@given(st.text(max_size=300))
def test_no_sheet_whatever_makes_it_crash(inner: str) -> None:
    try:
        read(sheets.raw(inner.encode(errors="ignore").decode()))
    except Invalid as refused:
        assert refused.field == "file"
