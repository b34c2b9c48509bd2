"""Reads: who and what there is on a day, under which name, and who stands at the head."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q, Sum

from nghedan.domain.organisations.models import (
    Body,
    DatedQuerySet,
    Delegation,
    Hamlet,
    Officer,
    Post,
    Unit,
)
from nghedan.domain.organisations.rules.names import natural_key
from nghedan.domain.organisations.rules.signatures import SignatureForm, SignerRank, compose_signature
from nghedan.domain.organisations.terms import DelegationState, HamletKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY, UNIT
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date, name_key

VIEW = "organisation.view"
CANNOT_SIGN = _(
    "%(officer)s không giữ chức vụ nào để ký văn bản của %(body)s vào ngày %(day)s; xin chọn người ký khác, hoặc ghi "
    "chức vụ ở Cài đặt → Cán bộ."
)

_KIND_ORDER = {kind.value: position for position, kind in enumerate(HamletKind)}

Rows = TypeVar("Rows", bound=ScopedQuerySet[Any])


def bodies_visible_to(actor: Actor) -> DatedQuerySet[Body]:
    """Return the bodies the actor works for: all, or those her grants name directly or through a unit."""
    bodies: DatedQuerySet[Body] = Body.objects.across(actor)
    reach = reach_of(actor, VIEW)
    if reach.everywhere:
        return bodies
    own_units = Unit.objects.across(actor).filter(pk__in=reach.ids(UNIT))
    return bodies.filter(Q(pk__in=reach.ids(BODY)) | Q(pk__in=own_units.values("body_id")))


def units_visible_to(actor: Actor) -> DatedQuerySet[Unit]:
    """Return the units of the actor's locality: their names are no secret among staff."""
    units: DatedQuerySet[Unit] = Unit.objects.across(actor)
    return _seen_by_staff(actor, units)


def hamlets_visible_to(actor: Actor) -> DatedQuerySet[Hamlet]:
    """Return the hamlets of the actor's locality."""
    hamlets: DatedQuerySet[Hamlet] = Hamlet.objects.across(actor)
    return _seen_by_staff(actor, hamlets)


def officers_visible_to(actor: Actor) -> ScopedQuerySet[Officer]:
    """Return the officers of the actor's locality."""
    return _seen_by_staff(actor, Officer.objects.across(actor))


def posts_visible_to(actor: Actor) -> DatedQuerySet[Post]:
    """Return the posts of the actor's locality, with officer and place."""
    posts: DatedQuerySet[Post] = Post.objects.across(actor).select_related("officer", "body", "unit", "hamlet")
    return _seen_by_staff(actor, posts)


def delegations_visible_to(actor: Actor) -> DatedQuerySet[Delegation]:
    """Return the delegations of the bodies the actor works for, the latest first."""
    delegations: DatedQuerySet[Delegation] = Delegation.objects.across(actor)
    return delegations.filter(body__in=bodies_visible_to(actor)).select_related("body", "from_officer", "to_officer")


def _seen_by_staff(actor: Actor, rows: Rows) -> Rows:
    return rows.none() if reach_of(actor, VIEW).nowhere else rows


def bodies_on(locality: Locality, day: date) -> list[Body]:
    """Return the bodies of a day."""
    return list(Body.objects.of(locality).on(day))


def units_on(locality: Locality, day: date) -> list[Unit]:
    """Return the units of a day in their order."""
    return list(Unit.objects.of(locality).on(day).select_related("body"))


def hamlets_on(locality: Locality, day: date) -> list[Hamlet]:
    """Return the hamlets of a day by kind and name, "Xóm 2" before "Xóm 10"."""
    return in_order(Hamlet.objects.of(locality).on(day))


def in_order(hamlets: Iterable[Hamlet]) -> list[Hamlet]:
    """Sort hamlets by kind, then by name as a Vietnamese list does, numbers by their value."""
    return sorted(hamlets, key=lambda hamlet: (_KIND_ORDER.get(hamlet.kind, 0), natural_key(hamlet.name), hamlet.pk))


def voters_total(locality: Locality, day: date) -> int:
    """Return the voters of all hamlets of a day: what 10 % is counted from (Điều 43 Luật 72/2025/QH15)."""
    total: int | None = Hamlet.objects.of(locality).on(day).aggregate(total=Sum("voters"))["total"]
    return total or 0


def officers_by_name(locality: Locality) -> list[Officer]:
    """Return the officers in use, by given name."""
    return sorted(Officer.objects.of(locality).filter(state=Standing.CURRENT), key=lambda row: name_key(row.full_name))


def posts_on(locality: Locality, day: date) -> list[Post]:
    """Return the posts held on a day, with officer and place."""
    return list(Post.objects.of(locality).on(day).select_related("officer", "body", "unit", "hamlet"))


def hamlet_heads_on(locality: Locality, day: date) -> dict[int, Officer]:
    """Return hamlet id -> its head on a day."""
    heads = Post.objects.of(locality).on(day).filter(hamlet__isnull=False, is_head=True).select_related("officer")
    return {post.hamlet_id: post.officer for post in heads if post.hamlet_id}


def head_of(body: Body, day: date) -> Officer | None:
    """Return who holds the head's post on a day."""
    post = _posts_in(body, day).filter(is_head=True).first()
    return post.officer if post else None


def acting_head_of(body: Body, day: date) -> Officer | None:
    """Return who presides over the dialogue on a day: the delegate while a delegation runs, else the head."""
    delegation = running_delegation(body, day)
    return delegation.to_officer if delegation else head_of(body, day)


def running_delegation(body: Body, day: date) -> Delegation | None:
    """Return the delegation that runs on a day; one ended early no longer counts on its last day."""
    runs = Q(state=DelegationState.CURRENT) | Q(state=DelegationState.ENDED, valid_to__gt=day)
    delegations: DatedQuerySet[Delegation] = Delegation.objects.of(body.locality)
    return delegations.on(day).filter(runs, body=body).select_related("from_officer", "to_officer").first()


def signature_form(body: Body, officer: Officer, day: date) -> SignatureForm:
    """Return how an officer signs a paper of a body on a day: as its head, as a deputy, or as head of one of its units.

    Raises Refused for anybody else.
    """
    rank, post = _signing_post(body, officer, day)
    return compose_signature(
        kind=body.kind_term,
        rank=rank,
        authority=body.signature_authority,
        head_post=body.head_post,
        own_post=post.title,
        name=officer.full_name,
    )


def _signing_post(body: Body, officer: Officer, day: date) -> tuple[SignerRank, Post]:
    held = Post.objects.of(body.locality).on(day).filter(officer=officer)
    ranks = {
        SignerRank.HEAD: held.filter(body=body, is_head=True),
        SignerRank.DEPUTY: held.filter(body=body, is_deputy=True),
        SignerRank.UNIT_HEAD: held.filter(unit__body=body, is_head=True),
    }
    for rank, posts in ranks.items():
        if post := posts.first():
            return rank, post
    raise Refused("signature.no_post", CANNOT_SIGN, officer=officer.full_name, body=body.name, day=format_date(day))


def _posts_in(body: Body, day: date) -> DatedQuerySet[Post]:
    posts: DatedQuerySet[Post] = Post.objects.of(body.locality)
    return posts.on(day).filter(body=body).select_related("officer")


def unit_names_on(locality: Locality, day: date) -> dict[int, str]:
    """Return unit id -> the name to print in a paper of ``day``, for every unit the locality ever had (one query).

    A unit that was renamed or merged takes the name of whatever stood in its place that day; before a merger, where
    several stood in its place, it keeps its own.
    """
    units = {unit.pk: unit for unit in Unit.objects.of(locality)}
    return {pk: _standing_in(unit, units, day).name for pk, unit in units.items()}


def _standing_in(unit: Unit, units: Mapping[int, Unit], day: date) -> Unit:
    """Follow the successors, then the predecessors, to the unit of the day; the unit itself if none leads there."""
    later = unit
    while later.valid_to is not None and later.valid_to < day and later.replaced_by_id:
        later = units[later.replaced_by_id]
    earlier = unit
    while earlier.valid_from is not None and day < earlier.valid_from:
        before = [other for other in units.values() if other.replaced_by_id == earlier.pk]
        if len(before) != 1:
            break
        earlier = before[0]
    return next((found for found in (later, earlier) if found.is_valid_on(day)), unit)
