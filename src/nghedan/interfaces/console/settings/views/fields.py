"""Fields of matters: their words, their unit, their days."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.matters.models import Field
from nghedan.domain.matters.queries import fields_of
from nghedan.domain.matters.services.fields import add_field, edit_field, end_field, install_starting_fields
from nghedan.domain.organisations.models import Unit
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.fields import FieldEditForm, FieldForm
from nghedan.interfaces.console.settings.pages import Page, ask_and_do, succeed
from nghedan.interfaces.web.forms import posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm

ADD, EDIT, END = "field.add", "field.edit", "field.end"
BOTH = ["GET", "HEAD", "POST"]


@require_safe
def fields(request: StaffRequest) -> HttpResponse:
    """List the fields in use."""
    require(request.actor, EDIT)
    rows = [(row, _page_of(request, row)) for row in fields_of(request.locality)]
    context = {"page": Page(_("Lĩnh vực"), "", href("settings", request.locality)), "rows": rows}
    return render(request, "console/settings/fields.html", context)


def _page_of(request: StaffRequest, row: Field) -> str:
    """Return where a field is changed, nothing for who may not change it."""
    may_edit = decide(request.actor, EDIT, row).allowed
    return href("settings-field", request.locality, field_id=row.public_id) if may_edit else ""


@require_POST
def start(request: StaffRequest) -> HttpResponse:
    """Add the shipped fields the locality never had."""
    added = install_starting_fields(actor=request.actor, locality=request.locality)
    told = _("Đã thêm %(count)s lĩnh vực.") % {"count": len(added)}
    return succeed(request, told, href("settings-fields", request.locality))


@require_http_methods(BOTH)
def add(request: StaffRequest) -> HttpResponse:
    """Add a field."""
    require(request.actor, ADD)
    form = FieldForm(request.POST or None)
    form.offer(_units(request))
    back = href("settings-fields", request.locality)
    return ask_and_do(
        request, form, Page(_("Thêm lĩnh vực"), _("Thêm"), back, key=ADD),
        lambda: add_field(
            actor=request.actor, field=form.field_of(request.locality), key=posted_form_key(request, ADD)
        ),
        _("Đã thêm lĩnh vực."), back,
    )  # fmt: skip


@require_http_methods(BOTH)
def edit(request: StaffRequest, field_id: str) -> HttpResponse:
    """Change a field; its earlier versions stay in the journal."""
    row = _field(request, field_id)
    require(request.actor, EDIT, row)
    form = FieldEditForm(request.POST or None, obj=row)
    units = _units(request)
    form.offer([*units, *([row.unit] if row.unit and row.unit not in units else [])])
    back = href("settings-fields", request.locality)
    others = [Link(_("Thôi dùng"), href("settings-field-end", request.locality, field_id=field_id))]
    return ask_and_do(
        request, form, Page(row.name, _("Lưu"), back, template="console/settings/row_edit.html"),
        lambda: edit_field(actor=request.actor, field=row, changes=form.values()),
        _("Đã lưu."), back, {"others": others},
    )  # fmt: skip


@require_http_methods(BOTH)
def end(request: StaffRequest, field_id: str) -> HttpResponse:
    """Use a field no longer; matters that have it keep it."""
    row = _field(request, field_id)
    require(request.actor, END, row)
    back = href("settings-fields", request.locality)
    title = _("Thôi dùng %(name)s") % {"name": row.name}
    page = Page(title, title, back, _("Nội dung đã xếp vào lĩnh vực này vẫn giữ nguyên."), kind="warning")
    return ask_and_do(
        request, VersionedForm(request.POST or None, obj=row), page,
        lambda: end_field(actor=request.actor, field=row), _("Đã thôi dùng lĩnh vực."), back,
    )  # fmt: skip


def _field(request: StaffRequest, field_id: str) -> Field:
    return or_404(fields_of(request.locality).select_related("locality").get, public_id=field_id)


def _units(request: StaffRequest) -> list[Unit]:
    return units_on(request.locality, clock.today())
