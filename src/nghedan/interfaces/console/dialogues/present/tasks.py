"""Tasks in groups, by step or by unit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Task
from nghedan.domain.dialogues.terms import Step, TaskState
from nghedan.foundation.ui.models import Link, TaskRow
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.links import href
from nghedan.kernel.terms import gettext_noop
from nghedan.kernel.workdays import WorkCalendar

SHOWN = {
    "open": gettext_noop("Chưa xong"),
    "late": gettext_noop("Quá hạn"),
    "done": gettext_noop("Đã xong"),
    "all": gettext_noop("Tất cả"),
}
"""Which tasks a list shows, by the value in its address."""


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Tasks under one heading."""

    title: str
    rows: list[TaskRow]


def groups_of(
    tasks: Iterable[Task], *, by: str, today: date, calendar: WorkCalendar, with_dialogue: bool = False
) -> list[TaskGroup]:
    """Return tasks by step in the order of the steps, by unit in the order they come, or by dialogue."""
    titles: dict[str, list[TaskRow]] = {_(step.label): [] for step in Step} if by == "step" else {}
    name = _GROUPING[by]
    for task in tasks:
        titles.setdefault(name(task), []).append(task_row(task, by, today, calendar, with_dialogue=with_dialogue))
    return [TaskGroup(title, rows) for title, rows in titles.items() if rows]


def _unit(task: Task) -> str:
    return wording.unit_of(task) or _("Chưa giao đơn vị nào")


def _step(task: Task) -> str:
    return wording.label_of(Step, task.step)


_GROUPING: Mapping[str, Callable[[Task], str]] = {
    "step": _step,
    "unit": _unit,
    "dialogue": lambda task: task.dialogue.theme,
}


def task_row(task: Task, by: str, today: date, calendar: WorkCalendar, *, with_dialogue: bool) -> TaskRow:
    hints = [
        _unit(task) if by != "unit" else _step(task),
        task.dialogue.theme if with_dialogue and by != "dialogue" else "",
        _("hạn riêng") if task.due_by_hand and task.state == TaskState.OPEN else "",
    ]
    page = href("dialogue-task", task.locality, dialogue_id=task.dialogue.public_id, task_id=task.public_id)
    tag = wording.task_tag(task, today, calendar)
    return TaskRow(task.title, tag, page, " · ".join(filter(None, hints)), task.due_on)


def chosen(tasks: Iterable[Task], shown: str, today: date) -> list[Task]:
    """Return the tasks a list shows."""
    tests: dict[str, Callable[[Task], bool]] = {
        "open": lambda task: task.state == TaskState.OPEN,
        "late": lambda task: task.state == TaskState.OPEN and task.due_on is not None and task.due_on < today,
        "done": lambda task: task.state == TaskState.DONE,
        "all": lambda _task: True,
    }
    return [task for task in tasks if tests[shown](task)]


def shown_links(page: str, by: str, shown: str, tasks: Iterable[Task], today: date) -> list[Link]:
    """Return the ways to each selection of a list, with how many are in it."""
    listed = list(tasks)
    return [
        Link(_(label), f"{page}?show={code}&by={by}", current=code == shown, count=len(chosen(listed, code, today)))
        for code, label in SHOWN.items()
    ]
