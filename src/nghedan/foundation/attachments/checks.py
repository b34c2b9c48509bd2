"""What a file must pass before it is stored; every refusal is one sentence that says what to do."""

import io
import zipfile
import zlib
from collections.abc import Set
from dataclasses import dataclass

from nghedan.foundation.attachments import images
from nghedan.foundation.attachments.formats import (
    IMAGES,
    MEGABYTE,
    MOST_BYTES,
    OFFICE,
    PDF,
    Format,
    is_heic,
    is_old_office,
    sniff,
)
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

MOST_UNPACKED = 200 * MEGABYTE
MOST_PARTS = 3000
MOST_RATIO = 200  # real documents stay below 30; a bomb lives from a thousand
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the only two that Office writes and opens
MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
MACRO_TYPES = (b"macroenabled", b"macrosheet")  # the second is Excel's old kind, which needs no project

EMPTY = _("Tệp không có nội dung. Xin chọn lại tệp.")
TOO_LARGE = _("Tệp quá lớn: tối đa %(most)s MB. Xin giảm dung lượng (nén ảnh, tách tệp) rồi gửi lại.")
UNKNOWN = _("Không nhận ra loại tệp này. Xin gửi một trong các loại: %(formats)s.")
OLD_OFFICE = _(
    "Tệp Word, Excel đời cũ (.doc, .xls) hoặc đang đặt mật khẩu. "
    "Xin mở ra, lưu lại thành .docx hoặc .xlsx không mật khẩu rồi gửi."
)
HEIC = _(
    "Ảnh HEIC của điện thoại chưa dùng được ở đây. Xin gửi ảnh .jpg: mở ảnh, chọn lưu hoặc chia sẻ thành JPG; "
    "trên iPhone, vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại."
)
NOT_TAKEN = _("Ở đây không nhận tệp .%(extension)s. Xin gửi một trong các loại: %(formats)s.")
BOMB = _(
    "Tệp .%(extension)s có dung lượng bất thường khi giải nén nên không được nhận. "
    "Xin mở bằng %(program)s, lưu lại rồi gửi."
)
MACRO = _(
    "Tệp %(program)s có chứa mã lệnh (macro) nên không được nhận. Xin lưu lại thành .%(extension)s thường rồi gửi."
)
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
    if format_ in OFFICE:
        check_office(content, format_)
    if format_ in IMAGES:
        return Checked(format_, images.rewrite(content, format_))
    return Checked(format_, content, needs_password=format_ is PDF and _is_locked_pdf(content))


def too_large(most_bytes: int = MOST_BYTES) -> Invalid:
    """Return the refusal of a file that is too large, for those who see its size before they read it."""
    return Invalid("attachment.too_large", TOO_LARGE, field="file", most=most_bytes // MEGABYTE)


def check_office(content: bytes, format_: Format) -> None:
    """Check that a Word or Excel file is safe to unpack and carries no macros. Raises Invalid."""
    words = {"extension": format_.extension, "program": OFFICE[format_]}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if _unpacks_too_much(parts):
                raise Invalid("attachment.bomb", BOMB, field="file", **words)
            if any(part.compress_type not in METHODS for part in parts):
                raise Invalid("attachment.damaged", DAMAGED, field="file")
            if any(part.flag_bits & 0x1 for part in parts):
                raise Invalid("attachment.old_office", OLD_OFFICE, field="file")
            if _has_macros(archive):
                raise Invalid("attachment.macro", MACRO, field="file", **words)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error) as error:
        raise Invalid("attachment.damaged", DAMAGED, field="file") from error


def _format_of(content: bytes, name: str, allowed: Set[Format]) -> Format:
    endings = ", ".join(sorted(f".{format_.extension}" for format_ in allowed))
    if not content:
        raise Invalid("attachment.empty", EMPTY, field="file")
    if is_old_office(content):
        raise Invalid("attachment.old_office", OLD_OFFICE, field="file")
    if is_heic(content):
        raise Invalid("attachment.heic", HEIC, field="file")
    format_ = sniff(content, name)
    if format_ is None:
        raise Invalid("attachment.unknown", UNKNOWN, field="file", formats=endings)
    if format_ not in allowed:
        extension = format_.extension
        raise Invalid("attachment.not_taken", NOT_TAKEN, field="file", extension=extension, formats=endings)
    return format_


def _unpacks_too_much(parts: list[zipfile.ZipInfo]) -> bool:
    unpacked = sum(part.file_size for part in parts)
    return len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or any(map(_is_bomb, parts))


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > MEGABYTE and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _has_macros(archive: zipfile.ZipFile) -> bool:
    if any(name.lower().endswith(MACRO_PARTS) for name in archive.namelist()):
        return True
    types = archive.read("[Content_Types].xml").lower()
    return any(mark in types for mark in MACRO_TYPES)


def _is_locked_pdf(content: bytes) -> bool:
    from pypdf import PdfReader  # noqa: PLC0415  (slow import)
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(content))
        return reader.is_encrypted and not reader.decrypt("")  # many are only locked against printing or copying
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Invalid("attachment.damaged", DAMAGED, field="file") from error
