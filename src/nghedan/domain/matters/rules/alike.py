"""Which of many short texts say the same, as far as their words tell."""

from collections.abc import Mapping
from itertools import combinations

from nghedan.domain.matters.rules.phrases import words_of
from nghedan.kernel.vietnamese import sound_key

LEAST_SHARED = 0.5
"""Share of their words two texts must have in common."""

FEWEST_WORDS = 3


def groups_of(texts: Mapping[str, str]) -> dict[str, int]:
    """Return key -> number of its group, for the texts that at least one other is like."""
    sounds = {key: {sound_key(word.plain) for word in words_of(text)} for key, text in texts.items()}
    leader = {key: key for key in texts}
    for one, other in combinations(texts, 2):
        if _are_alike(sounds[one], sounds[other]):
            _join(leader, one, other)
    roots = [_root(leader, key) for key in texts]
    numbers = {root: place for place, root in enumerate(dict.fromkeys(r for r in roots if roots.count(r) > 1))}
    return {key: numbers[root] for key, root in zip(texts, roots, strict=True) if root in numbers}


def _are_alike(one: set[str], other: set[str]) -> bool:
    return min(len(one), len(other)) >= FEWEST_WORDS and len(one & other) >= LEAST_SHARED * len(one | other)


def _join(leader: dict[str, str], one: str, other: str) -> None:
    leader[_root(leader, other)] = _root(leader, one)


def _root(leader: dict[str, str], key: str) -> str:
    while leader[key] != key:
        key = leader[key]
    return key
