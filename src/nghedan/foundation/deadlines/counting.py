"""From rules to the values of a limit's row."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from nghedan.foundation.deadlines.models import Deadline, rule_columns
from nghedan.kernel.deadlines import DeadlineRule, Due, Step, evaluate, strictness
from nghedan.kernel.workdays import WorkCalendar


def count_all(rules: Iterable[DeadlineRule], anchors: Mapping[str, date], calendar: WorkCalendar) -> list[Due]:
    """Return the limits whose anchor has a day, the strictest first.

    Raises ValueError for two rules of one code: each limit of a subject is known by the code of its rule.
    """
    dues = [due for rule in rules if (due := evaluate(rule, anchors, calendar)) is not None]
    codes = [due.rule.code for due in dues]
    twice = {code for code in codes if codes.count(code) > 1}
    if twice:
        raise ValueError(f"two rules of one code: {sorted(twice)}")
    return sorted(dues, key=strictness)


def due_columns(due: Due, anchor_on: date) -> dict[str, Any]:
    """Return a count as the values of a row that follows it."""
    return {
        **rule_columns(due.rule),
        "anchor_on": anchor_on,
        "due_on": due.due_on,
        "counted_on": due.due_on,
        "advised_on": due.advised_on,
        "steps": [_stored(step) for step in due.steps],
    }


def count_again(row: Deadline, calendar: WorkCalendar) -> Due:
    """Return the count of a row's own rule from its own anchor, by the calendar of today."""
    [due] = count_all([row.rule], {row.anchor: row.anchor_on}, calendar)
    return due


def changes_by(due: Due, anchor_on: date, row: Deadline, calendar: WorkCalendar) -> dict[str, Any]:
    """Return what a new count changes in a row.

    A limit fixed by hand keeps its day; when the count behind it moves to another, it is flagged.
    """
    columns = due_columns(due, anchor_on)
    if row.fixed_by_hand:
        columns["due_on"] = row.due_on
        columns["advised_on"] = calendar.previous_working(row.due_on)
        if due.due_on != row.counted_on:
            columns["differs_from_count"] = due.due_on != row.due_on
    return {name: value for name, value in columns.items() if getattr(row, name) != value}


def _stored(step: Step) -> dict[str, Any]:
    return {**asdict(step), "day": step.day and step.day.isoformat()}
