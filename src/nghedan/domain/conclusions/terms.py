"""The parts of a conclusion."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class ItemGroup(Term):
    """In which part of the conclusion an item stands; the help says what belongs there."""

    ASSIGNED = "assigned", _("Giao giải quyết"), _("Có đơn vị chủ trì, thời hạn, sản phẩm.")
    OUTSIDE = "outside", _("Vượt, không thuộc thẩm quyền"), _("Ghi rõ chuyển hoặc kiến nghị cơ quan nào.")
    RESOLVED = "resolved", _("Đã giải quyết tại hội nghị"), _("Đã trả lời, hướng dẫn xong tại hội nghị.")
    DISCUSSED = "discussed", _("Đã trao đổi, làm rõ"), _("Nội dung ghi nhận, không giao việc.")
    GENERAL = "general", _("Nhiệm vụ chung"), _("Yêu cầu chung với các đơn vị, thôn, tổ dân phố.")
