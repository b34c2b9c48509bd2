"""The formats taken in: how they are recognised by their bytes, and how large they may be."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

MEGABYTE = 1024 * 1024
CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its usual ending, its media type and the largest size taken, in bytes."""

    extension: str
    content_type: str
    max_bytes: int


DOCX = Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 20 * MEGABYTE)
XLSX = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 20 * MEGABYTE)
PDF = Format("pdf", "application/pdf", 25 * MEGABYTE)
TXT = Format("txt", "text/plain", 2 * MEGABYTE)
MD = Format("md", "text/markdown", 2 * MEGABYTE)
CSV = Format("csv", "text/csv", 5 * MEGABYTE)
PNG = Format("png", "image/png", 15 * MEGABYTE)
JPG = Format("jpg", "image/jpeg", 15 * MEGABYTE)
WEBP = Format("webp", "image/webp", 15 * MEGABYTE)

TEXTS = frozenset({TXT, MD})
IMAGES = frozenset({PNG, JPG, WEBP})
TABLES = frozenset({XLSX, CSV})
SCANS = IMAGES | {PDF}
DOCUMENTS = frozenset({DOCX, PDF}) | TEXTS
ALL = DOCUMENTS | TABLES | IMAGES
MOST_BYTES = max(format_.max_bytes for format_ in ALL)

OFFICE = {DOCX: "Word", XLSX: "Excel"}
"""The formats that are archives of parts, and the program that people open them with."""

_MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
_TEXT_ENDINGS = {".md": MD, ".markdown": MD, ".csv": CSV, ".tsv": CSV}


def sniff(content: bytes, name: str) -> Format | None:
    """Return the format the bytes are in, whatever the name says; None for one we do not take.

    Only among plain text, Markdown and tables of text, which are the same bytes, does the name decide. A table may be
    in one of the old encodings of one byte a letter, which no other text is taken in.
    """
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _office_format(content)
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    format_ = _TEXT_ENDINGS.get(PurePath(name.lower()).suffix, TXT)
    return format_ if _is_text(content, "latin-1" if format_ is CSV else "utf-8-sig") else None


def is_old_office(content: bytes) -> bool:
    """Say whether this is an old Word or Excel file, or a new one locked with a password: both look the same."""
    return content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def is_heic(content: bytes) -> bool:
    """Say whether this is a picture as iPhones store it, which few other programs can open."""
    return content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS


def _office_format(content: bytes) -> Format | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = [_MAIN_PARTS[name] for name in archive.namelist() if name in _MAIN_PARTS]
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return None
    return found[0] if found else None


def _is_text(content: bytes, encoding: str) -> bool:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else encoding)
    except UnicodeDecodeError:
        return False
    return not CONTROL_SIGNS.search(text)
