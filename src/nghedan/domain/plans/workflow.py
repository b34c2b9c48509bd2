"""States and moves of plans, their parts and the requests to adjust them."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.plans.models import AdjustmentRequest, Duty, Plan, PlanEdition, PlanItem, PlanReading
from nghedan.domain.plans.rules import PlanFacts, missing_parts
from nghedan.domain.plans.terms import AdjustmentState, EditionState, PlanState, ReadingState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard, record_machine
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Refused
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
            "plan.record_issued",
            _("Ghi nhận kế hoạch đã ban hành"),
            (PlanState.DRAFT,),
            PlanState.ISSUED,
            irreversible=True,
        ),
        Transition("plan.amend", _("Điều chỉnh"), (PlanState.ISSUED,), PlanState.AMENDING),
        Transition("plan.share", _("Chia sẻ trong địa phương"), tuple(PlanState), None),
        Transition("plan.close", _("Kết thúc năm kế hoạch"), (PlanState.ISSUED,), PlanState.CLOSED, irreversible=True),
    ),
)

ITEM = record_machine(
    "plan_item",
    add=_("Thêm cuộc đối thoại vào kế hoạch"),
    edit=_("Sửa cuộc đối thoại trong kế hoạch"),
    end=_("Bỏ khỏi kế hoạch"),
)
DUTY = record_machine("duty", add=_("Thêm nhiệm vụ"), edit=_("Sửa nhiệm vụ"), end=_("Bỏ nhiệm vụ"))
EDITION = Machine(
    "plan_edition",
    EditionState,
    (Transition("plan_edition.add", _("Lưu bản đã ban hành"), (None,), EditionState.FROZEN),),
)
ADJUSTMENT = Machine(
    "adjustment",
    AdjustmentState,
    (
        Transition("adjustment.request", _("Đề nghị điều chỉnh kế hoạch"), (None,), AdjustmentState.OPEN),
        Transition(
            "adjustment.accept",
            _("Đồng ý điều chỉnh"),
            (AdjustmentState.OPEN,),
            AdjustmentState.ACCEPTED,
            instructable=True,
        ),
        Transition(
            "adjustment.decline",
            _("Không điều chỉnh"),
            (AdjustmentState.OPEN,),
            AdjustmentState.DECLINED,
            instructable=True,
        ),
    ),
)


READING = Machine(
    "plan_reading",
    ReadingState,
    (
        Transition("plan_reading.read", _("Đọc tệp kế hoạch"), (None,), ReadingState.OPEN),
        Transition("plan_reading.correct", _("Sửa nội dung đã hiểu"), (ReadingState.OPEN,), None),
        Transition("plan_reading.adopt", _("Tạo kế hoạch từ tệp"), (ReadingState.OPEN,), ReadingState.ADOPTED),
        Transition("plan_reading.discard", _("Bỏ tệp đã đọc"), (ReadingState.OPEN,), ReadingState.DISCARDED),
    ),
)

NOT_COMPLETE = _("Chưa trình ký được: %(missing)s; xin bổ sung.")


def plan_is_complete(_actor: Actor, plan: Plan, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse while a part is missing without which nobody could sign."""
    items = [item for item in plan.items.all() if item.state == Standing.CURRENT]
    duties = [duty for duty in plan.duties.all() if duty.state == Standing.CURRENT]
    facts = PlanFacts(
        title=plan.title,
        bases=len(plan.content.get("legal_bases", ())),
        items=len(items),
        items_without_year=sum(not item.year for item in items),
        duties=len(duties),
    )
    missing = missing_parts(facts)
    return Refused("plan.not_complete", NOT_COMPLETE, missing="; ".join(missing)) if missing else None


MACHINES: dict[type, Machine] = {
    Plan: PLAN,
    PlanItem: ITEM,
    Duty: DUTY,
    PlanEdition: EDITION,
    AdjustmentRequest: ADJUSTMENT,
    PlanReading: READING,
}
GUARDS: dict[str, tuple[Guard, ...]] = {"plan.submit": (plan_is_complete,)}
