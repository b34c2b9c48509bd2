"""The small print of wording: numerals, blanks, closing signs, and text made safe for any output."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from nghedan.foundation.documents.formats.rules import Numeral
from nghedan.foundation.documents.model import Header, Inline, Run
from nghedan.kernel.vietnamese import document_date, roman

NBSP = "\N{NO-BREAK SPACE}"
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese order used for points: d is followed by đ, no f, j, w, z
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_CLOSING = re.compile(r"[;,.:?!…”]\s*$")


def clean(text: str) -> str:
    """Return text in NFC, on one line, without control signs: no NUL, no sign that turns the direction of writing."""
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():  # most text is: nothing hidden in it, and no blank but the space
        text = "".join(
            " " if character.isspace() and character != NBSP else character
            for character in text
            if character.isspace() or unicodedata.category(character) not in _HIDDEN
        )
    return re.sub(r" +", " ", text)


def runs_of(text: Inline, *, caps: bool = False) -> tuple[Run, ...]:
    """Return text as clean runs, in capitals if the element is set so; blanks at the ends are dropped."""
    runs = (Run(text),) if isinstance(text, str) else text
    cleaned = [Run(clean(run.text.upper() if caps else run.text), run.bold, run.italic) for run in runs]
    if cleaned:
        cleaned[0] = Run(cleaned[0].text.lstrip(" "), cleaned[0].bold, cleaned[0].italic)
        cleaned[-1] = Run(cleaned[-1].text.rstrip(" "), cleaned[-1].bold, cleaned[-1].italic)
    return tuple(run for run in cleaned if run.text)


def plain(text: Inline) -> str:
    """Return the words without emphasis."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def marked(marker: str, text: Inline) -> Inline:
    """Put a bullet or number before a text."""
    return marker + text if isinstance(text, str) else (Run(marker), *text)


def ended(texts: Iterable[Inline], sign: str) -> list[Inline]:
    """Close each text that has no closing sign of its own: with `sign`, the last with a full stop."""
    listed = list(texts)
    return [
        text if _CLOSING.search(plain(text)) else _append(text, "." if place == len(listed) else sign)
        for place, text in enumerate(listed, start=1)
    ]


def _append(text: Inline, sign: str) -> Inline:
    return text.rstrip() + sign if isinstance(text, str) else (*text, Run(sign))


def closed(runs: tuple[Run, ...], mark: str) -> tuple[Run, ...]:
    """Put the closing mark of the whole text in place of the last full stop, semicolon or comma."""
    if not runs:
        return runs
    last = runs[-1]
    text = re.sub(r"[\s.;,/]+$", "", last.text)
    return (*runs[:-1], Run(text + mark, last.bold, last.italic))


def first_letter(text: str, *, capital: bool) -> str:
    """Write the first letter of a subject large or small; a first word in capitals (UBND, HĐND) stays."""
    text = clean(text).strip()
    if capital:
        return text[:1].upper() + text[1:]
    first_word = text.split(" ", 1)[0]
    return text if len(first_word) > 1 and first_word.isupper() else text[:1].lower() + text[1:]


def number(text: str) -> str:
    """Leave room for the serial when only the symbol is known: `      /KH-UBND`."""
    text = clean(text).strip()
    return NBSP * 6 + text if text[:1] in {"/", "-"} else text


def place_and_date(header: Header) -> str:
    """Return "Thiện Tân, ngày 05 tháng 02 năm 2026" with blanks for what is missing; empty without place and date.

    Days under 10 and the months 1 and 2 carry a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    """
    parts = (header.day, header.month, header.year)
    if not header.place and not any(parts):
        return ""
    day = date(header.year, header.month, header.day) if header.year and header.month and header.day else None
    return document_date(header.place, day, month=header.month, year=header.year)


def numeral(kind: Numeral, value: int) -> str:
    """Count in Roman figures, Arabic figures or Vietnamese letters (after y comes aa, ab …)."""
    match kind:
        case Numeral.ROMAN:
            return roman(value)
        case Numeral.LETTER:
            turns, place = divmod(value - 1, len(_LETTERS))
            return (_LETTERS[turns - 1] if turns else "") + _LETTERS[place]
        case _:
            return str(value)


def appendix_numbers(count: int) -> Sequence[str]:
    """Return the numbers of appendices: none for a single one, I, II, III for several."""
    return [""] if count == 1 else [roman(place) for place in range(1, count + 1)]
