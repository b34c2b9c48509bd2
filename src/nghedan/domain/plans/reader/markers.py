"""List and heading markers: what stands before the words of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nghedan.domain.plans.reader.letters import CAPITAL


@dataclass(frozen=True)
class Marker:
    """A printed marker: its style, its text, and where the words begin."""

    style: str
    printed: str
    end: int

    @property
    def is_bullet(self) -> bool:
        """A dash, plus or dot: an item of a list, no numbered heading."""
        return self.style in BULLET_STYLES


BULLET_STYLES = frozenset({"dash", "plus", "star", "dot"})
NUMBER_STYLES = frozenset({"part", "roman", "alpha", "arabic", "decimal", "decimal3", "letter"})

_NUMBERED = (
    ("part", re.compile(r"(?:Phần|PHẦN)\s+(?:thứ\s+\w+|[IVX]+|\d+|[A-Z])\s*[.:\-–)]*\s*(?=\S)")),
    ("roman", re.compile(r"[IVX]{1,5}\s*(?:[.)/:]\s*[-–]?|[-–—])\s*(?=[^\W\d_]|[“\"(])")),
    ("decimal3", re.compile(r"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{1,2}\s?[.)\-–/:]?\s+(?=[^\W\d_]|[“\"(])")),
    (
        "decimal",
        re.compile(
            rf"\d{{1,2}}\s?\.\s?\d{{1,2}}\s?[.)\-–/:]?\s+(?=[^\W\d_]|[“\"(])|\d{{1,2}}\.\d{{1,2}}\.?(?=[{CAPITAL}][^\W\d_])"
        ),
    ),
    ("arabic", re.compile(r"\d{1,2}\s*(?:[.)/]\s*[-–]?|[-–—])\s*(?=[^\W\d_]|[“\"(])")),
    ("alpha", re.compile(r"[A-HĐ]\s*[.)]\s+(?=[^\W\d_])")),
    ("letter", re.compile(r"[a-zđ]\s*[.)/]\s*(?=[^\W_])")),
)
_BULLET = re.compile(rf"(?:[-–—−•●▪■◦➢✓❖→>]|\*|\+|·|o(?= [{CAPITAL}]))(?=\s*[^\d\s]|\s+\S)")
_BULLET_STYLE = {"*": "star", "+": "plus", "o": "plus", "◦": "plus"}
_DASHES = "-–—−"


@lru_cache(maxsize=4096)
def read_marker(text: str) -> Marker | None:
    """The marker at the beginning of a cleaned line; of several in a row ("- + ") the last one counts."""
    marker = _read_bullets(text)
    if marker is not None:
        return marker
    for style, pattern in _NUMBERED:
        match = pattern.match(text)
        if match:
            return Marker(style, match.group().strip(), match.end())
    return None


def _read_bullets(text: str) -> Marker | None:
    position, style = 0, ""
    while match := _BULLET.match(text, position):
        sign = match.group()
        style = _BULLET_STYLE.get(sign, "dash" if sign in _DASHES else "dot")
        position = match.end()
        while position < len(text) and text[position] == " ":
            position += 1
    return Marker(style, text[:position].strip(), position) if style else None
