"""The text of a signed copy that comes back as a Word file or a PDF, line by line."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

MAX_TEXT_BYTES = 30 * 1024 * 1024
"""What the main part of a Word file may unpack to; a plan of twenty pages has under 1 MB."""

WITHOUT_TEXT = "documents.copy_without_text"
"""Code of the error for a scan that holds only pictures."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_PAGE_NUMBER = re.compile(r"^\s*\d{1,4}\s*$")


def text_of(content: bytes) -> str:
    """Return the text of a DOCX or PDF, without page numbers.

    Raises Invalid for another kind of file, a broken or locked one, and a scan that holds only pictures.
    """
    if content.startswith(b"%PDF"):
        text = _pdf_text(content)
    elif content.startswith(b"PK"):
        text = _docx_text(content)
    else:
        raise Invalid("documents.copy_kind", _("Bản ký phải là tệp Word (.docx) hoặc PDF."))
    if not text.strip():
        raise Invalid(
            WITHOUT_TEXT,
            _("Bản ký là ảnh quét, không có chữ để so với dự thảo. Bản ký vẫn lưu được; cần đối chiếu bằng mắt."),
        )
    return text


def _unreadable() -> Invalid:
    return Invalid("documents.copy_unreadable", _("Không đọc được tệp bản ký; tệp có thể bị hỏng."))


def _pdf_text(content: bytes) -> str:
    from pypdf import PdfReader  # noqa: PLC0415 - slow import
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - slow import

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Invalid("documents.copy_locked", _("Tệp bản ký có mật khẩu; xin gỡ mật khẩu rồi tải lên lại."))
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unreadable() from error
    lines = (line for page in pages for line in page.splitlines())
    return "\n".join(line for line in lines if not _PAGE_NUMBER.match(line))


def _docx_text(content: bytes) -> str:
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - slow import

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            part = archive.getinfo("word/document.xml")
            if part.file_size > MAX_TEXT_BYTES:
                raise _unreadable()
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            body = etree.fromstring(archive.read(part), parser)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, etree.XMLSyntaxError) as error:
        raise _unreadable() from error
    return "\n".join(_paragraph_text(paragraph) for paragraph in body.iter(f"{_WORD}p"))


def _paragraph_text(paragraph: Any) -> str:
    return "".join(_signs(paragraph))


def _signs(node: Any) -> Iterator[str]:
    """Yield the text of a paragraph without what stands in boxes inside it: those are paragraphs of their own."""
    for child in node:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in {f"{_WORD}p", _FALLBACK}:
            yield from _signs(child)
