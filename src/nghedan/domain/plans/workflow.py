"""States and moves of plans, their parts and the requests to adjust them."""

from nghedan.domain.plans.terms import AdjustmentState, PlanState
from nghedan.foundation.transitions.machines import record_machine
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

EDITABLE = (PlanState.DRAFT, PlanState.AMENDING)

PLAN = Machine(
    "plan",
    PlanState,
    (
        Transition("plan.draft", _("Soạn kế hoạch"), (None,), PlanState.DRAFT),
        Transition("plan.edit", _("Sửa kế hoạch"), EDITABLE, None),
        Transition("plan.submit", _("Trình ký"), EDITABLE, PlanState.SUBMITTED),
        Transition("plan.return", _("Trả lại"), (PlanState.SUBMITTED,), PlanState.DRAFT, instructable=True),
        Transition("plan.sign", _("Ký"), (PlanState.SUBMITTED,), PlanState.SIGNED, instructable=True),
        Transition("plan.issue", _("Ban hành"), (PlanState.SIGNED,), PlanState.ISSUED, irreversible=True),
        Transition(
            "plan.record_issued", _("Ghi nhận kế hoạch đã ban hành"), (PlanState.DRAFT,), PlanState.ISSUED, irreversible=True
        ),
        Transition("plan.amend", _("Điều chỉnh"), (PlanState.ISSUED,), PlanState.AMENDING),
        Transition("plan.share", _("Chia sẻ trong địa phương"), tuple(PlanState), None),
        Transition("plan.close", _("Kết thúc năm kế hoạch"), (PlanState.ISSUED,), PlanState.CLOSED, irreversible=True),
    ),
)

ITEM = record_machine(
    "plan_item", add=_("Thêm cuộc đối thoại vào kế hoạch"), edit=_("Sửa cuộc đối thoại trong kế hoạch"), end=_("Bỏ khỏi kế hoạch")
)
DUTY = record_machine("duty", add=_("Thêm nhiệm vụ"), edit=_("Sửa nhiệm vụ"), end=_("Bỏ nhiệm vụ"))
EDITION = record_machine(
    "plan_edition", add=_("Lưu bản đã ban hành"), edit=_("Sửa bản đã ban hành"), end=_("Thay bản đã ban hành")
)
ADJUSTMENT = Machine(
    "adjustment",
    AdjustmentState,
    (
        Transition("adjustment.request", _("Đề nghị điều chỉnh kế hoạch"), (None,), AdjustmentState.OPEN),
        Transition(
            "adjustment.accept", _("Đồng ý điều chỉnh"), (AdjustmentState.OPEN,), AdjustmentState.ACCEPTED, instructable=True
        ),
        Transition(
            "adjustment.decline", _("Không điều chỉnh"), (AdjustmentState.OPEN,), AdjustmentState.DECLINED, instructable=True
        ),
    ),
)
