"""Time limits of a dialogue: all of them, and what a person decides about one."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines import services
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import deadlines_of, deadlines_visible_to
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.transitions.moves import moves_for
from nghedan.interfaces.console.dialogues.forms.limits import FixForm, MeetForm
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.dialogues.present.limits import limit_row
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

AHEAD = timedelta(days=60)


@require_safe
def all_of(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """List the limits of a dialogue with rank, status and the reason for each."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    today = clock.today()
    calendar = calendar_for(request.locality, today, today + AHEAD)
    context = {
        "frame": frame_of(dialogue, "dialogue-limits", today),
        "dialogue": dialogue,
        "today": today,
        "limits": [limit_row(request.actor, row, today, calendar) for row in deadlines_of(dialogue)],
    }
    return render(request, "console/dialogues/limits.html", context)


@require_safe
def one(request: StaffRequest, dialogue_id: str, limit_id: str) -> HttpResponse:
    """Show a limit and what can be decided about it."""
    dialogue, limit = _found(request, dialogue_id, limit_id)
    return _page(request, dialogue, limit, VersionedForm(obj=limit))


@require_POST
def meet(request: StaffRequest, dialogue_id: str, limit_id: str) -> HttpResponse:
    """Record that what the limit asks for was done."""
    dialogue, limit = _found(request, dialogue_id, limit_id)
    form = MeetForm(request.POST, obj=limit)
    return _done(request, dialogue, limit, form, lambda: services.meet_deadline(
        actor=request.actor, deadline=limit, on=form.cleaned_data["on"], note=form.cleaned_data["note"]
    ))  # fmt: skip


@require_POST
def fix(request: StaffRequest, dialogue_id: str, limit_id: str) -> HttpResponse:
    """Fix another day by hand, with a reason."""
    dialogue, limit = _found(request, dialogue_id, limit_id)
    form = FixForm(request.POST, obj=limit)
    return _done(request, dialogue, limit, form, lambda: services.fix_deadline(
        actor=request.actor, deadline=limit, due_on=form.cleaned_data["due_on"], reason=form.cleaned_data["reason"]
    ))  # fmt: skip


@require_POST
def release(request: StaffRequest, dialogue_id: str, limit_id: str) -> HttpResponse:
    """Let the limit follow the count again."""
    dialogue, limit = _found(request, dialogue_id, limit_id)
    form = VersionedForm(request.POST, obj=limit)
    return _done(request, dialogue, limit, form, lambda: services.release_deadline(actor=request.actor, deadline=limit))


@require_POST
def reopen(request: StaffRequest, dialogue_id: str, limit_id: str) -> HttpResponse:
    """Let a limit run again that was recorded as met."""
    dialogue, limit = _found(request, dialogue_id, limit_id)
    form = VersionedForm(request.POST, obj=limit)
    return _done(request, dialogue, limit, form, lambda: services.reopen_deadline(actor=request.actor, deadline=limit))


def _found(request: StaffRequest, dialogue_id: str, limit_id: str) -> tuple[Dialogue, Deadline]:
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    limits = deadlines_visible_to(request.actor).select_related("locality")
    limit: Deadline = or_404(
        limits.get, public_id=limit_id, subject_type=subject_type_of(dialogue), subject_id=dialogue_id
    )
    return dialogue, limit


def _done(
    request: StaffRequest, dialogue: Dialogue, limit: Deadline, form: VersionedForm, deed: Callable[[], object]
) -> HttpResponse:
    if attempt(form, deed):
        messages.success(request, _("Đã ghi nhận. Việc chuẩn bị theo thời hạn này cũng đổi theo."))
        return redirect("console:dialogue-limits", locality=request.locality.slug, dialogue_id=dialogue.public_id)
    return _page(request, dialogue, limit, form)


def _page(request: StaffRequest, dialogue: Dialogue, limit: Deadline, form: VersionedForm) -> HttpResponse:
    today = clock.today()
    moves = {move.code for move in moves_for(request.actor, limit) if move.allowed}
    meeting = form if isinstance(form, MeetForm) else MeetForm(obj=limit, initial={"on": today}, auto_id="meet_%s")
    fixing = form if isinstance(form, FixForm) else FixForm(obj=limit, auto_id="fix_%s")
    context = {
        "frame": frame_of(dialogue, "", today),
        "dialogue": dialogue,
        "today": today,
        "limit": limit_row(request.actor, limit, today, calendar_for(request.locality, today, today + AHEAD)),
        "meeting": meeting if "deadline.meet" in moves else None,
        "fixing": fixing if "deadline.fix" in moves else None,
        "opens_fixing": form is fixing,
        "may_release": "deadline.release" in moves and limit.fixed_by_hand,
        "may_reopen": "deadline.reopen" in moves,
    }
    return versioned_page(request, "console/dialogues/limit.html", form, context)
