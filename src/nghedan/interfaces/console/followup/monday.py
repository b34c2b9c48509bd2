"""Giao ban thứ Hai: what is late by unit, due this week and waits for a decision, on one page of screen and paper."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nghedan.domain.followup.documents import facts, monday_brief
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.queries import bodies_visible_to
from nghedan.foundation.access.decide import reach_of, require
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.papers import download_links
from nghedan.interfaces.web.http import StaffRequest

VIEW = "monday_brief.view"


@require_safe
def brief(request: StaffRequest) -> HttpResponse:
    """Show the page of the body asked for, of the first one within reach without a question."""
    require(request.actor, VIEW)
    today = clock.today()
    bodies = _bodies(request)
    asked = request.GET.get("body", "")
    body = next((one for one in bodies if one.public_id == asked), next(iter(bodies), None))
    page = href("monday", request.locality)
    told = monday_brief.brief_of(request.actor, body, today) if body else None
    context = {
        "bodies": [Link(one.name, f"{page}?body={one.public_id}", current=one == body) for one in bodies],
        "brief": told,
        "late": _late(told) if told else [],
        "due": [(row, monday_brief.sentence(row)) for row in told.due] if told else [],
        "files": download_links(request, monday_brief.CODE, body.public_id)[:2] if body else [],
    }
    return render(request, "console/followup/monday.html", context)


def _late(told: monday_brief.BriefFacts) -> list[tuple[str, list[str]]]:
    return [(unit, [monday_brief.sentence(row) for row in rows]) for unit, rows in facts.by_unit(told.late).items()]


def _bodies(request: StaffRequest) -> list[Body]:
    reach = reach_of(request.actor, VIEW)
    bodies = bodies_visible_to(request.actor).order_by("pk")
    return [body for body in bodies if reach.everywhere or body.pk in reach.ids(BODY)]
