"""Text that remembers the lines it came from.

Every value the reader finds is cut out of a `Passage`, so the way back from a value to its printed lines is kept by
construction and never searched for afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from nghedan.domain.plans.reader.letters import CAPITAL
from nghedan.kernel.vietnamese import fold


class _FoldTable(dict[int, str]):
    """Code point to its folded character, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold(character)
        self[code] = folded if len(folded) == 1 else character.lower()[:1]
        return self[code]


_FOLDED = _FoldTable()


def fold_aligned(text: str) -> str:
    """Fold for comparison, one character for one, so that offsets stay valid in the original."""
    return text.translate(_FOLDED)


_OFFSET = itemgetter(0)
_SENTENCE_END = re.compile(rf"(?<=[.…])\s+(?=[{CAPITAL}])")


@dataclass(frozen=True)
class Passage:
    """A piece of text with the lines it stands on: `runs` are pairs (offset, line number), the first at offset 0."""

    text: str
    runs: tuple[tuple[int, int], ...]

    @cached_property
    def folded(self) -> str:
        """The text without marks and in lower case; offsets agree with `text`."""
        return fold_aligned(self.text)

    @property
    def lines(self) -> tuple[int, ...]:
        """Numbers of the lines this passage stands on, in order."""
        return tuple(dict.fromkeys(number for _, number in self.runs))

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def part(self, start: int, end: int | None = None) -> Passage:
        """The piece between two offsets, with outer blanks dropped."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == 0 and end == len(self.text):
            return self
        piece = Passage(self.text[start:end], self._runs_between(start, end))
        if "folded" in self.__dict__:  # one character for one: folding the piece again would give the same
            piece.__dict__["folded"] = self.folded[start:end]
        return piece

    def _runs_between(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The runs a piece stands on, counted from its start; an empty piece stands on the line it was cut from."""
        if len(self.runs) == 1:
            return self.runs
        first = max(bisect_right(self.runs, start, key=_OFFSET) - 1, 0)
        behind = bisect_left(self.runs, max(end, start + 1), key=_OFFSET)
        return tuple((max(offset - start, 0), number) for offset, number in self.runs[first:behind])

    def strip(self, characters: str) -> Passage:
        """Without these characters (and blanks) at both ends."""
        characters += " "
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.part(start, max(start, len(self.text.rstrip(characters))))

    def rstrip(self, characters: str) -> Passage:
        """Without these characters (and blanks) at the end."""
        return self.part(0, len(self.text.rstrip(characters + " ")))

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Search the folded text; offsets of the match hold in `text` too."""
        return pattern.search(self.folded)

    def group(self, match: re.Match[str], group: int | str = 0) -> Passage:
        """The passage a match on the folded text stands for."""
        return self.part(*match.span(group))

    def split(self, pattern: re.Pattern[str]) -> list[Passage]:
        """Split where the folded text matches; empty pieces dropped."""
        return list(self._pieces(pattern.finditer(self.folded)))

    def sentences(self) -> list[Passage]:
        """Its sentences; a full stop ends one only before a capital."""
        return list(self._pieces(_SENTENCE_END.finditer(self.text)))

    def _pieces(self, matches: Iterable[re.Match[str]]) -> Iterator[Passage]:
        start = 0
        for match in matches:
            if piece := self.part(start, match.start()):
                yield piece
            start = match.end()
        if piece := self.part(start):
            yield piece

    @staticmethod
    def join(passages: Iterable[Passage], separator: str = " ") -> Passage:
        """Several passages one after the other."""
        pieces: list[str] = []
        runs: list[tuple[int, int]] = []
        length = 0
        for passage in passages:
            if length:
                pieces.append(separator)
                length += len(separator)
            runs += [(offset + length, number) for offset, number in passage.runs]
            pieces.append(passage.text)
            length += len(passage.text)
        return Passage("".join(pieces), tuple(runs))


@dataclass(frozen=True)
class Fact:
    """A value that is not a span of the text (a number, a code, an ISO date) with the lines that say so."""

    value: int | float | str | bool
    lines: tuple[int, ...]
