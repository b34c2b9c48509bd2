"""Clocks of what follows: until when a reply of another body is hoped for, how long a person may ask for another look.

These are the shipped defaults; what is evaluated are their versioned rows (``foundation.deadlines``). No law sets them
for a dialogue, so they are suggestions, and every day can be typed.
"""

from collections.abc import Iterable
from datetime import date

from nghedan.domain.followup.terms import Waiting
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.deadlines.queries import rules_for
from nghedan.foundation.deadlines.rulebook import DefaultRule, install_default_rules
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.deadlines import DeadlineRule, Direction, Due, Rank, Roll, Unit, evaluate
from nghedan.kernel.terms import gettext_noop as _

SENT_ON, ANSWERED_ON = "sent_on", "answered_on"
"""The anchors: the day something was sent to another body, and the day a person was answered."""

HABIT = _("Gợi ý theo cách làm phổ biến; không phải quy định")
SINCE = date(2016, 1, 1)

REPLY = DeadlineRule(
    code="referral.reply", label=_("Cơ quan có thẩm quyền trả lời"), anchor=SENT_ON, days=15, unit=Unit.WORKING_DAY,
    direction=Direction.AFTER, rank=Rank.SUGGESTION, basis=HABIT, roll=Roll.NEXT_WORKING,
)  # fmt: skip
ASKING = DeadlineRule(
    code="verdict.asking", label=_("Người dân đề nghị xem lại câu trả lời"), anchor=ANSWERED_ON, days=30,
    unit=Unit.DAY, direction=Direction.AFTER, rank=Rank.SUGGESTION, basis=HABIT, roll=Roll.NEXT_WORKING,
)  # fmt: skip
SHIPPED = {Waiting.REPLY: REPLY, Waiting.ASKING: ASKING}
"""What is waited for -> its shipped rule; it holds too for a day before any row does."""


def defaults() -> list[DefaultRule]:
    """Return every shipped rule with its validity; its subject kind keeps it apart from the limits of a conference."""
    return [DefaultRule(rule, SINCE, subject_kind=kind.value) for kind, rule in SHIPPED.items()]


def ship() -> None:
    """Bring the shipped rows in line with this file; called after each migration."""
    install_default_rules(defaults())


def reply_expected(locality: Locality, sent_on: date) -> Due:
    """Return by when another body is asked to reply to what is sent on a day (two queries)."""
    return _counted(Waiting.REPLY, locality, sent_on)


def may_ask_until(locality: Locality, answered_on: date) -> date:
    """Return the last day on which a person may ask for another look at what was answered on a day (two queries)."""
    return _counted(Waiting.ASKING, locality, answered_on).due_on


def may_ask_until_for(locality: Locality, days: Iterable[date]) -> dict[date, date]:
    """Return day of an answer -> what ``may_ask_until`` returns (two queries for each day)."""
    return {day: may_ask_until(locality, day) for day in set(days)}


def _counted(kind: Waiting, locality: Locality, day: date) -> Due:
    """Count by the rule in force on the day it is counted from."""
    shipped = SHIPPED[kind]
    rules = rules_for(locality, body_kind="", level=locality.level, subject_kind=kind.value, on=day)
    rule = next((rule for rule in rules if rule.code == shipped.code), shipped)
    due = evaluate(rule, {shipped.anchor: day}, calendar_for(locality, day, date(day.year + 1, day.month, 1)))
    if due is None:
        raise ValueError(f"{rule.code} has no day to count from")
    return due
