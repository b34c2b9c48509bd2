"""Word files: paragraphs with their automatic numbers; tables as rows or, where they only lay out the page, lines."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from nghedan.domain.plans.reader.lines import CELL, CELL_BREAK, SourceLine
from nghedan.domain.plans.reader.unreadable import unreadable
from nghedan.domain.plans.reader.word_numbering import Numbering, W, read_numbering, value

MOST_MEMBERS = 2000
MOST_UNPACKED = 150 * 1024 * 1024
MOST_RATIO = 100
RATIO_COUNTS_FROM = 5 * 1024 * 1024
MOST_PART = 30 * 1024 * 1024
_DOCUMENT = "word/document.xml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", _FALLBACK, f"{W}pPr"}
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEADING_STYLE = re.compile(r"heading|title|tieude|muc", re.IGNORECASE)


def read_word(source: bytes) -> list[SourceLine]:
    """Lines of a .docx file. Sizes are checked before anything is unpacked; declared entities are refused unread."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            _check(archive)
            body = _part(archive, _DOCUMENT)
            numbering = read_numbering(_part(archive, "word/numbering.xml"), _part(archive, "word/styles.xml"))
    except (zipfile.BadZipFile, ElementTree.ParseError, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise unreadable("reader.damaged") from error
    if body is None:
        raise unreadable("reader.archive")
    writer = _Writer(numbering)
    content = body.find(f"{W}body")
    for element in content if content is not None else ():
        writer.block(element)
    return writer.lines


def _check(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    if any(member.flag_bits & 1 for member in members):
        raise unreadable("reader.encrypted")
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
        raise unreadable("reader.bomb")
    if unpacked > RATIO_COUNTS_FROM and unpacked / packed > MOST_RATIO:
        raise unreadable("reader.bomb")


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    if name not in archive.namelist():
        return None
    with archive.open(name) as stream:
        xml = stream.read(MOST_PART + 1)
    if len(xml) > MOST_PART:
        raise unreadable("reader.bomb")
    if _DECLARATION.search(xml) or _DECLARATION.search(xml.replace(b"\x00", b"")):
        raise unreadable("reader.unsafe")
    return ElementTree.fromstring(xml)  # noqa: S314 - declarations were refused above


class _Writer:
    """Collects lines and counts pages."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.lines: list[SourceLine] = []
        self.page = 1

    def block(self, element: Element) -> None:
        """A paragraph, a table, or a container of them."""
        if element.tag == f"{W}p":
            self._paragraph(element)
        elif element.tag == f"{W}tbl":
            self._table(element)
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            for below in element:
                self.block(below)

    def _paragraph(self, paragraph: Element) -> None:
        self.page += _page_breaks(paragraph)
        marker = self.numbering.marker(paragraph) if _text(paragraph).strip() else ""
        for index, line in enumerate(_text(paragraph).split("\n")):
            self._write((marker if index == 0 else "") + line, bold=_is_bold(paragraph))

    def _write(self, text: str, *, bold: bool = False) -> None:
        self.lines.append(SourceLine(len(self.lines) + 1, text, self.page, bold))

    def _table(self, table: Element) -> None:
        rows = [list(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")]
        widest = max((len(row) for row in rows), default=0)
        if widest < 2 or (widest == 2 and len(rows) < 4):
            for cell in (cell for row in rows for cell in row):
                for below in cell:
                    self.block(below)
            return
        above: list[str] = []
        for row in rows:
            above = self._row(row, above)
            self._write("| " + CELL.join(above) + " |")

    def _row(self, row: list[Element], above: list[str]) -> list[str]:
        """Texts of the cells; a cell merged with the one above repeats it."""
        texts = []
        for column, cell in enumerate(row):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            if merged is not None and value(merged) != "restart" and column < len(above):
                texts.append(above[column])
                continue
            paragraphs = [
                self.numbering.marker(item) + _text(item).replace("\n", CELL_BREAK)
                for item in cell.iter(f"{W}p")
                if _text(item).strip()
            ]
            texts.append(CELL_BREAK.join(" ".join(text.split()) for text in paragraphs).replace("|", "/"))
        return texts


def _text(paragraph: Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{W}p":
            yield "\n"
            yield from _pieces(child)
        else:
            yield from _pieces(child)


def _page_breaks(paragraph: Element) -> int:
    manual = sum(item.get(f"{W}type") == "page" for item in paragraph.iter(f"{W}br"))
    return max(manual, sum(1 for _ in paragraph.iter(f"{W}lastRenderedPageBreak")))


def _is_bold(paragraph: Element) -> bool:
    """Every run with words is bold, or the style is a heading's."""
    if _HEADING_STYLE.search(value(paragraph.find(f"{W}pPr/{W}pStyle"))):
        return True
    runs = [run for run in paragraph.iter(f"{W}r") if any((text.text or "").strip() for text in run.iter(f"{W}t"))]
    return bool(runs) and all(_has_bold(run) for run in runs)


def _has_bold(run: Element) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and value(bold) not in ("0", "false")
