"""How alike two texts are by their words and sounds: what is rare counts, what everybody writes does not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from rapidfuzz.fuzz import token_set_ratio

BY_LETTERS = 0.2
"""The part letters have in a score, for slips of the finger that change the sound; the rest is words and sounds."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text as its different words and sounds."""

    words: Sequence[str]
    sounds: Sequence[str]

    @property
    def signs(self) -> list[str]:
        """All that texts are compared by."""
        return [*self.words, *self.sounds]


def likeness(one: Told, other: Told, weight: Callable[[str], float]) -> float:
    """Return from 0 to 1 how alike two texts are."""

    def mass(signs: Iterable[str]) -> float:
        return sum(map(weight, signs))

    shared = mass(set(one.signs).intersection(other.signs)) / sqrt(mass(one.signs) * mass(other.signs) or 1)
    letters = token_set_ratio(" ".join(one.words), " ".join(other.words)) / 100
    return (1 - BY_LETTERS) * shared + BY_LETTERS * letters
