"""Reading commitments: one visibility rule, what is late, and the line from what was said to what was ordered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, F, Min, Prefetch, Q

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Commitment, Extension, Nudge, Progress
from nghedan.domain.followup.rules.lateness import REMINDED_AT, Standing
from nghedan.domain.followup.terms import CommitmentState, ExtensionState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.opinions.terms import Level
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY, UNIT
from nghedan.foundation.attachments.queries import attachments_of_all
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet

TO_DO = (CommitmentState.OPEN, CommitmentState.IN_PROGRESS)
FAILED_AFTER = REMINDED_AT[-1]
"""Days after its day from which a late commitment climbs to the head: the unit was reminded, and nothing came."""


@dataclass(frozen=True, slots=True)
class UnitCount:
    """A unit that failed: how many commitments, the oldest since when."""

    unit: str
    late: int
    since: date


def commitments_visible_to(actor: Actor) -> ScopedQuerySet[Commitment]:
    """Return the commitments an actor may see: those of the bodies within reach and of the own units; never of
    restricted matters, of matters about officials only for who may see these."""
    rows = Commitment.objects.of(actor.locality)  # type: ignore[arg-type]
    rows = rows.select_related("unit", "dialogue__body", "dialogue__locality", "matter", "item", "paper", "locality")
    seen = matters_visible_to(actor).exclude(level=Level.ORDINARY).order_by().values("pk")
    rows = rows.filter(Q(matter__isnull=True) | Q(matter__level=Level.ORDINARY) | Q(matter__in=seen))
    reach = reach_of(actor, "commitment.view")
    if reach.everywhere:
        return rows
    return rows.filter(Q(dialogue__body_id__in=reach.ids(BODY)) | Q(unit_id__in=reach.ids(UNIT)))


def commitment_for(actor: Actor, public_id: str) -> Commitment:
    """Return one commitment. Raises Commitment.DoesNotExist."""
    return commitments_visible_to(actor).get(public_id=public_id)


def late_on(today: date) -> Q:
    """Return what is late on a day, as ``rules.lateness.is_late`` says it; nothing but a decision takes a row out."""
    reported = Q(state=CommitmentState.REPORTED) & (Q(reported_on=None) | Q(reported_on__gt=F("due_on")))
    return Q(state__in=TO_DO, due_on__lt=today) | reported


def late_commitments(actor: Actor, today: date) -> ScopedQuerySet[Commitment]:
    """Return what is late, the oldest first."""
    return commitments_visible_to(actor).filter(late_on(today)).order_by("due_on", "pk")


def due_within(actor: Actor, today: date, last: date) -> ScopedQuerySet[Commitment]:
    """Return what is to be done from today until a day, resting ones too: that day is when they are looked at."""
    return commitments_visible_to(actor).filter(state__in=TO_DO, due_on__range=(today, last)).order_by("due_on", "pk")


def commitments_of(matter: Matter) -> ScopedQuerySet[Commitment]:
    """Return what was ordered about a matter, for who may see the matter."""
    return Commitment.objects.of(matter.locality).select_related("unit").filter(matter=matter).order_by("pk")


def commitments_of_dialogue(dialogue: Dialogue) -> ScopedQuerySet[Commitment]:
    """Return what a conclusion ordered, in its order: for its papers; never of matters set apart."""
    ordinary = Q(matter__isnull=True) | Q(matter__level=Level.ORDINARY)
    rows = Commitment.objects.of(dialogue.locality).filter(ordinary, dialogue=dialogue)
    return rows.select_related("unit", "item", "matter__field", "matter__hamlet", "paper").order_by(
        "item__position", "pk"
    )


def with_history(rows: ScopedQuerySet[Commitment]) -> ScopedQuerySet[Commitment]:
    """Let commitments come with what was done and what was asked for (two more queries, however many)."""
    progress = Progress._base_manager.select_related("unit", "locality").order_by("pk")
    extensions = Extension._base_manager.order_by("pk")
    return rows.prefetch_related(Prefetch("progress", progress), Prefetch("extensions", extensions))


def extensions_waiting(actor: Actor) -> ScopedQuerySet[Extension]:
    """Return what asks for more time and nobody has decided, the most urgent first."""
    rows = Extension.objects.of(actor.locality).select_related("commitment__unit", "commitment__dialogue", "locality")  # type: ignore[arg-type]
    seen = commitments_visible_to(actor).order_by().values("pk")
    return rows.filter(state=ExtensionState.ASKED, commitment__in=seen).order_by("old_due_on", "pk")


def asked_of(commitment: Commitment) -> Extension | None:
    """Return what asks for more time for a commitment and waits for a decision, if anything does."""
    rows = Extension.objects.of(commitment.locality).filter(commitment=commitment, state=ExtensionState.ASKED)
    return rows.select_related("commitment__dialogue__body", "commitment__unit", "locality").first()


def has_evidence(commitment: Commitment) -> bool:
    """Say whether a file shows what was done."""
    told = list(Progress.objects.of(commitment.locality).select_related("locality").filter(commitment=commitment))
    return any(attachments_of_all(told).values())


def failed_commitments(actor: Actor, today: date) -> ScopedQuerySet[Commitment]:
    """Return what is late though its unit was reminded after the day: what climbs to the head."""
    before = today - timedelta(days=FAILED_AFTER)
    return late_commitments(actor, today).filter(due_on__lt=before)


def latest_nudges(actor: Actor, today: date) -> list[Nudge]:
    """Return how the actor's own units were reminded today or the day before, the latest of each way (one query)."""
    units = reach_of(actor, "commitment.report").ids(UNIT)
    rows = Nudge.objects.of(actor.locality).filter(unit_id__in=units, day__gte=today - timedelta(days=1))  # type: ignore[arg-type]
    return list(rows.order_by("-pk")[:1])


def units_that_failed(actor: Actor, today: date) -> list[UnitCount]:
    """Return the units that were reminded after the day and still owe, most first: the head's digest (one query)."""
    owed = failed_commitments(actor, today).order_by().values("unit__name")
    counts = list(owed.annotate(late=Count("pk"), since=Min("due_on")))
    rows = [UnitCount(row["unit__name"], row["late"], row["since"]) for row in counts]
    return sorted(rows, key=lambda row: (-row.late, row.since))


def nudged_today(locality: Locality) -> dict[int, Nudge]:
    """Return id of a unit -> the last time it was reminded by hand today (one query)."""
    midnight = datetime.combine(clock.today(), time(), clock.LOCAL_ZONE)
    rows = Nudge.objects.of(locality).filter(created_at__gte=midnight, way="by_hand").order_by("pk")
    return {row.unit_id: row for row in rows}


def nudges_of(unit_ids: Iterable[int], locality: Locality, since: date) -> list[Nudge]:
    """Return how some units were reminded since a day, the latest first."""
    rows = Nudge.objects.of(locality).select_related("unit").filter(unit__in=list(unit_ids), day__gte=since)
    return list(rows.order_by("-pk"))


def times_nudged(commitments: Sequence[Commitment]) -> dict[int, int]:
    """Return id of a commitment -> how often its unit was reminded since it was given (one query, or none)."""
    if not commitments:
        return {}
    units = {row.unit_id for row in commitments}
    nudges = Nudge.objects.of(commitments[0].locality).filter(unit__in=units).values_list("unit_id", "day")
    days: dict[int, list[date]] = {}
    for unit_id, day in nudges:
        days.setdefault(unit_id, []).append(day)
    return {
        row.pk: sum(clock.local(row.created_at).date() <= day for day in days.get(row.unit_id, ()))
        for row in commitments
    }


def standing_of(commitment: Commitment) -> Standing:
    """Return what the rules need to know of a commitment."""
    state = CommitmentState(commitment.state)
    return Standing(state, commitment.due_on, commitment.reported_on, commitment.paused_on)
