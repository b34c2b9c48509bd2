"""Widths of printed text, from the bundled font that has the metrics of Times New Roman.

Rule lines are a share of the text above them, and a title is broken into lines of like length; both must come out the
same in DOCX and PDF, so they are measured here once.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Liberation Serif"
MM_PER_POINT = 25.4 / 72
LINE_HEIGHT = 1.149
"""Natural distance of lines of Times New Roman, in ems: ascent, descent and line gap."""

_UNITS = 1000


class _Face(Protocol):
    def getlength(self, text: str) -> float: ...


@cache
def _face(*, bold: bool, italic: bool) -> _Face:
    from PIL import ImageFont  # noqa: PLC0415 - slow import

    style = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
    path = FONTS / f"LiberationSerif-{style}.ttf"
    return ImageFont.truetype(str(path), _UNITS, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _advance(character: str, *, bold: bool, italic: bool) -> float:
    return _face(bold=bold, italic=italic).getlength(character)


def width_mm(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of a line of text in millimetres, without kerning, at `size` points."""
    advances = sum(_advance(character, bold=bold, italic=italic) for character in text)
    return advances / _UNITS * size * MM_PER_POINT


def balanced_mm(text: str, size: float, available: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the narrowest measure in which `text` takes no more lines than in `available` millimetres."""
    space = width_mm(" ", size, bold=bold, italic=italic)
    words = [width_mm(word, size, bold=bold, italic=italic) for word in text.split(" ")]
    lines = _line_count(words, space, available)
    low, high = max(words, default=0.0), available
    while high - low > 0.5:
        middle = (low + high) / 2
        if _line_count(words, space, middle) <= lines:
            high = middle
        else:
            low = middle
    return high


def _line_count(words: list[float], space: float, measure: float) -> int:
    lines, used = 1, -space
    for word in words:
        if used + space + word > measure and used >= 0:
            lines, used = lines + 1, -space
        used += space + word
    return lines
