"""Reading plans: one visibility rule, used by pages, lists, counts and papers alike."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q

from nghedan.domain.organisations.numbering import series_from, unnumbered
from nghedan.domain.plans.models import AdjustmentRequest, Duty, Plan, PlanEdition, PlanItem, PlanReading
from nghedan.domain.plans.terms import Openness, PlanState, ReadingState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY, UNIT
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.terms import AttachmentState
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.numbering import DocumentNumber, suggest_next

PUBLISHED = (PlanState.ISSUED, PlanState.AMENDING, PlanState.CLOSED)


def plans_visible_to(actor: Actor) -> ScopedQuerySet[Plan]:
    """Return the plans an actor may see: those of the bodies within reach, those with a duty of the own unit once
    they are issued, and those shared inside the locality. The Party's papers are not seen from the UBND otherwise."""
    plans = Plan.objects.of(actor.locality).select_related("body", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "plan.view")
    if reach.everywhere:
        return plans
    if reach.nowhere:
        return plans.none()
    own_duty = Q(state__in=PUBLISHED, duties__unit_id__in=reach.ids(UNIT), duties__state=Standing.CURRENT)
    return plans.filter(Q(body_id__in=reach.ids(BODY)) | own_duty | Q(shared=True, state__in=PUBLISHED)).distinct()


def plan_for(actor: Actor, public_id: str) -> Plan:
    """Return one plan with its current items and duties. Raises Plan.DoesNotExist for what the actor may not see."""
    return with_parts(plans_visible_to(actor)).get(public_id=public_id)


def with_parts(plans: ScopedQuerySet[Plan]) -> ScopedQuerySet[Plan]:
    """Let plans come with their current items and duties (two more queries, however many plans)."""
    locality_parts = {"state": Standing.CURRENT}
    return plans.prefetch_related(
        Prefetch("items", PlanItem._base_manager.filter(**locality_parts).order_by("position", "id")),
        Prefetch(
            "duties", Duty._base_manager.filter(**locality_parts).select_related("unit").order_by("position", "id")
        ),
    )


def plans_of_year(actor: Actor, year: int) -> ScopedQuerySet[Plan]:
    """Return the visible plans of a year, the newest first."""
    return plans_visible_to(actor).filter(year=year).order_by("body__kind", "-id")


def plan_years(actor: Actor) -> list[int]:
    """Return the years that have a plan the actor may see, the latest first."""
    years = plans_visible_to(actor).order_by("-year").values_list("year", flat=True)
    return list(dict.fromkeys(years.distinct()))


def readings_visible_to(actor: Actor) -> ScopedQuerySet[PlanReading]:
    """Return the files being taken in: those of the bodies within reach, and all of them for the whole locality."""
    readings = PlanReading.objects.of(actor.locality)  # type: ignore[arg-type]
    reach = reach_of(actor, "plan_reading.read")
    return readings if reach.everywhere else readings.filter(body_id__in=reach.ids(BODY))


def open_readings(actor: Actor) -> ScopedQuerySet[PlanReading]:
    """Return the files that were read and have not become a plan yet, the latest first, without their text."""
    shown = readings_visible_to(actor).filter(state=ReadingState.OPEN).order_by("-id")
    return shown.only("public_id", "filename", "created_at", "locality", "body", "state", "version")


def reading_for(actor: Actor, public_id: str) -> PlanReading:
    """Return one file that was read. Raises PlanReading.DoesNotExist for what the actor may not see."""
    return readings_visible_to(actor).select_related("plan", "body", "locality").get(public_id=public_id)


SOURCE = "source"
"""Kind of the attachment that is the file a plan was taken in from."""


def source_of(actor: Actor, **which: Any) -> Attachment | None:
    """Return the file a reading (``pk=``) or a plan (``plan=``) was read from, for whom the reading is visible; None
    when it could not be kept (one query)."""
    readings = readings_visible_to(actor).filter(**which)
    kept = Attachment.objects.of(actor.locality).filter(kind=SOURCE, state=AttachmentState.KEPT)  # type: ignore[arg-type]
    of_readings = kept.filter(subject_type=subject_type_of(PlanReading), subject_id__in=readings.values("public_id"))
    return of_readings.order_by("-id").first()


def public_plans(locality: Locality, year: int) -> ScopedQuerySet[Plan]:
    """Return what the people may see of a year: issued plans of the State side; a Party plan is not published."""
    return (
        Plan.objects.of(locality)
        .filter(year=year, state__in=PUBLISHED, body__kind="people_committee")
        .select_related("body")
        .order_by("id")
    )


def public_items(plan: Plan) -> list[PlanItem]:
    """Return the planned dialogues the people may see: none that is internal."""
    return [item for item in plan.items.all() if item.state == Standing.CURRENT and item.openness != Openness.INTERNAL]


def item_for(plan: Plan, public_id: str) -> PlanItem:
    """Return one planned dialogue in force. Raises PlanItem.DoesNotExist."""
    items = PlanItem.objects.of(plan.locality).select_related("plan__body", "locality")
    return items.get(plan=plan, public_id=public_id, state=Standing.CURRENT)


def duty_for(plan: Plan, public_id: str) -> Duty:
    """Return one duty in force. Raises Duty.DoesNotExist."""
    duties = Duty.objects.of(plan.locality).select_related("plan__body", "locality", "unit")
    return duties.get(plan=plan, public_id=public_id, state=Standing.CURRENT)


def editions_of(plan: Plan) -> ScopedQuerySet[PlanEdition]:
    """Return every edition of a plan, the latest first."""
    return PlanEdition.objects.of(plan.locality).filter(plan=plan).select_related("locality").order_by("-edition")


def adjustment_requests_visible_to(actor: Actor) -> ScopedQuerySet[AdjustmentRequest]:
    """Return requests on visible plans: all of them for the plan's own body, one's own for a unit."""
    requests = AdjustmentRequest.objects.of(actor.locality).select_related("unit", "plan__body", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "plan.view")
    if reach.everywhere:
        return requests
    return requests.filter(Q(plan__body_id__in=reach.ids(BODY)) | Q(unit_id__in=reach.ids(UNIT)))


ABBREVIATION = "KH"
"""Phụ lục III Nghị định 30/2020/NĐ-CP; the Party uses the same."""


def suggested_number(plan: Plan, on: date) -> DocumentNumber:
    """Return the number after the highest of the same series: a suggestion, the authority's own register decides."""
    return suggest_next(
        (DocumentNumber.parse(number) for number in _series(plan, on)), unnumbered(plan.body, ABBREVIATION)
    )


def is_number_taken(plan: Plan, number: str, on: date) -> bool:
    """Say whether another plan of the same series bears the number; worth a warning, not a refusal."""
    return number.strip() in _series(plan, on)


def _series(plan: Plan, on: date) -> list[str]:
    same = Plan.objects.of(plan.locality).filter(body_id=plan.body_id, issued_on__gte=series_from(plan.body, on))
    return list(same.exclude(pk=plan.pk).exclude(number="").values_list("number", flat=True))
