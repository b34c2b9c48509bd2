"""The policy of sessions per role, and the roles of whoever sets the system up; filled by the composition root."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class SessionPolicy:
    """Whether a second factor is demanded, and after how much idleness the session is locked."""

    second_factor: bool
    idle: timedelta


STRICT = SessionPolicy(second_factor=True, idle=timedelta(minutes=15))
ORDINARY = SessionPolicy(second_factor=False, idle=timedelta(minutes=60))

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
    return SessionPolicy(any(policy.second_factor for policy in found), min(policy.idle for policy in found))
