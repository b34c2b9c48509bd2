"""Channels by which a notice reaches people, and which of the ways the law names each of them is."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class PostingChannel(Term):
    """Where a notice was read out, put up or handed over."""

    LOUDSPEAKER = "loudspeaker", _("Loa truyền thanh")
    HEADQUARTERS = "headquarters", _("Niêm yết tại trụ sở")
    HAMLET_BOARD = "hamlet_board", _("Bảng tin, nhà văn hóa")
    HAMLET_MEETING = "hamlet_meeting", _("Cuộc họp thôn, tổ dân phố")
    HAMLET_LETTER = "hamlet_letter", _("Gửi Trưởng thôn, Tổ trưởng")
    ZALO = "zalo", _("Nhóm Zalo")
    WEBSITE = "website", _("Trang thông tin điện tử")
    PRESS = "press", _("Báo, đài")


class Way(Term):
    """A way of making known that Điều 43 Luật 72/2025/QH15 asks for."""

    MEDIA = "media", _("Phương tiện thông tin đại chúng"), _("Loa truyền thanh, trang thông tin điện tử, báo, đài.")
    HEADQUARTERS = "headquarters", _("Niêm yết tại trụ sở")
    HAMLET_HEADS = "hamlet_heads", _("Gửi Trưởng thôn, Tổ trưởng tổ dân phố")


WAY_OF = {
    PostingChannel.LOUDSPEAKER: Way.MEDIA,
    PostingChannel.WEBSITE: Way.MEDIA,
    PostingChannel.PRESS: Way.MEDIA,
    PostingChannel.HEADQUARTERS: Way.HEADQUARTERS,
    PostingChannel.HAMLET_LETTER: Way.HAMLET_HEADS,
}
"""Channel -> the way of the law it is; a channel that is missing here helps, but answers to none of them."""

IN_A_HAMLET = (PostingChannel.HAMLET_BOARD, PostingChannel.HAMLET_MEETING)
"""Channels that are always those of one hamlet."""

FOR_ALL = (PostingChannel.HEADQUARTERS, PostingChannel.WEBSITE, PostingChannel.PRESS)
"""Channels that are never those of one hamlet."""

REACHING_EVERY_HAMLET = (PostingChannel.LOUDSPEAKER, PostingChannel.HAMLET_LETTER)
"""Channels that, used for the whole locality at once, tell each hamlet; a page or a board at headquarters does not."""

BY_HAMLET_HEAD = (PostingChannel.LOUDSPEAKER, PostingChannel.HAMLET_BOARD)
"""What who leads a hamlet does with a notice by one press of a button."""


class PostingState(Term):
    """Whether a line of the log stands."""

    RECORDED = "recorded", _("Đã ghi nhận")
    VOID = "void", _("Ghi nhầm")
