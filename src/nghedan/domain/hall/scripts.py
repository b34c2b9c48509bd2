"""What is said at a conference, as shipped (``scripts.toml``)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nghedan.domain.hall.terms import AgendaPart

SHIPPED = Path(__file__).with_name("scripts.toml")


@dataclass(frozen=True, slots=True)
class Passage:
    """What the chair says at one time; "…" is left to say."""

    title: str
    sentences: tuple[str, ...]


@cache
def introducer_says() -> dict[AgendaPart, tuple[str, ...]]:
    """Return what the introducer says, by what an item of the programme is for."""
    return {part: tuple(_shipped()["introducer"][part.value]) for part in AgendaPart}


@cache
def chair_says() -> tuple[Passage, ...]:
    """Return what the chair says, in the order of the day."""
    return tuple(Passage(row["title"], tuple(row["sentences"])) for row in _shipped()["chair"])


def _shipped() -> dict[str, Any]:
    with SHIPPED.open("rb") as shipped:
        return tomllib.load(shipped)
