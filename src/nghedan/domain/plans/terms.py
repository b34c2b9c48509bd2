"""States of a plan and of the requests to adjust it."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class PlanState(Term):
    """Where a plan stands on its way to being in force."""

    DRAFT = "draft", _("Dự thảo"), _("Đang soạn, chưa trình ký.")
    SUBMITTED = "submitted", _("Đã trình ký"), _("Chờ người đứng đầu ký hoặc trả lại.")
    SIGNED = "signed", _("Đã ký"), _("Chờ văn thư lấy số, ghi ngày và ban hành.")
    ISSUED = "issued", _("Đã ban hành"), _("Đang có hiệu lực.")
    AMENDING = "amending", _("Đang điều chỉnh"), _("Bản đã ban hành vẫn có hiệu lực đến khi ban hành bản điều chỉnh.")
    CLOSED = "closed", _("Đã kết thúc"), _("Năm kế hoạch đã khép lại.")


class EditionState(Term):
    """An edition is kept as it was issued; nothing can be done with it."""

    FROZEN = "frozen", _("Đã lưu")


class AdjustmentState(Term):
    """What became of a unit's request to adjust the plan."""

    OPEN = "open", _("Chờ xem xét")
    ACCEPTED = "accepted", _("Đồng ý điều chỉnh")
    DECLINED = "declined", _("Không điều chỉnh")


class ItemKind(Term):
    """Kind of a planned dialogue (Điều 43 Luật 72/2025/QH15; chuyên đề: practice of the plans)."""

    REGULAR = "regular", _("Định kỳ")
    THEMATIC = "thematic", _("Chuyên đề")
    UNSCHEDULED = "unscheduled", _("Đột xuất")


class Openness(Term):
    """Who may come, and whether the people are told in public."""

    OPEN = "open", _("Mở cho mọi người dân"), _("Thông báo rộng rãi; ai cũng được dự.")
    INVITATION = "invitation", _("Theo giấy mời"), _("Người được mời mới dự; kết quả vẫn công khai.")
    INTERNAL = "internal", _("Nội bộ"), _("Không có trang công khai, thông báo hay kết quả công khai.")


class ReadingState(Term):
    """What became of a file that was read."""

    OPEN = "open", _("Đang kiểm tra, bổ sung")
    ADOPTED = "adopted", _("Đã tạo kế hoạch")
    DISCARDED = "discarded", _("Đã bỏ")
