"""Roles that come with a post or a delegation. The deed was allowed, so the system writes what follows from it."""

from collections.abc import Iterable
from datetime import date

from nghedan.domain.organisations.models import Delegation, Post, Unit
from nghedan.domain.organisations.permissions import DELEGATED
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.accounts.services import change_grant, end_grant, grant_role
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing

HEAD_ROLE = "head"
"""The role of the head in the table of roles, which a delegation hands on within its body."""


def source_of(row: Post | Delegation) -> str:
    """Return how the grants name what they come from: "post:…", "delegation:…"."""
    return f"{DELEGATED if isinstance(row, Delegation) else 'post:'}{row.public_id}"


def grant_delegated_role(delegation: Delegation) -> None:
    """Give the deputy the head's role over the body for the days of the delegation, if she has an account."""
    user, first = delegation.to_officer.user, delegation.valid_from
    if user is None or first is None:
        return
    (scope,) = delegation.body.access_scopes()
    grant_role(
        actor=Actor.system(delegation.locality), user=user, role=HEAD_ROLE, scope=scope,
        valid_from=first, valid_to=delegation.valid_to, source=source_of(delegation),
    )  # fmt: skip


def grant_post_roles(actor: Actor, post: Post, roles: Iterable[str], scopes: Iterable[Scope]) -> None:
    """Give the roles that come with a post over each of the scopes, for as long as it is held."""
    user = post.officer.user
    if user is None:
        return
    for role in roles:
        for scope in scopes:
            grant_role(
                actor=actor, user=user, role=role, scope=scope,
                valid_from=post.valid_from or clock.today(), valid_to=post.valid_to, source=source_of(post),
            )  # fmt: skip


def end_grants_of(row: Post | Delegation, last_day: date | None = None) -> None:
    """End the grants that come from a row: after ``last_day``, or at once."""
    system = Actor.system(row.locality)
    for grant in _current(row.locality).filter(source=source_of(row)):
        if last_day is None or last_day < max(clock.today(), grant.valid_from):
            end_grant(actor=system, grant=grant)
        elif grant.valid_to is None or last_day < grant.valid_to:
            change_grant(actor=system, grant=grant, valid_from=grant.valid_from, valid_to=last_day)


def roles_of(post: Post) -> tuple[set[str], set[Scope]]:
    """Return the roles that come with a post now, and the scopes they reach."""
    grants = list(_current(post.locality).filter(source=source_of(post)))
    return {grant.role for grant in grants}, {grant.scope for grant in grants}


def carry_unit_grants(old: Unit, new: Unit, on: date) -> None:
    """Let whoever holds a role over a unit hold it over its successor too; what came with a post has ended with it."""
    running = _current(old.locality).filter(scope_kind=UNIT, scope_id=old.pk)
    for grant in running.select_related("user"):
        if grant.valid_to is None or on <= grant.valid_to:
            grant_role(
                actor=Actor.system(old.locality), user=grant.user, role=grant.role, scope=Scope(UNIT, new.pk),
                valid_from=max(on, grant.valid_from), valid_to=grant.valid_to, source=grant.source,
            )  # fmt: skip


def _current(locality: Locality) -> ScopedQuerySet[RoleGrant]:
    return RoleGrant.objects.of(locality).filter(state=Standing.CURRENT).order_by("pk")
