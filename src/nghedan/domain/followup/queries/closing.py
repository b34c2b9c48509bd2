"""What can be closed, and what stands against it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Commitment, Delivery, Referral, Verdict
from nghedan.domain.followup.queries.letters import ANSWER_LETTER
from nghedan.domain.followup.rules.closing import ClosingFacts
from nghedan.domain.followup.terms import CommitmentState, DeliveryState, ReferralState, VerdictState
from nghedan.domain.matters.models import Matter, Raising
from nghedan.domain.matters.queries import matters_visible_to, standing_alone
from nghedan.domain.matters.terms import MatterState, Outcome
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.scoping import ScopedQuerySet

TO_CLOSE = (
    MatterState.ANSWERED_IN_HALL, MatterState.ANSWERED, MatterState.REFERRED, MatterState.SETTLED,
    MatterState.SET_ASIDE,
)  # fmt: skip
RUNNING = (CommitmentState.OPEN, CommitmentState.IN_PROGRESS, CommitmentState.REPORTED)
UNDECIDED = (MatterState.SCREENED, MatterState.ASSIGNED, MatterState.PREPARED, MatterState.IN_WRITING, MatterState.REFERRED)  # fmt: skip  # noqa: E501
LETTER, TOLD, COMMITMENT, VERDICT = "letter", "told", "commitment", "verdict"
LEFT_OPEN = (Outcome.UNDER_WAY, Outcome.PLANNED)


def matters_to_close(actor: Actor, dialogue: Dialogue) -> ScopedQuerySet[Matter]:
    """Return the matters of a dialogue that were answered or left it, and are not closed."""
    matters = standing_alone(matters_visible_to(actor)).filter(dialogue=dialogue, state__in=TO_CLOSE)
    return matters.order_by("state", "pk")


def closing_facts(matters: Sequence[Matter]) -> dict[int, ClosingFacts]:
    """Return id of a matter -> what is known of it when it is to be closed (two queries, or none). Asked by guards
    too, whoever acts; it tells nobody anything."""
    if not matters:
        return {}
    locality, ids = matters[0].locality, [matter.pk for matter in matters]
    sent = Referral.objects.of(locality).filter(matter__in=ids).exclude(state=ReferralState.DROPPED).order_by("pk")
    latest = {row.matter_id: row for row in sent}
    marks = _marks_on(matters)
    return {
        matter.pk: ClosingFacts(
            state=MatterState(matter.state),
            has_letter=(LETTER, matter.pk) in marks,
            was_told=(TOLD, matter.pk) in marks,
            referral=ReferralState(latest[matter.pk].state) if matter.pk in latest else None,
            expected_on=latest[matter.pk].expected_on if matter.pk in latest else None,
            commitment_runs=(COMMITMENT, matter.pk) in marks,
            waits_for_head=(VERDICT, matter.pk) in marks,
        )
        for matter in matters
    }


def _marks_on(matters: Sequence[Matter]) -> set[tuple[str, int]]:
    """Return which matters were told of, have a letter that went out to whichever voice, a commitment that runs, or a
    verdict the head has not seen (one query)."""
    locality, ids = matters[0].locality, [matter.pk for matter in matters]
    issued = OfficialPaper._base_manager.filter(
        kind=ANSWER_LETTER, state=PaperState.ISSUED, locality=locality, subject_id=OuterRef("public_id")
    )
    raised = Raising.objects.of(locality).filter(Q(matter__in=ids) | Q(matter__grouped_into__in=ids), Exists(issued))
    rows: dict[str, QuerySet[Any]] = {
        TOLD: Delivery.objects.of(locality).filter(matter__in=ids, state=DeliveryState.STANDING),
        COMMITMENT: Commitment.objects.of(locality).filter(matter__in=ids, state__in=RUNNING),
        VERDICT: Verdict.objects.of(locality).filter(matter__in=ids, state=VerdictState.GIVEN, reopened=True),
    }
    answered = raised.annotate(of=Coalesce("matter__grouped_into_id", "matter_id"))
    first, *others = (
        found.order_by().annotate(mark=Value(mark)).values_list("mark", key)
        for mark, key, found in ((LETTER, "of", answered), *((mark, "matter_id", one) for mark, one in rows.items()))
    )
    return set(first.union(*others))


def left_in(dialogue: Dialogue) -> tuple[int, int, int]:
    """Return how many matters, commitments and referrals of a dialogue stand against closing it (one query).

    What is grouped goes with its main matter; what is restricted has left the dialogue; what was sent on may stay
    open as long as the day of the reply is known.
    """
    matters = Matter.objects.of(dialogue.locality).filter(dialogue=dialogue).exclude(state=MatterState.CLOSED)
    commitments = Commitment.objects.of(dialogue.locality).filter(dialogue=dialogue)
    unsent = Q(state__in=(ReferralState.DRAFTED, ReferralState.REPLIED)) | Q(state=ReferralState.SENT, expected_on=None)
    referrals = Referral.objects.of(dialogue.locality).filter(unsent, dialogue=dialogue)
    open_rows: tuple[QuerySet[Any], ...] = (
        standing_alone(matters.exclude(level=Level.RESTRICTED)),
        commitments.exclude(state=CommitmentState.CLOSED),
        referrals.exclude(matter__level=Level.RESTRICTED),
    )
    first, *others = (
        rows.order_by().annotate(place=Value(place)).values("place").annotate(found=Count("pk"))
        for place, rows in enumerate(open_rows)
    )
    counted = {row["place"]: row["found"] for row in first.union(*others, all=True)}
    return counted.get(0, 0), counted.get(1, 0), counted.get(2, 0)


def unsettled_before(actor: Actor, dialogue: Dialogue, today: date) -> ScopedQuerySet[Matter]:
    """Return what earlier dialogues of the same body left unsettled and nobody has brought forward yet: not answered,
    sent on without end, under way, put into a plan, or found wanting twice."""
    matters = standing_alone(matters_visible_to(actor)).filter(body=dialogue.body_id, dialogue__isnull=False)
    matters = matters.filter(dialogue__held_on__lt=dialogue.held_on or today).exclude(dialogue=dialogue.pk)
    unsatisfied = Verdict._base_manager.filter(matter=OuterRef("pk"), verdict="not", reopened=False)
    open_ones = Q(state__in=UNDECIDED) | Q(outcome__in=LEFT_OPEN) | Q(Exists(unsatisfied))
    continued = Matter._base_manager.filter(continues=OuterRef("pk"))
    return matters.filter(open_ones & ~Q(Exists(continued))).order_by("year", "number")
