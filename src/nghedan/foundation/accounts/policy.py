"""The policy of sessions per role, and the roles of whoever sets the system up; filled by the composition root."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class SessionPolicy:
    """Whether a second factor is demanded, and after how much idleness the session is locked.

    ``by_card`` is the idleness allowed to whoever signed in with a printed card; None: such a role has no card.
    """

    second_factor: bool
    idle: timedelta
    by_card: timedelta | None = None


STRICT = SessionPolicy(second_factor=True, idle=timedelta(minutes=15))
ORDINARY = SessionPolicy(second_factor=False, idle=timedelta(minutes=60), by_card=timedelta(minutes=60))
LASTING_BY_CARD = SessionPolicy(second_factor=False, idle=timedelta(minutes=60), by_card=timedelta(days=30))

_policies: dict[str, SessionPolicy] = {}
_first_roles: tuple[str, ...] = ()


def install(policies: Mapping[str, SessionPolicy], first_roles: tuple[str, ...]) -> None:
    """Install the table role -> policy (roles without a row are ordinary) and the roles of the first account."""
    global _first_roles
    _policies.clear()
    _policies.update(policies)
    _first_roles = first_roles


def first_roles() -> tuple[str, ...]:
    return _first_roles


def policies() -> Mapping[str, SessionPolicy]:
    return _policies


def policy_for(roles: Iterable[str]) -> SessionPolicy:
    """Return the strictest policy among the roles."""
    found = [_policies.get(role, ORDINARY) for role in roles] or [ORDINARY]
    by_card = [policy.by_card for policy in found if policy.by_card is not None]
    return SessionPolicy(
        second_factor=any(policy.second_factor for policy in found),
        idle=min(policy.idle for policy in found),
        by_card=min(by_card) if len(by_card) == len(found) else None,
    )


def is_for_cards(roles: Collection[str]) -> bool:
    """Say whether a printed card may open an account with these roles: it has some, and none is kept strictly."""
    return bool(roles) and policy_for(roles).by_card is not None
