"""Choosing and moving the day: first what it would mean, then the day itself."""

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.dialogues.days import consequences, days_for, dialogue_to_date
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.limits import preview_day
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.interfaces.console.dialogues.forms.day import DayForm
from nghedan.interfaces.console.dialogues.present.day import DayView, day_view, suggestions
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest, is_fragment
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Ask for a day; with one in the address show what it would mean; sent by POST it is chosen."""
    dialogue = or_404(dialogue_to_date, request.actor, dialogue_id)
    require(request.actor, "dialogue.schedule", dialogue)
    form = _form(request, dialogue)
    if request.method == "POST" and attempt(form, lambda: _schedule(request, dialogue, form)):
        messages.success(request, _("Đã chọn ngày. Thời hạn và việc chuẩn bị đã được tính theo ngày này."))
        return redirect("console:dialogue", locality=request.locality.slug, dialogue_id=dialogue_id)
    today = clock.today()
    held_on = form.cleaned_data.get("held_on") if form.is_bound and form.is_valid() else None
    context = {
        "frame": frame_of(dialogue, "", today),
        "dialogue": dialogue,
        "today": today,
        "preview": _preview(dialogue, held_on, today) if held_on else None,
        "days": suggestions(dialogue, days_for(dialogue, today)),
    }
    page = versioned_page(request, "console/dialogues/day.html", form, context)
    if is_fragment(request):
        page.status_code = HTTPStatus.OK  # htmx shows no other; the reasons stand in the page
    return page


def _form(request: HttpRequest, dialogue: Dialogue) -> DayForm:
    """Bind the form to what was sent, or to the address when it asks for a preview."""
    if request.method == "POST":
        return DayForm(request.POST, obj=dialogue)
    if "held_on" not in request.GET:
        return DayForm(obj=dialogue)
    blank = DayForm(obj=dialogue)
    asked = {name: request.GET.get(name, blank[name].value()) for name in blank.fields} | {
        "version": str(dialogue.version)
    }
    return DayForm(asked, obj=dialogue)


def _schedule(request: StaffRequest, dialogue: Dialogue, form: DayForm) -> Dialogue:
    data = form.cleaned_data
    return schedule_dialogue(
        actor=request.actor,
        dialogue=dialogue,
        held_on=data["held_on"],
        starts_at=data["starts_at"],
        venue=data["venue"],
    )


def _preview(dialogue: Dialogue, held_on: date, today: date) -> DayView:
    preview = preview_day(dialogue, held_on, today)
    found = consequences(preview, deadlines_of(dialogue), list(dialogue.tasks.all()))
    return day_view(dialogue, preview, found, today)
