"""Suggesting the field of what somebody says, from the words each field is known by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from nghedan.domain.matters.rules.phrases import Found, PhraseBook, Word, has_marks, words_of

BY_LENGTH = (0.0, 1.0, 1.8, 2.5, 3.0)
"""What a phrase of so many words weighs: longer ones are seldom there by chance."""

PER_OTHER_FIELD = 0.35
"""How much less telling a phrase is for each further field that knows it, alone or within another phrase."""

AGAIN = 0.25
"""What each repetition counts of the first time."""

EARLY = 0.5
"""By how much what is said first outweighs what is said last: people name the thing before they explain it."""

HINT = 0.25
"""What the log-odds of a single word or pair of words count: people put known words together anew."""

UNSEEN, VOCABULARY = 0.1, 2000
"""Smoothing of those odds: how often an unknown word is taken to occur, and how many words there are."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field by its code, and the phrases it is known by."""

    code: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A field that is likely, and the words of the text that make it so."""

    code: str
    score: float
    words: tuple[str, ...]
    spans: tuple[Span, ...]


def suggest_fields(text: str, fields: Sequence[FieldWords]) -> list[Suggestion]:
    """Return the fields a text speaks of, the likeliest first; none when no word of it is known."""
    known = _known(tuple(fields))
    words = words_of(text)
    found = _longest(known.book.find(words))
    scores: dict[str, float] = defaultdict(float)
    places: dict[str, set[int]] = defaultdict(set)
    met: set[str] = set()
    for one in found:
        weight = known.weights[one.phrase] * one.quality * (1 + EARLY * (0.5 - one.places[0] / len(words)))
        for code in known.fields[one.phrase]:
            scores[code] += weight * (AGAIN if one.phrase in met else 1)
            places[code].update(one.places)
        met.add(one.phrase)
    for gram in _grams(words, marked=has_marks(words)):
        for code, odds in known.odds.get(gram, {}).items():
            scores[code] += HINT * odds
    likely = [code for code in scores if scores[code] > 0]
    order = sorted(likely, key=lambda code: (-scores[code], known.order[code]))
    return [_suggestion(code, scores[code], places[code], words, text) for code in order]


def _grams(words: Sequence[Word], *, marked: bool) -> list[str]:
    """Return the words and the pairs of neighbouring words."""
    said = [word.marked if marked else word.plain for word in words]
    return said + [f"{first} {second}" for first, second in pairwise(said)]


@dataclass(frozen=True, slots=True)
class _Known:
    """The phrases of all fields: where they are known, and what they weigh."""

    book: PhraseBook
    fields: dict[str, tuple[str, ...]]
    weights: dict[str, float]
    odds: Mapping[str, Mapping[str, float]]
    order: dict[str, int]


@lru_cache(maxsize=16)
def _known(fields: tuple[FieldWords, ...]) -> _Known:
    by_phrase: dict[str, list[str]] = defaultdict(list)
    inside: dict[str, set[str]] = defaultdict(set)
    for field in fields:
        for phrase in dict.fromkeys(field.keywords):
            by_phrase[phrase].append(field.code)
            for part in _parts(phrase):
                inside[part].add(field.code)
    weights = {phrase: _weight(phrase, len(inside[_spelled(phrase)])) for phrase in by_phrase}
    codes = {phrase: tuple(known) for phrase, known in by_phrase.items()}
    order = {field.code: at for at, field in enumerate(fields)}
    odds = {**_odds(fields, marked=False), **_odds(fields, marked=True)}
    return _Known(PhraseBook(by_phrase), codes, weights, odds, order)


def _odds(fields: Sequence[FieldWords], *, marked: bool) -> dict[str, dict[str, float]]:
    """Return for each word and pair of words how much likelier it is in each field than in the fields on average."""
    worded = [field for field in fields if field.keywords]
    counts: dict[str, Counter[str]] = {field.code: Counter() for field in worded}
    for field in worded:
        for phrase in field.keywords:
            counts[field.code].update(_grams(words_of(phrase), marked=marked))
    floors = {code: log(count.total() + UNSEEN * VOCABULARY) for code, count in counts.items()}
    odds = {}
    for gram in set().union(*counts.values()):
        each = {code: log(count[gram] + UNSEEN) - floors[code] for code, count in counts.items()}
        usual = sum(each.values()) / len(each)
        odds[gram] = {code: value - usual for code, value in each.items()}
    return odds


def _weight(phrase: str, fields: int) -> float:
    length = min(len(words_of(phrase)), len(BY_LENGTH) - 1)
    return BY_LENGTH[length] / (1 + PER_OTHER_FIELD * max(fields - 1, 0))


def _spelled(phrase: str) -> str:
    return " ".join(word.marked for word in words_of(phrase))


def _parts(phrase: str) -> Iterable[str]:
    """Return every run of words within a phrase, itself included."""
    words = [word.marked for word in words_of(phrase)]
    ends = range(1, len(words) + 1)
    return {" ".join(words[first:last]) for last in ends for first in range(last)}


def _longest(found: Sequence[Found]) -> list[Found]:
    """Leave out what stands within something longer: "nước" within "nước thải" is no tap water."""
    kept: list[Found] = []
    taken: dict[int, Found] = {}
    for one in sorted(found, key=lambda each: (-len(each.places) * each.quality, each.places, each.phrase)):
        holders = [taken.get(place) for place in one.places]
        if all(holder is not None and not _same_place(holder, one) for holder in holders):
            continue
        kept.append(one)
        for place in one.places:
            taken.setdefault(place, one)
    return sorted(kept, key=lambda each: (each.places, each.phrase))


def _same_place(holder: Found, one: Found) -> bool:
    """Say whether two readings of the same words are equally good."""
    return (holder.places, holder.quality) == (one.places, one.quality)


def _suggestion(code: str, score: float, places: set[int], words: Sequence[Word], text: str) -> Suggestion:
    spans = _spans(places, words)
    said = tuple(dict.fromkeys(text[span.start : span.end] for span in spans))
    return Suggestion(code, round(score, 3), said, spans)


def _spans(places: set[int], words: Sequence[Word]) -> tuple[Span, ...]:
    """Return the stretches of neighbouring words, so that they can be marked in their text."""
    spans: list[Span] = []
    for place in sorted(places):
        start = spans.pop().start if place - 1 in places else words[place].start
        spans.append(Span(start, words[place].end))
    return tuple(spans)
