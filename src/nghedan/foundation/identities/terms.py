"""Kinds of identity, and whether it can still be read."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class IdentityKind(Term):
    """Whose name it is."""

    PERSON = "person", _("cá nhân")
    HOUSEHOLD = "household", _("hộ gia đình")
    GROUP = "group", _("nhóm người")
    ORGANISATION = "organisation", _("tổ chức")


class IdentityState(Term):
    """Whether the name can still be read."""

    KNOWN = "known", _("đang lưu")
    ERASED = "erased", _("đã xóa")
