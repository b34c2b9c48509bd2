"""Who answers a matter, until when; and "not ours"."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.matters.deadlines import limit_of
from nghedan.domain.matters.models import Bounce, Matter
from nghedan.domain.matters.queries import bounce_for, matter_for
from nghedan.domain.matters.services import assigning
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.views.deciding import head_named
from nghedan.interfaces.console.matters.forms.assigning import (
    AssignForm,
    BounceForm,
    DecideForm,
    DueForm,
    RecordedDecideForm,
)
from nghedan.interfaces.console.matters.present import matter as present
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Give a matter to the unit that leads and those that support."""
    matter = or_404(matter_for, request.actor, matter_id)
    require(request.actor, assigning.ASSIGN, matter)
    form = AssignForm(request.POST or None, obj=matter, units=units_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(
        form, lambda: assigning.assign_matter(actor=request.actor, matter=matter, **form.values())
    ):
        messages.success(request, _("Đã giao %(unit)s.") % {"unit": matter.unit})
        return _back(matter)
    return _page(request, "assign", matter, form)


@require_http_methods(["GET", "HEAD", "POST"])
def due(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Fix the limit of a matter by hand."""
    matter = or_404(matter_for, request.actor, matter_id)
    require(request.actor, "matter.fix_due", matter)
    form = DueForm(request.POST or None, obj=matter)
    if request.method == "POST" and attempt(
        form, lambda: assigning.fix_due(actor=request.actor, matter=matter, due_on=form.cleaned_data["due_on"])
    ):
        messages.success(request, _("Đã ấn định hạn. Hạn này giữ nguyên khi hội nghị chuyển ngày."))
        return _back(matter)
    return _due_page(request, matter, form)


@require_POST
def release(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Let the limit follow the count again."""
    matter = or_404(matter_for, request.actor, matter_id)
    form = VersionedForm(request.POST, obj=matter)
    if attempt(form, lambda: assigning.release_due(actor=request.actor, matter=matter)):
        messages.success(request, _("Hạn trở lại theo cách tính."))
        return _back(matter)
    return _due_page(request, matter, form)


def _due_page(request: StaffRequest, matter: Matter, form: VersionedForm) -> HttpResponse:
    facts = present.due_facts(matter, limit_of(matter))
    fixing = form if isinstance(form, DueForm) else DueForm(obj=matter)
    return _page(request, "due", matter, form, {"due": facts, "fixing": fixing, "today": clock.today()})


@require_http_methods(["GET", "HEAD", "POST"])
def bounce(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Say that a matter is not the unit's own."""
    matter = or_404(matter_for, request.actor, matter_id)
    require(request.actor, "matter.bounce", matter)
    form = BounceForm(request.POST or None, obj=matter, units=units_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(
        form, lambda: assigning.bounce_matter(actor=request.actor, matter=matter, **form.values())
    ):
        messages.success(request, _("Đã gửi văn phòng. Nội dung vẫn của đơn vị cho đến khi có quyết định."))
        return _back(matter)
    return _page(request, "bounce", matter, form)


@require_http_methods(["GET", "HEAD", "POST"])
def decide_bounce(request: StaffRequest, bounce_id: str) -> HttpResponse:
    """Decide to whom a matter goes that was given back, or record what the head decided."""
    given_back = or_404(bounce_for, request.actor, bounce_id)
    by_own_hand = assigning.may_decide_bounce(request.actor, given_back)
    if not by_own_hand:
        require(request.actor, "instruction.record", given_back)
    units = units_on(request.locality, clock.today())
    form = _decide_form(request, given_back, units, by_own_hand=by_own_hand)
    if request.method == "POST" and attempt(form, lambda: _decide(request, given_back, form)):
        messages.success(request, _("Đã quyết định: %(unit)s.") % {"unit": form.chosen_unit})
        return _back(given_back.matter)
    rows = [
        SummaryRow(_("Đơn vị trả lại"), str(given_back.unit)),
        SummaryRow(_("Lần thứ"), given_back.position),
        SummaryRow(_("Lý do"), given_back.reason),
        SummaryRow(_("Đề nghị giao"), str(given_back.proposed_unit)),
    ]
    extra = {"rows": rows, "is_recorded": not by_own_hand, "is_for_head": assigning.is_for_the_head(given_back)}
    return _page(request, "decide", given_back.matter, form, extra)


def _decide_form(request: StaffRequest, given_back: Bounce, units: Any, *, by_own_hand: bool) -> DecideForm:
    if by_own_hand:
        return DecideForm(request.POST or None, obj=given_back, units=units)
    today = clock.today()
    initial = {"decided_by": head_named(given_back.matter.body, today), "decided_at": today}
    files = request.FILES or None
    return RecordedDecideForm(request.POST or None, obj=given_back, units=units, files=files, initial=initial)


def _decide(request: StaffRequest, given_back: Bounce, form: DecideForm) -> Bounce:
    unit = form.chosen_unit
    with deed(request.actor):
        instruction = None
        if isinstance(form, RecordedDecideForm):
            told = _("Giao %(unit)s chủ trì chuẩn bị trả lời") % {"unit": unit}
            instruction = form.recorded(request.actor, given_back.matter, told)
        return assigning.decide_bounce(actor=request.actor, bounce=given_back, unit=unit, instruction=instruction)


def _page(
    request: StaffRequest, name: str, matter: Matter, form: VersionedForm, extra: dict[str, Any] | None = None
) -> HttpResponse:
    context = {"matter": matter, "caption": wording.caption_of(matter), **(extra or {})}
    return versioned_page(request, f"console/matters/{name}.html", form, context)


def _back(matter: Matter) -> HttpResponse:
    return redirect("console:matter", locality=matter.locality.slug, matter_id=matter.public_id)
