"""What the pages of classifying need, in few queries."""

from dataclasses import dataclass

from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, Value, When

from nghedan.domain.matters.models import Field, Matter, Raising
from nghedan.domain.matters.queries import fields_of, matters_visible_to, standing_alone
from nghedan.domain.matters.rules.suggesting import FieldWords
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.terms import OpinionState
from nghedan.domain.organisations.models import Officer
from nghedan.domain.organisations.queries import officers_visible_to, posts_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.search.similar import similar
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.vietnamese import name_key

LEAST_ALIKE = 0.3
MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Alike:
    """A matter that may be about the same, and how many voices raise it."""

    matter: Matter
    times: int


def waiting(actor: Actor) -> ScopedQuerySet[Opinion]:
    """Return the opinions that wait to be classified, the oldest first."""
    return opinions_visible_to(actor).filter(state=OpinionState.RECEIVED).order_by("year", "number")


def next_of(actor: Actor, opinion: Opinion) -> Opinion | None:
    """Return the first that waits after an opinion, and at the end the oldest again (one query)."""
    is_later = Q(year=opinion.year, number__gt=opinion.number) | Q(year__gt=opinion.year)
    turn = Case(When(is_later, then=Value(0)), default=Value(1))
    return waiting(actor).exclude(pk=opinion.pk).order_by(turn, "year", "number").first()


def known_fields(locality: Locality) -> tuple[list[Field], tuple[FieldWords, ...]]:
    """Return the fields in use, and their words as the suggestion wants them (one query)."""
    fields = list(fields_of(locality))
    return fields, tuple(FieldWords(field.code, tuple(field.keywords)) for field in fields)


def known_of(actor: Actor, opinion: Opinion, text: str) -> tuple[list[Matter], list[Alike]]:
    """Return what an opinion raises already, and what else is most like a text (four queries)."""
    raises = Exists(Raising._base_manager.filter(matter=OuterRef("pk"), opinion=opinion, state=Standing.CURRENT))
    return _known(actor, text, raises)


def alike(actor: Actor, matter: Matter) -> list[Alike]:
    """Return the matters most like another, those grouped into others left out."""
    _itself, found = _known(actor, f"{matter.title}\n{matter.text}", Q(pk=matter.pk))
    return found


def _known(actor: Actor, text: str, own: Exists | Q) -> tuple[list[Matter], list[Alike]]:
    """Return what is one's own already, and what is like a text and is not."""
    visible = matters_visible_to(actor)
    others = standing_alone(visible).exclude(state=MatterState.SET_ASIDE).filter(~own)
    hits = similar(actor.locality, text, visible=[others], limit=MOST_ALIKE)  # type: ignore[arg-type]
    score = {hit.subject_id: hit.score for hit in hits if hit.score >= LEAST_ALIKE}
    rows = list(visible.filter(Q(public_id__in=score) | Q(own)).annotate(times=_voices()).order_by("pk"))
    found = [Alike(row, row.times or 0) for row in rows if row.public_id in score]
    found.sort(key=lambda one: -score[one.matter.public_id])
    return [row for row in rows if row.public_id not in score], found


def _voices() -> Subquery:
    """Count the opinions that raise a matter or one grouped into it."""
    of_matter = Q(matter=OuterRef("pk")) | Q(matter__grouped_into=OuterRef("pk"))
    raised = Raising._base_manager.filter(of_matter, state=Standing.CURRENT).order_by().values("locality")
    return Subquery(raised.annotate(voices=Count("opinion", distinct=True)).values("voices"))


def officers(actor: Actor) -> list[tuple[Officer, str]]:
    """Return the officers in use, by given name, with the posts each holds today (two queries)."""
    posts: dict[int, list[str]] = {}
    for post in posts_visible_to(actor).on(clock.today()):
        place = post.hamlet or post.unit or post.body
        posts.setdefault(post.officer_id, []).append(f"{post.title}, {place}" if place else post.title)
    rows = officers_visible_to(actor).filter(state=Standing.CURRENT)
    ordered = sorted(rows, key=lambda officer: name_key(officer.full_name))
    return [(officer, "; ".join(posts.get(officer.pk, ()))) for officer in ordered]
