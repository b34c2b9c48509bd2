"""The bodies and units a locality usually has, shipped as data: before and after 1 July 2025, State and Party side.

Each file names its legal basis; ``is_checked`` is false until somebody has compared it with the official text. A
locality takes a set over and goes on from there; nothing in the program depends on these names.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from nghedan.domain.organisations.terms import BodyKind, UnitKind
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

FROM = _("%(body)s, từ ngày %(day)s")
UNTIL = _("%(body)s, đến hết ngày %(day)s")


@dataclass(frozen=True, slots=True)
class StartingUnit:
    """A unit of a set. ``is_own``: it belongs to the set's body; ``replaces``: names of what stood there before."""

    kind: UnitKind
    name: str
    short_name: str
    is_own: bool
    levels: frozenset[LocalityLevel]
    replaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartingSet:
    """A body with its units, for localities of some levels, in force from or until a day."""

    code: str
    body_kind: BodyKind
    levels: frozenset[LocalityLevel]
    valid_from: date | None
    valid_to: date | None
    basis: str
    is_checked: bool
    body: Mapping[str, str]
    units: tuple[StartingUnit, ...]

    @property
    def label(self) -> str:
        """Return how the set is offered, translated: "Ủy ban nhân dân, từ ngày 01/7/2025"."""
        text, day = (FROM, self.valid_from) if self.valid_from else (UNTIL, self.valid_to)
        return gettext(text) % {"body": gettext(self.body_kind.label), "day": format_date(day) if day else ""}

    def units_at(self, level: LocalityLevel) -> tuple[StartingUnit, ...]:
        """Return the units a locality of this level has, in their order."""
        return tuple(unit for unit in self.units if level in unit.levels)


@cache
def starting_sets() -> dict[str, StartingSet]:
    """Return every shipped set by its code."""
    files = sorted(Path(__file__).parent.glob("*.toml"))
    loaded = (_read(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files)
    return {starting_set.code: starting_set for starting_set in loaded}


def starting_sets_for(level: LocalityLevel) -> list[StartingSet]:
    """Return the sets a locality of this level may take over, those in force first."""
    fitting = (starting_set for starting_set in starting_sets().values() if level in starting_set.levels)
    return sorted(fitting, key=lambda found: (found.valid_to is not None, found.body_kind != BodyKind.PEOPLE_COMMITTEE))


def _read(data: Mapping[str, Any]) -> StartingSet:
    levels = frozenset(map(LocalityLevel, data["levels"]))
    return StartingSet(
        code=data["code"],
        body_kind=BodyKind(data["body_kind"]),
        levels=levels,
        valid_from=data.get("valid_from"),
        valid_to=data.get("valid_to"),
        basis=data["basis"],
        is_checked=data["is_checked"],
        body=data["body"],
        units=tuple(_read_unit(unit, levels) for unit in data["units"]),
    )


def _read_unit(data: Mapping[str, Any], levels: frozenset[LocalityLevel]) -> StartingUnit:
    return StartingUnit(
        kind=UnitKind(data["kind"]),
        name=data["name"],
        short_name=data.get("short_name", ""),
        is_own=data.get("is_own", True),
        levels=frozenset(map(LocalityLevel, data["levels"])) if "levels" in data else levels,
        replaces=tuple(data.get("replaces", ())),
    )
