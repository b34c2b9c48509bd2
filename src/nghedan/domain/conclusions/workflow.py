"""States and moves of the items of a conclusion."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import conclusion_of
from nghedan.domain.dialogues.terms import HELD
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

CONCLUSION_ITEM = Machine(
    "conclusion_item",
    Standing,
    (
        Transition("conclusion_item.add", _("Thêm nội dung kết luận"), (None,), Standing.CURRENT),
        Transition("conclusion_item.edit", _("Sửa nội dung kết luận"), (Standing.CURRENT,), None),
        Transition("conclusion_item.move", _("Đổi thứ tự nội dung kết luận"), (Standing.CURRENT,), None),
        Transition("conclusion_item.end", _("Bỏ khỏi kết luận"), (Standing.CURRENT,), Standing.ENDED),
        Transition("conclusion_item.restore", _("Lấy lại vào kết luận"), (Standing.ENDED,), Standing.CURRENT),
        Transition("conclusion_item.take_back_words", _("Chỉnh lời văn của nội dung kết luận"), tuple(Standing), None),
    ),
)

NOT_HELD = _("Chưa lập được kết luận: hội nghị chưa diễn ra; xin quay lại sau hội nghị.")
BEING_SIGNED = _("Thông báo kết luận đang trình ký; xin đề nghị trả lại văn bản rồi sửa.")
IN_FORCE = _("Thông báo kết luận đã ban hành; việc thay đổi ghi ở trang Theo dõi kết luận, có quyết định kèm theo.")


def conclusion_is_open(_actor: Actor, item: ConclusionItem, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to change what somebody is signing, or has signed."""
    if item.dialogue.state not in HELD:
        return Refused("conclusion_item.not_held", NOT_HELD)
    paper = conclusion_of(item.dialogue)
    if paper is None or paper.state == PaperState.DRAFT:
        return None
    is_issued = paper.state == PaperState.ISSUED
    return Refused("conclusion_item.fixed", IN_FORCE if is_issued else BEING_SIGNED)


MACHINES: dict[type, Machine] = {ConclusionItem: CONCLUSION_ITEM}
GUARDS: dict[str, tuple[Guard, ...]] = {
    transition.code: (conclusion_is_open,)
    for transition in CONCLUSION_ITEM.transitions
    if transition.code != "conclusion_item.take_back_words"  # what is set apart leaves a signed conclusion too
}
