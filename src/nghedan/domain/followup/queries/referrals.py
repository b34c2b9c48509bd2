"""Matters on their way to other bodies."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Referral
from nghedan.domain.followup.terms import ReferralState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to, standing_alone
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.tenancy.scoping import ScopedQuerySet

REFERRAL_LETTER = "referral_letter"


def referrals_visible_to(actor: Actor) -> ScopedQuerySet[Referral]:
    """Return what was sent on of the matters an actor may see, for whoever may read of referrals."""
    rows = Referral.objects.of(actor.locality).select_related("matter__body", "matter__hamlet", "matter__unit", "matter__locality", "paper", "dialogue", "locality")  # type: ignore[arg-type]  # fmt: skip  # noqa: E501
    if reach_of(actor, "referral.view").nowhere:
        return rows.none()
    return rows.filter(matter__in=matters_visible_to(actor).order_by().values("pk"))


def referral_for(actor: Actor, public_id: str) -> Referral:
    """Return one visible referral. Raises Referral.DoesNotExist."""
    return referrals_visible_to(actor).get(public_id=public_id)


def referrals_of(actor: Actor, dialogue: Dialogue) -> ScopedQuerySet[Referral]:
    """Return what a dialogue sent on and did not give up, those without a reply first, by the day hoped for."""
    rows = referrals_visible_to(actor).filter(dialogue=dialogue).exclude(state=ReferralState.DROPPED)
    return rows.order_by("replied_on", "expected_on", "pk")


def late_referrals(actor: Actor, today: date) -> ScopedQuerySet[Referral]:
    """Return what should have been replied to by now: to be asked for again."""
    rows = referrals_visible_to(actor).filter(state=ReferralState.SENT, expected_on__lt=today)
    return rows.order_by("expected_on", "pk")


def matters_to_refer(actor: Actor, dialogue: Dialogue) -> ScopedQuerySet[Matter]:
    """Return the matters that are another body's and of which no letter has been begun, body by body."""
    begun = Referral._base_manager.filter(matter=OuterRef("pk")).exclude(state=ReferralState.DROPPED)
    matters = standing_alone(matters_visible_to(actor)).filter(dialogue=dialogue, state=MatterState.REFERRED)
    return matters.filter(~Q(Exists(begun))).order_by("competence", "competent_body", "pk")


def referrals_in(paper: OfficialPaper) -> Sequence[Referral]:
    """Return what one letter sends on, in its order; for who may see the letter."""
    rows = Referral.objects.of(paper.locality).select_related(
        "matter__hamlet__merged_into", "matter__field", "locality"
    )
    return list(rows.filter(paper=paper).exclude(state=ReferralState.DROPPED).order_by("pk"))


def referrals_narrowed(actor: Actor) -> Q:
    """Bound letters to those every matter of which the actor may see."""
    matters = matters_visible_to(actor).order_by().values("pk")
    hidden = Referral._base_manager.filter(paper=OuterRef("pk")).exclude(matter__in=matters)
    return ~Q(Exists(hidden))
