"""One form of Unicode, folding for search, and the two ways of placing tone marks."""

import re
import unicodedata

# U+00D0/U+00F0 (eth) and U+0189/U+0256 (African D) look like Đ/đ and come out of old fonts and scans
_BARRED_D = str.maketrans("đĐðÐɖƉ", "dDdDdD")

_OPEN_PAIRS = (("o", "òóỏõọ", "a", "àáảãạ"), ("o", "òóỏõọ", "e", "èéẻẽẹ"), ("u", "ùúủũụ", "y", "ỳýỷỹỵ"))


def nfc(text: str) -> str:
    """Return the text in NFC, the form everything is stored in."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the text for search and comparison: lower case, no marks, đ as d."""
    decomposed = unicodedata.normalize("NFD", text.translate(_BARRED_D))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def _classic_to_modern() -> dict[str, str]:
    """Pair every classic spelling with its modern one: oà and òa, OÀ and ÒA, Uỷ and Ủy."""
    pairs = {}
    for first, marked_first, second, marked_second in _OPEN_PAIRS:
        for early, late in zip(marked_first, marked_second, strict=True):
            pairs[first + late] = early + second
            pairs[first.upper() + late] = early.upper() + second
            pairs[(first + late).upper()] = (early + second).upper()
    return pairs


_MODERN = _classic_to_modern()
_CLASSIC = {modern: classic for classic, modern in _MODERN.items()}


def _open_syllable(spellings: dict[str, str]) -> re.Pattern[str]:
    """Match the spellings at the end of a syllable only (hoàn), and not after q, whose u is no vowel (quý)."""
    return re.compile(rf"(?<![qQ])(?:{'|'.join(spellings)})(?![^\W\d_])")


_CLASSIC_SPELLING = _open_syllable(_MODERN)
_MODERN_SPELLING = _open_syllable(_CLASSIC)


def modern_tones(text: str) -> str:
    """Return the text in NFC with òa, òe, ủy for oà, oè, uỷ."""
    return _CLASSIC_SPELLING.sub(lambda match: _MODERN[match[0]], nfc(text))


def classic_tones(text: str) -> str:
    """Return the text in NFC with oà, oè, uỷ for òa, òe, ủy, as many Party papers still write."""
    return _MODERN_SPELLING.sub(lambda match: _CLASSIC[match[0]], nfc(text))
