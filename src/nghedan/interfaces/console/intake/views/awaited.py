"""Reports awaited before a dialogue: asked for, received, missing."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.opinions.models import AwaitedReport
from nghedan.domain.opinions.queries import awaited_visible_to
from nghedan.domain.opinions.services import awaiting
from nghedan.domain.opinions.terms import AwaitedState
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.intake.forms.awaited import AwaitForm, EditReportForm, ReceiveForm, moves
from nghedan.interfaces.console.intake.present import awaited as present
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

VIEW, ADD, EDIT, RECEIVE = (f"awaited_report.{move}" for move in ("view", "add", "edit", "receive"))
BOTH = ["GET", "HEAD", "POST"]


@require_safe
def of_dialogue(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """List the reports awaited for a dialogue, the missing ones first, with a text that reminds them."""
    require(request.actor, VIEW)
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    today = clock.today()
    reports = list(awaited_visible_to(request.actor).filter(dialogue=dialogue))
    may_add = decide(request.actor, ADD, AwaitedReport(locality=dialogue.locality, dialogue=dialogue)).allowed
    context = {
        "frame": frame_of(dialogue, "awaited", today),
        "today": today,
        "groups": present.groups_of(reports, today),
        "counts": present.counts_of(reports, today),
        "reminder": present.reminder_of(dialogue, reports, today) if may_add else "",
        "may_add": may_add,
    }
    return render(request, "console/intake/awaited.html", context)


@require_http_methods(BOTH)
def add(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Ask several at once for the same report."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, ADD, AwaitedReport(locality=dialogue.locality, dialogue=dialogue))
    units = units_on(request.locality, clock.today())
    form = AwaitForm(request.POST or None, units=units, due_on=awaiting.usual_day(dialogue))
    if request.method == "POST" and (done := attempt(form, lambda: _await(request, dialogue, form))):
        messages.success(request, _("Đang chờ %(count)s báo cáo.") % {"count": len(done.value)})
        return _back(request, dialogue_id)
    context = {"frame": frame_of(dialogue, "", clock.today()), "form_key": page_form_key(request, ADD)}
    return form_page(request, "console/intake/awaited_new.html", form, context)


@require_http_methods(BOTH)
def one(request: StaffRequest, dialogue_id: str, report_id: str) -> HttpResponse:
    """Note that a report came, with its file; one that came is shown."""
    report = _report(request, dialogue_id, report_id)
    today = clock.today()
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReceiveForm(*posted, obj=report, today=today)
    if request.method == "POST" and attempt(form, lambda: _receive(request, report, form)):
        messages.success(request, _("Đã ghi nhận báo cáo của %(sender)s.") % {"sender": report.sender})
        return _back(request, dialogue_id)
    context = {
        "frame": frame_of(report.dialogue, "", today),
        "report": report,
        "facts": present.facts_of(report, clock.today()),
        "tag": present.tag_of(report, today),
        "moves": present.moves_of(request.actor, report),
        "may_receive": report.state == AwaitedState.AWAITED and decide(request.actor, RECEIVE, report).allowed,
        "has_file": attachments_of(report).exists(),
    }
    return versioned_page(request, "console/intake/awaited_report.html", form, context)


@require_http_methods(BOTH)
def edit(request: StaffRequest, dialogue_id: str, report_id: str) -> HttpResponse:
    """Change what is asked for, or by when."""
    report = _report(request, dialogue_id, report_id)
    require(request.actor, EDIT, report)
    form = EditReportForm(request.POST or None, obj=report)
    if request.method == "POST" and attempt(
        form, lambda: awaiting.edit_report(actor=request.actor, report=report, changes=form.changes())
    ):
        messages.success(request, _("Đã lưu."))
        return _back(request, dialogue_id)
    context = {"frame": frame_of(report.dialogue, "", clock.today()), "report": report}
    return versioned_page(request, "console/intake/awaited_edit.html", form, context)


@require_POST
def move(request: StaffRequest, dialogue_id: str, report_id: str) -> HttpResponse:
    """Need a report no longer, or await it again."""
    report = _report(request, dialogue_id, report_id)
    code = request.POST.get("move", "")
    told = moves().get(code)
    if told is None:
        raise Http404
    deed = awaiting.waive_report if code == "awaited_report.waive" else awaiting.reopen_report
    VersionedForm(request.POST, obj=report).is_valid()  # lends the version that was seen
    deed(actor=request.actor, report=report)
    messages.success(request, told)
    return _back(request, dialogue_id)


@require_safe
def file(request: StaffRequest, dialogue_id: str, report_id: str) -> HttpResponse:
    """Send the file of a report."""
    return sent_file(request, attachments_of(_report(request, dialogue_id, report_id)).order_by("-pk").first())


def _await(request: StaffRequest, dialogue: Dialogue, form: AwaitForm) -> list[AwaitedReport]:
    typed = form.cleaned_data
    return awaiting.await_reports(
        actor=request.actor, dialogue=dialogue, senders=form.chosen(), subject=typed["subject"],
        due_on=typed["due_on"], key=posted_form_key(request, ADD),
    )  # fmt: skip


def _receive(request: StaffRequest, report: AwaitedReport, form: ReceiveForm) -> AwaitedReport:
    typed = form.cleaned_data
    return awaiting.receive_report(
        actor=request.actor, report=report, received_on=typed["received_on"],
        document_number=typed["document_number"], upload=typed["file"],
    )  # fmt: skip


def _report(request: StaffRequest, dialogue_id: str, report_id: str) -> AwaitedReport:
    reports = awaited_visible_to(request.actor).filter(dialogue__public_id=dialogue_id)
    return or_404(reports.select_related("dialogue__locality", "dialogue__body").get, public_id=report_id)


def _back(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    return redirect("console:awaited", locality=request.locality.slug, dialogue_id=dialogue_id)
