"""When a notice counts as made known: in a hamlet, and by the ways the law asks for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.notices.terms import REACHING_EVERY_HAMLET, WAY_OF, PostingChannel, Way


@dataclass(frozen=True, slots=True)
class Logged:
    """A line of the log: by which channel, on which day, for which hamlet; None is the whole locality."""

    channel: PostingChannel
    on: date
    hamlet_id: int | None = None

    def reaches(self, hamlet_id: int) -> bool:
        """Say whether the people of a hamlet were told by it."""
        if self.hamlet_id is None:
            return self.channel in REACHING_EVERY_HAMLET
        return self.hamlet_id == hamlet_id


def first_day(logged: Iterable[Logged], hamlet_id: int) -> date | None:
    """Return the day on which a hamlet was first told."""
    return min((line.on for line in logged if line.reaches(hamlet_id)), default=None)


def day_of_way(logged: Sequence[Logged], way: Way, hamlet_ids: Collection[int]) -> date | None:
    """Return the day on which a way of the law was first used; for the hamlets' heads, on which the last of them had
    the notice."""
    lines = [line for line in logged if WAY_OF.get(line.channel) is way]
    if way is not Way.HAMLET_HEADS or not hamlet_ids:
        return min((line.on for line in lines), default=None)
    days = [first_day(lines, hamlet_id) for hamlet_id in hamlet_ids]
    return max((day for day in days if day), default=None) if all(days) else None


def day_complied(logged: Sequence[Logged], ways: Collection[Way], hamlet_ids: Collection[int]) -> date | None:
    """Return the day on which the last of the ways asked for was used; None while one is missing."""
    days = [day_of_way(logged, way, hamlet_ids) for way in ways]
    return max((day for day in days if day), default=None) if all(days) else None
