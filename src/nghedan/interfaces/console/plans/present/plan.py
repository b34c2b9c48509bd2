"""One plan: what it says, what is to be done next, how its editions differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.plans.content import PlanContent
from nghedan.domain.plans.models import Duty, Plan, PlanItem
from nghedan.domain.plans.services.drafting import item_draft
from nghedan.domain.plans.terms import ItemKind, Openness, PlanState
from nghedan.foundation.transitions.moves import Move
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.plans.present import wording
from nghedan.interfaces.console.plans.present.plans import FORWARD

AT_ONCE = ("plan.submit", "plan.share")
"""Moves done by one press; every other asks something first, on a page of its own."""

SHOWN_ELSEWHERE = ("plan.edit",)


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one next thing: what it is, a sentence, and the moves that do it."""

    title: str
    text: str
    moves: Sequence[Move]


@dataclass(frozen=True, slots=True)
class ItemView:
    """A planned dialogue, and the dialogue that carries it out once there is one."""

    item: PlanItem
    period: str
    theme: str
    kind: str
    openness: str
    dialogue: Dialogue | None


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The duties of one unit, in the order of the plan."""

    unit_text: str
    is_known: bool
    duties: Sequence[Duty]


def next_step(plan: Plan, moves: Sequence[Move]) -> NextStep:
    """Return what a plan waits for; without a move for this person, it says what others will do."""
    own = {move.code: named(move) for move in moves}
    title, text = _waiting(plan)
    leading = [own[code] for code in FORWARD if code in own]
    if plan.state == PlanState.SUBMITTED and "plan.return" in own:
        leading.append(own["plan.return"])
    return NextStep(title, text, leading)


def other_moves(plan: Plan, moves: Sequence[Move]) -> list[Move]:
    """Return the moves that are open besides the next one."""
    shown = {move.code for move in next_step(plan, moves).moves} | set(SHOWN_ELSEWHERE)
    return [_shared(plan, named(move)) for move in moves if move.code not in shown]


def named(move: Move) -> Move:
    """Name a move that is recorded for the head as what the clerk does."""
    if not move.by_instruction:
        return move
    labels = {"plan.sign": _("Ghi nhận đã ký"), "plan.return": _("Ghi nhận trả lại")}
    return replace(move, label=labels.get(move.code, move.label))


def _shared(plan: Plan, move: Move) -> Move:
    if move.code == "plan.share" and plan.shared:
        return replace(move, label=_("Thôi chia sẻ trong địa phương"))
    return move


def _waiting(plan: Plan) -> tuple[str, str]:
    match plan.state:
        case PlanState.DRAFT if plan.return_reason:
            return _("Sửa theo ý kiến trả lại, rồi trình ký"), plan.return_reason
        case PlanState.DRAFT:
            return _("Hoàn thiện, rồi trình ký"), _("Sửa từng phần dưới đây; bản in bên cạnh đổi theo.")
        case PlanState.SUBMITTED:
            text = _("Nếu %(head)s ký trên giấy hoặc cho ý kiến qua điện thoại, văn phòng ghi nhận tại đây.")
            return _("Chờ ký"), text % {"head": plan.body.head_post}
        case PlanState.SIGNED:
            return _("Lấy số, ghi ngày và ban hành"), _("Số do sổ văn bản của cơ quan quyết định; ở đây chỉ gợi ý.")
        case PlanState.AMENDING:
            return _("Điều chỉnh, rồi trình ký lại"), plan.amend_reason
        case PlanState.CLOSED:
            return _("Năm kế hoạch đã khép lại"), _("Có thể lập kế hoạch năm sau từ kế hoạch này.")
        case _:
            return _("Kế hoạch đang có hiệu lực"), _("Chuẩn bị từng cuộc đối thoại theo kế hoạch.")


def item_views(items: Sequence[PlanItem], dialogues: Mapping[int, Dialogue]) -> list[ItemView]:
    """Return the planned dialogues with what has become of them."""
    return [_item_view(item, dialogues.get(item.pk)) for item in items]


def _item_view(item: PlanItem, dialogue: Dialogue | None) -> ItemView:
    draft = item_draft(item)
    kind, openness = _(ItemKind(item.kind).label), _(Openness(item.openness).label)
    return ItemView(item, wording.period(draft), wording.theme(draft), kind, openness, dialogue)


def duty_groups(duties: Sequence[Duty]) -> list[DutyGroup]:
    """Return the duties by unit, in order of first appearance."""
    by_unit: dict[str, list[Duty]] = {}
    for duty in duties:
        by_unit.setdefault(duty.unit_text, []).append(duty)
    return [DutyGroup(unit, any(duty.unit_id for duty in rows), rows) for unit, rows in by_unit.items()]


def content_rows(plan: Plan, hrefs: Mapping[str, str]) -> list[SummaryRow]:
    """Return what the plan says besides its dialogues and duties; ``hrefs``: code of the part -> where it is edited."""
    head = [(_("Trích yếu"), plan.title, "head"), (_("Năm"), str(plan.year), "head")]
    return [
        SummaryRow(key, value, hrefs.get(part, ""))
        for key, value, part in (*head, *_content(plan.words))
        if value or part in hrefs
    ]


def _content(said: PlanContent) -> Iterator[tuple[str, str, str]]:
    steps = said.procedure
    yield _("Căn cứ"), wording.joined([basis.text for basis in said.legal_bases]), "bases"
    yield _("Người chủ trì"), said.head_role, "roles"
    yield _("Người thay mặt"), said.delegate_role, "roles"
    yield _("Mục đích"), wording.joined(said.purposes), "aims"
    yield _("Yêu cầu"), wording.joined(said.requirements), "aims"
    yield _("Đối thoại đột xuất"), wording.unscheduled(said.unscheduled), "occasions"
    yield _("Trình tự"), wording.joined([*steps.before, *steps.during, *steps.after]), "procedure"
    yield _("Thời hạn riêng"), wording.joined([wording.limit(limit) for limit in said.limits]), "limits"
    yield _("Ban tổ chức"), wording.joined([f"{one.person_or_unit}: {one.role}" for one in said.committee]), "committee"
    yield _("Cách thông báo, mời"), wording.joined(said.channels), "recipients"
    yield _("Nơi nhận"), wording.joined(said.recipients), "recipients"
    yield _("Quy mô"), wording.attendance(said.expected_min, said.expected_max), "attendance"
    signer = "\n".join(filter(None, (said.signer_authority, said.signer_title, said.signer_name)))
    yield _("Người ký"), signer, "signer"
    yield _("Lời mở đầu, lời kết"), "\n".join(filter(None, (said.opening, said.closing))), "wording"
