"""Reminding units of the answers they owe (đôn đốc)."""

from datetime import date, datetime, time

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Reminder
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.door import create
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

OWED = "Còn %(count)s nội dung chưa gửi dự thảo trả lời"
FIRST_DUE = ", hạn sớm nhất %(day)s"
REMINDED_TODAY = _("%(unit)s đã được đôn đốc lúc %(time)s hôm nay; muốn đôn đốc lần nữa, xin bấm “Đôn đốc lần nữa”.")


def reminded_today(locality: Locality) -> dict[int, Reminder]:
    """Return id of a unit -> the last reminder it was sent today (one query)."""
    midnight = datetime.combine(clock.today(), time(), clock.LOCAL_ZONE)
    rows = Reminder.objects.of(locality).filter(created_at__gte=midnight).order_by("pk")
    return {row.unit_id: row for row in rows}


def send_reminder(
    *,
    actor: Actor,
    unit: Unit,
    matters: int,
    due_on: date | None = None,
    dialogue: Dialogue | None = None,
    again: bool = False,
) -> Reminder:
    """Record that a unit is reminded of how many matters, due when first; the words themselves go by Zalo or paper.

    No title is kept: what is set apart later must not stay behind in an old reminder.

    Raises Refused for a second one on the same day unless ``again`` says that it is meant, NotAllowed.
    """
    earlier = reminded_today(unit.locality).get(unit.pk)
    if earlier is not None and not again:
        at = clock.local(earlier.created_at)
        raise Refused("reminder.today", REMINDED_TODAY, unit=unit.name, time=f"{at:%H:%M}")
    text = OWED % {"count": matters}
    if due_on is not None:
        text += FIRST_DUE % {"day": format_date(due_on)}
    reminder = Reminder(locality=unit.locality, unit=unit, dialogue=dialogue, text=text, matters=matters)
    return create("reminder.send", actor=actor, obj=reminder)
