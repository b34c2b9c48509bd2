"""What a unit reports and asks for, and what the office makes of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.followup.models import Commitment, Extension, Progress
from nghedan.domain.followup.queries.commitments import asked_of, commitment_for, has_evidence
from nghedan.domain.followup.services import working
from nghedan.domain.followup.services.extending import ask_extension, withdraw_extension
from nghedan.foundation.access.decide import reach_of, require
from nghedan.foundation.access.scope import UNIT
from nghedan.foundation.attachments.formats import ALL
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.interfaces.console.followup.forms import (
    EVIDENCE,
    CloseForm,
    ExtensionForm,
    GiveBackForm,
    ProgressForm,
    ProgressForUnitForm,
)
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page
from nghedan.kernel.errors import Invalid

REPORT, ASK = "progress.add", "extension.ask"


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: StaffRequest, commitment_id: str) -> HttpResponse:
    """Report what was done, with what shows it; the clerk may do so for the unit."""
    commitment = or_404(commitment_for, request.actor, commitment_id)
    require(request.actor, REPORT, Progress(commitment=commitment, locality=commitment.locality))
    kind = ProgressForm if _is_own(request, commitment) else ProgressForUnitForm
    form = kind(request.POST or None, request.FILES or None)
    if request.method == "POST" and attempt(form, lambda: _report(request, commitment, form)):
        is_final = form.cleaned_data["is_final"]
        messages.success(
            request, _("Đã gửi báo cáo, chờ văn phòng xác nhận.") if is_final else _("Đã ghi nhận tiến độ.")
        )
        return to_commitment(request, commitment)
    context = {"commitment": commitment, "today": clock.today(), "form_key": page_form_key(request, REPORT)}
    return form_page(request, "console/followup/report.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: StaffRequest, commitment_id: str) -> HttpResponse:
    """Ask for more time or for a rest, with the reason; the head decides."""
    commitment = or_404(commitment_for, request.actor, commitment_id)
    require(request.actor, ASK, Extension(commitment=commitment, locality=commitment.locality))
    form = ExtensionForm(request.POST or None)

    def ask() -> Extension:
        draft = form.draft(for_unit=not _is_own(request, commitment))
        return ask_extension(actor=request.actor, commitment=commitment, draft=draft, key=posted_form_key(request, ASK))

    if request.method == "POST" and attempt(form, ask):
        messages.success(request, _("Đã gửi đề nghị. Trong khi chờ quyết định, thời hạn cũ vẫn tính."))
        return to_commitment(request, commitment)
    context = {"commitment": commitment, "today": clock.today(), "form_key": page_form_key(request, ASK)}
    return form_page(request, "console/followup/extend.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: StaffRequest, commitment_id: str) -> HttpResponse:
    """Confirm what the unit reported."""

    def done(commitment: Commitment, _form: VersionedForm) -> object:
        return working.confirm_commitment(actor=request.actor, commitment=commitment)

    return _step(request, commitment_id, "confirm", VersionedForm, done, _("Đã xác nhận. Còn bước kết thúc nhiệm vụ."))


@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request: StaffRequest, commitment_id: str) -> HttpResponse:
    """Send a report back with what is still to be done."""

    def done(commitment: Commitment, form: VersionedForm) -> object:
        reason = form.cleaned_data["reason"]
        return working.return_commitment(actor=request.actor, commitment=commitment, reason=reason)

    return _step(request, commitment_id, "return", GiveBackForm, done, _("Đã trả lại đơn vị làm tiếp."))


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: StaffRequest, commitment_id: str) -> HttpResponse:
    """Close what was confirmed: with evidence, or a reason why there is none."""

    def done(commitment: Commitment, form: VersionedForm) -> object:
        reason = form.cleaned_data["reason"]
        return working.close_commitment(actor=request.actor, commitment=commitment, reason=reason)

    return _step(request, commitment_id, "close", CloseForm, done, _("Đã kết thúc nhiệm vụ."))


@require_POST
def withdraw(request: StaffRequest, commitment_id: str, extension_id: str) -> HttpResponse:
    """Take a request for more time back."""
    commitment = or_404(commitment_for, request.actor, commitment_id)
    extension = or_404(extension_for, commitment, extension_id)
    withdraw_extension(actor=request.actor, extension=extension)
    messages.success(request, _("Đã rút đề nghị."))
    return to_commitment(request, commitment)


def extension_for(commitment: Commitment, public_id: str) -> Extension:
    """Return the request for more time that waits. Raises Extension.DoesNotExist."""
    waiting = asked_of(commitment)
    if waiting is None or waiting.public_id != public_id:
        raise Extension.DoesNotExist
    return waiting


def to_commitment(request: StaffRequest, commitment: Commitment) -> HttpResponse:
    return redirect("console:commitment", locality=request.locality.slug, commitment_id=commitment.public_id)


def _step(
    request: StaffRequest,
    commitment_id: str,
    name: str,
    kind: type[VersionedForm],
    done: Callable[[Commitment, VersionedForm], object],
    told: str,
) -> HttpResponse:
    commitment = or_404(commitment_for, request.actor, commitment_id)
    require(request.actor, f"commitment.{name}", commitment)
    form = kind(request.POST or None, obj=commitment)
    if request.method == "POST" and attempt(form, lambda: done(commitment, form)):
        messages.success(request, told)
        return to_commitment(request, commitment)
    context: dict[str, Any] = {
        "commitment": commitment, "today": clock.today(), "step": name, "has_evidence": has_evidence(commitment),
        "said": Progress.objects.of(request.locality).filter(commitment=commitment).order_by("pk").last(),
    }  # fmt: skip
    return versioned_page(request, "console/followup/step.html", form, context)


def _is_own(request: StaffRequest, commitment: Commitment) -> bool:
    return commitment.unit_id in reach_of(request.actor, REPORT).ids(UNIT)


def _report(request: StaffRequest, commitment: Commitment, form: ProgressForm) -> Progress:
    key = posted_form_key(request, REPORT)
    with deed(request.actor):
        stored = working.report_progress(actor=request.actor, commitment=commitment, draft=form.draft(), key=key)
        if upload := form.cleaned_data.get(EVIDENCE):
            try:
                attach(actor=request.actor, subject=stored, upload=upload, kind=EVIDENCE, formats=ALL)
            except Invalid as error:
                raise Invalid(error.code, error.message, field=EVIDENCE, **error.params) from error
    return stored
