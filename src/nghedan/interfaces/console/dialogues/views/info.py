"""What a dialogue says, who presides, its plans, its journal."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.dialogues.joining import joinable_items
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.services import planning
from nghedan.domain.organisations.queries import hamlets_on, officers_by_name
from nghedan.domain.plans.queries import plans_visible_to
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.interfaces.console.dialogues.forms.info import InfoForm, JoinForm, PresidingForm
from nghedan.interfaces.console.dialogues.present import history, overview
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.instructions import told_in
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page


@require_safe
def info(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show everything a dialogue says."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    may_edit = decide(request.actor, "dialogue.edit", dialogue).allowed
    context = {
        "frame": frame_of(dialogue, "dialogue-info", clock.today()),
        "is_internal": overview.is_internal(dialogue),
        "rows": overview.info_rows(dialogue),
        "edit_href": href("dialogue-edit", request.locality, dialogue_id=dialogue_id) if may_edit else "",
    }
    return render(request, "console/dialogues/info.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Change what a dialogue says; a change of contents or audience makes the head's agreement lapse."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, "dialogue.edit", dialogue)
    was_agreed = dialogue.agreed_on is not None
    form = InfoForm(request.POST or None, obj=dialogue, hamlets=hamlets_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(form, lambda: _edit(request, dialogue, form)):
        lapsed = was_agreed and dialogue.agreed_on is None
        text = _("Đã lưu. Nội dung hoặc đối tượng đã đổi nên cần người đứng đầu thống nhất lại.")
        messages.success(request, text if lapsed else _("Đã lưu."))
        return redirect("console:dialogue-info", locality=request.locality.slug, dialogue_id=dialogue_id)
    context = {"frame": frame_of(dialogue, "", clock.today()), "was_agreed": was_agreed}
    return versioned_page(request, "console/dialogues/edit.html", form, context)


def _edit(request: StaffRequest, dialogue: Dialogue, form: InfoForm) -> Dialogue:
    return planning.edit_dialogue(
        actor=request.actor, dialogue=dialogue, changes=form.changes(), hamlets=form.chosen_hamlets()
    )


@require_http_methods(["GET", "HEAD", "POST"])
def presiding(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show who presides; whoever may, names others."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    rows = list(dialogue.presiding.all())
    may_edit = decide(request.actor, "presiding.end", dialogue).allowed
    officers = officers_by_name(request.locality) if may_edit else []
    form = PresidingForm(request.POST or None, rows=rows, officers=officers)
    if request.method == "POST" and attempt(form, lambda: _preside(request, dialogue, form)):
        messages.success(request, _("Đã lưu người chủ trì."))
        return redirect("console:dialogue-presiding", locality=request.locality.slug, dialogue_id=dialogue_id)
    context = {
        "frame": frame_of(dialogue, "dialogue-presiding", clock.today()),
        "rows": overview.presiding_rows(rows),
        "may_edit": may_edit,
    }
    return form_page(request, "console/dialogues/presiding.html", form, context)


def _preside(request: StaffRequest, dialogue: Dialogue, form: PresidingForm) -> Dialogue:
    return planning.set_presiding(
        actor=request.actor, dialogue=dialogue, chair=form.chosen_chair(), co_chairs=form.chosen_co_chairs()
    )


@require_http_methods(["GET", "HEAD", "POST"])
def plans(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the plans a dialogue carries out; it may join another one."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    may_join = decide(request.actor, "dialogue.edit", dialogue).allowed
    items = joinable_items(request.actor, dialogue) if may_join else []
    form = JoinForm(request.POST or None, obj=dialogue, items=items)
    if request.method == "POST" and attempt(
        form, lambda: planning.join_plan(actor=request.actor, dialogue=dialogue, item=form.chosen())
    ):
        messages.success(request, _("Hội nghị này nay thực hiện cả hai kế hoạch; hai người đứng đầu cùng chủ trì."))
        return redirect("console:dialogue-plans", locality=request.locality.slug, dialogue_id=dialogue_id)
    context = {
        "frame": frame_of(dialogue, "dialogue-plans", clock.today()),
        "items": list(dialogue.items.all()),
        "open_plans": set(plans_visible_to(request.actor).values_list("pk", flat=True)),
        "may_join": bool(items),
    }
    return versioned_page(request, "console/dialogues/plans.html", form, context)


@require_safe
def journal(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Tell what happened, the latest first."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    happenings = timeline_of(dialogue, *dialogue.presiding.all())
    context = {
        "frame": frame_of(dialogue, "dialogue-journal", clock.today()),
        "entries": history.entries_of(happenings, told_in(request.actor, happenings)),
    }
    return render(request, "console/dialogues/journal.html", context)
