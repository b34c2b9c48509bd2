"""The table role × permission."""

from django.utils.translation import gettext_lazy as _

ADMINISTRATOR = "administrator"
CLERK = "clerk"
HEAD = "head"
OFFICER = "officer"
HAMLET_HEAD = "hamlet_head"
OBSERVER = "observer"

LABELS = {
    ADMINISTRATOR: _("Quản trị"),
    CLERK: _("Văn phòng, thư ký"),
    HEAD: _("Lãnh đạo"),
    OFFICER: _("Cán bộ đơn vị"),
    HAMLET_HEAD: _("Trưởng thôn, tổ trưởng"),
    OBSERVER: _("Theo dõi, giám sát"),
}

_ROWS: dict[str, frozenset[str]] = {}
"""Permission code -> the roles that hold it."""


def table() -> dict[str, frozenset[str]]:
    """Return role -> permission codes."""
    return {role: frozenset(code for code, roles in _ROWS.items() if role in roles) for role in LABELS}
