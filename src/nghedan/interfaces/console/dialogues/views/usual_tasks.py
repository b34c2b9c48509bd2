"""Ticking what preparing a conference usually takes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from nghedan.domain.dialogues.checklist import still_missing
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.queries import dialogue_for, tasks_visible_to
from nghedan.domain.dialogues.services.preparing import add_usual_tasks
from nghedan.domain.organisations.models import Unit
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.forms.tasks import UsualTasksForm
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

FORM = "task.usual"


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the usual tasks the dialogue does not have yet, each with its unit and day; add those ticked."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, "task.add", dialogue)
    units = _units(request, dialogue)
    titles = tasks_visible_to(request.actor).filter(dialogue=dialogue).values_list("title", flat=True)
    missing = still_missing(titles)
    form = UsualTasksForm(request.POST or None, tasks=missing, units=units, held_on=dialogue.held_on)
    if request.method == "POST" and (done := attempt(form, lambda: _add(request, dialogue, form, units))):
        count = len(done.value)
        text = ngettext("Đã thêm %(count)s việc.", "Đã thêm %(count)s việc.", count)
        messages.success(request, text % {"count": count})
        return redirect("console:dialogue-tasks", locality=request.locality.slug, dialogue_id=dialogue_id)
    context = {
        "frame": frame_of(dialogue, "", clock.today()),
        "form_key": page_form_key(request, FORM),
        "has_tasks": bool(missing),
    }
    return form_page(request, "console/dialogues/usual_tasks.html", form, context)


def _add(request: StaffRequest, dialogue: Dialogue, form: UsualTasksForm, units: dict[str, Unit]) -> list[Task]:
    codes, days, key = form.cleaned_data["tasks"], form.days(), posted_form_key(request, FORM)
    return add_usual_tasks(actor=request.actor, dialogue=dialogue, codes=codes, units=units, days=days, key=key)


def _units(request: StaffRequest, dialogue: Dialogue) -> dict[str, Unit]:
    """Return kind -> the unit of that kind, the dialogue's own body's before others."""
    found: dict[str, Unit] = {}
    for unit in sorted(units_on(request.locality, clock.today()), key=lambda row: row.body_id != dialogue.body_id):
        found.setdefault(unit.kind, unit)
    return found
