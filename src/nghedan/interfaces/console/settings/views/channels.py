"""Ways of handing in that are open to the people, as the locality's page tells of them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.opinions.models import Channel
from nghedan.domain.opinions.queries import open_channels
from nghedan.domain.opinions.services.channels import add_channel, edit_channel, end_channel
from nghedan.domain.opinions.terms import Origin
from nghedan.foundation.access.decide import require
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.channels import ChannelEditForm, ChannelForm
from nghedan.interfaces.console.settings.pages import Page, ask_and_do
from nghedan.interfaces.web.forms import posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm

ADD, EDIT, END = "channel.add", "channel.edit", "channel.end"
BOTH = ["GET", "HEAD", "POST"]


@require_safe
def channels(request: StaffRequest) -> HttpResponse:
    """List the ways that are open, in their order."""
    require(request.actor, EDIT)
    rows = [
        (_label(row), row.details, href("settings-channel", request.locality, channel_id=row.public_id))
        for row in open_channels(request.locality)
    ]
    context = {"page": Page(_("Kênh tiếp nhận ý kiến"), "", href("settings", request.locality)), "rows": rows}
    return render(request, "console/settings/channels.html", context)


@require_http_methods(BOTH)
def add(request: StaffRequest) -> HttpResponse:
    """Open a way of handing in."""
    require(request.actor, ADD)
    form = ChannelForm(request.POST or None)
    back = href("settings-channels", request.locality)
    intro = _("Người dân thấy kênh này ngay trên trang của địa phương.")
    return ask_and_do(
        request, form, Page(_("Mở kênh tiếp nhận"), _("Mở kênh"), back, intro, key=ADD),
        lambda: add_channel(
            actor=request.actor, locality=request.locality, origin=Origin(form.cleaned_data["origin"]),
            details=form.cleaned_data["details"], position=form.cleaned_data["position"],
            key=posted_form_key(request, ADD),
        ),
        _("Đã mở kênh tiếp nhận."), back,
    )  # fmt: skip


@require_http_methods(BOTH)
def edit(request: StaffRequest, channel_id: str) -> HttpResponse:
    """Change what is told of a way."""
    row = _channel(request, channel_id)
    require(request.actor, EDIT, row)
    form = ChannelEditForm(request.POST or None, obj=row)
    back = href("settings-channels", request.locality)
    others = [Link(_("Đóng kênh này"), href("settings-channel-end", request.locality, channel_id=channel_id))]
    return ask_and_do(
        request, form, Page(_label(row), _("Lưu"), back, template="console/settings/row_edit.html"),
        lambda: edit_channel(actor=request.actor, channel=row, changes=form.changes()),
        _("Đã lưu."), back, {"others": others},
    )  # fmt: skip


@require_http_methods(BOTH)
def end(request: StaffRequest, channel_id: str) -> HttpResponse:
    """Close a way of handing in."""
    row = _channel(request, channel_id)
    require(request.actor, END, row)
    back = href("settings-channels", request.locality)
    title = _("Đóng kênh: %(name)s") % {"name": _label(row)}
    page = Page(title, _("Đóng kênh"), back, _("Ý kiến đã nhận qua kênh này vẫn giữ nguyên."), kind="warning")
    return ask_and_do(
        request, VersionedForm(request.POST or None, obj=row), page,
        lambda: end_channel(actor=request.actor, channel=row), _("Đã đóng kênh."), back,
    )  # fmt: skip


def _label(channel: Channel) -> str:
    return _(Origin(channel.origin).label)


def _channel(request: StaffRequest, channel_id: str) -> Channel:
    return or_404(open_channels(request.locality).select_related("locality").get, public_id=channel_id)
