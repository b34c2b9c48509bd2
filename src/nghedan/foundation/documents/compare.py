"""Differences between our text of a paper and the signed copy, word by word.

Spelling that is not a change is levelled out first: composed letters, spaces and line ends, old and new places of
the tone mark, capitals, kinds of quotation marks and dashes.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import modern_tones

_CONTEXT = 6  # words shown on each side
_PASSAGE = 3  # words that make a passage rare enough to be a fixed point
_WORD = re.compile(r"\w+(?:[/.,:-]\w+)*|[^\w\s|]")
_LEVELLED = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’", "'"), **dict.fromkeys("‐‑‒–—−", "-")})
_BEFORE_BLANK = {"số", ":", "ngày", "tháng", "năm"}
_FIGURES = re.compile(r"\d{1,4}$")


class DifferenceKind(Term):
    """What happened to the words."""

    FILLED = "filled", _("điền số/ngày"), _("Chỗ trống để điền số, ngày đã được điền.")
    CHANGED = "changed", _("sửa")
    ADDED = "added", _("thêm")
    REMOVED = "removed", _("bỏ")
    MOVED = "moved", _("chuyển chỗ"), _("Vẫn những chữ ấy, ở chỗ khác.")


@dataclass(frozen=True)
class Difference:
    """Words of ours against words of theirs; `context` is where: words before … words after, in our text."""

    kind: DifferenceKind
    ours: str
    theirs: str
    context: str


@dataclass(frozen=True)
class _Word:
    printed: str
    level: str


def compare(document_text: str, uploaded_text: str) -> list[Difference]:
    """Return the differences in reading order; an empty list if the copy says what our text says.

    The head row of a table, which a PDF repeats on each page, is no addition.
    """
    ours, theirs = _words(document_text), _words(uploaded_text)
    found = [
        _difference(ours, theirs, start, end, their_start, their_end)
        for start, end, their_start, their_end in _spans([word.level for word in ours], [word.level for word in theirs])
    ]
    repeated = {_key(line) for line in document_text.splitlines() if line.startswith("|")}
    return [
        one for one in _mark_moved(found) if one.kind is not DifferenceKind.ADDED or _key(one.theirs) not in repeated
    ]


def _words(text: str) -> list[_Word]:
    return [
        _Word(match.group(), match.group().casefold())
        for match in _WORD.finditer(modern_tones(text).translate(_LEVELLED))
    ]


def _spans(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches that differ, word by word between passages that both texts hold exactly once.

    Without those fixed points a long table, whose rows repeat the same words, would take many seconds.
    """
    start = their_start = 0
    for end, their_end in (*_fixed_points(ours, theirs), (len(ours), len(theirs))):
        matcher = SequenceMatcher(None, ours[start:end], theirs[their_start:their_end], autojunk=False)
        for tag, i, j, k, m in matcher.get_opcodes():
            if tag != "equal":
                yield start + i, start + j, their_start + k, their_start + m
        start, their_start = end, their_end


def _fixed_points(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Return places of passages that occur once in each text, the longest chain that rises in both."""
    mine, other = _single_passages(ours), _single_passages(theirs)
    pairs = [(place, other[passage]) for passage, place in mine.items() if passage in other]
    tops: list[int] = []
    chains: list[tuple[tuple[int, int], int | None]] = []
    last: list[int] = []
    for pair in pairs:
        length = bisect_left(tops, pair[1])
        chains.append((pair, last[length - 1] if length else None))
        tops[length : length + 1] = [pair[1]]
        last[length : length + 1] = [len(chains) - 1]
    points, at = [], last[-1] if last else None
    while at is not None:
        pair, at = chains[at]
        points.append(pair)
    return points[::-1]


def _single_passages(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    passages = list(zip(*(words[shift:] for shift in range(_PASSAGE)), strict=False))
    times = Counter(passages)
    return {passage: place for place, passage in enumerate(passages) if times[passage] == 1}


def _difference(
    ours: list[_Word], theirs: list[_Word], start: int, end: int, their_start: int, their_end: int
) -> Difference:
    before = ours[max(0, start - _CONTEXT) : start]
    after = ours[end : end + _CONTEXT]
    mine, other = ours[start:end], theirs[their_start:their_end]
    return Difference(
        kind=_kind(mine, other, before[-1].level if before else ""),
        ours=_printed(mine),
        theirs=_printed(other),
        context=f"{_printed(before)} … {_printed(after)}".strip(),
    )


def _kind(ours: list[_Word], theirs: list[_Word], before: str) -> DifferenceKind:
    if before in _BEFORE_BLANK and _is_filled("".join(w.level for w in ours), "".join(w.level for w in theirs)):
        return DifferenceKind.FILLED
    if ours and theirs:
        return DifferenceKind.CHANGED
    return DifferenceKind.REMOVED if ours else DifferenceKind.ADDED


def _is_filled(ours: str, theirs: str) -> bool:
    """Say whether figures were put before our words (`/kh-ubnd` became `05/kh-ubnd`) and nothing else changed."""
    return theirs.endswith(ours) and _FIGURES.match(theirs.removesuffix(ours)) is not None


def _key(text: str) -> tuple[str, ...]:
    return tuple(word.level for word in _words(text))


def _printed(words: Sequence[_Word]) -> str:
    return re.sub(r" ([.,;:?!)])", r"\1", " ".join(word.printed for word in words))


def _mark_moved(found: list[Difference]) -> list[Difference]:
    """Join words removed here and added there into one difference that says so."""
    added = {one.theirs.casefold(): place for place, one in enumerate(found) if one.kind is DifferenceKind.ADDED}
    gone: set[int] = set()
    joined = []
    for one in found:
        place = added.pop(one.ours.casefold(), None) if one.kind is DifferenceKind.REMOVED else None
        if place is not None:
            gone.add(place)
            one = replace(one, kind=DifferenceKind.MOVED, theirs=found[place].theirs)
        joined.append(one)
    return [one for place, one in enumerate(joined) if place not in gone]
