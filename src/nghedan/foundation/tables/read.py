"""Reading a list: one door for all formats."""

from nghedan.foundation.attachments.formats import CSV, XLSX, Format
from nghedan.foundation.tables.delimited import read_delimited
from nghedan.foundation.tables.table import Table
from nghedan.foundation.tables.workbook import read_workbook
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NOT_A_TABLE = _("Đây không phải bảng. Xin gửi tệp Excel (.xlsx) hoặc .csv.")


def read_table(content: bytes, format_: Format, *, most_rows: int) -> Table:
    """Return a list as text; rows without content are left out, titles and headings are rows like any other.

    Dates are dd/mm/yyyy, numbers as short as they can be written. Raises Invalid (field "file"), for more than
    ``most_rows`` too, and then without having read the rest.
    """
    if format_ is XLSX:
        return read_workbook(content, most_rows)
    if format_ is CSV:
        return read_delimited(content, most_rows)
    raise Invalid("tables.not_a_table", NOT_A_TABLE, field="file")
