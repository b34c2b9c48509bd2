"""Matters that leave: referred, settled at the hamlet, set aside; and taken up again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matter_for
from nghedan.domain.matters.services import leaving
from nghedan.domain.matters.terms import Competence
from nghedan.interfaces.console.dialogues.views.deciding import move_of
from nghedan.interfaces.console.matters.forms.leaving import LeaveForm, ReferForm, SettleForm
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

Leave = Callable[[Matter, dict[str, Any]], Matter]


@require_http_methods(["GET", "HEAD", "POST"])
def refer(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Refer a matter to who may settle it."""

    def done(matter: Matter, given: dict[str, Any]) -> Matter:
        competence = Competence(given["competence"])
        return leaving.refer_matter(
            actor=request.actor, matter=matter, competence=competence, competent_body=given["competent_body"],
            reason=given["reason"],
        )  # fmt: skip

    return _leave(request, matter_id, "matter.refer", ReferForm, done)


@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Note that a matter was settled at the hamlet."""
    return _leave(
        request, matter_id, "matter.settle", SettleForm,
        lambda matter, given: leaving.settle_matter(actor=request.actor, matter=matter, how=given["reason"]),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Decide not to look into a matter."""
    return _leave(
        request, matter_id, "matter.set_aside", LeaveForm,
        lambda matter, given: leaving.set_aside_matter(actor=request.actor, matter=matter, reason=given["reason"]),
    )  # fmt: skip


@require_POST
def take_up(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Take a matter up again."""
    matter = or_404(matter_for, request.actor, matter_id)
    leaving.take_up_matter(actor=request.actor, matter=matter)
    messages.success(request, _("Nội dung trở lại chờ giao đơn vị."))
    return _back(matter)


def _leave(request: StaffRequest, matter_id: str, code: str, kind: type[LeaveForm], done: Leave) -> HttpResponse:
    matter = or_404(matter_for, request.actor, matter_id)
    move = move_of(request.actor, matter, code)
    form = kind(request.POST or None, obj=matter)
    if request.method == "POST" and attempt(form, lambda: done(matter, form.cleaned_data)):
        messages.success(request, _("Đã ghi nhận: %(what)s.") % {"what": wording.state_tag(matter).text})
        return _back(matter)
    return _page(request, matter, form, {"move": move})


def _page(request: StaffRequest, matter: Matter, form: VersionedForm, extra: dict[str, Any]) -> HttpResponse:
    context = {"matter": matter, "caption": wording.caption_of(matter), **extra}
    return versioned_page(request, "console/matters/leave.html", form, context)


def _back(matter: Matter) -> HttpResponse:
    return redirect("console:matter", locality=matter.locality.slug, matter_id=matter.public_id)
