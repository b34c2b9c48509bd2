"""Number and symbol of a document (số, ký hiệu), as State bodies and as the Party write them.

State: "05/KH-UBND", công văn "125/UBND-VP" (Nghị định 30/2020/NĐ-CP, Phụ lục I): at least two digits, a series a year.
Party: "52-KH/ĐU": no zero in front, a series per type of document and term of the committee.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Self

from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import nfc


class Style(Term):
    """Who numbers."""

    STATE = "state", _("Nhà nước"), _("Số, gạch chéo, ký hiệu: 05/KH-UBND")
    PARTY = "party", _("Đảng"), _("Số, gạch nối, ký hiệu: 52-KH/ĐU")


_SEPARATORS = {"/": Style.STATE, "-": Style.PARTY}
_SIGNS = {style: sign for sign, style in _SEPARATORS.items()}
_LEAST_DIGITS = {Style.STATE: 2, Style.PARTY: 1}

_DASHES = str.maketrans("‐‑‒–—−", "------")
_SPACES_AROUND_SIGNS = re.compile(r"\s*([/-])\s*")
_NUMBER = re.compile(
    r"(?:số\s*:?)?[\s.…_]*(?P<serial>\d*)(?P<suffix>[a-zđ]?)[\s.…_]*(?P<separator>[/-])(?P<symbol>\w[\w/.-]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A serial number, still unknown if None, and a symbol such as "KH-UBND" (State) or "KH/ĐU" (Party).

    `suffix` is the letter of a number put in between ("05a"). `digits` keeps the zeros a document was written with.
    """

    serial: int | None
    symbol: str
    style: Style = Style.STATE
    suffix: str = ""
    digits: int = field(default=0, compare=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "05/KH-UBND", "Số: 05/KH-UBND", "Số 52-KH/ĐU", or with the serial blank "/KH-UBND". Raises Invalid."""
        written = _SPACES_AROUND_SIGNS.sub(r"\1", nfc(text).translate(_DASHES).strip())
        match = _NUMBER.fullmatch(written)
        if match is None:
            raise Invalid(
                "numbering.unreadable",
                _("Không đọc được số, ký hiệu “%(text)s”. Cách ghi: 05/KH-UBND hoặc 52-KH/ĐU."),
                text=text,
            )
        serial = match["serial"]
        return cls(
            serial=int(serial) if serial else None,
            symbol=match["symbol"],
            style=_SEPARATORS[match["separator"]],
            suffix=match["suffix"].lower(),
            digits=len(serial),
        )

    def __str__(self) -> str:
        """Return the number as it is printed, without the word "Số"; an unknown serial stays blank."""
        serial = "" if self.serial is None else f"{self.serial:0{max(self.digits, _LEAST_DIGITS[self.style])}d}"
        return f"{serial}{self.suffix}{_SIGNS[self.style]}{self.symbol}"


def suggest_next(taken: Iterable[DocumentNumber], like: DocumentNumber) -> DocumentNumber:
    """Return `like` with the serial after the highest taken: a suggestion, which the clerk's own register overrules.

    `taken` are the numbers of the same series: of the year (State), of the type of document and the term (Party).
    """
    highest = max((number.serial for number in taken if number.serial is not None), default=0)
    return replace(like, serial=highest + 1, suffix="")
