"""What tells two texts apart that otherwise say the same: numbers and the names of places and people."""

import re
from dataclasses import dataclass

from nghedan.domain.matters.rules.suggesting import Span
from nghedan.kernel.vietnamese import fold, nfc

_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[ -][^\W\d_]+)*")
_SENTENCE_ENDS = ".!?\n"


@dataclass(frozen=True, slots=True)
class Differing:
    """The numbers and names of either text that the other does not have."""

    first: tuple[Span, ...]
    second: tuple[Span, ...]


def differing_marks(first: str, second: str) -> Differing:
    """Return where two texts name different numbers or places: "km 12" and "km 15", "Nà Lốc" and "Nà Sla"."""
    marks, others = _marks(nfc(first)), _marks(nfc(second))
    here, there = {mark for mark, _ in marks}, {mark for mark, _ in others}
    return Differing(
        tuple(span for mark, span in marks if mark not in there),
        tuple(span for mark, span in others if mark not in here),
    )


def _marks(text: str) -> list[tuple[str, Span]]:
    """Return numbers and capitalised words, folded, with their places; the first word of a sentence is no name."""
    numbers = [(match[0], Span(*match.span())) for match in _NUMBER.finditer(text)]
    names = []
    for run in _NAME.finditer(text):
        for word in re.finditer(r"[^\W\d_]+", run[0]):
            start = run.start() + word.start()
            if word[0][0].isupper() and not _begins_sentence(text, start):
                names.append((fold(word[0]), Span(start, start + len(word[0]))))
    return sorted(numbers + names, key=lambda mark: mark[1].start)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"“(-–")
    return not before or before[-1] in _SENTENCE_ENDS
