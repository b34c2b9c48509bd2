"""Reminding units of what they owe (đôn đốc): by hand, or by the clock."""

from dataclasses import dataclass

from nghedan.domain.followup.models import Nudge
from nghedan.domain.followup.queries.commitments import nudged_today
from nghedan.domain.followup.terms import NudgeWay
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.door import create
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

LATE = "%(count)s nhiệm vụ theo kết luận quá hạn"
DUE = "%(count)s nhiệm vụ sắp đến hạn"
NOTHING = "Không còn nhiệm vụ quá hạn"
NUDGED_TODAY = _("%(unit)s đã được đôn đốc lúc %(time)s hôm nay; muốn đôn đốc lần nữa, xin bấm “Đôn đốc lần nữa”.")


@dataclass(frozen=True, slots=True)
class Owed:
    """A unit, and how much of what it owes is late or near its day."""

    unit: Unit
    late: int
    due: int


def send_nudge(*, actor: Actor, owed: Owed, way: NudgeWay = NudgeWay.BY_HAND, again: bool = False) -> Nudge:
    """Record that a unit is reminded of how much it owes; the words themselves go by Zalo or paper.

    No text of a commitment is kept: what is set apart later must not stay behind in an old reminder. Raises Refused
    for a second one by hand on the same day unless ``again`` says that it is meant, NotAllowed.
    """
    unit = owed.unit
    earlier = nudged_today(unit.locality).get(unit.pk) if way is NudgeWay.BY_HAND else None
    if earlier is not None and not again:
        at = clock.local(earlier.created_at)
        raise Refused("nudge.today", NUDGED_TODAY, unit=unit.name, time=f"{at:%H:%M}")
    nudge = Nudge(
        locality=unit.locality, unit=unit, day=clock.today(), way=way.value, text=told(owed), late=owed.late,
        due=owed.due,
    )  # fmt: skip
    return create("nudge.send", actor=actor, obj=nudge)


def told(owed: Owed) -> str:
    """Return what a reminder says, without any words of a commitment."""
    parts = [text % {"count": count} for text, count in ((LATE, owed.late), (DUE, owed.due)) if count]
    return ", ".join(parts) or NOTHING
