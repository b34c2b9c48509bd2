"""How long somebody has spoken, in whole seconds: between start and end, less the pauses."""

from dataclasses import dataclass
from datetime import datetime

WARNING_SECONDS = 30
"""From then on the desk's clock is yellow."""


@dataclass(frozen=True, slots=True)
class Clocked:
    """The moments of a turn as they are stored."""

    started_at: datetime
    granted_seconds: int
    paused_at: datetime | None = None
    paused_seconds: int = 0
    ended_at: datetime | None = None


def spoken_seconds(turn: Clocked, now: datetime) -> int:
    """Return for how many seconds somebody has spoken up to ``now``; a clock that was set back counts as nothing."""
    until = turn.ended_at or turn.paused_at or now
    return max(seconds_between(turn.started_at, until) - turn.paused_seconds, 0)


def left_seconds(turn: Clocked, now: datetime) -> int:
    """Return the seconds left of the time granted; below zero once it is over."""
    return turn.granted_seconds - spoken_seconds(turn, now)


def light(left: int) -> str:
    """Return the colour of the clock: green, yellow in the last half minute, red once the time is over."""
    if left <= 0:
        return "red"
    return "yellow" if left <= WARNING_SECONDS else "green"


def seconds_between(start: datetime, end: datetime) -> int:
    """Return whole seconds, never fewer than none."""
    return max(int((end - start).total_seconds()), 0)
