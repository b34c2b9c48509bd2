"""One dialogue: where it stands and what is next."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.queries import dialogue_for, tasks_visible_to
from nghedan.domain.dialogues.terms import TaskState
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.ui.models import TaskRow
from nghedan.interfaces.console.dialogues.present import overview, standing, voices, wording
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

NEXT_TASKS = 5
AHEAD = timedelta(days=60)
PAGES = {
    "dialogue.schedule": "dialogue-day",
    "dialogue.agree": "dialogue-agree",
    "dialogue.edit": "dialogue-edit",
    "dialogue.postpone": "dialogue-postpone",
    "dialogue.cancel": "dialogue-cancel",
    "dialogue.close": "dialogue-close",
}
"""Move -> the page it is made on; those of the day are made in the hall."""


@require_safe
def show(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show a dialogue: facts, the seven steps, the next thing, the next tasks and what else can be done."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    today = clock.today()
    calendar = calendar_for(request.locality, today, today + AHEAD)
    limits = deadlines_of(dialogue)
    tasks = tasks_visible_to(request.actor).filter(dialogue=dialogue, state=TaskState.OPEN)
    first_tasks = list(tasks.order_by("due_on", "id")[:NEXT_TASKS])
    context = {
        "frame": frame_of(dialogue, "dialogue", today),
        "dialogue": dialogue,
        "today": today,
        "facts": overview.facts_of(dialogue),
        "is_internal": overview.is_internal(dialogue),
        "steps": standing.steps_of(dialogue, limits, today),
        "next": standing.next_thing(request.actor, dialogue, limits, first_tasks, today, calendar),
        "figures": voices.figures_of(request.actor, dialogue),
        "tasks": [
            TaskRow(
                task.title,
                wording.task_tag(task, today, calendar),
                href("dialogue-task", request.locality, dialogue_id=dialogue_id, task_id=task.public_id),
                wording.unit_of(task),
                task.due_on,
            )
            for task in first_tasks
        ],
        "moves": [
            (move, href(PAGES[move.code], request.locality, dialogue_id=dialogue_id))
            for move in overview.other_moves(dialogue, moves_for(request.actor, dialogue))
            if move.code in PAGES
        ],
    }
    return render(request, "console/dialogues/overview.html", context)
