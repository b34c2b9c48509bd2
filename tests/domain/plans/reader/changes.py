"""Ways in which the same plan may be printed differently without meaning anything else."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

_NUMBERED = re.compile(r"^(\s*(?:#+\s*)?\**)(?:([IVX]+)([.\-/]\s)|(\d{1,2})([.\-/]\s))")
_SLIPS = {
    "đối thoại": "đổi thoại",
    "Đối thoại": "Đổi thoại",
    "KẾ HOẠCH": "KỂ HOẠCH",
    "Quý ": "Quỹ ",
    "yêu cầu": "yêu cẩu",
    "Thời gian": "Thời gían",
    "TỔ CHỨC THỰC HIỆN": "TỐ CHỨC THỰC HIỆN",
    "chuẩn bị": "chuần bị",
}


def decomposed(text: str) -> str:
    """NFD, as some Macs and PDF tools write."""
    return unicodedata.normalize("NFD", text)


def spaced(text: str) -> str:
    """A blank line after each line."""
    return "\n\n".join(text.split("\n"))


def slipped(text: str) -> str:
    """Wrong tone marks, as OCR leaves them."""
    for right, wrong in _SLIPS.items():
        text = text.replace(right, wrong)
    return text


def broken(text: str) -> str:
    """Paragraphs broken at 60 characters; tables keep their lines, as do the head and a text already broken."""
    if max(len(line) for line in text.split("\n")) < 100:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        keep = "|" in line or len(line.strip()) <= 60 or re.search(r"\S\s{4,}\S", line)
        lines += [line] if keep else textwrap.wrap(line, 60, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def misnumbered(text: str) -> str:
    """Every numbered heading carries the number two further on."""
    return "\n".join(_NUMBERED.sub(_two_further, line) for line in text.split("\n"))


def _two_further(match: re.Match[str]) -> str:
    romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    if match[2]:
        return f"{match[1]}{romans[(romans.index(match[2]) + 2) % 6]}{match[3]}"
    return f"{match[1]}{int(match[4]) + 2}{match[5]}"


def carriage_returned(text: str) -> str:
    """Lines end as on Windows."""
    return text.replace("\n", "\r\n")


def trailing(text: str) -> str:
    """Blanks at the end of each line."""
    return "\n".join(line + "   " for line in text.split("\n"))


CHANGES: dict[str, Callable[[str], str]] = {
    change.__name__: change
    for change in (decomposed, spaced, slipped, broken, misnumbered, carriage_returned, trailing)
}
