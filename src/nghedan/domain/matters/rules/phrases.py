"""Finding known phrases in what people write: with or without marks, misspelled by ear or by a slip of the finger."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nghedan.kernel.vietnamese import fold, modern_tones, sound_key

EXACT, NO_MARKS, FORGOT_MARKS, OTHER_MARKS, BY_EAR, SLIP = 1.0, 0.9, 0.7, 0.5, 0.5, 0.6
"""How well a word stands for another: the same; without marks in a text that has none; alone without marks; with
other marks; of the same sound; one letter off."""

APART = 0.5
"""What a phrase counts whose words stand apart: "nước máy chảy đục" for "nước đục"."""

MOST_BETWEEN = 2
"""Words that may stand within a phrase without being part of it."""

SHORTEST_SLIP = 5
"""Letters from which on one wrong letter leaves a word recognisable."""

MARKED_SHARE = 0.25
"""Share of words with marks from which on a text is taken to be written with marks."""

MOST_WORDS = 2_000

_WORD = re.compile(r"[^\W_]+")
_CLAUSE_ENDS = re.compile(r"[.,;:!?()\[\]\"“”…\n]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, where it stands, and in which clause."""

    marked: str
    plain: str
    start: int
    end: int
    clause: int


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found in a text: which words of the text it covers, and how well they fit, up to 1."""

    phrase: str
    places: tuple[int, ...]
    quality: float


def words_of(text: str) -> list[Word]:
    """Return the words of a text in NFC; places count its signs, which respelling the tones does not move."""
    spelled = modern_tones(text).lower()
    words, clause, before = [], 0, 0
    for match in _WORD.finditer(spelled):
        clause += bool(_CLAUSE_ENDS.search(spelled, before, match.start()))
        before = match.end()
        words.append(Word(match[0], fold(match[0]), match.start(), match.end(), clause))
        if len(words) == MOST_WORDS:
            break
    return words


def has_marks(words: Sequence[Word]) -> bool:
    """Say whether a text is written with marks."""
    marked = sum(word.marked != word.plain for word in words)
    return marked > len(words) * MARKED_SHARE


class PhraseBook:
    """Phrases, ready to be found. Build it once: finding is then quick, building is not."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[Word, ...]]]] = defaultdict(list)
        self._sounds: dict[str, set[str]] = defaultdict(set)
        self._slips: dict[str, set[str]] = defaultdict(set)
        for phrase in dict.fromkeys(phrases):
            if words := tuple(words_of(phrase)):
                self._by_first[words[0].plain].append((phrase, words))
                for word in words:
                    self._know(word.plain)

    def find(self, words: Sequence[Word]) -> list[Found]:
        """Return every place where a phrase stands, the overlapping ones too."""
        marked = has_marks(words)
        near = [self._near(word.plain) for word in words]
        found = []
        for first, likely in enumerate(near):
            for phrase, wanted in self._beginning_with(likely):
                places = tuple(range(first, first + len(wanted)))
                if quality := _quality(wanted, words, near, places, marked=marked):
                    found.append(Found(phrase, places, quality))
                elif marked and (apart := _apart(wanted, words, first)):
                    found.append(Found(phrase, apart, APART))
        return found

    def _beginning_with(self, likely: Iterable[str]) -> Iterator[tuple[str, tuple[Word, ...]]]:
        for plain in sorted(likely):
            yield from self._by_first.get(plain, ())

    def _know(self, plain: str) -> None:
        self._sounds[sound_key(plain)].add(plain)
        for shape in _shapes(plain):
            self._slips[shape].add(plain)

    @lru_cache(maxsize=4096)  # noqa: B019  (a book lives as long as the process)
    def _near(self, plain: str) -> frozenset[str]:
        """Return the known words a word may stand for."""
        slips = (self._slips.get(shape, set()) for shape in _shapes(plain))
        return frozenset({plain}.union(self._sounds.get(sound_key(plain), set()), *slips))


def _shapes(plain: str) -> set[str]:
    """Return a word's shapes with one letter left out: words one letter off, or with two exchanged, share one."""
    if len(plain) < SHORTEST_SLIP or not plain.isalpha():
        return set()
    return {plain} | {plain[:place] + plain[place + 1 :] for place in range(len(plain))}


def _quality(
    wanted: Sequence[Word],
    words: Sequence[Word],
    near: Sequence[frozenset[str]],
    places: Sequence[int],
    *,
    marked: bool,
) -> float:
    """Return how well the words fit the phrase, 0 when they do not: one at least must be right."""
    if places[-1] >= len(words) or words[places[0]].clause != words[places[-1]].clause:
        return 0.0
    if any(want.plain not in near[place] for want, place in zip(wanted, places, strict=True)):
        return 0.0
    each = [_fit(want, words[place], marked=marked) for want, place in zip(wanted, places, strict=True)]
    return sum(each) / len(each) if max(each) >= (EXACT if marked else NO_MARKS) else 0.0


def _fit(want: Word, word: Word, *, marked: bool) -> float:
    if want.marked == word.marked:
        return EXACT
    if want.plain == word.plain:
        if word.marked != word.plain:
            return OTHER_MARKS
        return FORGOT_MARKS if marked else NO_MARKS
    return BY_EAR if sound_key(want.plain) == sound_key(word.plain) else SLIP


def _apart(wanted: Sequence[Word], words: Sequence[Word], first: int) -> tuple[int, ...]:
    """Return the places of a phrase's words, rightly written, with a few others between; empty when not there."""
    if len(wanted) == 1 or wanted[0].marked != words[first].marked:
        return ()
    places = [first]
    end = min(first + len(wanted) + MOST_BETWEEN, len(words))
    for want in wanted[1:]:
        rest = range(places[-1] + 1, end)
        there = (at for at in rest if words[at].marked == want.marked and words[at].clause == words[first].clause)
        if (place := next(there, None)) is None:
            return ()
        places.append(place)
    return tuple(places)
