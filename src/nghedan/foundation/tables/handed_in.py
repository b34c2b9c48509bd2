"""Tables people hand in: a file, checked before it is opened, or lines pasted into a field."""

from typing import TYPE_CHECKING

from nghedan.foundation.attachments.formats import TABLES
from nghedan.foundation.attachments.services import check_upload
from nghedan.foundation.tables.delimited import read_delimited
from nghedan.foundation.tables.read import read_table
from nghedan.foundation.tables.table import Table, even, harmless, numbered
from nghedan.kernel.errors import Invalid

if TYPE_CHECKING:
    from django.core.files.base import File


def read_upload(upload: "File[bytes]", most_rows: int) -> Table:
    """Return the rows of an Excel or CSV file. Raises Invalid (field "file"), for more rows too."""
    checked = check_upload(upload, TABLES)
    return read_table(checked.content, checked.format, most_rows=most_rows)


def read_pasted(text: str, most_rows: int) -> Table:
    """Return pasted lines as rows of one cell, or rows copied from Excel. Raises Invalid (field "lines")."""
    try:
        if "\t" in text:
            return read_delimited(f"sep=\t\n{text}".encode(), most_rows)
        return Table(even(numbered(([harmless(line)] for line in text.splitlines()), most_rows)))
    except Invalid as error:
        raise Invalid(error.code, error.message, field="lines", **error.params) from error
