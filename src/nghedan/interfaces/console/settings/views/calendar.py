"""Days off and swapped days: the table of a year, and the locality's own days."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.queries import days_of_year
from nghedan.foundation.calendars.services import add_day, edit_day, end_day
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.terms import Standing
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.calendar import DayOffEditForm, DayOffForm
from nghedan.interfaces.console.settings.forms.people import PressVersionedForm
from nghedan.interfaces.console.settings.pages import LastLook, Page, ask_and_do, ask_look_and_do, sent_or_fresh
from nghedan.interfaces.console.settings.present import calendar as present
from nghedan.interfaces.web.forms import posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.vietnamese import format_date

ADD = "day_off.add"


@require_safe
def calendar(request: StaffRequest) -> HttpResponse:
    """Show the days of a year with their sources, and which limits moved with the last changes."""
    require(request.actor, "deadline.view")
    this_year = clock.today().year
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else this_year
    rows = [present.day_row(request.actor, request.locality, row) for row in days_of_year(request.locality, year)]
    shown = sorted({*range(this_year - 1, this_year + 3), year})
    context = {
        "page": Page(_("Lịch nghỉ năm %(year)s") % {"year": year}, "", href("settings", request.locality)),
        "rows": rows,
        "has_forecast": any(row.is_forecast for row in rows),
        "years": present.year_links(href("settings-calendar", request.locality), shown, year),
        "moved": present.moved_limits(request.actor, request.locality),
        "may_add": decide(request.actor, ADD).allowed,
    }
    return render(request, "console/settings/calendar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """Add a day of the locality's own; it goes before the nationwide one."""
    require(request.actor, ADD)
    form = sent_or_fresh(request, DayOffForm)
    page = Page(_("Thêm ngày nghỉ, ngày làm bù"), _("Thêm"), _year(request, None), _recount(), key=ADD)
    return ask_and_do(
        request, form, page,
        lambda: add_day(
            actor=request.actor, locality=request.locality, **form.values(), key=posted_form_key(request, ADD)
        ),
        _done(), _year(request, form.cleaned_data.get("day") if form.is_bound and form.is_valid() else None),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, day_id: str) -> HttpResponse:
    """Change a day of the locality's own."""
    row = _day(request, day_id)
    require(request.actor, "day_off.edit", row)
    form = DayOffEditForm(request.POST if request.method == "POST" else None, obj=row)
    back = _year(request, row.day)
    return ask_and_do(
        request, form, Page(_("Sửa ngày %(day)s") % {"day": format_date(row.day)}, _("Lưu"), back, _recount()),
        lambda: edit_day(actor=request.actor, day_off=row, **form.values()), _done(), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: StaffRequest, day_id: str) -> HttpResponse:
    """Take a day of the locality's own out of the calendar, after a last look."""
    row = _day(request, day_id)
    require(request.actor, "day_off.end", row)
    form = PressVersionedForm(request.POST if request.method == "POST" else None, obj=row)
    back, title = _year(request, row.day), _("Bỏ ngày %(day)s khỏi lịch") % {"day": format_date(row.day)}
    return ask_look_and_do(
        request, form, Page(title, _("Tiếp tục"), back),
        lambda: LastLook(
            _("Bỏ khỏi lịch"),
            [SummaryRow(_("Ngày"), row.day), SummaryRow(_("Tên gọi"), row.name), SummaryRow(_("Căn cứ"), row.source)],
            [_("Lịch chung của cả nước lại áp dụng cho ngày này."), _recount()],
            irreversible=False,
        ),
        lambda: end_day(actor=request.actor, day_off=row), _done(), back,
    )  # fmt: skip


def _day(request: StaffRequest, day_id: str) -> DayOff:
    own = DayOff.objects.across(request.actor).filter(state=Standing.CURRENT).select_related("locality")
    return or_404(own.get, public_id=day_id)


def _year(request: StaffRequest, day: date | None) -> str:
    address = href("settings-calendar", request.locality)
    return f"{address}?year={day.year}" if day else address


def _recount() -> str:
    return _("Thời hạn đang chạy được tính lại ngay sau khi lưu; nhật ký ghi rõ hạn nào đã đổi.")


def _done() -> str:
    return _("Đã lưu lịch. Thời hạn đang chạy được tính lại trong giây lát; hạn nào đổi sẽ hiện ở cuối trang này.")
