"""The fields a locality begins with, as shipped (``starting_fields.toml``)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nghedan.domain.organisations.terms import UnitKind

SHIPPED = Path(__file__).with_name("starting_fields.toml")


@dataclass(frozen=True, slots=True)
class StartingField:
    """A field as shipped; ``unit_kind`` is who usually answers, ``days`` are working days."""

    code: str
    name: str
    unit_kind: UnitKind
    days: int
    question: str = ""
    is_conduct: bool = False
    keywords: tuple[str, ...] = ()


@cache
def starting_fields() -> tuple[StartingField, ...]:
    """Return the shipped fields in their order. Raises KeyError or ValueError when the file is at fault."""
    with SHIPPED.open("rb") as shipped:
        rows = tomllib.load(shipped)["field"]
    return tuple(
        StartingField(
            code=row["code"],
            name=row["name"],
            unit_kind=UnitKind(row["unit_kind"]),
            days=row["days"],
            question=row.get("question", ""),
            is_conduct=row.get("is_conduct", False),
            keywords=tuple(row.get("keywords", ())),
        )
        for row in rows
    )
