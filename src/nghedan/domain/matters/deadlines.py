"""Until when an answer is to be prepared: the dialogue's limit, or outside any dialogue the days of the field."""

from collections.abc import Mapping
from datetime import date

from nghedan.domain.dialogues.deadlines import ANSWERS, DRAFTS
from nghedan.domain.matters.models import Field, Matter
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.kernel.deadlines import DeadlineRule, Direction, Rank, Unit
from nghedan.kernel.terms import gettext_noop as _

ASSIGNED_ON = "assigned_on"
"""The anchor of the limit of a matter outside any dialogue: the day it was given to a unit."""

ANSWER = "matter.answer"
OF_DIALOGUE = (DRAFTS, ANSWERS)
"""The limits of a dialogue that bind the units: drafts first; once that day is over, the finished answers."""

USUAL_DAYS = 15
BASIS = _("Số ngày làm việc đặt cho lĩnh vực, tại Cài đặt → Lĩnh vực")


def answer_rule(field: Field | None) -> DeadlineRule:
    """Return the limit that the days of a field set; working days after the day of assignment."""
    return DeadlineRule(
        code=ANSWER, label=_("Chuẩn bị nội dung trả lời"), anchor=ASSIGNED_ON, days=field.days if field else USUAL_DAYS,
        unit=Unit.WORKING_DAY, direction=Direction.AFTER, rank=Rank.PLAN, basis=BASIS,
    )  # fmt: skip


def limit_of(matter: Matter, since: date | None = None) -> Deadline | None:
    """Return the limit a matter follows, with the steps of its count; None while its dialogue has no day (one query).

    ``since`` is the day of assignment where that is not stored yet.
    """
    known = every_limit_of(matter.dialogue or matter)
    return limit_among(known, matter, since)


def limit_among(known: Mapping[str, Deadline], matter: Matter, since: date | None = None) -> Deadline | None:
    """Return the limit a matter follows among those of its dialogue, or its own: the first that the unit can still
    keep, counted from the day it was given the matter; when all are over, the last."""
    codes = OF_DIALOGUE if matter.dialogue_id else (ANSWER,)
    running = [known[code] for code in codes if code in known and known[code].state != DeadlineState.DROPPED]
    given_on = since or matter.assigned_on
    in_time = [limit for limit in running if given_on is None or limit.due_on >= given_on]
    return next(iter(in_time or running[-1:]), None)
