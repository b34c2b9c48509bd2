"""Hamlets: the list of a day with voters, adding, correcting, heads, merging, ending."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.organisations.models import Hamlet, Officer
from nghedan.domain.organisations.queries import hamlet_heads_on, hamlets_visible_to, in_order
from nghedan.domain.organisations.services.hamlets import add_hamlet, edit_hamlet, end_hamlet, merge_hamlets
from nghedan.domain.organisations.services.staffing import put_at_head
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.days import asked_day
from nghedan.interfaces.console.settings.forms.hamlets import (
    FIELDS,
    HamletEditForm,
    HamletForm,
    HamletHeadForm,
    MergeHamletsForm,
)
from nghedan.interfaces.console.settings.forms.places import LastDayForm
from nghedan.interfaces.console.settings.pages import Page, ask_and_do, ask_look_and_do, sent_or_fresh
from nghedan.interfaces.console.settings.present import hamlets as present_hamlets
from nghedan.interfaces.console.settings.present import places as present
from nghedan.interfaces.web.forms import posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

ADD, HEAD = "hamlet.add", "post.add"


@require_safe
def hamlets(request: StaffRequest) -> HttpResponse:
    """Show the hamlets of a day with their heads and voters, and how many voters 10 % are."""
    require(request.actor, "organisation.view")
    form, day = asked_day(request)
    rows = in_order(hamlets_visible_to(request.actor).on(day).select_related("locality"))
    heads = hamlet_heads_on(request.locality, day)
    shown = [present_hamlets.hamlet_row(request.actor, row, heads.get(row.pk)) for row in rows]
    context = {
        "page": Page(_("Thôn, tổ dân phố"), "", href("settings", request.locality)),
        "form": form,
        "day": day,
        "is_today": day == clock.today(),
        "rows": shown,
        "columns": present_hamlets.used_columns(shown),
        "figures": present_hamlets.figures(rows),
        "may_add": decide(request.actor, ADD).allowed,
    }
    return render(request, "console/settings/hamlets.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """Add a hamlet."""
    require(request.actor, ADD)
    form = HamletForm(request.POST if request.method == "POST" else None)
    back = href("settings-hamlets", request.locality)
    return ask_and_do(
        request, form, Page(_("Thêm thôn, tổ dân phố"), _("Thêm"), back, key=ADD),
        lambda: add_hamlet(
            actor=request.actor, hamlet=form.hamlet(request.locality), key=posted_form_key(request, ADD)
        ),
        _("Đã thêm."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, hamlet_id: str) -> HttpResponse:
    """Correct a hamlet or enter this year's voters; its head and its end are linked from here."""
    row = _hamlet(request, hamlet_id)
    require(request.actor, "hamlet.edit", row)
    data = request.POST if request.method == "POST" else None
    form = HamletEditForm(data, obj=row, initial={name: getattr(row, name) for name in FIELDS})
    back = href("settings-hamlets", request.locality)
    page = Page(str(row), _("Lưu"), back, template="console/settings/row_edit.html")
    others = [
        Link(_("Ghi người đứng đầu mới"), href("settings-hamlet-head", request.locality, hamlet_id=row.public_id)),
        Link(_("Thôi dùng"), href("settings-hamlet-end", request.locality, hamlet_id=row.public_id)),
    ]
    return ask_and_do(
        request, form, page, lambda: edit_hamlet(actor=request.actor, hamlet=row, changes=form.values()),
        _("Đã lưu."), back, {"others": others},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def head(request: StaffRequest, hamlet_id: str) -> HttpResponse:
    """Put somebody new at the head of a hamlet."""
    row = _hamlet(request, hamlet_id)
    require(request.actor, HEAD, row)
    data = request.POST if request.method == "POST" else None
    form = HamletHeadForm(data, initial={"since": clock.today()})
    now = hamlet_heads_on(request.locality, clock.today()).get(row.pk)
    back = href("settings-hamlets", request.locality)
    title = f"{_(row.head_title)} {row.name}"
    intro = _("Hiện nay là %(officer)s; thôi giữ chức vụ từ ngày trước đó.") % {"officer": now.full_name} if now else ""
    return ask_and_do(
        request, form, Page(title, _("Ghi người đứng đầu"), back, intro, key=HEAD),
        lambda: put_at_head(
            actor=request.actor, hamlet=row, since=form.cleaned_data["since"], key=posted_form_key(request, HEAD),
            officer=Officer(
                locality=row.locality, full_name=form.cleaned_data["full_name"], phone=form.cleaned_data["phone"]
            ),
        ),
        _("Đã ghi %(title)s.") % {"title": title}, back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: StaffRequest) -> HttpResponse:
    """Merge hamlets into a new one, after a last look."""
    require(request.actor, "hamlet.merge")
    current = hamlets_visible_to(request.actor).on(clock.today()).filter(valid_to=None).select_related("locality")
    rows = in_order(current)
    form = sent_or_fresh(request, lambda data=None: MergeHamletsForm(data, hamlets=rows))
    back, submit = href("settings-hamlets", request.locality), _("Nhập làm một")
    return ask_look_and_do(
        request, form, Page(_("Nhập thôn, tổ dân phố"), _("Tiếp tục"), back),
        lambda: present.look_at_merging_hamlets(
            request.actor, form.chosen(), form.merged(request.locality), form.cleaned_data["on"], submit
        ),
        lambda: merge_hamlets(
            actor=request.actor, hamlets=form.chosen(), merged=form.merged(request.locality),
            on=form.cleaned_data["on"],
        ),
        _("Đã nhập làm một."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: StaffRequest, hamlet_id: str) -> HttpResponse:
    """End a hamlet that nothing follows."""
    row = _hamlet(request, hamlet_id)
    require(request.actor, "hamlet.end", row)
    form = sent_or_fresh(request, lambda data=None: LastDayForm(data, obj=row))
    back, title = href("settings-hamlets", request.locality), _("Thôi dùng %(name)s") % {"name": row.full_name}
    return ask_look_and_do(
        request, form, Page(title, _("Tiếp tục"), back),
        lambda: present.look_at_ending(request.actor, row, form.cleaned_data["last_day"], title),
        lambda: end_hamlet(actor=request.actor, hamlet=row, last_day=form.cleaned_data["last_day"]),
        _("Đã ghi ngày thôi dùng %(name)s.") % {"name": row.full_name}, back,
    )  # fmt: skip


def _hamlet(request: StaffRequest, hamlet_id: str) -> Hamlet:
    return or_404(hamlets_visible_to(request.actor).select_related("locality").get, public_id=hamlet_id)
