"""What people said of the answers they got."""

from collections.abc import Sequence

from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.terms import Satisfaction, VerdictState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.scoping import ScopedQuerySet


def verdicts_visible_to(actor: Actor) -> ScopedQuerySet[Verdict]:
    """Return what was said of answers by the voices an actor may read, on matters she may see."""
    rows = Verdict.objects.of(actor.locality).select_related("matter__body__locality", "matter__unit", "opinion__hamlet", "locality")  # type: ignore[arg-type]  # fmt: skip  # noqa: E501
    readable = opinions_visible_to(actor).order_by().values("pk")
    return rows.filter(opinion__in=readable, matter__in=matters_visible_to(actor).order_by().values("pk"))


def verdict_for(actor: Actor, public_id: str) -> Verdict:
    """Return one visible verdict. Raises Verdict.DoesNotExist."""
    return verdicts_visible_to(actor).get(public_id=public_id)


def waiting_for_the_head(actor: Actor) -> ScopedQuerySet[Verdict]:
    """Return the "not satisfied" the head has not looked at, the oldest first."""
    rows = verdicts_visible_to(actor).filter(verdict=Satisfaction.NOT, state=VerdictState.GIVEN, reopened=True)
    return rows.order_by("given_on", "pk")


def last_verdicts(opinion: Opinion, matters: Sequence[Matter]) -> dict[int, Verdict]:
    """Return id of a matter -> what an opinion's giver said of its answer last (one query, or none)."""
    if not matters:
        return {}
    rows = Verdict.objects.of(opinion.locality).filter(opinion=opinion, matter__in=[one.pk for one in matters])
    return {row.matter_id: row for row in rows.order_by("pk")}
