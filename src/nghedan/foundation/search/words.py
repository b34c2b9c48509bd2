"""Text as the index sees it: folded words, cut the same way for both databases, and what stands for their sound."""

import re
from itertools import pairwise

from nghedan.kernel.vietnamese import fold, sound_key

LONGEST_WORD = 60
LONGEST_TEXT = 200_000
MOST_WORDS = 20_000
MOST_TERMS = 12
LONGEST_QUERY = 400
LONGEST_HEARD = 600
PLACE_SIGN = "§"
SOUND_SIGN = "≈"
"""Begin the words that stand for a locality and for sounds; no word of a text can."""

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the different words of a text, folded, in the order they come."""
    return list(dict.fromkeys(_words(text[:LONGEST_TEXT])))[:MOST_WORDS]


def sounds_of(text: str) -> list[str]:
    """Return the different sounds a text begins with, alone and with the one that follows, each under its sign.

    A pair is nearly as telling as a phrase: most Vietnamese words are two syllables, and so are names of places.
    """
    keys = [f"{SOUND_SIGN}{sound_key(word)}" for word in _words(text[:LONGEST_HEARD])]
    return list(dict.fromkeys([*keys, *(first + second for first, second in pairwise(keys))]))


def terms_of(query: str) -> list[str]:
    """Return the words somebody looks for; nothing of what is typed is ever read as syntax."""
    return words_of(query[:LONGEST_QUERY])[:MOST_TERMS]


def place_word(locality_public_id: str) -> str:
    """Return the word under which all texts of a locality are indexed."""
    return f"{PLACE_SIGN}{locality_public_id}"


def least_matches(terms: int) -> int:
    """Return how many of the terms a text must hold: both of two, two of three, three of four, four of five."""
    return (2 * terms + 2) // 3


def _words(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _WORD.findall(fold(text))]
