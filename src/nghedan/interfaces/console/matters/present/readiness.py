"""How far the units are with their answers, and the words in which they are reminded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Matter, Reminder
from nghedan.domain.matters.rules.readiness import Tally, tally_of
from nghedan.domain.matters.terms import Readiness
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Tag
from nghedan.interfaces.console.matters.present import wording
from nghedan.kernel.vietnamese import format_date
from nghedan.kernel.workdays import WorkCalendar

TITLES_TOLD = 5
"""Matters named one by one in a reminder; a longer message is not read."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: how many answers it sent of how many, how it stands, and today's reminder if it had one.

    ``words`` of a reminder are put together anew from what the reader sees now: what was set apart since is gone.
    """

    unit: Unit
    tally: Tally
    tag: Tag
    told: str
    first_due_on: date | None
    reminder: Reminder | None
    reminded: str
    owed: Sequence[Matter]
    words: str = ""

    @property
    def is_late(self) -> bool:
        return self.tally.late > 0


def unit_rows(
    matters: Sequence[Matter], reminders: Mapping[int, Reminder], today: date, calendar: WorkCalendar
) -> list[UnitRow]:
    """Return the units with something to answer: those late first, then those due soon."""
    by_unit: dict[int, list[Matter]] = {}
    for matter in matters:
        by_unit.setdefault(matter.unit_id or 0, []).append(matter)
    rows = [_row(listed, reminders, today, calendar) for listed in by_unit.values()]
    worst = (Readiness.RED, Readiness.AMBER, Readiness.GREY, Readiness.GREEN)
    return sorted(rows, key=lambda row: worst.index(row.tally.readiness))


def _row(
    matters: Sequence[Matter], reminders: Mapping[int, Reminder], today: date, calendar: WorkCalendar
) -> UnitRow:
    standings = [wording.readiness(matter, today, calendar) for matter in matters]
    tally = tally_of(standings)
    owed = [matter for matter, standing in zip(matters, standings, strict=True) if standing != Readiness.GREEN]
    unit = matters[0].unit
    assert unit is not None  # only matters with a unit are being prepared
    reminder = reminders.get(unit.pk)
    return UnitRow(
        unit=unit,
        tally=tally,
        tag=wording.readiness_tag(tally.readiness),
        told=_told(tally),
        first_due_on=min((matter.due_on for matter in owed if matter.due_on), default=None),
        reminder=reminder,
        reminded=_reminded(reminder) if reminder else "",
        owed=owed,
    )


def _reminded(reminder: Reminder) -> str:
    return _("đã đôn đốc lúc %(time)s hôm nay") % {"time": f"{clock.local(reminder.created_at):%H:%M}"}


def _told(tally: Tally) -> str:
    parts = [_("đã gửi %(sent)s/%(total)s") % {"sent": tally.sent, "total": tally.total}]
    if tally.late:
        parts.append(_("quá hạn %(count)s") % {"count": tally.late})
    if tally.soon:
        parts.append(_("sắp đến hạn %(count)s") % {"count": tally.soon})
    return " · ".join(parts)


def reminder_text(row: UnitRow, dialogue: Dialogue | None, link: str) -> str:
    """Return the words for a unit, short enough for Zalo: how many, which, until when, where."""
    count = len(row.owed)
    head = ngettext(
        "Kính gửi %(unit)s: còn %(count)s nội dung chưa gửi dự thảo trả lời",
        "Kính gửi %(unit)s: còn %(count)s nội dung chưa gửi dự thảo trả lời",
        count,
    ) % {"unit": row.unit, "count": count}
    if dialogue is not None:
        head += " " + _("cho hội nghị đối thoại “%(theme)s”") % {"theme": dialogue.theme}
    lines = [f"- {_named(matter)}{_until(matter)}" for matter in row.owed[:TITLES_TOLD]]
    if count > TITLES_TOLD:
        lines.append(_("- và %(count)s nội dung khác") % {"count": count - TITLES_TOLD})
    return "\n".join([f"{head}.", *lines, _("Mở để trả lời: %(link)s") % {"link": link}])


def _named(matter: Matter) -> str:
    """Return how a matter is named in a chat; one about officials by its number only."""
    if matter.level == Level.ORDINARY:
        return matter.title
    return _("Nội dung số %(number)s/%(year)s, mở phần mềm để xem") % {"number": matter.number, "year": matter.year}


def _until(matter: Matter) -> str:
    return _(" (hạn %(day)s)") % {"day": format_date(matter.due_on)} if matter.due_on else ""
