"""The year's days off, and the limits that moved with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.deadlines.handlers import BECAUSE
from nghedan.foundation.deadlines.queries import deadlines_visible_to
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.models import Colour, Link, Tag
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.places import capital
from nghedan.kernel.vietnamese import weekday_name

RECENT = 50


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that differs from the ordinary week."""

    day: date
    weekday: str
    kind: Tag
    name: str
    source: str
    is_forecast: bool
    is_own: bool
    actions: list[Link]


@dataclass(frozen=True, slots=True)
class MovedLimit:
    """A limit that a changed calendar has moved."""

    label: str
    before: date
    after: date
    at: datetime


def day_row(actor: Actor, locality: Locality, row: DayOff) -> DayRow:
    """Return a day with what this actor may do: change the locality's own, set another beside the nationwide one."""
    holiday = row.kind == DayKind.HOLIDAY
    tag = Tag(_("nghỉ"), Colour.GREEN) if holiday else Tag(_("làm việc"), Colour.BLUE)
    return DayRow(
        row.day, capital(_(weekday_name(row.day))), tag, row.name, row.source, row.is_forecast, not row.is_shipped,
        _actions(actor, locality, row),
    )  # fmt: skip


def _actions(actor: Actor, locality: Locality, row: DayOff) -> list[Link]:
    if row.is_shipped:
        to = f"{href('settings-day-add', locality)}?day={row.day.isoformat()}"
        return [Link(_("Địa phương làm khác"), to)] if decide(actor, "day_off.add").allowed else []
    if not decide(actor, "day_off.edit", row).allowed:
        return []
    return [
        Link(_("Sửa"), href("settings-day", locality, day_id=row.public_id)),
        Link(_("Bỏ"), href("settings-day-end", locality, day_id=row.public_id)),
    ]


def moved_limits(actor: Actor, locality: Locality) -> list[MovedLimit]:
    """Return the limits a changed calendar has moved of late, the latest first (two queries)."""
    entries = JournalEntry.objects.filter(locality=locality, code="deadline.recount").order_by("-pk")[:RECENT]
    moved = [(entry, days) for entry in entries if (days := _days_moved(entry))]
    labels = dict(
        deadlines_visible_to(actor)
        .filter(public_id__in={entry.subject_id for entry, _days in moved})
        .values_list("public_id", "label")
    )
    return [
        MovedLimit(_(labels[entry.subject_id]), *days, entry.at) for entry, days in moved if entry.subject_id in labels
    ]


def _days_moved(entry: JournalEntry) -> tuple[date, date] | None:
    facts = entry.facts()["facts"]
    if facts.get("because") != BECAUSE or "due_on" not in facts:
        return None
    before, after = facts["due_on"]
    return date.fromisoformat(before), date.fromisoformat(after)


def year_links(address: str, years: Iterable[int], year: int) -> list[Link]:
    """Return the years one may look at."""
    return [Link(str(one), f"{address}?year={one}", current=one == year) for one in years]
