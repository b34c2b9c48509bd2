"""Plans written into Word and PDF files, and into the codes of old fonts."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import typst
from docx import Document

from nghedan.domain.plans.reader.encodings import from_tcvn3, from_vni

CONTENT_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def word_of(text: str) -> bytes:
    """A Word file with a paragraph per line; rows of bars become a real table."""
    document = Document()
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            if set(line) - set("|- "):
                rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            table = document.add_table(rows=0, cols=len(rows[0]))
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
            rows = []
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_of(text: str) -> bytes:
    """A PDF file, A5, so that plans of one page fill two; the lines break where the page ends."""
    escaped = "\n\n".join(_escaped(line) for line in text.split("\n"))
    rules = (
        '#set page(paper: "a5", numbering: "1")',
        "#set text(size: 12pt, hyphenate: false)",
        "#set par(justify: true)",
    )
    source = "\n".join([*rules, escaped])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.typ"
        path.write_text(source, encoding="utf-8")
        return bytes(typst.compile(str(path)))


def _escaped(line: str) -> str:
    return '#"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"' if line.strip() else ""


def tcvn3_of(text: str) -> str:
    """The text in TCVN3 codes; capitals with tones have none and are written small, as their font does."""
    return _encoded(text, from_tcvn3, pairs=False)


def vni_of(text: str) -> str:
    """The text in VNI codes."""
    return _encoded(text, from_vni, pairs=True)


def _encoded(text: str, decode: object, *, pairs: bool) -> str:
    assert callable(decode)
    codes = [chr(code) for code in range(0xA1, 0x100)]
    table = {decode(code): code for code in codes if decode(code) != code}
    if pairs:
        bases = "aeouyôöAEOUYÔÖ"
        table |= {decode(base + code): base + code for base in bases for code in codes if len(decode(base + code)) == 1}
    return "".join(table.get(character, table.get(character.lower(), character)) for character in text)
