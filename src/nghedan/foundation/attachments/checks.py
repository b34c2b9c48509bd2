"""What a file must pass before it is stored; every refusal is one sentence that says what to do."""

import io
import zipfile
from collections.abc import Set
from dataclasses import dataclass

from nghedan.foundation.attachments import images
from nghedan.foundation.attachments.formats import (
    DOCX,
    IMAGES,
    MEGABYTE,
    MOST_BYTES,
    PDF,
    Format,
    is_old_office,
    sniff,
)
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

MOST_UNPACKED = 200 * MEGABYTE
MOST_PARTS = 3000
MOST_RATIO = 200  # real documents stay below 30; a bomb lives from a thousand
MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")

EMPTY = _("Tệp không có nội dung. Xin chọn lại tệp.")
TOO_LARGE = _("Tệp quá lớn: tối đa %(most)s MB. Xin giảm dung lượng (nén ảnh, tách tệp) rồi gửi lại.")
UNKNOWN = _("Không nhận ra loại tệp này. Xin gửi một trong các loại: %(formats)s.")
OLD_OFFICE = _("Tệp Word, Excel đời cũ hoặc đang đặt mật khẩu. Xin mở ra, lưu lại thành .docx không mật khẩu rồi gửi.")
NOT_TAKEN = _("Ở đây không nhận tệp .%(extension)s. Xin gửi một trong các loại: %(formats)s.")
BOMB = _("Tệp .docx có dung lượng bất thường khi giải nén nên không được nhận. Xin mở bằng Word, lưu lại rồi gửi.")
MACRO = _("Tệp Word có chứa mã lệnh (macro) nên không được nhận. Xin lưu lại thành .docx thường rồi gửi.")
DAMAGED = _("Tệp bị hỏng, không mở được. Xin kiểm tra lại tệp rồi gửi.")


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that passed: its format, the bytes to store, and whether a password is needed to read it."""

    format: Format
    content: bytes
    needs_password: bool = False


def check(content: bytes, name: str, allowed: Set[Format]) -> Checked:
    """Return the file ready to be stored; images are written anew without their metadata. Raises Invalid."""
    format_ = _format_of(content, name, allowed)
    if len(content) > format_.max_bytes:
        raise too_large(format_.max_bytes)
    if format_ is DOCX:
        _check_word(content)
    if format_ in IMAGES:
        return Checked(format_, images.rewrite(content, format_))
    return Checked(format_, content, needs_password=format_ is PDF and _is_locked_pdf(content))


def too_large(most_bytes: int = MOST_BYTES) -> Invalid:
    """Return the refusal of a file that is too large, for those who see its size before they read it."""
    return Invalid("attachment.too_large", TOO_LARGE, field="file", most=most_bytes // MEGABYTE)


def _format_of(content: bytes, name: str, allowed: Set[Format]) -> Format:
    endings = ", ".join(sorted(f".{format_.extension}" for format_ in allowed))
    if not content:
        raise Invalid("attachment.empty", EMPTY, field="file")
    if is_old_office(content):
        raise Invalid("attachment.old_office", OLD_OFFICE, field="file")
    format_ = sniff(content, name)
    if format_ is None:
        raise Invalid("attachment.unknown", UNKNOWN, field="file", formats=endings)
    if format_ not in allowed:
        extension = format_.extension
        raise Invalid("attachment.not_taken", NOT_TAKEN, field="file", extension=extension, formats=endings)
    return format_


def _check_word(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or any(map(_is_bomb, parts)):
            raise Invalid("attachment.bomb", BOMB, field="file")
        if any(part.flag_bits & 0x1 for part in parts):
            raise Invalid("attachment.old_office", OLD_OFFICE, field="file")
        if any(part.filename.lower().endswith(MACRO_PARTS) for part in parts) or _speaks_of_macros(archive):
            raise Invalid("attachment.macro", MACRO, field="file")


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > MEGABYTE and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _speaks_of_macros(archive: zipfile.ZipFile) -> bool:
    try:
        return b"macroenabled" in archive.read("[Content_Types].xml").lower()
    except (KeyError, zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise Invalid("attachment.damaged", DAMAGED, field="file") from error


def _is_locked_pdf(content: bytes) -> bool:
    from pypdf import PdfReader  # noqa: PLC0415  (slow import)
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(content))
        return reader.is_encrypted and not reader.decrypt("")  # many are only locked against printing or copying
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Invalid("attachment.damaged", DAMAGED, field="file") from error
