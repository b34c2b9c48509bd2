"""What the worker does by the clock: units are reminded three days before, on the day, and three days after."""

from collections.abc import Sequence
from datetime import time, timedelta

from nghedan.domain.followup.models import Commitment, Nudge
from nghedan.domain.followup.queries.commitments import TO_DO, late_on, standing_of
from nghedan.domain.followup.rules.lateness import REMINDED_AT, is_late, is_reminded
from nghedan.domain.followup.services.nudging import Owed, send_nudge
from nghedan.domain.followup.terms import NudgeWay
from nghedan.domain.opinions.terms import Level
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality

OPENS, CLOSES = time(7, 30), time(17, 0)
"""Nobody is reminded outside these hours of a working day."""

LONGEST_REST = timedelta(days=20)
"""Longer than any row of days off: how far back the last working day is looked for."""


def nudge_by_the_clock() -> None:
    """Remind the units of every locality once a day, within working hours: one row each, whatever they owe."""
    now = clock.local(clock.now()).time()
    if not OPENS <= now < CLOSES:
        return
    today = clock.today()
    near = Commitment.objects.across(Actor.system()).exclude(state="closed")
    last = today + timedelta(days=-REMINDED_AT[0])
    for locality in Locality.objects.filter(pk__in=near.filter(due_on__lte=last).values("locality_id")):
        nudge_locality(locality)


def nudge_locality(locality: Locality) -> Sequence[Nudge]:
    """Remind the units of one locality of what came near its day or passed it since the last working day."""
    today = clock.today()
    calendar = calendar_for(locality, today - LONGEST_REST, today)
    if not calendar.is_working(today):
        return []
    since = calendar.previous_working(today - timedelta(days=1))
    system = Actor.system(locality)
    told = set(Nudge.objects.of(locality).filter(day=today, way=NudgeWay.BY_CLOCK).values_list("unit_id", flat=True))
    sent = []
    for rows in _by_unit(locality).values():
        if rows[0].unit_id in told or not any(is_reminded(row.due_on, since, today) for row in rows):
            continue
        late = sum(is_late(standing_of(row), today) for row in rows)
        near = sum(row.due_on <= today - timedelta(days=REMINDED_AT[0]) for row in rows) - late
        sent.append(send_nudge(actor=system, owed=Owed(rows[0].unit, late, near), way=NudgeWay.BY_CLOCK))
    return sent


def _by_unit(locality: Locality) -> dict[int, list[Commitment]]:
    """Return the unfinished commitments by unit, those about restricted matters left out."""
    rows = Commitment.objects.of(locality).select_related("unit__locality", "locality")
    late = late_on(clock.today())
    rows = (rows.filter(state__in=TO_DO) | rows.filter(late)).exclude(matter__level=Level.RESTRICTED)
    found: dict[int, list[Commitment]] = {}
    for row in rows.order_by("unit_id", "due_on"):
        found.setdefault(row.unit_id, []).append(row)
    return found
