"""The programmes a conference begins with, as shipped (``starting_agenda.toml``)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nghedan.domain.hall.terms import AgendaPart

SHIPPED = Path(__file__).with_name("starting_agenda.toml")


@dataclass(frozen=True, slots=True)
class StartingItem:
    """An item as shipped; ``responsible`` may name ``{body}``, ``{office}`` or ``{chair}``."""

    part: AgendaPart
    title: str
    responsible: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StartingProgramme:
    """A programme, and for which conferences; None means either."""

    code: str
    items: tuple[StartingItem, ...]
    is_party: bool | None = None
    is_internal: bool | None = None

    def fits(self, *, is_party: bool, is_internal: bool) -> bool:
        return self.is_party in (None, is_party) and self.is_internal in (None, is_internal)


@cache
def starting_programmes() -> tuple[StartingProgramme, ...]:
    """Return the shipped programmes in their order. Raises KeyError or ValueError when the file is at fault."""
    with SHIPPED.open("rb") as shipped:
        rows = tomllib.load(shipped)["programme"]
    return tuple(
        StartingProgramme(
            code=row["code"],
            items=tuple(
                StartingItem(AgendaPart(item["part"]), item["title"], item["responsible"], item["minutes"])
                for item in row["item"]
            ),
            is_party=row.get("is_party"),
            is_internal=row.get("is_internal"),
        )
        for row in rows
    )


def programme_for(*, is_party: bool, is_internal: bool) -> StartingProgramme:
    """Return the first programme that fits a conference; the last one fits all."""
    return next(
        programme for programme in starting_programmes() if programme.fits(is_party=is_party, is_internal=is_internal)
    )
