"""From a file's bytes to its lines. What a file is, its content says, not its name."""

from __future__ import annotations

import re
from dataclasses import replace

from nghedan.domain.plans.reader.encodings import decode, modernise
from nghedan.domain.plans.reader.lines import SourceLine
from nghedan.domain.plans.reader.pdf import read_pdf
from nghedan.domain.plans.reader.unreadable import unreadable
from nghedan.domain.plans.reader.word import read_word

MOST_BYTES = 20 * 1024 * 1024

_REFUSED = (
    (b"\x89PNG", "reader.picture"),
    (b"\xff\xd8\xff", "reader.picture"),
    (b"GIF8", "reader.picture"),
    (b"BM", "reader.picture"),
    (b"II*\x00", "reader.picture"),
    (b"MM\x00*", "reader.picture"),
    (b"MZ", "reader.program"),
    (b"\x7fELF", "reader.program"),
    (b"{\\rtf", "reader.rich_text"),
    (b"Rar!", "reader.archive"),
    (b"7z\xbc\xaf", "reader.archive"),
    (b"\x1f\x8b", "reader.archive"),
)
_WORD_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read_file(source: bytes) -> list[SourceLine]:
    """Lines of a DOCX, PDF, TXT or Markdown file. Raises UnreadablePlan with the reason in one sentence."""
    if not source.strip(b"\x00 \t\r\n"):
        raise unreadable("reader.empty")
    if len(source) > MOST_BYTES:
        raise unreadable("reader.too_large")
    if b"%PDF-" in source[:1024]:
        lines = read_pdf(source)
    elif source.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        lines = read_word(source)
    else:
        _refuse_by_signature(source)
        lines = split_lines(decode(source))
    lines = _modernised(lines)
    if not any(character.isalnum() for line in lines for character in line.text):
        raise unreadable("reader.empty")
    return lines


def _refuse_by_signature(source: bytes) -> None:
    if source.startswith(_WORD_OLD):
        raise unreadable("reader.encrypted" if _ENCRYPTED_PACKAGE in source else "reader.old_word")
    for signature, code in _REFUSED:
        if source.startswith(signature) and (len(signature) > 2 or b"\x00" in source[:512]):
            raise unreadable(code)
    if source[4:8] == b"ftyp" or (source.startswith(b"RIFF") and source[8:12] == b"WEBP"):
        raise unreadable("reader.picture")


def split_lines(text: str) -> list[SourceLine]:
    """Lines of a text, numbered from 1; a form feed begins a page, other control characters are dropped."""
    lines: list[SourceLine] = []
    page = 1
    for number, line in enumerate(_LINE_END.split(text), 1):
        page += line.count("\x0c")
        lines.append(SourceLine(number, _CONTROL.sub("", line.replace("\x0c", " ")), page))
    return lines


def _modernised(lines: list[SourceLine]) -> list[SourceLine]:
    """Old font codes turned into Unicode, judged over the whole text."""
    text = "\n".join(line.text for line in lines)
    modern = modernise(text)
    if modern == text:
        return lines
    return [replace(line, text=new) for line, new in zip(lines, modern.split("\n"), strict=True)]
