"""The dialogues of a year."""

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.forms.listing import FilterForm
from nghedan.interfaces.console.dialogues.present import listing as present
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.http import StaffRequest


@require_safe
def dialogues(request: StaffRequest) -> HttpResponse:
    """List the dialogues of a year, narrowed by state and kind."""
    today = clock.today()
    form = FilterForm(request.GET, this_year=today.year)
    year, state, kind = form.chosen()
    visible = dialogues_visible_to(request.actor)
    found: list[Dialogue] = list(
        visible.filter(year=year).order_by(F("held_on").asc(nulls_last=True), "quarter", "month", "id")
    )
    shown = [one for one in found if state in ("", one.state) and kind in ("", one.kind)]
    context = {
        "form": form,
        "year": year,
        "years": present.year_links(request.locality, _years(request), year, today.year),
        "rows": [present.row(one, today) for one in shown],
        "is_narrowed": len(shown) < len(found),
        "clear": f"{href('dialogues', request.locality)}?year={year}",
        "may_plan": decide(request.actor, "dialogue.plan").allowed,
    }
    return render(request, "console/dialogues/list.html", context)


def _years(request: StaffRequest) -> list[int]:
    visible = dialogues_visible_to(request.actor)
    return list(visible.order_by("-year").values_list("year", flat=True).distinct())
