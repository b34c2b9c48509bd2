"""States of a password card."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class CardState(Term):
    """The life of a card with which one person sets her password once."""

    ISSUED = "issued", _("chờ sử dụng")
    USED = "used", _("đã sử dụng")
    WITHDRAWN = "withdrawn", _("đã thu hồi")
