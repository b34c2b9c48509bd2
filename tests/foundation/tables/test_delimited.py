"""Lists of plain text, in the encodings and with the separators that Excel writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.foundation.attachments.formats import CSV
from nghedan.foundation.tables import delimited, table
from nghedan.foundation.tables.read import read_table
from nghedan.foundation.tables.table import Row
from nghedan.kernel.errors import Invalid

LIST = "Họ tên;Tổ\nLò Thị Mơ;3\n"
ROWS = (Row(1, ("Họ tên", "Tổ")), Row(2, ("Lò Thị Mơ", "3")))
IN_WINDOWS_1258 = "Ho\u0323 tên;Tô\u0309\nLo\u0300 Thi\u0323 Mơ;3\n".encode("cp1258")


def read(content: bytes, most_rows: int = 100) -> tuple[Row, ...]:
    return read_table(content, CSV, most_rows=most_rows).rows


@pytest.mark.parametrize(
    "content",
    [
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        LIST.encode("utf-16"),
        IN_WINDOWS_1258,
        LIST.replace(";", ",").encode(),
        LIST.replace(";", "\t").encode("utf-16"),
        LIST.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16", "windows-1258", "commas", "tabs as Excel saves them", "windows lines"],
)
def test_a_list_is_read_whatever_program_wrote_it(content: bytes) -> None:
    assert read(content) == ROWS


def test_a_separator_that_is_declared_is_believed() -> None:
    assert read(b"sep=|\r\na|b;c\r\n") == (Row(1, ("a", "b;c")),)


def test_commas_in_long_texts_do_not_pass_for_separators() -> None:
    content = "STT;Ý kiến\n1;Đường hư, quá xấu, bụi\n2;Mương cạn, thiếu nước\n3;Chợ, rác\n".encode()
    assert read(content)[1] == Row(2, ("1", "Đường hư, quá xấu, bụi"))


def test_rows_are_numbered_as_excel_numbers_them() -> None:
    found = read(b'a;b\n\n"two\nlines";c\nd;e\n')
    assert found == (Row(1, ("a", "b")), Row(3, ("two\nlines", "c")), Row(4, ("d", "e")))


BAD = [
    ("TCVN3", "Hä tªn;Tæ\nLß ThÞ M¬;3\n".encode("latin-1"), delimited.OLD_ENCODING),
    ("VNI", "Hoï teân;Toå\nÑaëng Thò Mô;3\n".encode("latin-1"), delimited.OLD_ENCODING),
    ("UTF-16 cut short", LIST.encode("utf-16")[:-1], delimited.OLD_ENCODING),
    ("quotes that never close", b'a;b\nc;"d\ne;f', delimited.BAD_QUOTES),
    ("a cell without end", b"a;" + b"x" * 200_000, delimited.BAD_QUOTES),
    ("nothing", b"", table.EMPTY),
    ("blank lines", b"\n;;\n \n", table.EMPTY),
    ("too many columns", b"a;" * 101 + b"b", table.TOO_MANY_COLUMNS),
    ("too many rows", b"a;b\n" * 101, table.TOO_MANY_ROWS),
]


@pytest.mark.parametrize(("content", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_lists_are_refused_with_one_sentence(content: bytes, message: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(content)
    assert (refused.value.message, refused.value.field) == (message, "file")


def test_a_refusal_names_the_row_whose_quotes_are_wrong() -> None:
    with pytest.raises(Invalid, match="Dòng 2 có dấu ngoặc kép không khép"):
        read(b'a;b\nc;"d\ne;f')


@given(st.binary(max_size=300))
def test_no_bytes_whatever_make_it_crash(content: bytes) -> None:
    try:
        found = read(content)
    except Invalid as refused:
        assert refused.field == "file"
    else:
        assert len({len(row.cells) for row in found}) == 1
