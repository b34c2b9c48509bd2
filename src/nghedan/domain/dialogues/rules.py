"""Pure rules of the dialogue: threshold, quarter and day, where it stands in the seven steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from nghedan.domain.dialogues.terms import Step

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


def current_step(*, has_day: bool, is_agreed: bool) -> Step:
    """Return the step a dialogue stands at, as far as the work before the notice goes: until the day is chosen and
    contents and audience are agreed it is still at the plan; then the notice is next."""
    return Step.NOTICE if has_day and is_agreed else Step.PLAN
