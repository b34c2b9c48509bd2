"""What the first page reads, each with one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.queries import dialogues_visible_to, tasks_visible_to
from nghedan.domain.dialogues.terms import IN_WORK, TaskState
from nghedan.domain.organisations.models import Delegation
from nghedan.domain.organisations.queries import delegations_visible_to
from nghedan.domain.organisations.terms import DelegationState
from nghedan.domain.plans.models import AdjustmentRequest, Plan
from nghedan.domain.plans.queries import plans_visible_to
from nghedan.domain.plans.terms import AdjustmentState, PlanState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import deadlines_visible_to
from nghedan.foundation.deadlines.status import SOON_WITHIN
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.workdays import WorkCalendar

MOST_TASKS = 60
"""Tasks shown on the first page; the list of all of them is one press away."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """Today, the calendar, and the last day that counts as soon."""

    today: date
    calendar: WorkCalendar
    soon: date


def horizon(locality: Locality, today: date) -> Horizon:
    calendar = calendar_for(locality, today, today + timedelta(days=60))
    return Horizon(today, calendar, calendar.add(today, SOON_WITHIN))


def planned_dialogues(actor: Actor, today: date) -> list[Dialogue]:
    """Return the dialogues in preparation by day; those of last year too, since their results may be due."""
    planned = dialogues_visible_to(actor).filter(state__in=IN_WORK, year__gte=today.year - 1)
    return list(planned.order_by("held_on", "year", "quarter", "month", "id"))


def next_of(dialogues: Sequence[Dialogue], today: date) -> Dialogue | None:
    """Return the next dated dialogue, else the first that still has no day."""
    ahead = [one for one in dialogues if one.held_on is not None and one.held_on >= today]
    undated = [one for one in dialogues if one.held_on is None]
    undated.sort(key=lambda one: (one.year, one.month or 3 * (one.quarter or 4)))
    return min(ahead, key=lambda one: one.held_on or today) if ahead else next(iter(undated), None)


def limits_around(actor: Actor, last: date, following: Dialogue | None) -> list[Deadline]:
    """Return the running limits due by a day, and every limit of the next dialogue."""
    wanted = Q(state=DeadlineState.RUNNING, due_on__lte=last)
    if following is not None:
        wanted |= Q(subject_id=following.public_id) & ~Q(state=DeadlineState.DROPPED)
    return list(deadlines_visible_to(actor).filter(wanted).order_by("due_on", "pk"))


def tasks_until(actor: Actor, last: date) -> list[Task]:
    """Return open tasks of dialogues that will be held, due by a day."""
    tasks = tasks_visible_to(actor).filter(
        state=TaskState.OPEN, due_on__lte=last, dialogue__state__in=IN_WORK
    )
    return list(tasks.order_by("due_on", "id")[:MOST_TASKS])


def own_tasks(actor: Actor) -> list[Task]:
    """Return the open tasks of an officer's unit, those with a day first."""
    tasks = tasks_visible_to(actor).filter(state=TaskState.OPEN, dialogue__state__in=IN_WORK)
    return list(tasks.order_by(F("due_on").asc(nulls_last=True), "id")[:MOST_TASKS])


def plans_waiting(actor: Actor) -> list[Plan]:
    """Return plans that wait for signature, and those with a request for adjustment."""
    asked = AdjustmentRequest._base_manager.filter(plan=OuterRef("pk"), state=AdjustmentState.OPEN)
    return list(plans_visible_to(actor).filter(Q(state=PlanState.SUBMITTED) | Exists(asked)).order_by("pk"))


def delegations_now(actor: Actor, today: date) -> list[Delegation]:
    """Return delegations that run today or whose paper is still to come."""
    runs = Q(state=DelegationState.CURRENT, valid_from__lte=today, valid_to__gte=today)
    return list(delegations_visible_to(actor).filter(runs | Q(paper_due=True)))
