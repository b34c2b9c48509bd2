"""Lists of plain text: CSV and its relatives, in the encodings and with the separators that Excel writes."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from nghedan.foundation.tables.table import Table, even, harmless, numbered
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import nfc

SEPARATORS = ";\t,"
SAMPLE = 30  # rows that tell the separator
DECLARED_SEPARATOR = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
KNOWN_SIGNS = frozenset(
    nfc(letter + tone) for letter in "aăâeêioôơuưy" for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
) | frozenset("đ“”‘’–—…°«»§₫\u00a0")

OLD_ENCODING = _(
    "Không đọc được chữ trong tệp: có thể tệp dùng phông chữ cũ (TCVN3, VNI). "
    "Xin chuyển sang Unicode, lưu thành .xlsx hoặc CSV UTF-8 rồi gửi."
)
BAD_QUOTES = _("Dòng %(row)s có dấu ngoặc kép không khép hoặc một ô quá dài. Xin sửa, hoặc lưu thành .xlsx rồi gửi.")


def read_delimited(content: bytes, most_rows: int) -> Table:
    """Return the list in a text in UTF-8, UTF-16 or windows-1258. Raises Invalid."""
    text = _decoded(content)
    declared = DECLARED_SEPARATOR.match(text)
    separator = declared[1] if declared else _separator_of(text)
    return Table(even(numbered(_lines(text[declared.end() if declared else 0 :], separator), most_rows)))


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return _from_windows(content)


def _from_windows(content: bytes) -> str:
    """Decode windows-1258; a text in an old font's codes would come out as signs that no Vietnamese word has."""
    try:
        text = nfc(content.decode("cp1258"))
    except UnicodeDecodeError as error:
        raise Invalid("tables.old_encoding", OLD_ENCODING, field="file") from error
    if any(not sign.isascii() and sign.lower() not in KNOWN_SIGNS for sign in set(text)):
        raise Invalid("tables.old_encoding", OLD_ENCODING, field="file")
    return text


def _separator_of(text: str) -> str:
    """Return the separator that gives most rows the same number of cells, and of equal ones the most cells."""

    def evenness(separator: str) -> tuple[int, int]:
        try:
            widths = Counter(len(line) for line in islice(csv.reader(io.StringIO(text), delimiter=separator), SAMPLE))
        except csv.Error:
            return 0, 0
        return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))

    return max(SEPARATORS, key=evenness)


def _lines(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    done = 0
    try:
        for done, line in enumerate(reader, start=1):  # noqa: B007 - told when the next one fails
            yield [harmless(cell) for cell in line]
    except csv.Error as error:
        raise Invalid("tables.bad_quotes", BAD_QUOTES, field="file", row=done + 1) from error
