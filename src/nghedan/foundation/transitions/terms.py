"""How a decision reached the clerk, and the standing of plain records."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class InstructionWay(Term):
    """The way in which the head decided."""

    NOTE = "note", _("bút phê trên văn bản")
    PHONE = "phone", _("qua điện thoại")
    SPOKEN = "spoken", _("trực tiếp bằng lời")
    MEETING = "meeting", _("tại cuộc họp giao ban")
    MESSAGE = "message", _("qua tin nhắn")
    PAPER = "paper", _("bằng văn bản")


class Standing(Term):
    """Whether a plain record (unit, hamlet, grant …) is in force."""

    CURRENT = "current", _("đang dùng")
    ENDED = "ended", _("đã thôi dùng")


class Recorded(Term):
    """The only state of what is noted once and for all: slips printed, a unit reminded."""

    RECORDED = "recorded", _("đã ghi nhận")
