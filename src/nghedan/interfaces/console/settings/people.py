"""What the pages about people read: places of today, roles in force, names of scopes."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.domain.organisations.queries import bodies_visible_to, hamlets_visible_to, in_order, units_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import Reach
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT, Scope
from nghedan.foundation.accounts.queries import card_holders, sign_in_cards_visible_to
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.terms import Standing
from nghedan.interfaces.console.settings.forms.people import Places
from nghedan.kernel.vietnamese import name_key


def places_of_today(actor: Actor) -> Places:
    """Return the bodies, units and hamlets one may choose today (three queries)."""
    today = clock.today()
    return Places(
        list(bodies_visible_to(actor).on(today)),
        list(units_visible_to(actor).on(today)),
        in_order(hamlets_visible_to(actor).on(today)),
    )


def roles_in_force(locality: Locality) -> dict[int, list[RoleGrant]]:
    """Return account id -> its roles now and to come (one query)."""
    current = RoleGrant.objects.of(locality).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=clock.today()), state=Standing.CURRENT
    )
    roles = defaultdict(list)
    for grant in current.select_related("user", "locality").order_by("valid_from", "pk"):
        roles[grant.user_id].append(grant)
    return roles


def hamlet_roles_without_card(actor: Actor, locality: Locality) -> dict[User, list[RoleGrant]]:
    """Return who works for a hamlet and may have a sign-in card but has none, with the roles (three queries)."""
    held = [grants for grants in roles_in_force(locality).values() if any(row.scope_kind == HAMLET for row in grants)]
    users = [grants[0].user for grants in held]
    with_card = set(sign_in_cards_visible_to(actor).values_list("user_id", flat=True))
    wanted = card_holders(users, locality, clock.today()) - with_card
    found = {grants[0].user: grants for grants in held if grants[0].user_id in wanted}
    return dict(sorted(found.items(), key=lambda item: name_key(item[0].full_name)))


def scope_names(actor: Actor, grants: Iterable[RoleGrant]) -> dict[Scope, str]:
    """Return scope -> the name of its place (three queries, however many roles)."""
    wanted = {grant.scope for grant in grants}
    ids = {kind: Reach(frozenset(wanted)).ids(kind) for kind in (BODY, UNIT, HAMLET)}
    found: tuple[Body | Unit | Hamlet, ...] = (
        *bodies_visible_to(actor).filter(pk__in=ids[BODY]),
        *units_visible_to(actor).filter(pk__in=ids[UNIT]),
        *hamlets_visible_to(actor).filter(pk__in=ids[HAMLET]),
    )
    return {row.scope: str(row) for row in found}
