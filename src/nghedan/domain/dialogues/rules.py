"""Pure rules of the dialogue: threshold, quarter and day, where it stands in the seven steps."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from nghedan.domain.dialogues.terms import Step
from nghedan.kernel.deadlines import DeadlineRule, Rank, evaluate, warnings
from nghedan.kernel.workdays import WorkCalendar

LAW_THRESHOLD_PERCENT = Decimal(10)
"""Điều 43 Luật 72/2025/QH15: at least 10 % of all voters of the commune."""


def voters_needed(total: int, percent: Decimal = LAW_THRESHOLD_PERCENT) -> int:
    """Return how many voters must sign: the percentage of all, rounded up, since "at least" is meant."""
    return int((Decimal(total) * percent / 100).to_integral_value(ROUND_CEILING))


@dataclass(frozen=True, slots=True)
class RequestCount:
    """How far a request by voters has come."""

    signed: int
    needed: int

    @property
    def is_reached(self) -> bool:
        return self.needed > 0 and self.signed >= self.needed

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.signed)


def count_request(signed: Iterable[int], total: int, percent: Decimal) -> RequestCount:
    """Add the hamlets' counts up and hold them against the threshold."""
    return RequestCount(sum(signed), voters_needed(total, percent))


def quarter_of(day: date) -> int:
    return (day.month - 1) // 3 + 1


def is_outside_period(day: date, *, year: int, quarter: int | None, month: int | None) -> bool:
    """Say whether a day lies outside the year, quarter or month the plan gives."""
    if day.year != year or (month is not None and day.month != month):
        return True
    return month is None and quarter is not None and quarter_of(day) != quarter


def is_whole_share(supporters: int, voters: int) -> bool:
    """Say whether a hamlet's count is possible: no more signatures than voters."""
    return 0 <= supporters <= voters


def current_step(*, has_day: bool, is_agreed: bool, done: Collection[Step] = (), is_over: bool = False) -> Step:
    """Return the step a dialogue stands at.

    Until the day is chosen and contents and audience are agreed it is still at the plan; afterwards at the one that
    follows the furthest step done. Once the day is over (``is_over``) nothing before the conclusion is left to do.
    """
    if is_over:
        furthest = Step.CONFERENCE
    elif has_day and is_agreed:
        furthest = Step.PLAN
    else:
        return Step.PLAN
    steps = list(Step)
    reached = max(steps.index(step) for step in (furthest, *done))
    return steps[min(reached + 1, len(steps) - 1)]


def period_of(*, year: int, quarter: int | None, month: int | None) -> tuple[date, date]:
    """Return the first and the last day of the year, quarter or month the plan gives."""
    first_month, months = (month, 1) if month else (3 * quarter - 2, 3) if quarter else (1, 12)
    following = first_month + months
    after = date(year + 1, 1, 1) if following > 12 else date(year, following, 1)
    return date(year, first_month, 1), after - timedelta(days=1)


UNAVOIDABLE = frozenset({"limits_same_day", "holidays_inside", "calendar_forecast"})
"""Warnings that say something of the rules or the season, not against the day itself."""


def suggested_days(
    rules: Sequence[DeadlineRule],
    calendar: WorkCalendar,
    *,
    anchor: str,
    first: date,
    last: date,
    today: date,
    count: int = 3,
) -> list[date]:
    """Return the nearest working days after today, from ``first`` to ``last``, that fall into no trap.

    Where so many cannot be found any more, days on which only suggestions are past are taken as well.
    """
    earliest = max(first, today + timedelta(days=1))
    span = (earliest + timedelta(days=offset) for offset in range((last - earliest).days + 1))
    good, fair = [], []
    for day in span:
        found = traps(rules, calendar, anchor=anchor, day=day, today=today)
        if not found:
            good.append(day)
        elif found == {Rank.SUGGESTION}:
            fair.append(day)
        if len(good) == count:
            return good
    return sorted(good + fair[: count - len(good)])


def traps(rules: Sequence[DeadlineRule], calendar: WorkCalendar, *, anchor: str, day: date, today: date) -> set[Rank]:
    """Return how grave the traps of a day are: none, the rank of suggestions only, or more."""
    dues = [due for rule in rules if (due := evaluate(rule, {anchor: day}, calendar)) is not None]
    avoidable = {warning.code for warning in warnings(day, dues, calendar, today)} - UNAVOIDABLE
    ranks = {due.rule.rank for due in dues if due.due_on < today}
    return ranks | ({Rank.LAW} if avoidable - {"limit_past"} else set())
