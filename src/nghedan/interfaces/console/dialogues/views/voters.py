"""Requests by voters: received, counted hamlet by hamlet, accepted or set aside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.dialogues.models import HamletCount, VoterRequest
from nghedan.domain.dialogues.queries import standing_of, voter_requests_visible_to
from nghedan.domain.dialogues.rules import LAW_THRESHOLD_PERCENT
from nghedan.domain.dialogues.services import occasions
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.queries import hamlets_on, hamlets_visible_to
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.services import attach, open_attachment
from nghedan.foundation.attachments.terms import AttachmentState
from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.moves import moves_for
from nghedan.interfaces.console.dialogues.forms.occasions import CountForm, SetAsideForm, VoterRequestForm
from nghedan.interfaces.console.dialogues.present import occasions as present
from nghedan.interfaces.console.plans.bodies import bodies_for
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

RECEIVE, COUNT = "voter_request.receive", "hamlet_count.add"
SIGNATURES = "signatures"


@require_safe
def requests(request: StaffRequest) -> HttpResponse:
    """List the requests one may see, the latest first."""
    found = voter_requests_visible_to(request.actor).order_by("-received_on", "-pk")
    context = {
        "rows": [present.request_row(one) for one in found],
        "may_receive": decide(request.actor, RECEIVE).allowed,
    }
    return render(request, "console/dialogues/voter_requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def receive(request: StaffRequest) -> HttpResponse:
    """Open the count of a request."""
    bodies = bodies_for(request.actor, RECEIVE)
    require(request.actor, RECEIVE, bodies[0] if bodies else request.locality)
    initial = {"received_on": clock.today(), "percent": LAW_THRESHOLD_PERCENT}
    form = VoterRequestForm(request.POST or None, bodies=bodies, initial=initial)
    if request.method == "POST" and (done := attempt(form, lambda: _receive(request, form))):
        messages.success(request, _("Đã tiếp nhận. Ghi số cử tri ký tên của từng thôn, tổ dân phố."))
        return redirect("console:voter-request", locality=request.locality.slug, request_id=done.value.public_id)
    key = {"form_key": page_form_key(request, RECEIVE)}
    return form_page(request, "console/dialogues/voter_request_new.html", form, key)


def _receive(request: StaffRequest, form: VoterRequestForm) -> VoterRequest:
    data = form.cleaned_data
    return occasions.receive_voter_request(
        actor=request.actor, body=form.chosen_body, subject=data["subject"], received_on=data["received_on"],
        percent=data["percent"], key=posted_form_key(request, RECEIVE),
    )  # fmt: skip


@require_safe
def one(request: StaffRequest, request_id: str) -> HttpResponse:
    """Show how far a request has come."""
    row = _found(request, request_id)
    return _page(request, row, SetAsideForm(obj=row))


@require_POST
def accept(request: StaffRequest, request_id: str) -> HttpResponse:
    """Put the dialogue the voters asked for into the programme."""
    row = _found(request, request_id)
    form = VersionedForm(request.POST, obj=row)
    if done := attempt(form, lambda: occasions.accept_voter_request(actor=request.actor, request=row)):
        messages.success(request, _("Đã đưa vào chương trình theo yêu cầu của cử tri. Việc tiếp theo là chọn ngày."))
        return redirect("console:dialogue", locality=request.locality.slug, dialogue_id=done.value.public_id)
    return _page(request, row, form)


@require_POST
def set_aside(request: StaffRequest, request_id: str) -> HttpResponse:
    """Close a request that does not reach the threshold."""
    row = _found(request, request_id)
    form = SetAsideForm(request.POST, obj=row)
    if attempt(form, lambda: occasions.set_aside_voter_request(
        actor=request.actor, request=row, note=form.cleaned_data["note"]
    )):  # fmt: skip
        messages.success(request, _("Đã ghi nhận yêu cầu không đủ điều kiện."))
        return redirect("console:voter-request", locality=request.locality.slug, request_id=request_id)
    return _page(request, row, form)


def _page(request: StaffRequest, row: VoterRequest, form: VersionedForm) -> HttpResponse:
    count = standing_of(row)
    moves = {move.code: move for move in moves_for(request.actor, row)}
    scanned = Attachment.objects.of(request.locality).filter(
        subject_type=subject_type_of(HamletCount),
        subject_id__in=[one.public_id for one in row.counts.all()],
        state=AttachmentState.KEPT,
    )
    context = {
        "row": row,
        "count": count,
        "sentence": present.count_sentence(count),
        "tag": present.request_tag(row, count),
        "facts": present.request_rows(row),
        "hamlets": present.hamlet_rows(
            row, hamlets_on(request.locality, clock.today()), frozenset(scanned.values_list("subject_id", flat=True))
        ),
        "accept": moves.get("voter_request.accept"),
        "set_aside": moves.get("voter_request.set_aside"),
        "aside": form if isinstance(form, SetAsideForm) else SetAsideForm(obj=row),
        "may_count": row.state == "collecting" and decide(request.actor, COUNT, row).allowed,
    }
    return versioned_page(request, "console/dialogues/voter_request.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def count(request: StaffRequest, request_id: str, hamlet_id: str) -> HttpResponse:
    """Enter or correct the count of one hamlet, with the scan of the signatures."""
    row = _found(request, request_id)
    require(request.actor, COUNT, row)
    hamlet: Hamlet = or_404(hamlets_visible_to(request.actor).get, public_id=hamlet_id)
    known = next((one for one in row.counts.all() if one.hamlet_id == hamlet.pk), None)
    form = CountForm(request.POST or None, request.FILES or None, initial={"supporters": known and known.supporters})
    if request.method == "POST" and attempt(form, lambda: _count(request, row, hamlet, form)):
        messages.success(request, _("Đã ghi số cử tri ký tên của %(hamlet)s.") % {"hamlet": hamlet.full_name})
        return redirect("console:voter-request", locality=request.locality.slug, request_id=request_id)
    files = Attachment.objects.of(request.locality).filter(
        subject_type=subject_type_of(HamletCount), subject_id=known.public_id, state=AttachmentState.KEPT
    ) if known else []  # fmt: skip
    context = {"row": row, "hamlet": hamlet, "files": files}
    return form_page(request, "console/dialogues/voter_count.html", form, context)


def _count(request: StaffRequest, row: VoterRequest, hamlet: Hamlet, form: CountForm) -> HamletCount:
    """Keep number and scan in one deed."""
    data = form.cleaned_data
    with deed(request.actor):
        counted = occasions.count_hamlet(actor=request.actor, request=row, hamlet=hamlet, supporters=data["supporters"])
        if data["file"]:
            attach(actor=request.actor, subject=counted, upload=data["file"], kind=SIGNATURES, holds_names=True)
    return counted


@require_safe
def scan(request: StaffRequest, request_id: str, scan_id: str) -> HttpResponse:
    """Send a scan of signatures; the opening is journalled."""
    row = _found(request, request_id)
    counts = [one.public_id for one in row.counts.all()]
    files = Attachment.objects.of(request.locality).filter(
        subject_type=subject_type_of(HamletCount), subject_id__in=counts
    )
    opened = open_attachment(actor=request.actor, attachment=or_404(files.get, public_id=scan_id))
    headers = {"Content-Disposition": f'attachment; filename="{scan_id}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(opened.content, content_type=opened.content_type, headers=headers)


def _found(request: StaffRequest, request_id: str) -> VoterRequest:
    row: VoterRequest = or_404(voter_requests_visible_to(request.actor).get, public_id=request_id)
    return row
