"""Tasks of preparation: add, change, finish."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from nghedan.domain.dialogues.checklist import still_missing
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_TITLE = _("Xin ghi việc cần làm.")
NONE_CHOSEN = _("Xin chọn ít nhất một việc.")


def add_task(
    *, actor: Actor, dialogue: Dialogue, title: str, unit: Unit | None, due_on: date | None, step: Step, key: str = ""
) -> Task:
    """Add a task with a day of its own. Raises Invalid without words."""
    if not title.strip():
        raise Invalid("task.no_title", NO_TITLE, field="title")
    task = Task(
        locality=dialogue.locality, dialogue=dialogue, title=title, unit=unit, unit_text=unit.name if unit else "",
        step=step.value, due_on=due_on, due_by_hand=due_on is not None,
    )  # fmt: skip
    return create("task.add", actor=actor, obj=task, key=key)


def add_usual_tasks(
    *, actor: Actor, dialogue: Dialogue, codes: Collection[str], units: Mapping[str, Unit],
    days: Mapping[str, date | None] | None = None, key: str = "",
) -> list[Task]:  # fmt: skip
    """Add the ticked tasks of the usual list, each given to the unit of its kind (``units``: kind -> unit), until its
    usual day, or the one in ``days`` (code -> day, None for no day).

    What the dialogue has already is left out, so that nothing is asked twice. Raises Invalid when nothing is ticked.
    """
    if not codes:
        raise Invalid("task.none_chosen", NONE_CHOSEN, field="tasks")
    titles = Task.objects.of(dialogue.locality).filter(dialogue=dialogue).values_list("title", flat=True)
    chosen = days or {}
    with deed(actor):
        return [
            add_task(
                actor=actor, dialogue=dialogue, title=usual.title, unit=units.get(usual.unit_kind),
                due_on=chosen.get(usual.code, usual.due_on(dialogue.held_on)), step=usual.step,
                key=f"{key}.{usual.code}" if key else "",
            )
            for usual in still_missing(titles)
            if usual.code in codes
        ]  # fmt: skip


def edit_task(*, actor: Actor, task: Task, changes: Mapping[str, Any]) -> Task:
    """Change a task; a day typed by hand stays when the dialogue moves."""
    stored = dict(changes)
    if stored.get("due_on", task.due_on) != task.due_on:
        stored["due_by_hand"] = True
    return perform("task.edit", actor=actor, obj=task, changes=stored)


def finish_task(*, actor: Actor, task: Task, on: date, note: str = "") -> Task:
    """Say that a task is done, on which day, with what result."""
    return perform("task.finish", actor=actor, obj=task, changes={"done_on": on, "done_note": note})


def reopen_task(*, actor: Actor, task: Task) -> Task:
    """Take up a task again."""
    return perform("task.reopen", actor=actor, obj=task, changes={"done_on": None})


def drop_task(*, actor: Actor, task: Task) -> Task:
    """Decide that a task is not needed for this dialogue."""
    return perform("task.drop", actor=actor, obj=task)
