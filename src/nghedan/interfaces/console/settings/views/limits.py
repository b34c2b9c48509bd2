"""Rules about time limits: what ships, and the locality's own versions."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.models import DeadlineRuleVersion
from nghedan.foundation.deadlines.queries import rule_versions
from nghedan.foundation.deadlines.rulebook import add_rule, edit_rule, end_rule
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.limits import LimitEditForm, LimitForm
from nghedan.interfaces.console.settings.forms.people import PressVersionedForm
from nghedan.interfaces.console.settings.pages import LastLook, Page, ask_and_do, ask_look_and_do
from nghedan.interfaces.console.settings.present import limits as present
from nghedan.interfaces.web.forms import posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

ADD = "deadline_rule.add"


@require_safe
def limits(request: StaffRequest) -> HttpResponse:
    """Show the rules in force, then those of other times."""
    require(request.actor, "deadline.view")
    fitting = rule_versions(request.locality).filter(level__in=("", request.locality.level))
    rows = present.rule_rows(request.actor, request.locality, fitting, clock.today())
    context = {
        "page": Page(_("Thời hạn"), "", href("settings", request.locality)),
        "rows": [row for row in rows if not row.is_over],
        "past": [row for row in rows if row.is_over],
    }
    return render(request, "console/settings/limits.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def own(request: StaffRequest, limit_id: str) -> HttpResponse:
    """Add the locality's own version of a shipped rule."""
    require(request.actor, ADD)
    base = _version(request, limit_id)
    data = request.POST if request.method == "POST" else None
    form = LimitForm(data, base=base, initial={"valid_from": clock.today(), "basis": ""})
    back = href("settings-limits", request.locality)
    intro = _("Bản gốc: %(counted)s. Quy định riêng áp dụng cho các cuộc đối thoại tính hạn từ nay về sau.")
    page = Page(_(base.label), _("Thêm quy định riêng"), back, intro % {"counted": present.counted(base)}, key=ADD)
    return ask_and_do(
        request, form, page,
        lambda: add_rule(
            actor=request.actor, locality=request.locality, rule=form.rule(), **form.selectors(),
            valid_from=form.cleaned_data["valid_from"], valid_to=form.cleaned_data["valid_to"],
            key=posted_form_key(request, ADD),
        ),
        _("Đã thêm quy định riêng."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, limit_id: str) -> HttpResponse:
    """Change the locality's own version."""
    row = _version(request, limit_id)
    row.own_locality()
    require(request.actor, "deadline_rule.edit", row)
    form = LimitEditForm(request.POST if request.method == "POST" else None, obj=row)
    back = href("settings-limits", request.locality)
    intro = _("Hạn đã đặt trước đây giữ cách tính cũ cho đến khi được đặt lại.")
    return ask_and_do(
        request, form, Page(row.label, _("Lưu"), back, intro),
        lambda: edit_rule(actor=request.actor, version=row, **form.values()), _("Đã lưu."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: StaffRequest, limit_id: str) -> HttpResponse:
    """Take the locality's own version out of use, after a last look."""
    row = _version(request, limit_id)
    row.own_locality()
    require(request.actor, "deadline_rule.end", row)
    form = PressVersionedForm(request.POST if request.method == "POST" else None, obj=row)
    back = href("settings-limits", request.locality)
    rows = [
        SummaryRow(_("Việc phải làm"), row.label),
        SummaryRow(_("Thời hạn"), present.counted(row)),
        SummaryRow(_("Căn cứ"), row.basis),
    ]
    effects = [_("Quy định chung lại áp dụng cho hạn đặt từ nay."), _("Hạn đã đặt trước đây giữ nguyên cách tính.")]
    return ask_look_and_do(
        request, form, Page(_("Bỏ quy định riêng"), _("Tiếp tục"), back),
        lambda: LastLook(_("Bỏ quy định riêng"), rows, effects, irreversible=False),
        lambda: end_rule(actor=request.actor, version=row), _("Đã bỏ quy định riêng."), back,
    )  # fmt: skip


def _version(request: StaffRequest, limit_id: str) -> DeadlineRuleVersion:
    return or_404(rule_versions(request.locality).select_related("locality").get, public_id=limit_id)
