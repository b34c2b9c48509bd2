"""States and moves of guests, allotted seats and lists of guests."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.dialogues.terms import TO_COME, UNDER_WAY, DialogueState
from nghedan.domain.invitations.models import Allotment, Guest, GuestList
from nghedan.domain.invitations.terms import AllotmentState, GuestListState, GuestState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

ASKED = (GuestState.LISTED, GuestState.INVITED, GuestState.ACCEPTED, GuestState.DECLINED, GuestState.REPLACED)

GUEST = Machine(
    "guest",
    GuestState,
    (
        Transition("guest.add", _("Thêm đại biểu"), (None,), GuestState.LISTED),
        Transition("guest.edit", _("Sửa đại biểu"), ASKED, None),
        Transition("guest.invite", _("Ghi đã gửi giấy mời"), (GuestState.LISTED,), GuestState.INVITED),
        Transition("guest.accept", _("Sẽ dự"), ASKED, GuestState.ACCEPTED),
        Transition("guest.decline", _("Không dự được"), ASKED, GuestState.DECLINED),
        Transition("guest.substitute", _("Cử người dự thay"), ASKED, GuestState.REPLACED),
        Transition("guest.remove", _("Bỏ khỏi danh sách"), ASKED, GuestState.REMOVED),
    ),
)

ALLOTMENT = Machine(
    "allotment",
    AllotmentState,
    (
        Transition("allotment.add", _("Phân bổ đại biểu"), (None,), AllotmentState.OPEN),
        Transition("allotment.edit", _("Sửa phân bổ"), (AllotmentState.OPEN, AllotmentState.RETURNED), None),
        Transition("allotment.return", _("Gửi danh sách"), (AllotmentState.OPEN,), AllotmentState.RETURNED),
        Transition("allotment.reopen", _("Bổ sung danh sách"), (AllotmentState.RETURNED,), AllotmentState.OPEN),
        Transition(
            "allotment.close",
            _("Thôi phân bổ"),
            (AllotmentState.OPEN, AllotmentState.RETURNED),
            AllotmentState.CLOSED,
        ),
    ),
)

GUEST_LIST = Machine(
    "guest_list",
    GuestListState,
    (
        Transition("guest_list.stage", _("Nộp danh sách đại biểu"), (None,), GuestListState.STAGED),
        Transition("guest_list.edit", _("Sửa danh sách đại biểu"), (GuestListState.STAGED,), None),
        Transition("guest_list.advance", _("Ghi tiếp đại biểu"), (GuestListState.STAGED,), None),
        Transition("guest_list.commit", _("Ghi đại biểu"), (GuestListState.STAGED,), GuestListState.COMMITTED),
        Transition("guest_list.discard", _("Bỏ danh sách"), (GuestListState.STAGED,), GuestListState.DISCARDED),
    ),
)

ANSWERS_OVER = _(
    "Hội nghị không còn ở giai đoạn chuẩn bị nên không ghi lời mời, trả lời mời, phân bổ đại biểu nữa; ai đến dự, xin "
    "ghi ở bàn đón tiếp."
)
LIST_OVER = _(
    "Hội nghị đã kết thúc hoặc không tổ chức nên danh sách đại biểu giữ nguyên; xin lập danh sách ở hội nghị khác."
)
STANDING = (*UNDER_WAY, DialogueState.POSTPONED)


def is_before_the_hall(_actor: Actor, obj: Any, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse what is asked and answered before the day once the hall has opened; who comes then is seen there."""
    return None if obj.dialogue.state in TO_COME else Refused("guest.answers_over", ANSWERS_OVER)


def is_still_open(_actor: Actor, obj: Any, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to change the list of a dialogue that is over; somebody may still be written down on the day itself."""
    return None if obj.dialogue.state in STANDING else Refused("guest.list_over", LIST_OVER)


MACHINES: dict[type, Machine] = {Guest: GUEST, Allotment: ALLOTMENT, GuestList: GUEST_LIST}
GUARDS: dict[str, tuple[Guard, ...]] = {
    **dict.fromkeys(("guest.add", "guest.edit", "guest.remove", "guest_list.commit"), (is_still_open,)),
    **dict.fromkeys(("guest.invite", "guest.accept", "guest.decline", "guest.substitute"), (is_before_the_hall,)),
    **dict.fromkeys(("allotment.add", "allotment.edit", "allotment.return", "allotment.reopen"), (is_before_the_hall,)),
}
