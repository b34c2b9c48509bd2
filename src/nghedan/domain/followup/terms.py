"""States of commitments, referrals and what the people are told; how somebody is reminded, answered and asked."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class CommitmentState(Term):
    """Where a commitment stands."""

    OPEN = "open", _("Đã giao")
    IN_PROGRESS = "in_progress", _("Đang thực hiện")
    REPORTED = "reported", _("Đã báo cáo, chờ xác nhận")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    CLOSED = "closed", _("Đã kết thúc")


class ExtensionKind(Term):
    """Whether a commitment gets more time or rests for some time; either way until a day."""

    LATER = "later", _("Gia hạn")
    PAUSE = "pause", _("Tạm dừng"), _("Chờ kinh phí, chờ cấp trên trả lời …; đến ngày ghi ở đây thì xem lại.")


class ExtensionState(Term):
    """What became of a request for more time."""

    ASKED = "asked", _("Chờ quyết định")
    GRANTED = "granted", _("Đã đồng ý")
    REFUSED = "refused", _("Không đồng ý")
    WITHDRAWN = "withdrawn", _("Đã rút")


class NudgeWay(Term):
    """How a unit came to be reminded."""

    BY_HAND = "by_hand", _("Văn phòng đôn đốc")
    BY_CLOCK = "by_clock", _("Tự động nhắc theo hạn")
    LETTER = "letter", _("Công văn đôn đốc")


class Lateness(Term):
    """How a commitment stands against its day, as a colour with a word."""

    LATE = "late", _("Quá hạn")
    SOON = "soon", _("Sắp đến hạn")
    PAUSED = "paused", _("Tạm dừng")
    RUNNING = "running", _("Trong hạn")
    DONE = "done", _("Xong")


class DeliveryWay(Term):
    """How an answer reached whoever asked."""

    HANDED = "handed", _("Đã chuyển tận tay")
    POST = "post", _("Gửi bưu điện")
    PHONE = "phone", _("Gọi điện thoại")
    POSTED = "posted", _("Niêm yết, đọc tại thôn, tổ dân phố")
    ONLINE = "online", _("Người gửi tự xem khi tra cứu")


class DeliveryState(Term):
    """Whether a delivery stands."""

    STANDING = "standing", _("Đã ghi nhận")
    VOID = "void", _("Ghi nhầm")


class ReferralState(Term):
    """Where a matter sent on to another body stands."""

    DRAFTED = "drafted", _("Đang soạn công văn")
    SENT = "sent", _("Đã chuyển, chờ trả lời")
    REPLIED = "replied", _("Đã có trả lời, chưa báo người dân")
    PASSED_ON = "passed_on", _("Đã báo người dân")
    CLOSED = "closed", _("Đã kết thúc việc chuyển")
    DROPPED = "dropped", _("Không chuyển nữa")


class Satisfaction(Term):
    """What a person says of the answer."""

    SOLVED = "solved", _("Đã thỏa đáng")
    PARTLY = "partly", _("Thỏa đáng một phần")
    NOT = "not", _("Chưa thỏa đáng")


class Waiting(Term):
    """What is waited for after the conference, and so what a limit outside any dialogue is for."""

    REPLY = "reply", _("Nội dung đã chuyển cơ quan khác")
    ASKING = "asking", _("Câu trả lời người dân đã nhận")


class VerdictWay(Term):
    """How the person told it."""

    PORTAL = "portal", _("Tự trả lời khi tra cứu")
    HAMLET = "hamlet", _("Trưởng thôn, tổ trưởng ghi")
    OFFICE = "office", _("Văn phòng ghi")


class VerdictState(Term):
    """Whether the head has looked at what a person said of the answer."""

    GIVEN = "given", _("Đã ghi nhận ý kiến về câu trả lời")
    LOOKED = "looked", _("Lãnh đạo đã xem")
