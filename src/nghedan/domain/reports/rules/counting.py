"""What is counted of matters and commitments, and how."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from nghedan.domain.matters.terms import MatterState, Outcome
from nghedan.domain.reports.terms import Result

_BY_STATE = {
    MatterState.SCREENED: Result.PREPARING,
    MatterState.ASSIGNED: Result.PREPARING,
    MatterState.PREPARED: Result.PREPARING,
    MatterState.ANSWERED_IN_HALL: Result.IN_HALL,
    MatterState.IN_WRITING: Result.WAITING,
    MatterState.ANSWERED: Result.IN_WRITING,
    MatterState.REFERRED: Result.REFERRED,
    MatterState.SETTLED: Result.SETTLED,
    MatterState.SET_ASIDE: Result.SET_ASIDE,
}


@dataclass(frozen=True, slots=True)
class MatterFacts:
    """What is counted of one matter. ``field`` and ``hamlet`` are whatever names them: a name, or an id. ``heard`` says
    that an answer given in the hall stands."""

    state: str
    outcome: str = ""
    field: object = None
    hamlet: object = None
    unit: object = None
    due_on: date | None = None
    answered_on: date | None = None
    heard: bool = False

    @property
    def result(self) -> Result:
        """What came of it. A closed matter stands in the group it was closed from: answered on a day it was written,
        unless it was answered in the hall and nobody had to write afterwards; without a day it was settled or left."""
        if self.state != MatterState.CLOSED:
            return _BY_STATE[MatterState(self.state)]
        if self.answered_on is not None:
            return Result.IN_HALL if self.heard and self.due_on is None else Result.IN_WRITING
        closed_as = {
            Outcome.NONE.value: Result.SET_ASIDE, Outcome.DONE.value: Result.SETTLED,
            Outcome.REFERRED.value: Result.REFERRED,
        }  # fmt: skip
        return closed_as.get(self.outcome, Result.IN_HALL)

    @property
    def written_on(self) -> date | None:
        """The day it was answered; None while another answer is owed, whatever was said before."""
        return None if self.state == MatterState.IN_WRITING else self.answered_on


@dataclass(frozen=True, slots=True)
class Punctuality:
    """How much was due by a day: done in time, done late, still open and late, still open in time."""

    on_time: int = 0
    late: int = 0
    open_late: int = 0
    open_in_time: int = 0

    @property
    def share(self) -> float | None:
        """On time among what is closed or late: on time / (closed + open late); None where nothing was due."""
        due = self.on_time + self.late + self.open_late
        return self.on_time / due if due else None


@dataclass(frozen=True, slots=True)
class Tally:
    """Matters counted by what came of them, whole and by field and hamlet; each adds up to ``matters``."""

    matters: int
    results: Mapping[Result, int]
    fields: Mapping[object, Mapping[Result, int]]
    hamlets: Mapping[object, Mapping[Result, int]]
    answers: Punctuality = field(default_factory=Punctuality)


def tally(facts: Iterable[MatterFacts], today: date) -> Tally:
    """Count matters; ``today`` decides what is late."""
    rows = list(facts)
    due = [(row.due_on, row.written_on) for row in rows if row.due_on is not None]
    return Tally(
        matters=len(rows),
        results=Counter(row.result for row in rows),
        fields=_crossed((row.field, row.result) for row in rows),
        hamlets=_crossed((row.hamlet, row.result) for row in rows),
        answers=punctuality(due, today),
    )


def punctuality(due: Iterable[tuple[date, date | None]], today: date) -> Punctuality:
    """Count pairs of the day by which something was due and the day it was done. Late is the day after."""
    counts = Counter(_when(by, done, today) for by, done in due)
    return Punctuality(counts["on_time"], counts["late"], counts["open_late"], counts["open_in_time"])


def percents(counts: Sequence[int]) -> list[int]:
    """Return shares in whole percent that add up to 100; what rounding leaves over goes to the largest remainders."""
    whole = sum(counts)
    if not whole:
        return [0 for _count in counts]
    shares = [100 * count // whole for count in counts]
    by_rest = sorted(range(len(counts)), key=lambda place: -(100 * counts[place] % whole))
    for place in by_rest[: 100 - sum(shares)]:
        shares[place] += 1
    return shares


def _when(by: date, done: date | None, today: date) -> str:
    if done is not None:
        return "on_time" if done <= by else "late"
    return "open_late" if today > by else "open_in_time"


def _crossed(pairs: Iterable[tuple[object, Result]]) -> dict[object, Counter[Result]]:
    crossed: dict[object, Counter[Result]] = {}
    for name, result in pairs:
        crossed.setdefault(name, Counter())[result] += 1
    return crossed
