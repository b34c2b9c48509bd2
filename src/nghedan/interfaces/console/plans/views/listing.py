"""The plans of a year."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.queries import planned_by_plan
from nghedan.domain.plans.queries import open_readings, plan_years, plans_of_year, with_parts
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.plans.present.plans import plan_row
from nghedan.interfaces.web.http import StaffRequest


@require_safe
def plans(request: StaffRequest) -> HttpResponse:
    """Show the plans of a year, what each waits for, and the two ways to a new one."""
    this_year = clock.today().year
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else this_year
    may_read = decide(request.actor, "plan_reading.read").allowed
    found = list(with_parts(plans_of_year(request.actor, year)))
    dialogues = planned_by_plan(request.actor, found)
    context = {
        "year": year,
        "years": _year_links(request, year, this_year),
        "rows": [plan_row(request.actor, plan, dialogues.get(plan.pk, ()), clock.today()) for plan in found],
        "readings": list(open_readings(request.actor)) if may_read else [],
        "may_read": may_read,
        "may_draft": decide(request.actor, "plan.draft").allowed,
    }
    return render(request, "console/plans/list.html", context)


def _year_links(request: StaffRequest, year: int, this_year: int) -> list[Link]:
    href = reverse("console:plans", kwargs={"locality": request.locality.slug})
    years = sorted({*plan_years(request.actor), this_year, year}, reverse=True)
    return [Link(str(one), f"{href}?year={one}", current=one == year) for one in years]
