"""Clocks of what follows: until when a reply of another body is hoped for, how long a person may ask for another look.

Shipped as data with their basis; no law sets them for a dialogue, so they are suggestions and every day can be typed.
"""

from datetime import date

from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.deadlines import DeadlineRule, Direction, Due, Rank, Roll, Unit, evaluate
from nghedan.kernel.terms import gettext_noop as _

SENT_ON, ANSWERED_ON = "sent_on", "answered_on"
HABIT = _("Gợi ý theo cách làm phổ biến; không phải quy định")

REPLY = DeadlineRule(
    code="referral.reply", label=_("Cơ quan có thẩm quyền trả lời"), anchor=SENT_ON, days=15, unit=Unit.WORKING_DAY,
    direction=Direction.AFTER, rank=Rank.SUGGESTION, basis=HABIT, roll=Roll.NEXT_WORKING,
)  # fmt: skip
ASKING = DeadlineRule(
    code="verdict.asking", label=_("Người dân đề nghị xem lại câu trả lời"), anchor=ANSWERED_ON, days=30,
    unit=Unit.DAY, direction=Direction.AFTER, rank=Rank.SUGGESTION, basis=HABIT, roll=Roll.NEXT_WORKING,
)  # fmt: skip


def reply_expected(locality: Locality, sent_on: date) -> Due:
    """Return by when another body is asked to reply to what is sent on a day."""
    return _counted(REPLY, locality, SENT_ON, sent_on)


def may_ask_until(locality: Locality, answered_on: date) -> date:
    """Return the last day on which a person may ask for another look at what was answered on a day."""
    return _counted(ASKING, locality, ANSWERED_ON, answered_on).due_on


def _counted(rule: DeadlineRule, locality: Locality, anchor: str, day: date) -> Due:
    calendar = calendar_for(locality, day, date(day.year + 1, day.month, 1))
    due = evaluate(rule, {anchor: day}, calendar)
    if due is None:
        raise ValueError(f"{rule.code} has no day to count from")
    return due
