"""The table role × permission."""

from nghedan.config.rights import ROWS
from nghedan.config.rights.names import (
    ADMINISTRATOR,
    CLERK,
    EVERYBODY,
    HAMLET_HEAD,
    HEAD,
    OBSERVER,
    OFFICER,
    RECEIVER,
    RECEIVERS,
    SUPERIOR_RECEIVER,
)
from nghedan.config.rights.system import SYSTEM_ONLY
from nghedan.foundation.access.actor import PUBLIC_ROLE
from nghedan.foundation.accounts.policy import LASTING_BY_CARD, STRICT
from nghedan.kernel.terms import gettext_noop as _

__all__ = [
    "ADMINISTRATOR",
    "CLERK",
    "EVERYBODY",
    "FIRST_ACCOUNT",
    "HAMLET_HEAD",
    "HEAD",
    "LABELS",
    "OBSERVER",
    "OFFICER",
    "RECEIVER",
    "RECEIVERS",
    "SESSIONS",
    "SUPERIOR_RECEIVER",
    "SYSTEM_ONLY",
    "table",
]

LABELS = {
    ADMINISTRATOR: _("Quản trị"),
    CLERK: _("Văn phòng, thư ký"),
    HEAD: _("Lãnh đạo"),
    OFFICER: _("Cán bộ đơn vị"),
    HAMLET_HEAD: _("Trưởng thôn, tổ trưởng"),
    OBSERVER: _("Theo dõi, giám sát"),
    RECEIVER: _("Người được giao tiếp nhận tố cáo"),
    SUPERIOR_RECEIVER: _("Người tiếp nhận của cấp trên"),
}

SESSIONS = {
    ADMINISTRATOR: STRICT, HEAD: STRICT, RECEIVER: STRICT, SUPERIOR_RECEIVER: STRICT,
    HAMLET_HEAD: LASTING_BY_CARD,
}  # fmt: skip
"""Roles whose sessions are kept strictly, or last for weeks on a phone signed in with a card; others are ordinary."""

FIRST_ACCOUNT = (ADMINISTRATOR, CLERK)
"""Roles of whoever sets an empty installation up."""


def table() -> dict[str, frozenset[str]]:
    """Return role -> permission codes."""
    known = (*LABELS, PUBLIC_ROLE)
    return {role: frozenset(code for code, roles in ROWS.items() if role in roles) for role in known}
