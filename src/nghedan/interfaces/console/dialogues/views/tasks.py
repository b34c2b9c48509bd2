"""Tasks of preparation, of one dialogue and of one's own unit."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.queries import dialogue_for, tasks_visible_to
from nghedan.domain.dialogues.services import preparing
from nghedan.domain.dialogues.terms import IN_WORK, Step, TaskState
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.forms.tasks import FinishForm, NewTaskForm, TaskForm
from nghedan.interfaces.console.dialogues.present import tasks as present
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.minutes.forms import carry_form
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

ADD = "task.add"
AHEAD = timedelta(days=60)
BY_DAY = (F("due_on").asc(nulls_last=True), "id")


@require_safe
def of_dialogue(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """List the tasks of a dialogue by step or by unit, those one may see."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    tasks = list(tasks_visible_to(request.actor).filter(dialogue=dialogue).order_by(*BY_DAY))
    page = href("dialogue-tasks", request.locality, dialogue_id=dialogue_id)
    may_add = decide(request.actor, ADD, dialogue).allowed
    context = {
        **_listed(request, tasks, page, ("step", "unit")),
        "frame": frame_of(dialogue, "dialogue-tasks", clock.today()),
        "add_href": href("dialogue-task-new", request.locality, dialogue_id=dialogue_id) if may_add else "",
        "usual_href": href("dialogue-usual-tasks", request.locality, dialogue_id=dialogue_id) if may_add else "",
        "carry": carry_form(request.actor, dialogue),
    }
    return render(request, "console/dialogues/tasks.html", context)


@require_safe
def mine(request: StaffRequest) -> HttpResponse:
    """List the tasks of every dialogue in preparation that one may see: for an officer, those of the own unit."""
    tasks = tasks_visible_to(request.actor).filter(dialogue__state__in=IN_WORK).order_by(*BY_DAY)
    page = href("tasks", request.locality)
    return render(request, "console/dialogues/my_tasks.html", _listed(request, list(tasks), page, ("dialogue", "unit")))


def _listed(request: StaffRequest, tasks: list[Task], page: str, groupings: tuple[str, str]) -> dict[str, Any]:
    """Return a list as its address asks for it: which tasks, in which groups."""
    today = clock.today()
    shown = request.GET.get("show", "open")
    shown = shown if shown in present.SHOWN else "open"
    asked = request.GET.get("by", "")
    by = asked if asked in groupings else groupings[0]
    calendar = calendar_for(request.locality, today, today + AHEAD)
    selected = present.chosen(tasks, shown, today)
    return {
        "today": today,
        "shown": present.shown_links(page, by, shown, tasks, today),
        "groups": present.groups_of(
            selected, by=by, today=today, calendar=calendar, with_dialogue="dialogue" in groupings
        ),
        "other_href": f"{page}?show={shown}&by={groupings[1] if by == groupings[0] else groupings[0]}",
        "is_by_unit": by == "unit",
        "total": len(tasks),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Add a task."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, ADD, dialogue)
    form = NewTaskForm(request.POST or None, units=units_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(form, lambda: _add(request, dialogue, form)):
        messages.success(request, _("Đã thêm việc."))
        return redirect("console:dialogue-tasks", locality=request.locality.slug, dialogue_id=dialogue_id)
    context = {"frame": frame_of(dialogue, "", clock.today()), "form_key": page_form_key(request, ADD)}
    return form_page(request, "console/dialogues/task_new.html", form, context)


def _add(request: StaffRequest, dialogue: Dialogue, form: NewTaskForm) -> Task:
    data = form.cleaned_data
    return preparing.add_task(
        actor=request.actor, dialogue=dialogue, title=data["title"], unit=form.chosen_unit, due_on=data["due_on"],
        step=Step(data["step"]), key=posted_form_key(request, ADD),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: StaffRequest, dialogue_id: str, task_id: str) -> HttpResponse:
    """Show a task; sent by POST it is finished."""
    task = _task(request, dialogue_id, task_id)
    form = FinishForm(request.POST or None, obj=task, initial={"on": clock.today()})
    if request.method == "POST" and attempt(form, lambda: _finish(request, task, form)):
        messages.success(request, _("Đã ghi nhận việc đã xong."))
        return redirect("console:dialogue-tasks", locality=request.locality.slug, dialogue_id=dialogue_id)
    return _task_page(request, task, form)


def _finish(request: StaffRequest, task: Task, form: FinishForm) -> Task:
    data = form.cleaned_data
    return preparing.finish_task(actor=request.actor, task=task, on=data["on"], note=data["note"])


def _task_page(request: StaffRequest, task: Task, form: VersionedForm) -> HttpResponse:
    today = clock.today()
    moves = {move.code: move for move in moves_for(request.actor, task)}
    rows = [
        (_("Cuộc đối thoại"), task.dialogue.theme),
        (_("Đơn vị thực hiện"), wording.unit_of(task)),
        (_("Thuộc bước"), wording.label_of(Step, task.step)),
        (_("Hạn"), task.due_on),
        (_("Ngày xong"), task.done_on),
        (_("Kết quả"), task.done_note),
    ]
    context = {
        "task": task,
        "finish": form if isinstance(form, FinishForm) else FinishForm(obj=task, initial={"on": today}),
        "today": today,
        "tag": wording.task_tag(task, today, calendar_for(request.locality, today, today + AHEAD)),
        "facts": [SummaryRow(key, value) for key, value in rows if value],
        "frame": frame_of(task.dialogue, "", today),
        "may_finish": "task.finish" in moves,
        "may_edit": "task.edit" in moves,
        "may_drop": "task.drop" in moves,
        "may_reopen": "task.reopen" in moves,
        "is_open": task.state == TaskState.OPEN,
    }
    return versioned_page(request, "console/dialogues/task.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, dialogue_id: str, task_id: str) -> HttpResponse:
    """Change a task: words, unit, day of its own, step."""
    task = _task(request, dialogue_id, task_id)
    require(request.actor, "task.edit", task)
    form = TaskForm(request.POST or None, obj=task, units=units_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(
        form, lambda: preparing.edit_task(actor=request.actor, task=task, changes=form.changes())
    ):
        messages.success(request, _("Đã lưu."))
        return redirect(_page_of(task))
    context = {"frame": frame_of(task.dialogue, "", clock.today()), "task_href": _page_of(task)}
    return versioned_page(request, "console/dialogues/task_edit.html", form, context)


@require_POST
def drop(request: StaffRequest, dialogue_id: str, task_id: str) -> HttpResponse:
    """Decide that a task is not needed."""
    task = _task(request, dialogue_id, task_id)
    return _press(request, task, lambda: preparing.drop_task(actor=request.actor, task=task))


@require_POST
def reopen(request: StaffRequest, dialogue_id: str, task_id: str) -> HttpResponse:
    """Take a task up again."""
    task = _task(request, dialogue_id, task_id)
    return _press(request, task, lambda: preparing.reopen_task(actor=request.actor, task=task))


def _press(request: StaffRequest, task: Task, deed: Any) -> HttpResponse:
    form = VersionedForm(request.POST, obj=task)
    if attempt(form, deed):
        messages.success(request, _("Đã ghi nhận."))
        return redirect(_page_of(task))
    return _task_page(request, task, form)


def _task(request: StaffRequest, dialogue_id: str, task_id: str) -> Task:
    tasks = tasks_visible_to(request.actor).select_related("dialogue__locality")
    return or_404(tasks.get, dialogue__public_id=dialogue_id, public_id=task_id)


def _page_of(task: Task) -> str:
    return href("dialogue-task", task.locality, dialogue_id=task.dialogue.public_id, task_id=task.public_id)
