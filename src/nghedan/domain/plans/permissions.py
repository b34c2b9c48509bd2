"""Rights over plans; a right's code is the move's code."""

from rules.predicates import predicate

from nghedan.domain.plans.models import AdjustmentRequest
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import permission
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import UNIT
from nghedan.kernel.terms import gettext_noop as _


@predicate
def is_own_unit(actor: Actor, request: AdjustmentRequest) -> bool:
    """A request is made in the name of the actor's own unit, or by somebody who may speak for all."""
    reach = reach_of(actor, "adjustment.request")
    return reach.everywhere or request.unit_id in reach.ids(UNIT)


permission("plan.view", _("Xem kế hoạch"))
permission("plan.draft", _("Soạn kế hoạch"))
permission("plan.edit", _("Sửa kế hoạch"))
permission("plan.submit", _("Trình ký kế hoạch"))
permission("plan.return", _("Trả lại kế hoạch"))
permission("plan.sign", _("Ký kế hoạch"))
permission("plan.issue", _("Ban hành kế hoạch"))
permission("plan.record_issued", _("Ghi nhận kế hoạch đã ban hành"))
permission("plan.amend", _("Điều chỉnh kế hoạch"))
permission("plan.share", _("Chia sẻ kế hoạch trong địa phương"))
permission("plan.close", _("Kết thúc năm kế hoạch"))
permission("plan_item.add", _("Thêm cuộc đối thoại vào kế hoạch"))
permission("plan_item.edit", _("Sửa cuộc đối thoại trong kế hoạch"))
permission("plan_item.end", _("Bỏ cuộc đối thoại khỏi kế hoạch"))
permission("duty.add", _("Thêm nhiệm vụ"))
permission("duty.edit", _("Sửa nhiệm vụ"))
permission("duty.end", _("Bỏ nhiệm vụ"))
permission("plan_edition.add", _("Lưu bản kế hoạch đã ban hành"))
permission("adjustment.request", _("Đề nghị điều chỉnh kế hoạch"), is_own_unit)
permission("adjustment.accept", _("Đồng ý điều chỉnh kế hoạch"))
permission("adjustment.decline", _("Từ chối điều chỉnh kế hoạch"))
permission("plan_reading.read", _("Nhập kế hoạch đã ban hành từ tệp"))
permission("plan_reading.correct", _("Sửa nội dung đọc từ tệp"))
permission("plan_reading.adopt", _("Tạo kế hoạch từ tệp"))
permission("plan_reading.discard", _("Bỏ tệp đã đọc"))
