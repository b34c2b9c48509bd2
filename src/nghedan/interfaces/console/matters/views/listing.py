"""The matters of a locality, narrowed, handed out, and given to units many at once."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.matters.queries import fields_of, matters_visible_to, times_raised_of
from nghedan.domain.matters.services.assigning import ASSIGN, assign_matters
from nghedan.domain.organisations.queries import hamlets_on, units_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.exports.workbook import xlsx
from nghedan.interfaces.console.matters import gather
from nghedan.interfaces.console.matters.forms.assigning import AssignManyForm
from nghedan.interfaces.console.matters.forms.listing import FilterForm
from nghedan.interfaces.console.matters.present import listing as present
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest

VIEW = "matter.view"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ASSIGNED = 100
_NUMBER = re.compile(r"(\d{4})-(\d{1,9})")


@require_safe
def matters(request: StaffRequest) -> HttpResponse:
    """List the matters one may see, the latest first."""
    require(request.actor, VIEW)
    today = clock.today()
    units = units_on(request.locality, today)
    form = _filters(request, units)
    before = _number(request.GET.get("before", ""))
    found, more = gather.page_of(request.actor, form, before)
    times = times_raised_of(found)
    calendar = calendar_for(request.locality, today, today)
    rest = request.GET.copy()
    if more:
        rest["before"] = f"{found[-1].year}-{found[-1].number}"
    rows = [present.row(matter, times[matter.pk], today, calendar) for matter in found]
    may_assign = decide(request.actor, ASSIGN).allowed and any(row.is_assignable for row in rows)
    context = {
        "rows": rows,
        "following": f"?{rest.urlencode()}" if more else "",
        "is_later_page": before is not None,
        "filters": form,
        "chosen": form.chosen(request.GET),
        "query": request.GET.urlencode(),
        "today": today,
        "assigning": AssignManyForm(units=units) if may_assign else None,
        "may_prepare": decide(request.actor, "reminder.send").allowed,
    }
    return render(request, "console/matters/list.html", context)


@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """Hand the filtered list out as a table."""
    require(request.actor, VIEW)
    today = clock.today()
    found = list(gather.every_matter(request.actor, _filters(request, units_on(request.locality, today))))
    may_read_answers = decide(request.actor, "answer.view").allowed
    content = xlsx(_("Nội dung kiến nghị"), present.columns(), present.cells(found, times_raised_of(found), may_read_answers))  # fmt: skip  # noqa: E501
    headers = {"Content-Disposition": f'attachment; filename="noi-dung-{today.isoformat()}.xlsx"'}
    return HttpResponse(content, content_type=EXCEL, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: StaffRequest) -> HttpResponse:
    """Give many matters to one unit; what stands against one is told, and none is given."""
    require(request.actor, ASSIGN)
    asked = (request.POST or request.GET).getlist("matter")[:MOST_ASSIGNED]
    chosen = list(matters_visible_to(request.actor).select_related("dialogue__locality").filter(public_id__in=asked))
    units = units_on(request.locality, clock.today())
    form = AssignManyForm(request.POST or None, units=units, matters=chosen)
    if request.method == "POST" and (done := attempt(form, lambda: _assign(request, form))):
        count = len(done.value)
        told = ngettext("Đã giao %(count)s nội dung.", "Đã giao %(count)s nội dung.", count) % {"count": count}
        messages.success(request, told)
        return redirect("console:matters", locality=request.locality.slug)
    return form_page(request, "console/matters/assign_many.html", form)


def _assign(request: StaffRequest, form: AssignManyForm) -> Any:
    return assign_matters(actor=request.actor, matters=form.chosen, unit=form.chosen_unit)


def _filters(request: StaffRequest, units: Any) -> FilterForm:
    return FilterForm(
        request.GET,
        dialogues=gather.recent_dialogues(request.actor),
        units=units,
        fields=list(fields_of(request.locality)),
        hamlets=hamlets_on(request.locality, clock.today()),
    )


def _number(text: str) -> gather.Number | None:
    """Return the matter a page begins after; nonsense in the address begins at the top."""
    found = _NUMBER.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None
