"""When a commitment is late, near or resting, and on which days its unit is reminded; pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from nghedan.domain.followup.terms import CommitmentState, Lateness

SOON_WITHIN = 3
"""Working days before its day from which a commitment is due soon."""

REMINDED_AT = (-3, 0, 3)
"""Days from a commitment's day on which its unit is reminded: three before, the day itself, three after."""

FINISHED = (CommitmentState.CONFIRMED, CommitmentState.CLOSED)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a commitment when one asks whether it is late."""

    state: CommitmentState
    due_on: date
    reported_on: date | None = None
    paused_on: date | None = None


def is_late(one: Standing, today: date) -> bool:
    """Say whether a commitment is late: its day is over and nobody has confirmed it. What was reported in time waits
    for the office and is not late; what was reported late stays so until it is confirmed."""
    if one.state in FINISHED:
        return False
    if one.state is CommitmentState.REPORTED:
        return one.reported_on is None or one.reported_on > one.due_on
    return today > one.due_on


def lateness_of(one: Standing, today: date, soon_until: date) -> Lateness:
    """Return how a commitment stands; ``soon_until`` is the last day that counts as soon."""
    if one.state in FINISHED:
        return Lateness.DONE
    if is_late(one, today):
        return Lateness.LATE
    if one.state is CommitmentState.REPORTED:
        return Lateness.RUNNING
    if one.paused_on is not None:
        return Lateness.PAUSED
    return Lateness.SOON if one.due_on <= soon_until else Lateness.RUNNING


def days_over(due_on: date, today: date) -> int:
    """Return how many days ago the day was; 0 until then."""
    return max((today - due_on).days, 0)


def is_reminded(due_on: date, since: date, today: date) -> bool:
    """Say whether a day for reminding fell after ``since``, the last working day before, and not after today: what
    falls on a day off is told on the next working day."""
    moments = (due_on + timedelta(days=offset) for offset in REMINDED_AT)
    return any(since < moment <= today for moment in moments)
