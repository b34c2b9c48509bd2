"""How a matter, and a unit with all of its matters, stands against the limit: a colour with its word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nghedan.domain.matters.terms import Readiness
from nghedan.kernel.workdays import WorkCalendar

SOON_WITHIN = 3
"""Working days before the last day from which a matter is due soon, as with every limit."""

WORST_FIRST = (Readiness.RED, Readiness.AMBER, Readiness.GREY, Readiness.GREEN)


def readiness_of(due_on: date | None, *, is_sent: bool, today: date, calendar: WorkCalendar) -> Readiness:
    """Return how one matter stands: late only from the day after its last day, and never once its answer is sent."""
    if is_sent:
        return Readiness.GREEN
    if due_on is None:
        return Readiness.GREY
    if due_on < today:
        return Readiness.RED
    return Readiness.AMBER if calendar.count(today, due_on) <= SOON_WITHIN else Readiness.GREY


@dataclass(frozen=True, slots=True)
class Tally:
    """How many matters of a unit stand how."""

    sent: int = 0
    soon: int = 0
    late: int = 0
    ahead: int = 0

    @property
    def total(self) -> int:
        return self.sent + self.soon + self.late + self.ahead

    @property
    def missing(self) -> int:
        """How many answers the unit still owes."""
        return self.total - self.sent

    @property
    def readiness(self) -> Readiness:
        """How the unit stands: as the worst of its matters; green only when everything is sent."""
        counts = {
            Readiness.RED: self.late, Readiness.AMBER: self.soon, Readiness.GREY: self.ahead,
            Readiness.GREEN: self.sent,
        }  # fmt: skip
        return next((standing for standing in WORST_FIRST if counts[standing]), Readiness.GREY)


def tally_of(standings: Iterable[Readiness]) -> Tally:
    """Count how the matters of a unit stand."""
    listed = list(standings)
    return Tally(
        sent=listed.count(Readiness.GREEN), soon=listed.count(Readiness.AMBER), late=listed.count(Readiness.RED),
        ahead=listed.count(Readiness.GREY),
    )  # fmt: skip
