"""Setting an empty installation up: everything the three steps gathered, stored as one deed or not at all."""

from collections.abc import Iterable

from nghedan.domain.organisations.models import Officer
from nghedan.domain.organisations.services.hamlet_list import add_hamlets_from_list
from nghedan.domain.organisations.services.officers import add_officer
from nghedan.domain.organisations.services.starting import apply_starting_set
from nghedan.domain.organisations.terms import HamletKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.services import set_up_first_account
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed


def set_up_installation(
    *,
    locality: Locality,
    starting_sets: Iterable[str],
    hamlets: str = "",
    default_kind: HamletKind | None = None,
    username: str,
    full_name: str,
    password: str,
) -> User:
    """Store the first locality (not yet stored), its bodies, units and hamlets, and whoever sets it up.

    ``starting_sets`` are codes; ``hamlets`` is a pasted list, of which lines that were not understood stay out. The
    system acts, since nobody is known yet. Raises Refused when an account exists, Invalid for a set, name or password.
    """
    with deed(Actor.system()):
        user = set_up_first_account(locality=locality, username=username, full_name=full_name, password=password)
        system = Actor.system(locality)
        add_officer(actor=system, officer=Officer(locality=locality, full_name=full_name, user=user))
        for code in starting_sets:
            apply_starting_set(actor=system, locality=locality, code=code)
        add_hamlets_from_list(actor=system, locality=locality, text=hamlets, default_kind=default_kind)
    return user
