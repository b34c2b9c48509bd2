"""States of an attachment."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class AttachmentState(Term):
    """Whether an attachment is shown."""

    KEPT = "kept", _("đang lưu")
    WITHDRAWN = "withdrawn", _("đã rút")
