"""What a time limit is, and what comes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _

Params: TypeAlias = Mapping[str, str | int]
"""What fills a source text: numbers, written dates, and words (weekdays, labels) that are source texts themselves."""


class Unit(Term):
    """What is counted."""

    DAY = "day", _("ngày")
    WORKING_DAY = "working_day", _("ngày làm việc")


class Direction(Term):
    """On which side of the anchor the limit lies."""

    BEFORE = "before", _("trước")
    AFTER = "after", _("sau")


class Rank(Term):
    """What makes the limit binding, the strongest first."""

    LAW = "law", _("Luật định"), _("Bắt buộc theo luật; quá hạn là vi phạm.")
    PLAN = "plan", _("Theo kế hoạch"), _("Kế hoạch của địa phương đã đặt ra.")
    SUGGESTION = "suggestion", _("Gợi ý"), _("Không bắt buộc; theo cách làm thường thấy.")


class Roll(Term):
    """What becomes of a limit after the anchor whose last day is a day off."""

    NONE = "none", _("Giữ nguyên ngày")
    NEXT_WORKING = "next_working", _("Chuyển sang ngày làm việc tiếp theo"), _("Điều 148 Bộ luật Dân sự 2015.")


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """So many days or working days before or after an anchor such as "held_on", which itself is not counted.

    `label` and `basis` (article, document, date) are source texts. `roll` matters to limits after the anchor only: a
    limit before it never moves later.
    """

    code: str
    label: str
    anchor: str
    days: int
    unit: Unit
    direction: Direction
    rank: Rank
    basis: str
    roll: Roll = Roll.NEXT_WORKING

    def __post_init__(self) -> None:
        """Refuse a negative number of days: the direction says on which side it lies (ValueError)."""
        if self.days < 0:
            raise ValueError(f"{self.code}: {self.days} days")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the count, to be shown under "counted so: …"; `day` is the day it speaks of."""

    day: date | None
    text: str
    params: Params


@dataclass(frozen=True, slots=True)
class Due:
    """The day a rule leads to.

    `due_on` is the last day allowed ("hạn theo luật"), `advised_on` the working day by which it is better done ("nên
    xong trước"); they differ only where the count ends on a day off.
    """

    rule: DeadlineRule
    due_on: date
    advised_on: date
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - a warning to the clerk, not to the programmer
    """A trap of the chosen day: a stable code and a source text with its params."""

    code: str
    message: str
    params: Params


def strictness(due: Due) -> tuple[date, int]:
    """Return a key that sorts the strictest first: the earliest day, on one day the strongest rank."""
    return due.due_on, list(Rank).index(due.rule.rank)


def strictest(dues: Iterable[Due]) -> Due | None:
    """Return the limit that binds first, or None where there is none."""
    return min(dues, key=strictness, default=None)
