"""Reading rules and limits."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.deadlines.models import Deadline, DeadlineRuleVersion
from nghedan.foundation.deadlines.permissions import VIEW
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import Locality, LocalityModel
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.deadlines import DeadlineRule, Rank


def rules_for(locality: Locality, *, body_kind: str, level: str, subject_kind: str, on: date) -> list[DeadlineRule]:
    """Return the rules in force on a day for one kind of body, level and kind of subject (one query).

    Of several versions of one code the locality's own holds before the shipped one, the more specific before the
    general, the newer before the older.
    """
    versions = DeadlineRuleVersion.objects.shipped_or_of(locality).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=on),
        state=Standing.CURRENT,
        valid_from__lte=on,
        body_kind__in=("", body_kind),
        level__in=("", level),
        subject_kind__in=("", subject_kind),
    )
    holding = {row.rule_code: row for row in sorted(versions, key=lambda row: row.precedence)}
    return [row.rule for row in sorted(holding.values(), key=lambda row: row.pk)]


def rule_versions(locality: Locality) -> QuerySet[DeadlineRuleVersion]:
    """Return every version in use, the locality's own and the shipped ones, by code and first day."""
    versions = DeadlineRuleVersion.objects.shipped_or_of(locality).filter(state=Standing.CURRENT)
    return versions.order_by("rule_code", "valid_from", "pk")


def deadlines_of(subject: LocalityModel) -> list[Deadline]:
    """Return the limits that apply to a subject, running or met, the earliest first (one query)."""
    return deadlines_of_all([subject])[subject.public_id]


def deadlines_of_all(subjects: Sequence[LocalityModel]) -> dict[str, list[Deadline]]:
    """Return for subjects of one kind and one locality, by public id, what ``deadlines_of`` returns (one query)."""
    limits: dict[str, list[Deadline]] = defaultdict(list)
    if subjects:
        rows = _of_subjects(subjects).exclude(state=DeadlineState.DROPPED)
        for row in rows.order_by("due_on", "pk"):
            limits[row.subject_id].append(row)
    return limits


def every_limit_of(subject: LocalityModel) -> dict[str, Deadline]:
    """Return a subject's limits by the code of their rule, those dropped included."""
    return {row.rule_code: row for row in _of_subjects([subject])}


def running_in(locality: Locality) -> QuerySet[Deadline]:
    """Return the limits of a locality that are neither met nor dropped."""
    return Deadline.objects.of(locality).select_related("locality").filter(state=DeadlineState.RUNNING)


def open_between(locality: Locality, first: date, last: date) -> QuerySet[Deadline]:
    """Return the running limits due from ``first`` to ``last``, both included, the earliest first."""
    return running_in(locality).filter(due_on__range=(first, last)).order_by("due_on", "pk")


def late_on(locality: Locality, today: date) -> QuerySet[Deadline]:
    """Return the running limits whose last day is over, the longest overdue first; suggestions are never late."""
    return running_in(locality).filter(due_on__lt=today).exclude(rank=Rank.SUGGESTION).order_by("due_on", "pk")


def deadlines_visible_to(actor: Actor) -> QuerySet[Deadline]:
    """Return the limits of the bodies an actor may look at; none without a locality."""
    if actor.locality is None:
        return Deadline.objects.none()
    reach = reach_of(actor, VIEW.code)
    limits = Deadline.objects.of(actor.locality)
    return limits if reach.everywhere else limits.filter(body_scope_id__in=reach.ids(BODY))


def _of_subjects(subjects: Sequence[LocalityModel]) -> QuerySet[Deadline]:
    first = subjects[0]
    return (
        Deadline.objects.of(first.locality)
        .select_related("locality")
        .filter(subject_type=subject_type_of(first), subject_id__in=[subject.public_id for subject in subjects])
    )
