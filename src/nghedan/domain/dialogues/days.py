"""Choosing the day: which days suggest themselves, and what moves when another day is chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch

from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.dialogues.rules import period_of, suggested_days
from nghedan.domain.dialogues.services.limits import DayPreview, rules_of
from nghedan.domain.dialogues.terms import TaskState
from nghedan.domain.plans.models import PlanItem
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.terms import DeadlineState

HORIZON = timedelta(days=90)
"""How far days are looked for when the period of the plan is over or is a whole year."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A limit or a task that moves with the day, or stays; ``was`` or ``becomes`` is None where there is none."""

    label: str
    was: date | None
    becomes: date | None


@dataclass(frozen=True, slots=True)
class Consequences:
    """What choosing a day would do to what is set already."""

    limits: Sequence[Moved]
    tasks: Sequence[Moved]
    fixed: Sequence[Moved]
    """Limits and tasks fixed by hand: they stay, ``becomes`` being the day the count would name."""


def dialogue_to_date(actor: Actor, public_id: str) -> Dialogue:
    """Return a dialogue with the plans whose limits it brings (two queries). Raises Dialogue.DoesNotExist."""
    plans = Prefetch("items", PlanItem._base_manager.select_related("plan"))
    return dialogues_visible_to(actor).prefetch_related(plans).get(public_id=public_id)


def days_for(dialogue: Dialogue, today: date) -> list[date]:
    """Return up to three near days without traps, within the plan's period while it lasts (two queries)."""
    first, last = period_of(year=dialogue.year, quarter=dialogue.quarter, month=dialogue.month)
    start = max(today, first)
    end = last if last > today else today + HORIZON
    return suggested_days(
        rules_of(dialogue, start),
        calendar_for(dialogue.locality, start, end),
        anchor=deadlines.HELD_ON,
        first=start,
        last=min(end, start + HORIZON),
        today=today,
    )


def consequences(preview: DayPreview, limits: Sequence[Deadline], tasks: Sequence[Task]) -> Consequences:
    """Return what would move and what stays because it was fixed by hand; met limits and closed tasks are left out."""
    becomes = {due.rule.code: due.due_on for due in preview.dues}
    running = [row for row in limits if row.state == DeadlineState.RUNNING]
    open_tasks = [row for row in tasks if row.state == TaskState.OPEN]
    kept = [Moved(row.label, row.due_on, becomes.get(row.rule_code)) for row in running if row.fixed_by_hand]
    kept += [Moved(row.title, row.due_on, becomes.get(row.limit_code)) for row in open_tasks if row.due_by_hand]
    return Consequences(
        limits=_changed(
            Moved(row.label, row.due_on, becomes.get(row.rule_code)) for row in running if not row.fixed_by_hand
        ),
        tasks=_changed(
            Moved(row.title, row.due_on, becomes.get(row.limit_code)) for row in open_tasks if not row.due_by_hand
        ),
        fixed=kept,
    )


def _changed(rows: Iterable[Moved]) -> list[Moved]:
    return [row for row in rows if row.was != row.becomes]
