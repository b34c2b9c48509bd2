"""From clean lines to paragraphs: broken lines joined again, page numbers and decoration left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghedan.domain.plans.reader.flat_tables import flat_table
from nghedan.domain.plans.reader.lines import CELL, Line
from nghedan.domain.plans.reader.markers import Marker, read_marker
from nghedan.domain.plans.reader.passages import Passage


@dataclass(frozen=True)
class Paragraph:
    """Words that belong together, without their marker."""

    passage: Passage
    marker: Marker | None
    emphasis: bool
    gap: int
    is_row: bool = False

    @property
    def capitals(self) -> bool:
        """Printed in capital letters (most of its letters)."""
        return is_capitals(self.passage.text)


@dataclass(frozen=True)
class Layout:
    """How the print breaks its lines.

    `width` is the usual one in characters, 0 when lines are whole paragraphs; `spacing` the blank lines between any
    two; `capital_items` says that list items begin with a capital; `blank_goes_on` that only lines broken within a
    paragraph end with a blank, as PDF tools leave them.
    """

    width: int
    spacing: int
    capital_items: bool = False
    blank_goes_on: bool = False

    def gap(self, line: Line) -> int:
        """Blank lines before a line beyond the spacing every line has."""
        return max(line.gap - self.spacing, 0)

    def is_full(self, line: Line, following: Line, share: float = 0.9) -> bool:
        """True when the next line's first word would not have fitted: the break was forced, not meant."""
        first_word = following.text.split(" ", 1)[0]
        return bool(self.width) and len(line.text) + 1 + len(first_word) >= self.width * share


_TERMINAL = ".;:!?…"
_SYMBOL_END = re.compile(r"\d/(?:[^\W\d_]{0,6}[-/])?$")
_OPEN_END = re.compile(
    r"(?:,|-|\b(?:va|cua|voi|cho|ve|tai|ngay|thang|nam|so|quy|theo|den|trong|cac|cap|hoac|la|do|thuoc|tren"
    r"|duoc|khi|de))$"
)
_WRAPPED_WIDTH = 130
_INDENTED_SHARE = 0.8
_LONG_SHARE = 0.6
_MOST_GLUED = 400


def is_capitals(text: str) -> bool:
    """True when at least two letters and nine letters in ten are capitals."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 1 and sum(character.isupper() for character in letters) >= 0.9 * len(letters)


def layout_of(lines: Sequence[Line]) -> Layout:
    """Measure how the text was printed."""
    lengths = sorted(len(line.text) for line in lines if not line.decoration)
    if len(lengths) < 8:
        return Layout(0, 0)
    width = lengths[int(len(lengths) * 0.9)]
    filled = sum(length >= width * 0.75 for length in lengths)
    torn = sum(_is_torn(last, following, width) for last, following in pairwise(lines))
    wrapped = width <= _WRAPPED_WIDTH and (filled >= len(lengths) * 0.3 or torn >= max(3, len(lengths) * 0.05))
    gaps = [line.gap for line in lines[1:]]
    usual = sorted(gaps)[len(gaps) // 5]
    spaced = wrapped or sum(gap > 2 * usual for gap in gaps) >= 3
    return Layout(width if wrapped else 0, usual if spaced else 0, _has_capital_items(lines), _blank_goes_on(lines))


def _blank_goes_on(lines: Sequence[Line]) -> bool:
    """Some lines end with a blank, but none before an item or heading, where a paragraph is over."""
    before_items = [last for last, following in pairwise(lines) if read_marker(following.text)]
    return (
        len(before_items) >= 5
        and not any(line.trailing for line in before_items)
        and any(line.trailing for line in lines)
    )


def _is_torn(last: Line, following: Line, width: int) -> bool:
    """A long line that ends without a sign and goes on in lower case."""
    return len(last.text) >= width * 0.6 and last.text[-1] not in _TERMINAL and following.text[0].islower()


def _has_capital_items(lines: Sequence[Line]) -> bool:
    starts = [
        line.text[marker.end : marker.end + 1]
        for line in lines
        if (marker := read_marker(line.text)) and marker.is_bullet
    ]
    return len(starts) >= 5 and sum(start.isupper() for start in starts) >= 0.85 * len(starts)


def read_paragraphs(lines: Sequence[Line], layout: Layout) -> list[Paragraph]:
    """Join the lines of the body into paragraphs; decoration is skipped, also in the middle of a sentence."""
    lines = [line for line in lines if not line.decoration]
    paragraphs: list[Paragraph] = []
    index = 0
    while index < len(lines):
        if table := flat_table(lines, index):
            rows, index = table
            paragraphs += [Paragraph(row, None, emphasis=False, gap=0, is_row=True) for row in rows]
            continue
        group = [lines[index]]
        while index + len(group) < len(lines) and _continues(group, lines[index + len(group)], layout):
            group.append(lines[index + len(group)])
        paragraphs.append(_paragraph(group, layout))
        index += len(group)
    return paragraphs


def _paragraph(group: list[Line], layout: Layout) -> Paragraph:
    pieces: list[Passage] = []
    for line in group:
        if pieces and len(pieces[-1].text) < _MOST_GLUED and _SYMBOL_END.search(pieces[-1].text):
            pieces[-1] = Passage.join([pieces[-1], line.passage], "")
        else:
            pieces.append(line.passage)
    passage = Passage.join(pieces)
    row = is_row(group[0])
    marker = None if row else read_marker(passage.text)
    words = passage.part(marker.end) if marker else passage
    return Paragraph(words, marker, group[0].emphasis, layout.gap(group[0]), row)


def is_row(line: Line) -> bool:
    """A row of a table, its cells parted by bars."""
    return line.text.startswith("|") or line.text.count(CELL) >= 2


def _continues(group: list[Line], line: Line, layout: Layout) -> bool:
    last = group[-1]
    if is_row(last) or is_row(line):
        return False
    forced = layout.is_full(last, line) and not layout.gap(line) and (last.trailing or not layout.blank_goes_on)
    marker = read_marker(line.text)
    if marker is not None:
        close = layout.capital_items and not layout.gap(line) and len(last.text) >= _LONG_SHARE * layout.width > 0
        return (forced or (close and marker.is_bullet)) and _is_torn_off(last, line, marker)
    if layout.blank_goes_on and last.trailing and not layout.gap(line):
        return True
    return _continues_words(group, line, forced, forced or _is_full_first_line(group, line, layout))


def _is_full_first_line(group: list[Line], line: Line, layout: Layout) -> bool:
    """A first line that lost its indent (PDF) is full at less; a numbered heading may be as long and end there."""
    if len(group) > 1 or layout.gap(line):
        return False
    marker = read_marker(line.text) or read_marker(group[0].text)
    return (marker is None or marker.is_bullet) and layout.is_full(group[0], line, _INDENTED_SHARE)


def _is_torn_off(last: Line, line: Line, marker: Marker) -> bool:
    """A dash (or number) that a forced break carried to the start of a line, in the middle of a sentence."""
    if last.text[-1] in _TERMINAL:
        return False
    following = line.text[marker.end : marker.end + 1]
    if marker.is_bullet:
        return following.islower()
    return (bool(_OPEN_END.search(last.folded)) and marker.style != "roman") or following.islower()


_BEGINS_ANEW = re.compile(
    r"^(?:tren day|noi nhan|trong qua trinh|qua trinh|yeu cau|de nghi|can cu|kinh phi|[^:]{0,60}:)"
)


def _continues_words(group: list[Line], line: Line, forced: bool, filled: bool) -> bool:
    last = group[-1]
    ended = last.text.rstrip('”"’)')[-1:] in _TERMINAL
    if is_capitals(last.text) != is_capitals(line.text) and (is_capitals(last.text) or line.emphasis):
        return False
    if is_capitals(last.text):
        return not ended and line.gap <= 1
    if line.emphasis and not last.emphasis:
        return False
    if ended:
        return forced and (not line.text[0].isupper() or (last.text[-1] == "." and _keeps_sentences(group, line)))
    if line.text[0].islower() or filled or _OPEN_END.search(last.folded):
        return not _is_heading_alone(group)
    return False


def _keeps_sentences(group: list[Line], line: Line) -> bool:
    """The next sentence stays in the paragraph: beside an indented first line, or within a list item."""
    if group[0].indent > 0:
        return not line.indent
    marker = read_marker(group[0].text)
    return marker is not None and marker.is_bullet and not line.indent and not _BEGINS_ANEW.match(line.folded)


_SHORT_HEADING = re.compile(
    r"^(?:muc dich|yeu cau|noi dung|thoi gian|dia diem|thanh phan|doi tuong|to chuc thuc hien"
    r"|hinh thuc)(?:[\s,]+[a-z]+){0,4}$"
)


def _is_heading_alone(group: list[Line]) -> bool:
    """A numbered line of few words that names a section: prose below it begins anew."""
    text = group[0].text
    marker = read_marker(text)
    folded = group[0].folded[marker.end if marker else 0 :]
    return len(group) == 1 and bool(_SHORT_HEADING.match(folded)) and len(text) < 50
