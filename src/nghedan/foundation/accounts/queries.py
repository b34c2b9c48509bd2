"""Reads about accounts."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.accounts.models import SignInCard
from nghedan.foundation.accounts.policy import is_for_cards
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


def sign_in_cards_visible_to(actor: Actor) -> QuerySet[SignInCard]:
    """Return the sign-in cards in use in the actor's locality; nobody's without ``account.read``."""
    if actor.locality is None or not reach_of(actor, "account.read").everywhere:
        return SignInCard.objects.none()
    return SignInCard.objects.of(actor.locality).filter(state=Standing.CURRENT)


def card_holders(users: Iterable[User], locality: Locality, today: date) -> set[int]:
    """Return which of the accounts (ids) may be opened with a card of the locality today (one query).

    Their roles are all of the kind that is not kept strictly, and they hold none, now or later, in another locality:
    its pages would be opened too. This is the one rule; it is asked when a card is issued, used, and at each request.
    """
    roles: dict[int, set[str]] = defaultdict(set)
    elsewhere = set()
    grants = RoleGrant.objects.across(_EVERYWHERE).filter(user__in=[*users], user__is_active=True)
    for grant in grants.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today), state=Standing.CURRENT):
        if grant.locality_id != locality.pk:
            elsewhere.add(grant.user_id)
        elif grant.valid_from <= today:
            roles[grant.user_id].add(grant.role)
    return {user_id for user_id, held in roles.items() if is_for_cards(held)} - elsewhere


def is_opened_by_card(user: User, card_id: str, today: date) -> bool:
    """Say whether the card (public id) is in use, and the account may still be opened with it (two queries)."""
    cards = SignInCard.objects.across(_EVERYWHERE).filter(public_id=card_id, user=user, state=Standing.CURRENT)
    card = cards.select_related("locality").first()
    return card is not None and bool(card_holders([user], card.locality, today))


def _grants_of(locality: Locality) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.of(locality)
