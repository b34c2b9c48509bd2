"""The first page, by role: whoever works for a body, officers of a unit."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.foundation.access.decide import decide, reach_of
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.transitions.instructions import papers_owed
from nghedan.interfaces.console.dialogues.present import standing, wording
from nghedan.interfaces.console.today import gather, present, seats, voices
from nghedan.interfaces.web.http import StaffRequest

RECEIVING = ("opinion.read_restricted", "opinion.read_sealed")


@require_safe
def today(request: StaffRequest) -> HttpResponse:
    """Show what is late, near and waiting for this person, and the next dialogue; who leads a hamlet has a page made
    for a phone, who only receives denunciations the list of these."""
    reach = reach_of(request.actor, "dialogue.view")
    if reach.everywhere or reach.ids(BODY):
        return _of_body(request)
    if reach.ids(HAMLET) and not reach.ids(UNIT):
        return redirect("console:hamlet", locality=request.locality.slug)
    if reach.nowhere and any(decide(request.actor, right).allowed for right in RECEIVING):
        return redirect("console:restricted", locality=request.locality.slug)
    return _of_unit(request)


def _of_body(request: StaffRequest) -> HttpResponse:
    actor = request.actor
    span = gather.horizon(request.locality, clock.today())
    dialogues = gather.planned_dialogues(actor, span.today)
    following = gather.next_of(dialogues, span.today)
    limits = gather.limits_around(actor, span.soon, following)
    by_id = {one.public_id: one for one in dialogues}
    near = [row for row in limits if row.due_on <= span.soon and row.state == "running"]
    rows = present.limit_rows(actor, near, by_id, span.today)
    rows += [present.task_row(actor, task) for task in gather.tasks_until(actor, span.soon)]
    late, soon = present.split(rows, span.today)
    delegations = gather.delegations_now(actor, span.today)
    context = {
        "today": span.today,
        "today_text": wording.capitalised(wording.long_date(span.today)),
        "late": late,
        "soon": soon,
        "waiting": [*_waiting(request, dialogues), *voices.waiting_rows(actor, request.locality)],
        "owed": present.paper_rows(actor, papers_owed(actor), delegations),
        "acting": [one for one in delegations if one.state == "current" and one.is_valid_on(span.today)],
        **_next(request, following, limits, span),
    }
    return render(request, "console/today/body.html", context)


def _waiting(request: StaffRequest, dialogues: list[Dialogue]) -> list[present.Row]:
    """Return what waits for a decision this person makes or records."""
    actor = request.actor
    plans = [one for one in gather.plans_waiting(actor) if present.decides(actor, "plan.sign", one)]
    to_agree = [
        one
        for one in dialogues
        if present.needs_agreement(one, clock.today()) and present.decides(actor, "dialogue.agree", one)
    ]
    return [
        *(present.plan_row(actor, one) for one in plans),
        *(present.agreement_row(actor, one) for one in to_agree),
    ]


def _next(
    request: StaffRequest, following: Dialogue | None, limits: list[Deadline], span: gather.Horizon
) -> dict[str, Any]:
    """Return the next dialogue with its steps and its next thing."""
    if following is None:
        return {"following": None}
    own = [row for row in limits if row.subject_id == following.public_id]
    return {
        "following": following,
        "following_when": wording.when_of(following),
        "following_distance": wording.distance_to(following, span.today),
        "steps": standing.steps_of(following, own, span.today),
        "next": standing.next_thing(request.actor, following, own, [], span.today, span.calendar),
    }


def _of_unit(request: StaffRequest) -> HttpResponse:
    actor = request.actor
    span = gather.horizon(request.locality, clock.today())
    tasks = [present.task_row(actor, task) for task in gather.own_tasks(actor)]
    rows = [*tasks, *voices.matter_rows(actor), *seats.seat_rows(actor), *voices.commitment_rows(actor)]
    near = [row for row in rows if row.due_on is not None and row.due_on <= span.soon]
    late, soon = present.split(near, span.today)
    dialogues = gather.planned_dialogues(actor, span.today)
    following = gather.next_of(dialogues, span.today)
    context = {
        "today": span.today,
        "today_text": wording.capitalised(wording.long_date(span.today)),
        "late": late,
        "soon": soon,
        "later": [row for row in rows if row not in near],
        "following": following,
        "following_when": wording.when_of(following) if following else "",
        "following_distance": wording.distance_to(following, span.today) if following else "",
        "nudges": voices.nudges_today(actor),
        "may_propose": decide(actor, "proposal.make").allowed,
    }
    return render(request, "console/today/unit.html", context)
