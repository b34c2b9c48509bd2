"""The order in which those who asked to speak are called. Whom the head called first goes before every rule."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nghedan.domain.hall.terms import QueueRule


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody who waits: the registered number, the head's override, where from, and whether she spoke before."""

    key: str
    number: int
    ahead_of: int = 0
    place: str = ""
    has_spoken: bool = False


def in_order(waiting: Iterable[InLine], rule: QueueRule, heard: Iterable[str] = ()) -> list[InLine]:
    """Return those who wait in the order of a rule; ``heard`` are the places of those who spoke already, one each.

    Those who name no place are one place together.
    """
    rows = sorted(waiting, key=lambda one: (-one.ahead_of, one.number))
    called = [one for one in rows if one.ahead_of]
    rest = [one for one in rows if not one.ahead_of]
    if rule is QueueRule.FIRST_TIME:
        return [*called, *sorted(rest, key=lambda one: (one.has_spoken, one.number))]
    if rule is QueueRule.ROTATION:
        return [*called, *_in_turn(rest, Counter([*heard, *(one.place for one in called)]))]
    return [*called, *rest]


def _in_turn(rows: Sequence[InLine], spoken: Counter[str]) -> list[InLine]:
    """Take from the place that was heard least, and from it the lowest number; among equals the lowest number."""
    left, ordered = list(rows), []
    while left:
        following = min(left, key=lambda one: (spoken[one.place], one.number))
        left.remove(following)
        spoken[following.place] += 1
        ordered.append(following)
    return ordered
