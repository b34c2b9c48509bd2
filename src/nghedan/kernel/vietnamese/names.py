"""The order of names in a Vietnamese list: given name, then middle names, then family name.

Letters count before tones, and tones go ngang, huyền, hỏi, ngã, sắc, nặng, as in Hoàng Phê's "Từ điển tiếng Việt"
(rules written down by Vũ Xuân Lương, Vietlex: "Quy tắc sắp xếp đơn vị từ vựng trong từ điển tiếng Việt").
"""

import unicodedata

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_LETTERS = {letter: f"{letter}0" for letter in "abcdefghijklmnopqrstuvwxyz"}
_LETTERS |= {"ă": "a1", "â": "a2", "đ": "d1", "ð": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}
_END_OF_PART = "0"


def name_key(full_name: str) -> str:
    """Return a key that sorts names as a Vietnamese list does.

    The key is lower-case ASCII letters and digits, so that a stored key sorts alike in Python and in any database.
    Where the tone mark stands (Hoà, Hòa) makes no difference.
    """
    *before, given = full_name.split() or [""]
    parts = ([given], before[1:], before[:1])
    return _END_OF_PART.join("".join(map(_syllable_key, part)) for part in parts)


def _syllable_key(syllable: str) -> str:
    """Write each letter as two signs and the tone as two digits, which sort before any further letter."""
    signs = unicodedata.normalize("NFD", syllable.lower())
    tone = next((_TONES[sign] for sign in signs if sign in _TONES), "0")
    letters = unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in _TONES))
    return f"{''.join(map(_letter_key, letters))}0{tone}"


def _letter_key(letter: str) -> str:
    """Return the place in the alphabet; letters of other languages (č, ŭ) stand at their base, other signs nowhere."""
    base = unicodedata.normalize("NFD", letter)[0]
    return _LETTERS.get(letter) or _LETTERS.get(base, "")
