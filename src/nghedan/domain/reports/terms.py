"""What came of matters, in the groups every report and page counts by; and where a public result stands."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class Result(Term):
    """What came of a matter, one group for each: they add up to all matters."""

    IN_HALL = "in_hall", _("Đã trả lời tại hội nghị")
    IN_WRITING = "in_writing", _("Đã trả lời bằng văn bản")
    WAITING = "waiting", _("Đang giải quyết, sẽ trả lời bằng văn bản")
    REFERRED = "referred", _("Đã chuyển cơ quan có thẩm quyền")
    SETTLED = "settled", _("Đã giải quyết tại thôn, tổ dân phố")
    SET_ASIDE = "set_aside", _("Không xem xét")
    PREPARING = "preparing", _("Đang chuẩn bị trả lời")


class PublicResultState(Term):
    """Where the public page of a result stands (practice: the head sees it 24 hours before it appears)."""

    SHOWN = "shown", _("Người đứng đầu đang xem trước")
    PUBLISHED = "published", _("Đã công khai")
    WITHDRAWN = "withdrawn", _("Đã gỡ xuống")
