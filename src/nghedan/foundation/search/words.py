"""Text as the index sees it: folded words, cut the same way for both databases."""

import re

from nghedan.kernel.vietnamese import fold

LONGEST_WORD = 60
LONGEST_TEXT = 200_000
MOST_WORDS = 20_000
MOST_TERMS = 12
LONGEST_QUERY = 400
PLACE_SIGN = "§"
"""Begins the word that stands for a locality; no word of a text can."""

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the different words of a text, folded, in the order they come."""
    found = (word[:LONGEST_WORD] for word in _WORD.findall(fold(text[:LONGEST_TEXT])))
    return list(dict.fromkeys(found))[:MOST_WORDS]


def terms_of(query: str) -> list[str]:
    """Return the words somebody looks for; nothing of what is typed is ever read as syntax."""
    return words_of(query[:LONGEST_QUERY])[:MOST_TERMS]


def place_word(locality_public_id: str) -> str:
    """Return the word under which all texts of a locality are indexed."""
    return f"{PLACE_SIGN}{locality_public_id}"


def least_matches(terms: int) -> int:
    """Return how many of the terms a text must hold: both of two, two of three, three of four, four of five."""
    return (2 * terms + 2) // 3
