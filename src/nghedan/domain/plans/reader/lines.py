"""From printed lines to clean lines: Unicode, markdown and print decoration taken off, evidence of emphasis kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from nghedan.domain.plans.reader.passages import Passage, fold_aligned


@dataclass(frozen=True)
class SourceLine:
    """One line as printed: running number from 1, its text, the page where the format knows pages, and bold print."""

    number: int
    text: str
    page: int | None = None
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """A non-blank line after cleaning.

    `gap` counts the blank lines before it; `decoration` marks what only adorns the page; `columns` are the offsets
    behind wide blanks, where a second column may begin; `trailing` says that it ends with a blank.
    """

    passage: Passage
    gap: int
    indent: int
    emphasis: bool
    decoration: bool
    columns: tuple[int, ...] = ()
    trailing: bool = False

    @property
    def number(self) -> int:
        """Its number in the source."""
        return self.passage.runs[0][1]

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.passage.text

    @property
    def folded(self) -> str:
        """The cleaned text, folded."""
        return self.passage.folded


_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|^#{1,6}\s")
_UNDERSCORES = re.compile(r"(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_HEADING_MARKS = re.compile(r"^\s*(?:>\s*)?#{1,6}\s*")
_ONLY_DECORATION = re.compile(r"^[\s*_\-–—=~.·•|:+#/\\o]*$")
_PAGE_NUMBER = re.compile(r"^(?:trang|page|tr\.?)?\s*[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:/|tren)\s*\d{1,3})?$")
_STARRED_BULLET = re.compile(r"^\s*\*\s+(?=[^\s*])")
_WIDE_BLANK = re.compile(r"(?<=\S)\s{3,}(?=\S)")
CELL = " | "
CELL_BREAK = " ¶ "


def clean_lines(source: Iterable[SourceLine]) -> list[Line]:
    """The non-blank lines, cleaned."""
    lines: list[Line] = []
    gap = 0
    for raw in source:
        text = _normalise(raw.text)
        if not text.strip():
            gap += 1
            continue
        bare = _take_off_marks(text)
        decoration = bool(_ONLY_DECORATION.match(bare) or _PAGE_NUMBER.match(fold_aligned(bare)))
        passage = Passage(bare or text.strip(), ((0, raw.number),))
        emphasis = raw.bold or bool(_EMPHASIS.search(text))
        indent, trailing = len(text) - len(text.lstrip()), text != text.rstrip()
        lines.append(Line(passage, gap, indent, emphasis, decoration, _columns(text, bare), trailing))
        gap = 0
    return lines


def _columns(text: str, bare: str) -> tuple[int, ...]:
    """Offsets in the cleaned line of the words that stand behind three blanks or more."""
    found: list[int] = []
    for wide in _WIDE_BLANK.finditer(text.strip()):
        words = _take_off_marks(text.strip()[wide.end() :])
        if words and bare.endswith(words):
            found.append(len(bare) - len(words))
    return tuple(found)


def _normalise(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    text = text.replace("\t", " ").replace("\u00a0", " ").replace("\uf0b7", "•").replace("Ð", "Đ")
    return _LINE_BREAK_TAG.sub(CELL_BREAK, text) if "<" in text else text


def _take_off_marks(text: str) -> str:
    """Markdown off; a starred bullet stays a bullet."""
    text = _ESCAPED.sub(r"\1", _HEADING_MARKS.sub("", text))
    bullet = "* " if _STARRED_BULLET.match(text) else ""
    text = _UNDERSCORES.sub("", text.replace("*", "")).replace("`", "")
    return bullet + " ".join(text.split())
