"""States and moves of dialogues and of what surrounds them."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.dialogues.models import Dialogue, HamletCount, Presiding, Proposal, Task, VoterRequest
from nghedan.domain.dialogues.queries import standing_of
from nghedan.domain.dialogues.terms import TO_COME, DialogueState, ProposalState, TaskState, VoterRequestState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard, record_machine
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

PREPARING = (*TO_COME, DialogueState.POSTPONED)

DIALOGUE = Machine(
    "dialogue",
    DialogueState,
    (
        Transition("dialogue.plan", _("Đưa vào chương trình"), (None,), DialogueState.PLANNED, instructable=True),
        Transition("dialogue.edit", _("Sửa thông tin hội nghị"), PREPARING, None),
        Transition("dialogue.schedule", _("Chọn ngày"), PREPARING, DialogueState.PLANNED),
        Transition("dialogue.agree", _("Thống nhất nội dung, đối tượng"), PREPARING, None, instructable=True),
        Transition(
            "dialogue.postpone",
            _("Hoãn hội nghị"),
            TO_COME,
            DialogueState.POSTPONED,
            instructable=True,
        ),
        Transition(
            "dialogue.announce", _("Đã thông báo cho người dân"), (DialogueState.PLANNED,), DialogueState.ANNOUNCED
        ),
        Transition(
            "dialogue.make_ready",
            _("Báo đã sẵn sàng"),
            (DialogueState.PLANNED, DialogueState.ANNOUNCED),
            DialogueState.READY,
        ),
        Transition("dialogue.open", _("Khai mạc"), TO_COME, DialogueState.IN_SESSION),
        Transition("dialogue.adjourn", _("Bế mạc"), (DialogueState.IN_SESSION,), DialogueState.ADJOURNED),
        Transition("dialogue.resume", _("Tiếp tục hội nghị"), (DialogueState.ADJOURNED,), DialogueState.IN_SESSION),
        Transition(
            "dialogue.conclude", _("Đã có thông báo kết luận"), (DialogueState.ADJOURNED,), DialogueState.CONCLUDED
        ),
        Transition(
            "dialogue.close",
            _("Kết thúc, lưu hồ sơ"),
            (DialogueState.CONCLUDED,),
            DialogueState.CLOSED,
            irreversible=True,
        ),
        Transition(
            "dialogue.take_up", _("Mở lại để giải quyết tiếp"), (DialogueState.CLOSED,), DialogueState.CONCLUDED
        ),
        Transition(
            "dialogue.cancel",
            _("Không tổ chức hội nghị"),
            PREPARING,
            DialogueState.CANCELLED,
            instructable=True,
            irreversible=True,
        ),
    ),
)

PRESIDING = record_machine(
    "presiding", add=_("Thêm người chủ trì"), edit=_("Sửa người chủ trì"), end=_("Thôi phân công chủ trì")
)

TASK = Machine(
    "task",
    TaskState,
    (
        Transition("task.add", _("Thêm việc"), (None,), TaskState.OPEN),
        Transition("task.edit", _("Sửa việc"), (TaskState.OPEN,), None),
        Transition("task.finish", _("Đã xong"), (TaskState.OPEN,), TaskState.DONE),
        Transition("task.reopen", _("Làm lại"), (TaskState.DONE, TaskState.DROPPED), TaskState.OPEN),
        Transition("task.drop", _("Không làm nữa"), (TaskState.OPEN,), TaskState.DROPPED),
    ),
)

PROPOSAL = Machine(
    "proposal",
    ProposalState,
    (
        Transition("proposal.make", _("Đề nghị tổ chức đối thoại"), (None,), ProposalState.PROPOSED),
        Transition(
            "proposal.accept", _("Đồng ý tổ chức"), (ProposalState.PROPOSED,), ProposalState.ACCEPTED, instructable=True
        ),
        Transition(
            "proposal.decline", _("Chưa tổ chức"), (ProposalState.PROPOSED,), ProposalState.DECLINED, instructable=True
        ),
    ),
)

VOTER_REQUEST = Machine(
    "voter_request",
    VoterRequestState,
    (
        Transition("voter_request.receive", _("Tiếp nhận yêu cầu của cử tri"), (None,), VoterRequestState.COLLECTING),
        Transition("voter_request.edit", _("Sửa yêu cầu của cử tri"), (VoterRequestState.COLLECTING,), None),
        Transition(
            "voter_request.accept",
            _("Tổ chức theo yêu cầu"),
            (VoterRequestState.COLLECTING,),
            VoterRequestState.ACCEPTED,
        ),
        Transition(
            "voter_request.set_aside",
            _("Không đủ điều kiện"),
            (VoterRequestState.COLLECTING,),
            VoterRequestState.SET_ASIDE,
        ),
    ),
)

HAMLET_COUNT = record_machine(
    "hamlet_count", add=_("Ghi số cử tri ký tên"), edit=_("Sửa số cử tri ký tên"), end=_("Bỏ số cử tri ký tên")
)


BELOW_THRESHOLD = _(
    "Mới có %(signed)s trên %(needed)s cử tri cần thiết ký tên; còn thiếu %(missing)s, xin ghi thêm khi có chữ ký."
)
NOTHING_TO_AGREE = _("Chưa có nội dung hoặc đối tượng để thống nhất; xin ghi ở trang Thông tin hội nghị trước.")


def threshold_is_reached(_actor: Actor, request: VoterRequest, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse below the threshold (Điều 43 Luật 72/2025/QH15: at least 10 % of all voters)."""
    count = standing_of(request)
    if count.is_reached:
        return None
    return Refused(
        "voter_request.below", BELOW_THRESHOLD, signed=count.signed, needed=count.needed, missing=count.missing
    )


def there_is_something_to_agree(_actor: Actor, dialogue: Dialogue, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to agree an empty sheet: contents or audience must be named."""
    return None if dialogue.topics or dialogue.audience else Refused("dialogue.nothing_to_agree", NOTHING_TO_AGREE)


MACHINES: dict[type, Machine] = {
    Dialogue: DIALOGUE,
    Presiding: PRESIDING,
    Task: TASK,
    Proposal: PROPOSAL,
    VoterRequest: VOTER_REQUEST,
    HamletCount: HAMLET_COUNT,
}
GUARDS: dict[str, tuple[Guard, ...]] = {
    "voter_request.accept": (threshold_is_reached,),
    "dialogue.agree": (there_is_something_to_agree,),
}
