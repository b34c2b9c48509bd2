"""Bodies: seen, corrected, taken over from a starting set, ended."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.queries import bodies_visible_to, posts_visible_to
from nghedan.domain.organisations.services.bodies import edit_body, end_body
from nghedan.domain.organisations.services.starting import apply_starting_set
from nghedan.domain.organisations.starting_sets import starting_sets_for
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.places import BodyForm, LastDayForm, StartingSetForm
from nghedan.interfaces.console.settings.pages import Page, ask_and_do, ask_look_and_do, sent_or_fresh
from nghedan.interfaces.console.settings.present import places as present
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

FIELDS = tuple(name for name in BodyForm.base_fields if name != "version")


@require_safe
def bodies(request: StaffRequest) -> HttpResponse:
    """Show the bodies of today, each as a card."""
    require(request.actor, "organisation.view")
    today = clock.today()
    rows = list(bodies_visible_to(request.actor).on(today).select_related("locality"))
    posts = list(posts_visible_to(request.actor).on(today).filter(body__in=rows).order_by("-is_head", "pk"))
    context = {
        "page": Page(_("Cơ quan"), "", href("settings", request.locality)),
        "bodies": [present.body_card(request.actor, row, posts) for row in rows],
        "may_add": decide(request.actor, "body.add").allowed,
    }
    return render(request, "console/settings/bodies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """Take a starting set over: what is there already stays as it is."""
    require(request.actor, "body.add")
    offered = starting_sets_for(request.locality.level_term)
    data = request.POST if request.method == "POST" else None
    form = StartingSetForm(data, sets=[(found.code, found.label) for found in offered])
    back = href("settings-bodies", request.locality)
    page = Page(
        _("Thêm từ bộ khởi đầu"), _("Thêm"), back,
        _("Thêm cơ quan và những đơn vị chưa có; cái đã có giữ nguyên."), template="console/settings/body_add.html",
    )  # fmt: skip
    return ask_and_do(
        request, form, page,
        lambda: apply_starting_set(
            actor=request.actor, locality=request.locality, code=form.cleaned_data["code"]
        ),
        _("Đã thêm từ bộ khởi đầu."), back, {"sets": present.set_rows(offered, request.locality.level_term)},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, body_id: str) -> HttpResponse:
    """Correct names, posts, signature and codes."""
    row = _body(request, body_id)
    require(request.actor, "body.edit", row)
    data = request.POST if request.method == "POST" else None
    form = BodyForm(data, obj=row, initial={name: getattr(row, name) for name in FIELDS})
    back = href("settings-bodies", request.locality)
    intro = _("Áp dụng cho văn bản lập từ nay; văn bản đã ban hành giữ nguyên.")
    return ask_and_do(
        request, form, Page(row.name, _("Lưu"), back, intro),
        lambda: edit_body(
            actor=request.actor, body=row, changes={name: form.cleaned_data[name] for name in FIELDS}
        ),
        _("Đã lưu."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: StaffRequest, body_id: str) -> HttpResponse:
    """End a body, and with it the posts held in it."""
    row = _body(request, body_id)
    require(request.actor, "body.end", row)
    form = sent_or_fresh(request, lambda data=None: LastDayForm(data, obj=row))
    back = href("settings-bodies", request.locality)
    title = _("Thôi dùng %(name)s") % {"name": row.name}
    return ask_look_and_do(
        request, form, Page(title, _("Tiếp tục"), back),
        lambda: present.look_at_ending(request.actor, row, form.cleaned_data["last_day"], title),
        lambda: end_body(actor=request.actor, body=row, last_day=form.cleaned_data["last_day"]),
        _("Đã ghi ngày thôi dùng %(name)s.") % {"name": row.name}, back,
    )  # fmt: skip


def _body(request: StaffRequest, body_id: str) -> Body:
    return or_404(bodies_visible_to(request.actor).select_related("locality").get, public_id=body_id)
