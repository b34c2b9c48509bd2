"""The year as twelve months: every day with what is marked on it, and the same as a list."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import IN_WORK, DialogueState
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.deadlines.models import Deadline
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.links import href
from nghedan.kernel.deadlines import Rank

DIALOGUE, OFF, WORKED = "dialogue", "off", "worked"
"""Kinds of marks besides the ranks of limits, which are marked by their own values."""

WEIGHT = (DIALOGUE, Rank.LAW.value, Rank.PLAN.value, Rank.SUGGESTION.value, OFF, WORKED)
"""Of several marks on one day the first of these colours it."""

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a day: its kind, its words, and where it leads."""

    day: date
    kind: str
    title: str
    hint: str = ""
    href: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A cell of a month; an empty one has no number."""

    number: int
    manner: str
    title: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month as weeks of cells and as a list of what is marked."""

    title: str
    anchor: str
    weeks: Sequence[Sequence[Day]]
    marks: Sequence[Mark]
    undated: Sequence[Mark]


def months_of(year: int, marks: Iterable[Mark], undated: Sequence[Mark], today: date) -> list[Month]:
    by_day: dict[date, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_day[mark.day].append(mark)
    for found in by_day.values():
        found.sort(key=lambda mark: WEIGHT.index(mark.kind))
    return [_month(year, number, by_day, undated, today) for number in range(1, 13)]


def _month(year: int, number: int, by_day: dict[date, list[Mark]], undated: Sequence[Mark], today: date) -> Month:
    weeks = Calendar().monthdatescalendar(year, number)
    listed = [mark for day in sorted(by_day) if day.month == number for mark in by_day[day]]
    return Month(
        title=_("Tháng %(month)s") % {"month": number},
        anchor=f"thang-{number}",
        weeks=[[_day(day, by_day.get(day, []), today, shown=day.month == number) for day in week] for week in weeks],
        marks=[mark for mark in listed if mark.kind not in (OFF, WORKED)] + _spans(listed),
        undated=[mark for mark in undated if mark.day.month == number],
    )


def _spans(marks: Sequence[Mark]) -> list[Mark]:
    """Return the days off of a month, one line for each reason."""
    reasons: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.kind in (OFF, WORKED):
            reasons[mark.title].append(mark)
    return [
        Mark(found[0].day, found[0].kind, title, wording.days_span(found[0].day, found[-1].day) if found[1:] else "")
        for title, found in reasons.items()
    ]


def _day(day: date, marks: Sequence[Mark], today: date, *, shown: bool) -> Day:
    if not shown:
        return Day(0, "", "", is_today=False)
    is_weekend = day.weekday() >= SATURDAY and not any(mark.kind == WORKED for mark in marks)
    manner = marks[0].kind if marks else "weekend" if is_weekend else ""
    return Day(day.day, manner, "; ".join(mark.title for mark in marks), is_today=day == today)


def dialogue_marks(dialogues: Iterable[Dialogue]) -> tuple[list[Mark], list[Mark]]:
    """Return dialogues with a day, and those without one under the last month of their period."""
    dated, undated = [], []
    for one in dialogues:
        if one.state == DialogueState.CANCELLED:
            continue
        page = href("dialogue", one.locality, dialogue_id=one.public_id)
        if one.held_on:
            hint = " · ".join(filter(None, (wording.when_of(one), one.venue)))
            dated.append(Mark(one.held_on, DIALOGUE, one.theme, hint, page))
        else:
            month = one.month or 3 * (one.quarter or 4)
            hint = _("%(period)s, chưa chọn ngày") % {"period": wording.period_of(one)}
            undated.append(Mark(date(one.year, month, 1), DIALOGUE, one.theme, hint, page))
    return dated, undated


def limit_marks(limits: Iterable[Deadline], dialogues: Iterable[Dialogue]) -> list[Mark]:
    """Return the limits of dialogues that will be or were held."""
    by_id = {one.public_id: one for one in dialogues if one.state in IN_WORK}
    names_theme = len(by_id) > 1
    return [
        Mark(
            row.due_on, row.rank, wording.capitalised(_(row.label)), by_id[row.subject_id].theme if names_theme else "",
            href("dialogue-limit", row.locality, dialogue_id=row.subject_id, limit_id=row.public_id),
            is_done=row.met_on is not None,
        )
        for row in limits
        if row.subject_id in by_id
    ]  # fmt: skip


def off_marks(days: Iterable[DayOff]) -> list[Mark]:
    """Return days off, and weekend days that are worked."""
    marks = []
    for row in days:
        name = _(row.name)
        if row.is_forecast:
            name = _("%(name)s (dự kiến)") % {"name": name}
        marks.append(Mark(row.day, OFF if row.kind == DayKind.HOLIDAY else WORKED, name))
    return marks
