"""Where a message stands, and why one could not be sent."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class MessageState(Term):
    """Where a message stands."""

    WAITING = "waiting", _("Chờ gửi")
    SENT = "sent", _("Đã gửi")
    FAILED = "failed", _("Không gửi được")
    WITHDRAWN = "withdrawn", _("Thôi gửi")


class Trouble(Term):
    """What stood in the way at the last attempt."""

    ADDRESS = "address", _("hộp thư không có hoặc không nhận thư")
    CONTENT = "content", _("máy chủ thư không nhận nội dung thư")
    SERVER = "server", _("máy chủ thư không trả lời hoặc báo bận")
    DRAWING = "drawing", _("phần mềm không soạn được thư")
