"""The table role × permission, as the catalogue holds it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghedan.foundation.access.catalogue import PERMISSIONS, ROLE_LABELS, roles_holding


@dataclass(frozen=True, slots=True)
class RightRow:
    """A right, and for each role whether it holds it."""

    label: str
    held: Sequence[bool]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """The roles in their order, and every right somebody holds."""

    roles: Sequence[str]
    rights: Sequence[RightRow]


def role_table() -> RoleTable:
    """Return the table; rights that only the system uses stay out."""
    rights = [
        RightRow(_(PERMISSIONS[code].label), [role in holders for role in ROLE_LABELS])
        for code in PERMISSIONS
        if (holders := roles_holding(code))
    ]
    return RoleTable([_(label) for label in ROLE_LABELS.values()], rights)
