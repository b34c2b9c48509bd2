"""The year: months, list, state of the plans."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.queries import dialogues_of_year
from nghedan.domain.plans.queries import plans_of_year
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.calendars.queries import days_of_year
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import deadlines_visible_to
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.plans.present.plans import state_tag
from nghedan.interfaces.console.year import present
from nghedan.interfaces.web.http import StaffRequest

FIRST_YEAR, LAST_YEAR = 2000, 2100


@require_safe
def this_year(request: StaffRequest) -> HttpResponse:
    """Lead to the year that is running."""
    return redirect("console:year", locality=request.locality.slug, year=clock.today().year)


@require_safe
def year(request: StaffRequest, year: int) -> HttpResponse:
    """Show a year: dialogues, limits and days off by month, and where its plans stand."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    today = clock.today()
    dialogues = list(dialogues_of_year(request.actor, year))
    limits = (
        deadlines_visible_to(request.actor)
        .select_related("locality")
        .filter(due_on__range=(date(year, 1, 1), date(year, 12, 31)))
        .exclude(state=DeadlineState.DROPPED)
    )
    dated, undated = present.dialogue_marks(dialogues)
    marks = dated + present.limit_marks(limits, dialogues) + present.off_marks(days_of_year(request.locality, year))
    context = {
        "year": year,
        "today": today,
        "months": present.months_of(year, marks, undated, today),
        "plans": [(plan, state_tag(plan)) for plan in plans_of_year(request.actor, year)],
        "before": href("year", request.locality, year=year - 1) if year > FIRST_YEAR else "",
        "after": href("year", request.locality, year=year + 1) if year < LAST_YEAR else "",
        "figures_href": _figures_href(request, year),
        "is_empty": not dialogues,
    }
    return render(request, "console/year/year.html", context)


def _figures_href(request: StaffRequest, year: int) -> str:
    """Return where the figures of the year are, for who may see figures."""
    is_open = not reach_of(request.actor, "figures.view").nowhere
    return href("year-figures", request.locality, year=year) if is_open else ""
