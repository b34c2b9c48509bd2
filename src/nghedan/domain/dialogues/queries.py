"""Reading dialogues: one visibility rule, used by pages, lists, counts and papers alike."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q

from nghedan.domain.dialogues.models import Dialogue, HamletCount, Presiding, Proposal, Task, VoterRequest
from nghedan.domain.dialogues.rules import RequestCount, count_request
from nghedan.domain.dialogues.terms import UNDER_WAY, DialogueState
from nghedan.domain.plans.models import Plan, PlanItem
from nghedan.domain.plans.queries import PUBLISHED
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing


def dialogues_visible_to(actor: Actor) -> ScopedQuerySet[Dialogue]:
    """Return the dialogues an actor may see: those of the bodies within reach or presiding too, those with a task of
    the own unit, and for hamlet heads those open to the people."""
    dialogues = Dialogue.objects.of(actor.locality).select_related("body", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "dialogue.view")
    if reach.everywhere:
        return dialogues
    if reach.nowhere:
        return dialogues.none()
    bodies, units = reach.ids(BODY), reach.ids(UNIT)
    presided = Presiding._base_manager.filter(dialogue=OuterRef("pk"), body_id__in=bodies, state=Standing.CURRENT)
    tasked = Task._base_manager.filter(dialogue=OuterRef("pk"), unit_id__in=units)
    visible = Q(body_id__in=bodies) | Exists(presided) | Exists(tasked)
    if reach.ids(HAMLET):
        visible |= Q(openness=Openness.OPEN)
    return dialogues.filter(visible)


def dialogue_for(actor: Actor, public_id: str) -> Dialogue:
    """Return one dialogue with those who preside and its hamlets. Raises Dialogue.DoesNotExist."""
    return with_parts(dialogues_visible_to(actor)).get(public_id=public_id)


def with_parts(dialogues: ScopedQuerySet[Dialogue]) -> ScopedQuerySet[Dialogue]:
    """Let dialogues come with who presides, their plans and their hamlets (three more queries, however many)."""
    return dialogues.prefetch_related(
        Prefetch("presiding", Presiding._base_manager.filter(state=Standing.CURRENT).order_by("part", "position")),
        Prefetch("items", PlanItem._base_manager.select_related("plan__body")),
        "hamlets",
    )


def dialogues_of_year(actor: Actor, year: int) -> ScopedQuerySet[Dialogue]:
    """Return the visible dialogues of a year: dated ones by day, the others by month and quarter."""
    return dialogues_visible_to(actor).filter(year=year).order_by("held_on", "quarter", "month", "id")


def next_dialogue(actor: Actor, today: date) -> Dialogue | None:
    """Return the next dated dialogue that will be held, or the first of the year still without a day."""
    planned = dialogues_visible_to(actor).filter(state__in=UNDER_WAY)
    dated = planned.filter(held_on__gte=today).order_by("held_on", "id").first()
    return dated or planned.filter(held_on__isnull=True, year=today.year).order_by("quarter", "month", "id").first()


def planned_by_plan(actor: Actor, plans: Sequence[Plan]) -> dict[int, list[Dialogue]]:
    """Return id of a plan -> its dialogues still to be held, as far as the actor may see them: dated ones by day, the
    others by month and quarter (one query, however many plans)."""
    found: dict[int, list[Dialogue]] = {}
    ids = [plan.pk for plan in plans]
    if ids:
        open_ones = dialogues_visible_to(actor).filter(items__plan__in=ids).exclude(state=DialogueState.CANCELLED)
        rows = open_ones.annotate(plan_id=F("items__plan")).order_by("held_on", "quarter", "month", "id").distinct()
        for dialogue in rows:
            found.setdefault(dialogue.plan_id, []).append(dialogue)
    return found


def dialogues_by_item(actor: Actor, plan: Plan) -> dict[int, Dialogue]:
    """Return id of a plan's item -> the dialogue that carries it out, as far as the actor may see it."""
    visible = dialogues_visible_to(actor).filter(items__plan=plan).annotate(item_id=F("items"))
    return {dialogue.item_id: dialogue for dialogue in visible}


def public_dialogues(locality: Locality, year: int | None = None) -> ScopedQuerySet[Dialogue]:
    """Return what the people may see: dialogues that are not internal and whose plan is issued, or that stand outside
    any plan on somebody's word; the Party's only when they are open to all."""
    shown = Dialogue.objects.of(locality).exclude(openness=Openness.INTERNAL)
    shown = shown.filter(Q(body__kind="people_committee") | Q(openness=Openness.OPEN))
    unissued = Dialogue.items.through.objects.filter(dialogue=OuterRef("pk")).exclude(
        planitem__plan__state__in=PUBLISHED
    )
    shown = shown.filter(~Exists(unissued))
    if year is not None:
        shown = shown.filter(year=year)
    return shown.select_related("body").order_by("held_on", "quarter", "month", "id")


def tasks_visible_to(actor: Actor) -> ScopedQuerySet[Task]:
    """Return the tasks an actor may see: all of a body's dialogues, or those of the own unit."""
    tasks = Task.objects.of(actor.locality).select_related("dialogue__body", "unit", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "dialogue.view")
    if reach.everywhere:
        return tasks
    return tasks.filter(Q(dialogue__body_id__in=reach.ids(BODY)) | Q(unit_id__in=reach.ids(UNIT)))


def proposals_visible_to(actor: Actor) -> ScopedQuerySet[Proposal]:
    """Return proposals to one's body, and one's own unit's or hamlet's."""
    proposals = Proposal.objects.of(actor.locality).select_related("body", "unit", "hamlet", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "dialogue.view")
    if reach.everywhere:
        return proposals
    own = Q(unit_id__in=reach.ids(UNIT)) | Q(hamlet_id__in=reach.ids(HAMLET))
    return proposals.filter(Q(body_id__in=reach.ids(BODY)) | own)


def voter_requests_visible_to(actor: Actor) -> ScopedQuerySet[VoterRequest]:
    """Return requests by voters to the bodies within reach, with their counts by hamlet."""
    requests = VoterRequest.objects.of(actor.locality).select_related("body", "locality")  # type: ignore[arg-type]
    requests = requests.prefetch_related(
        Prefetch("counts", HamletCount._base_manager.filter(state=Standing.CURRENT).select_related("hamlet"))
    )
    reach = reach_of(actor, "dialogue.view")
    return requests if reach.everywhere else requests.filter(body_id__in=reach.ids(BODY))


def standing_of(request: VoterRequest) -> RequestCount:
    """Return how far a request has come; one more signature or one struck out stamps and unstamps it."""
    signed = [count.supporters for count in request.counts.all() if count.state == Standing.CURRENT]
    return count_request(signed, request.voters_total, request.threshold_percent)
