"""What preparing a conference usually takes, as shipped (``usual_tasks.toml``); offered, never added by itself."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from nghedan.domain.dialogues.terms import Step
from nghedan.domain.organisations.terms import UnitKind
from nghedan.kernel.vietnamese import fold

SHIPPED = Path(__file__).with_name("usual_tasks.toml")


@dataclass(frozen=True, slots=True)
class UsualTask:
    """A piece of preparation; ``days`` before the conference, after it where negative."""

    code: str
    title: str
    step: Step
    unit_kind: UnitKind
    days: int

    def due_on(self, held_on: date | None) -> date | None:
        """Return the day it is to be done by; None while the conference has no day."""
        return held_on - timedelta(days=self.days) if held_on else None


@cache
def usual_tasks() -> tuple[UsualTask, ...]:
    """Return the shipped tasks in their order. Raises KeyError or ValueError when the file is at fault."""
    with SHIPPED.open("rb") as shipped:
        rows = tomllib.load(shipped)["task"]
    return tuple(
        UsualTask(row["code"], row["title"], Step(row["step"]), UnitKind(row["unit_kind"]), row["days"]) for row in rows
    )


def still_missing(titles: Iterable[str]) -> list[UsualTask]:
    """Return the usual tasks that are not among those a dialogue has, whatever their letters look like."""
    known = {_plain(title) for title in titles}
    return [task for task in usual_tasks() if _plain(task.title) not in known]


def _plain(title: str) -> str:
    return " ".join(fold(title).split())
