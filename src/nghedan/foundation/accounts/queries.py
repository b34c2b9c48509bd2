"""Reads about accounts."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.terms import Standing

_EVERYWHERE = Actor.system()


def accounts_visible_to(actor: Actor) -> QuerySet[User]:
    """Return the accounts that hold or held a role in the actor's locality; nobody without ``account.read``."""
    if actor.locality is None or not reach_of(actor, "account.read").everywhere:
        return User.objects.none()
    return User.objects.filter(Exists(_grants_of(actor.locality).filter(user=OuterRef("pk")))).order_by(
        "full_name", "pk"
    )


def belongs_to(user: User, locality: Locality) -> bool:
    """Say whether the account holds or held a role in the locality."""
    return _grants_of(locality).filter(user=user).exists()


def localities_of(user: User, today: date) -> QuerySet[Locality]:
    """Return the localities in which the account holds a role today."""
    grants = current_grants(user, today)
    return Locality.objects.filter(pk__in=grants.values("locality_id")).order_by("name")


def current_grants(user: User, today: date) -> QuerySet[RoleGrant]:
    """Return the account's grants in force today, in every locality."""
    return RoleGrant.objects.across(_EVERYWHERE).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=today), user=user, valid_from__lte=today, state=Standing.CURRENT
    )


def standing_elsewhere(user: User, locality: Locality) -> bool:
    """Say whether the account holds a role, now or later, in another locality."""
    standing = RoleGrant.objects.across(_EVERYWHERE).filter(user=user, state=Standing.CURRENT)
    return standing.exclude(locality=locality).exists()


def _grants_of(locality: Locality) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.of(locality)
