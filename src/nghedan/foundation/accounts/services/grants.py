"""Giving, changing and ending roles."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nghedan.foundation.access.actor import Actor, ActorKind
from nghedan.foundation.access.catalogue import ROLE_LABELS, roles_holding
from nghedan.foundation.access.decide import require
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import LOCALITY, WHOLE_LOCALITY, Scope
from nghedan.foundation.accounts import queries
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

UNKNOWN_ROLE = _("Không có vai trò “%(role)s”.")
NOT_OF_HERE = _("Tài khoản này không thuộc địa phương đang làm việc.")
LAST_KEEPER = _("Đây là người quản trị cuối cùng. Xin giao vai trò quản trị cho người khác trước.")
ENDS_TOO_EARLY = _("Ngày kết thúc phải từ ngày bắt đầu trở đi.")


def grant_role(
    *,
    actor: Actor,
    user: User,
    role: str,
    scope: Scope = WHOLE_LOCALITY,
    valid_from: date,
    valid_to: date | None = None,
    source: str = "",
    key: str = "",
) -> RoleGrant:
    """Give a role, within a scope, from one day to another (the last day counts).

    Only the system brings an account into a further locality. Raises NotAllowed, Invalid, Refused.
    """
    with deed(actor):
        check_of_here(actor, user)
        return add_grant(actor, user, role, scope, valid_from, valid_to, source=source, key=key)


def change_grant(*, actor: Actor, grant: RoleGrant, valid_from: date, valid_to: date | None) -> RoleGrant:
    """Move the days of a role. Raises NotAllowed, Refused, Conflict, Invalid."""
    _check_days(valid_from, valid_to)
    return perform("grant.edit", actor=actor, obj=grant, changes={"valid_from": valid_from, "valid_to": valid_to})


def end_grant(*, actor: Actor, grant: RoleGrant) -> RoleGrant:
    """Take a role away at once. Raises NotAllowed, Refused (the last administrator), Conflict."""
    last_day = max(clock.today(), grant.valid_from)
    return perform(
        "grant.end", actor=actor, obj=grant, changes={"valid_to": last_day}, facts={"account": grant.user.public_id}
    )


def keeps_somebody_in_charge(_actor: Actor, grant: RoleGrant, _changes: Mapping[str, Any]) -> Refused | None:
    """Guard of ``grant.end``: the last one who can give roles in a locality stays."""
    keepers = roles_holding("grant.add")
    if grant.role not in keepers or grant.scope_kind != LOCALITY:
        return None
    others = RoleGrant.objects.of(grant.locality).filter(role__in=keepers, scope_kind=LOCALITY, state=Standing.CURRENT)
    open_ended = others.exclude(user_id=grant.user_id).filter(valid_to__isnull=True, user__is_active=True)
    return None if open_ended.exists() else Refused("grant.last_keeper", LAST_KEEPER)


def add_grant(
    actor: Actor, user: User, role: str, scope: Scope, valid_from: date, valid_to: date | None,
    *, source: str = "", facts: Mapping[str, Any] | None = None, key: str = "",
) -> RoleGrant:  # fmt: skip
    """Give a role to an account just opened, or checked to be of here. Raises NotAllowed, Invalid."""
    if role not in ROLE_LABELS:
        raise Invalid("grant.unknown_role", UNKNOWN_ROLE, field="role", role=role)
    _check_days(valid_from, valid_to)
    grant = RoleGrant(
        locality=locality_of(actor), user=user, role=role, scope_kind=scope.kind, scope_id=scope.id,
        valid_from=valid_from, valid_to=valid_to, source=source,
    )  # fmt: skip
    return create("grant.add", actor=actor, obj=grant, facts={"account": user.public_id, **(facts or {})}, key=key)


def check_of_here(actor: Actor, user: User) -> None:
    """Raise unless the actor may give roles and the account belongs to her locality. Raises NotAllowed, Refused."""
    require(actor, "grant.add")
    if actor.kind is not ActorKind.SYSTEM and not queries.belongs_to(user, locality_of(actor)):
        raise Refused("account.not_of_here", NOT_OF_HERE)


def locality_of(actor: Actor) -> Locality:
    """Return the locality the actor works in. Raises ValueError for one without."""
    if actor.locality is None:
        raise ValueError("a deed on accounts is done in a locality")
    return actor.locality


def _check_days(valid_from: date, valid_to: date | None) -> None:
    if valid_to is not None and valid_to < valid_from:
        raise Invalid("grant.days", ENDS_TOO_EARLY, field="valid_to")
