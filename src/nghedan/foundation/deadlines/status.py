"""How a limit stands today, and how it was counted; both worked out when shown."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext

from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.terms import DeadlineState, DeadlineStatus
from nghedan.kernel.deadlines import Direction, Rank
from nghedan.kernel.workdays import WorkCalendar

SOON_WITHIN = 3
"""Working days before the last day from which a limit is due soon."""

UNDERWAY_WITHIN = 10
"""Working days before the last day from which work towards an event is taken to be underway."""


def status_of(deadline: Deadline, *, today: date, calendar: WorkCalendar) -> DeadlineStatus:
    """Return how a limit stands: late only from the day after its last day, and a suggestion never."""
    if deadline.state == DeadlineState.MET:
        return DeadlineStatus.MET
    if today > deadline.due_on:
        return DeadlineStatus.PASSED if deadline.rank == Rank.SUGGESTION else DeadlineStatus.LATE
    is_after = deadline.direction == Direction.AFTER
    if is_after and today < deadline.anchor_on:
        return DeadlineStatus.NOT_YET
    left = calendar.count(today, deadline.due_on)
    if left <= SOON_WITHIN:
        return DeadlineStatus.SOON
    return DeadlineStatus.UNDERWAY if is_after or left <= UNDERWAY_WITHIN else DeadlineStatus.NOT_YET


def explain(deadline: Deadline) -> list[str]:
    """Return the steps of the count ("counted so: …"), translated."""
    return [gettext(step["text"]) % _shown(step["params"]) for step in deadline.steps]


def _shown(params: Mapping[str, Any]) -> dict[str, Any]:
    """Translate the words among the params: weekdays and labels are source texts themselves."""
    return {name: gettext(value) if value and isinstance(value, str) else value for name, value in params.items()}
