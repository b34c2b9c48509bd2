"""The clock of a dialogue: what choosing a day would mean, and keeping limits and tasks with it."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.rules import is_outside_period
from nghedan.domain.dialogues.terms import TaskState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.deadlines.queries import deadlines_of, rules_for
from nghedan.foundation.deadlines.services import reopen_deadline, set_deadlines
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.kernel import deadlines as clockwork
from nghedan.kernel.deadlines import DeadlineRule, Due, Rank, evaluate, strictest, warnings

BEFORE_DAYS, AFTER_DAYS = 60, 60
"""How far around the day the calendar is read; no limit here reaches farther."""


@dataclass(frozen=True, slots=True)
class DayPreview:
    """What a day would mean: every limit, the strictest first, and the traps."""

    held_on: date
    dues: tuple[Due, ...]
    strictest: Due | None
    warnings: tuple[clockwork.Warning, ...]
    outside_period: bool


def rules_of(dialogue: Dialogue, on: date) -> list[DeadlineRule]:
    """Return the rules in force for a dialogue held on a day: the law's and the locality's rows, then those of the
    plans it carries out. A suggestion that says the same as a plan's own rule is left out."""
    rows = rules_for(
        dialogue.locality,
        body_kind=dialogue.body.kind,
        level=dialogue.locality.level,
        subject_kind=dialogue.kind,
        on=on,
    )
    planned = [
        deadlines.rule_of_plan(
            code=f"plan.{plan.public_id}.{position}",
            what=limit.what,
            days=limit.days,
            unit=limit.unit,
            direction=limit.direction,
            plan_number=plan.number or plan.title,
        )
        for plan in {item.plan_id: item.plan for item in dialogue.items.all()}.values()
        for position, limit in enumerate(plan.words.limits, 1)
    ]
    said = {(rule.days, rule.unit, rule.direction) for rule in planned}
    kept = [r for r in rows if r.rank is not Rank.SUGGESTION or (r.days, r.unit, r.direction) not in said]
    return kept + planned


def preview_day(dialogue: Dialogue, held_on: date, today: date) -> DayPreview:
    """Count every limit for a day without storing anything."""
    calendar = calendar_for(dialogue.locality, *_span(held_on))
    found = [evaluate(rule, {deadlines.HELD_ON: held_on}, calendar) for rule in rules_of(dialogue, held_on)]
    dues = tuple(sorted((due for due in found if due is not None), key=lambda due: (due.due_on, due.rule.code)))
    return DayPreview(
        held_on=held_on,
        dues=dues,
        strictest=strictest(dues),
        warnings=tuple(warnings(held_on, dues, calendar, today)),
        outside_period=is_outside_period(held_on, year=dialogue.year, quarter=dialogue.quarter, month=dialogue.month),
    )


def refresh_limits(*, actor: Actor, dialogue: Dialogue) -> None:
    """Store the limits that follow from the day, and move the tasks with them. Limits and tasks fixed by hand stay;
    a limit that no longer agrees with the count is flagged. What was done for another day is to be done again: the
    people must be told anew. Without a day there are no limits."""
    anchors = {deadlines.HELD_ON: dialogue.held_on} if dialogue.held_on else {}
    on = dialogue.held_on or date(dialogue.year, 12, 31)
    with deed(actor):
        for row in deadlines_of(dialogue):
            if row.met_on and row.anchor_on != dialogue.held_on:
                reopen_deadline(actor=Actor.system(dialogue.locality), deadline=row)
        set_deadlines(actor=actor, subject=dialogue, rules=rules_of(dialogue, on), anchors=anchors)
        due = {row.rule_code: row.due_on for row in deadlines_of(dialogue)}
        for task in Task.objects.of(dialogue.locality).filter(
            dialogue=dialogue, state=TaskState.OPEN, due_by_hand=False
        ):
            if task.due_on != due.get(task.limit_code):
                follow_limit(actor, task, due.get(task.limit_code))


def follow_limit(actor: Actor, task: Task, due_on: date | None) -> None:
    """Move a task with its limit: it follows from what ``actor`` did, whoever may or may not edit tasks."""
    system = Actor.system(task.locality)
    perform("task.edit", actor=system, obj=task, changes={"due_on": due_on}, facts={"asked_by": actor.key})


def _span(held_on: date) -> tuple[date, date]:
    return date.fromordinal(held_on.toordinal() - BEFORE_DAYS), date.fromordinal(held_on.toordinal() + AFTER_DAYS)
