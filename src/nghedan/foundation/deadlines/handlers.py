"""Reactions to a changed calendar."""

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.national import CALENDAR_CHANGED
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.services import recount
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.outbox.publish import publish
from nghedan.foundation.tenancy.models import Locality

BECAUSE = "calendar"


def on_calendar_changed(entry: OutboxEntry) -> None:
    """Count the running limits of the locality anew; for a nationwide day let each locality do so in its own turn."""
    if entry.locality is not None:
        recount(actor=Actor.system(entry.locality), locality=entry.locality, because=BECAUSE)
        return
    running = Deadline.objects.across(Actor.system()).filter(state=DeadlineState.RUNNING)
    for locality in Locality.objects.filter(pk__in=running.values("locality")):
        publish(CALENDAR_CHANGED, locality=locality, payload=entry.payload)
