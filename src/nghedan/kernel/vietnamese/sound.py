"""The sound of a syllable as far as the whole country hears it: what is misspelled by ear keeps its key."""

import re
from functools import lru_cache

from nghedan.kernel.vietnamese.text import fold

_RESPELLINGS = (
    ("y", "i"),  # lý and lí, quý and quí
    ("^gi(?![aou])", "di"),  # gì; giếng is d-iếng
    ("^(gi|r)", "d"),  # gia, da, ra
    ("^ngh", "ng"),
    ("^gh", "g"),
    ("^(c(?!h)|q)", "k"),
    ("^ph", "f"),
    ("^tr", "ch"),
    ("^s", "x"),
    ("^n(?![gh])", "l"),
    ("(?<=[aeiou])(nh|ng)$", "n"),
    ("(?<=[aeiou])(ch|c|k)$", "t"),
)
"""Spellings of one sound, and the pairs that whole regions say alike, in the order they are applied."""

_RULES = tuple((re.compile(spelling), sound) for spelling, sound in _RESPELLINGS)


@lru_cache(maxsize=10_000)  # all syllables anybody writes
def sound_key(word: str) -> str:
    """Return a key that words misspelled by ear share: "xửa" and "sữa", "lước" and "nước".

    Marks go, and the difference of hỏi and ngã with them; đ is d. What holds a digit is only folded. Words that differ
    can share a key too (rác, đất): it finds what may be alike, the spelling ranks it.
    """
    key = fold(word)
    if not key.isalpha():
        return key
    for spelling, sound in _RULES:
        key = spelling.sub(sound, key)
    return key
