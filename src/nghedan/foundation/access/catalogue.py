"""The catalogue of permissions and the table role × permission, both complete before the first request."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rules.predicates import Predicate

from nghedan.kernel.registry import Registry


@dataclass(frozen=True, slots=True)
class Permission:
    """A right by its code; the predicate narrows it further (actor, object)."""

    code: str
    label: str
    predicate: Predicate | None = None


PERMISSIONS: Registry[Permission] = Registry("permissions")
ROLE_LABELS: dict[str, str] = {}
_holders: dict[str, frozenset[str]] = {}


def permission(code: str, label: str, predicate: Predicate | None = None) -> Permission:
    """Declare a permission; a second declaration of the same code stops the start."""
    declared = Permission(code, label, predicate)
    PERMISSIONS.register(code, declared)
    return declared


def install_roles(labels: Mapping[str, str], table: Mapping[str, frozenset[str]]) -> None:
    """Install the table role -> permission codes. Raises ValueError for a code nobody declared."""
    unknown = {code for codes in table.values() for code in codes if code not in PERMISSIONS}
    if unknown:
        raise ValueError(f"roles hold permissions nobody declared: {sorted(unknown)}")
    ROLE_LABELS.clear()
    ROLE_LABELS.update(labels)
    _holders.clear()
    for code in PERMISSIONS:
        _holders[code] = frozenset(role for role, codes in table.items() if code in codes)


def roles_holding(code: str) -> frozenset[str]:
    """Return the roles that hold a permission; nobody holds an undeclared one."""
    return _holders.get(code, frozenset())


def passes_predicate(code: str, actor: Any, obj: Any) -> bool:
    """Say whether the permission's own predicate, if any, agrees."""
    predicate = PERMISSIONS[code].predicate
    return predicate is None or bool(predicate.test(actor, obj))
