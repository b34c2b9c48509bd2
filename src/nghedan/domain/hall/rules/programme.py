"""When each item of the programme comes, counted from the hour the conference begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - only its hours are used


@dataclass(frozen=True, slots=True)
class Slot:
    """From when to when an item is planned."""

    begins: time
    ends: time


def slots_of(starts_at: time | None, minutes: Sequence[int]) -> list[Slot | None]:
    """Return when each item of so many minutes is planned; without an hour to begin at, nothing."""
    if starts_at is None:
        return [None] * len(minutes)
    slots: list[Slot | None] = []
    now = datetime.combine(DAY, starts_at)
    for length in minutes:
        after = now + timedelta(minutes=length)
        slots.append(Slot(now.time(), after.time()))
        now = after
    return slots


def total_minutes(minutes: Iterable[int]) -> int:
    """Return how many minutes the programme takes."""
    return sum(minutes)


def told_minutes(minutes: int) -> str:
    """Return a length as people say it: 195 -> "3 giờ 15 phút"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} giờ" if hours else "", f"{rest} phút" if rest or not hours else ""]
    return " ".join(filter(None, parts))


def minutes_over(planned: int, started_at: datetime, now: datetime) -> int:
    """Return by how many whole minutes an item has run over its planned ones; 0 while it has not."""
    return max(0, int((now - started_at).total_seconds() // 60) - planned)


def told_hour(at: time) -> str:
    """Return an hour as papers print it: "07 giờ 30 phút"."""
    return f"{at.hour:02d} giờ {at.minute:02d} phút"
