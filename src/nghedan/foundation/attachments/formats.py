"""The formats taken in: how they are recognised by their bytes, and how large they may be."""

import io
import re
import zipfile
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
WORD_MAIN_PART = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its usual ending, its media type and the largest size taken, in bytes."""

    extension: str
    content_type: str
    max_bytes: int


DOCX = Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 20 * MEGABYTE)
PDF = Format("pdf", "application/pdf", 25 * MEGABYTE)
TXT = Format("txt", "text/plain", 2 * MEGABYTE)
MD = Format("md", "text/markdown", 2 * MEGABYTE)
PNG = Format("png", "image/png", 15 * MEGABYTE)
JPG = Format("jpg", "image/jpeg", 15 * MEGABYTE)
WEBP = Format("webp", "image/webp", 15 * MEGABYTE)

TEXTS = frozenset({TXT, MD})
IMAGES = frozenset({PNG, JPG, WEBP})
DOCUMENTS = frozenset({DOCX, PDF}) | TEXTS
ALL = DOCUMENTS | IMAGES
MOST_BYTES = max(format_.max_bytes for format_ in ALL)


def sniff(content: bytes, name: str) -> Format | None:
    """Return the format the bytes are in, whatever the name says; None for one we do not take.

    Only between plain text and Markdown, which are the same bytes, does the name decide.
    """
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return DOCX if _is_word(content) else None
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if _is_text(content):
        return MD if name.lower().endswith((".md", ".markdown")) else TXT
    return None


def is_old_office(content: bytes) -> bool:
    """Say whether this is an old Word or Excel file, or a new one locked with a password: both look the same."""
    return content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def _is_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return WORD_MAIN_PART in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def _is_text(content: bytes) -> bool:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return not CONTROL_SIGNS.search(text)
