"""Units: the list of a day, adding, correcting, renaming, merging, ending."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.organisations.queries import bodies_visible_to, units_visible_to
from nghedan.domain.organisations.services.units import add_unit, edit_unit, end_unit, merge_units, rename_unit
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.days import asked_day, day_links
from nghedan.interfaces.console.settings.forms.places import LastDayForm
from nghedan.interfaces.console.settings.forms.units import FIELDS, MergeUnitsForm, RenameForm, UnitEditForm, UnitForm
from nghedan.interfaces.console.settings.pages import Page, ask_and_do, ask_look_and_do, sent_or_fresh
from nghedan.interfaces.console.settings.present import places as present
from nghedan.interfaces.web.forms import posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

ADD = "unit.add"


@require_safe
def units(request: StaffRequest) -> HttpResponse:
    """Show the units of a day, before or after 1 July 2025."""
    require(request.actor, "organisation.view")
    form, day = asked_day(request)
    rows = units_visible_to(request.actor).on(day).select_related("body", "locality")
    context = {
        "page": Page(_("Đơn vị"), "", href("settings", request.locality)),
        "form": form,
        "day": day,
        "is_today": day == clock.today(),
        "days": day_links(href("settings-units", request.locality), day),
        "rows": [present.unit_row(request.actor, row) for row in rows],
        "may_add": decide(request.actor, ADD).allowed,
    }
    return render(request, "console/settings/units.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """Add a unit."""
    require(request.actor, ADD)
    data = request.POST if request.method == "POST" else None
    form = UnitForm(data, bodies=_bodies(request))
    back = href("settings-units", request.locality)
    return ask_and_do(
        request, form, Page(_("Thêm đơn vị"), _("Thêm"), back, key=ADD),
        lambda: add_unit(
            actor=request.actor, unit=form.unit(request.locality), key=posted_form_key(request, ADD)
        ),
        _("Đã thêm đơn vị."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, unit_id: str) -> HttpResponse:
    """Correct a unit; renaming and ending are linked from here."""
    row = _unit(request, unit_id)
    require(request.actor, "unit.edit", row)
    data = request.POST if request.method == "POST" else None
    initial = {name: getattr(row, name) for name in FIELDS} | {"body": row.body.public_id if row.body else ""}
    form = UnitEditForm(data, obj=row, initial=initial, bodies=_bodies(request))
    back = href("settings-units", request.locality)
    page = Page(row.name, _("Lưu"), back, _("Sửa lỗi ghi nhầm. Đổi tên theo quyết định thì dùng “Đổi tên”, để hồ sơ cũ giữ tên cũ."), template="console/settings/row_edit.html")  # fmt: skip  # noqa: E501
    others = [
        Link(_("Đổi tên"), href("settings-unit-rename", request.locality, unit_id=row.public_id)),
        Link(_("Thôi dùng"), href("settings-unit-end", request.locality, unit_id=row.public_id)),
    ]
    return ask_and_do(
        request, form, page, lambda: edit_unit(actor=request.actor, unit=row, changes=form.values()),
        _("Đã lưu."), back, {"others": others},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: StaffRequest, unit_id: str) -> HttpResponse:
    """Give a unit a new name from a day on; its people and roles go on under it."""
    row = _unit(request, unit_id)
    require(request.actor, "unit.end", row)
    data = request.POST if request.method == "POST" else None
    form = RenameForm(data, obj=row)
    back = href("settings-units", request.locality)
    return ask_and_do(
        request, form,
        Page(
            _("Đổi tên %(name)s") % {"name": row.name}, _("Đổi tên"), back,
            _("Cán bộ và vai trò chuyển sang tên mới; hồ sơ trước ngày này vẫn in tên cũ."),
        ),
        lambda: rename_unit(
            actor=request.actor, unit=row, name=form.cleaned_data["name"],
            short_name=form.cleaned_data["short_name"], on=form.cleaned_data["on"],
        ),
        _("Đã đổi tên đơn vị."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: StaffRequest) -> HttpResponse:
    """Merge several units into a new one, after a last look."""
    require(request.actor, "unit.replace")
    current = list(
        units_visible_to(request.actor).on(clock.today()).filter(valid_to=None).select_related("body", "locality")
    )
    allowed = [unit for unit in current if decide(request.actor, "unit.end", unit).allowed]
    bodies = _bodies(request)
    form = sent_or_fresh(request, lambda data=None: MergeUnitsForm(data, units=allowed, bodies=bodies))
    back, submit = href("settings-units", request.locality), _("Hợp nhất")

    page = Page(_("Hợp nhất đơn vị"), _("Tiếp tục"), back, _("Nhiều đơn vị thành một đơn vị mới từ một ngày."))
    return ask_look_and_do(
        request, form, page,
        lambda: present.look_at_merging_units(
            request.actor, form.chosen(), form.merged(request.locality), form.cleaned_data["on"], submit
        ),
        lambda: merge_units(
            actor=request.actor, units=form.chosen(), merged=form.merged(request.locality), on=form.cleaned_data["on"]
        ),
        _("Đã hợp nhất đơn vị."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: StaffRequest, unit_id: str) -> HttpResponse:
    """End a unit that nothing follows."""
    row = _unit(request, unit_id)
    require(request.actor, "unit.end", row)
    form = sent_or_fresh(request, lambda data=None: LastDayForm(data, obj=row))
    back, title = href("settings-units", request.locality), _("Thôi dùng %(name)s") % {"name": row.name}
    return ask_look_and_do(
        request, form, Page(title, _("Tiếp tục"), back),
        lambda: present.look_at_ending(request.actor, row, form.cleaned_data["last_day"], title),
        lambda: end_unit(actor=request.actor, unit=row, last_day=form.cleaned_data["last_day"]),
        _("Đã ghi ngày thôi dùng %(name)s.") % {"name": row.name}, back,
    )  # fmt: skip


def _unit(request: StaffRequest, unit_id: str) -> Unit:
    return or_404(units_visible_to(request.actor).select_related("body", "locality").get, public_id=unit_id)


def _bodies(request: StaffRequest) -> list[Body]:
    return list(bodies_visible_to(request.actor).on(clock.today()))
