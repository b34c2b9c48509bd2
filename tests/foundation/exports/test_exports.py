"""Lists handed out: whole, and with nothing in them that a program for tables would carry out."""

import csv as reading
import io
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from nghedan.foundation.attachments.checks import check
from nghedan.foundation.attachments.formats import CSV, TABLES, XLSX
from nghedan.foundation.exports.columns import FORMULA_STARTS, Column
from nghedan.foundation.exports.delimited import csv
from nghedan.foundation.exports.workbook import LONGEST_TEXT, xlsx
from nghedan.foundation.tables.read import read_table
from nghedan.foundation.tables.table import harmless
from tests.support.pace import processor_seconds, within

NAME, NOTE = Column("Họ tên", 30), Column("Ghi chú")
DANGEROUS = ["=1+1", "+84912", "-5 điểm", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "=cmd|' /C calc'!A0", "\u202e=1"]

texts = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from(DANGEROUS)
values = texts | st.integers(-(10**15), 10**15) | st.dates(date(1900, 3, 1)) | st.none()


def cells_of(content: bytes) -> list[Any]:
    return [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]


def lines_of(content: bytes) -> list[list[str]]:
    return list(reading.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@given(st.lists(st.tuples(texts, values), max_size=5), texts)
def test_no_cell_is_ever_a_formula(rows: list[tuple[Any, Any]], title: str) -> None:
    content = xlsx(title, [NAME, Column(title)], rows)
    assert [cell.coordinate for cell in cells_of(content) if cell.data_type in {"f", "e"}] == []
    lines = lines_of(csv([NAME, Column(title)], rows))[1:]
    pairs = [pair for line, row in zip(lines, rows, strict=True) for pair in zip(line, row, strict=True)]
    words = [written for written, value in pairs if isinstance(value, str)]
    assert [text for text in words if text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)] == []


@given(st.lists(st.tuples(texts, texts, st.integers(-(10**15), 10**15)), max_size=5))
def test_what_is_handed_out_can_be_read_back(rows: list[tuple[str, str, int]]) -> None:
    content = xlsx("Sổ", [NAME, NOTE, Column("Số")], rows)
    due = [("Họ tên", "Ghi chú", "Số"), *((harmless(one), harmless(two), str(three)) for one, two, three in rows)]
    assert [row.cells for row in read_table(content, XLSX, most_rows=10).rows] == due


@pytest.mark.parametrize("text", DANGEROUS, ids=repr)
def test_what_looks_like_a_formula_stays_text_even_when_somebody_edits_the_cell(text: str) -> None:
    cell = cells_of(xlsx("a", [NAME], [[text]]))[1]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (harmless(text), "s", True)
    assert lines_of(csv([NAME], [[text]])) == [["Họ tên"], ["'" + harmless(text)]]


def test_days_are_days_moments_are_local_and_numbers_numbers() -> None:
    row = [date(2026, 2, 5), datetime(2026, 2, 4, 18, 30, tzinfo=UTC), 3, 1.5, None, date(1890, 1, 2), "0912345678"]
    columns = [Column(str(place)) for place in range(len(row))]
    found = cells_of(xlsx("a", columns, [row]))[len(row) :]
    assert [(cell.value, cell.number_format) for cell in found] == [
        (datetime(2026, 2, 5), "dd/mm/yyyy"),  # noqa: DTZ001 - Excel knows no zones
        (datetime(2026, 2, 5, 1, 30), "dd/mm/yyyy hh:mm"),  # noqa: DTZ001
        (3, "General"), (1.5, "General"), (None, "General"), ("02/01/1890", "General"), ("0912345678", "General"),
    ]  # fmt: skip
    written = csv(columns, [row]).decode("utf-8-sig").splitlines()[1]
    assert written == "05/02/2026,05/02/2026 01:30,3,1.5,,02/01/1890,0912345678"


def test_the_heading_stays_in_sight_and_columns_have_their_width() -> None:
    sheet = load_workbook(io.BytesIO(xlsx("Sổ: ý kiến [2026] của các thôn trong xã", [NAME, NOTE], []))).active
    assert (sheet.title, sheet.freeze_panes) == ("Sổ  ý kiến  2026  của các thôn", "A2")
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [30, 20]
    assert [(cell.value, cell.font.bold) for cell in sheet[1]] == [("Họ tên", True), ("Ghi chú", True)]


def test_a_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    text = cells_of(xlsx("a", [NAME], [["ý" * 40_000]]))[1].value
    assert (len(text), text[-4:]) == (LONGEST_TEXT, " […]")


@pytest.mark.parametrize("text", ["a_x0041_b", "_x0041_x0042_", "_x005F_"])
def test_a_text_that_excel_would_take_for_a_sign_stays_as_it_is(text: str) -> None:
    content = xlsx("a", [NAME], [[text]])
    assert cells_of(content)[1].value == re.sub(r"_(?=x\w{4}_)", "_x005F_", text)
    assert read_table(content, XLSX, most_rows=9).rows[1].cells == (text,)


def test_what_is_handed_out_would_be_taken_in() -> None:
    rows = [["An", "x"]]
    assert check(xlsx("a", [NAME, NOTE], rows), "a.xlsx", TABLES).format == XLSX
    assert check(csv([NAME, NOTE], rows), "a.csv", TABLES).format == CSV


def test_a_row_of_the_wrong_width_is_a_mistake_of_ours() -> None:
    for write in (lambda: xlsx("a", [NAME, NOTE], [["An"]]), lambda: csv([NAME, NOTE], [["An"]])):
        with pytest.raises(ValueError, match="each row needs one value"):
            write()


def test_five_thousand_rows_take_less_than_two_seconds() -> None:
    columns = [Column(f"Cột {place}") for place in range(8)]
    row = [1, "=Lò Thị Mơ", "0912345678", "Thôn 3", "Đường vào thôn sạt lở " * 10, date(2026, 1, 2), None, "đang xử lý"]
    assert processor_seconds(lambda: xlsx("Sổ ý kiến", columns, [row] * 5000)) < within(2)
