"""States and moves of the log of notices."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.notices.models import NoticeFacts, Posting
from nghedan.domain.notices.terms import PostingState
from nghedan.domain.papers.terms import Audience, PaperState
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard
from nghedan.foundation.transitions.terms import Recorded
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

NOTICE_FACTS = Machine(
    "notice_facts",
    Recorded,
    (Transition("notice_facts.keep", _("Giữ nội dung đã thông báo"), (None,), Recorded.RECORDED),),
)

POSTING = Machine(
    "posting",
    PostingState,
    (
        Transition("posting.record", _("Ghi đã phát, niêm yết"), (None,), PostingState.RECORDED),
        Transition("posting.void", _("Ghi nhầm"), (PostingState.RECORDED,), PostingState.VOID),
    ),
)

NOT_OUT = _("Chỉ ghi được việc phát, niêm yết của thông báo đã ban hành. Xin ban hành thông báo trước.")
INTERNAL = _("Hội nghị nội bộ không thông báo rộng rãi; xin báo bằng giấy mời.")


def notice_is_out(_actor: Actor, posting: Posting, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to log what was never issued for the people, and anything of an internal dialogue."""
    paper = posting.paper
    if paper.dialogue.openness == Openness.INTERNAL:
        return Refused("posting.internal", INTERNAL)
    is_out = paper.state == PaperState.ISSUED and paper.audience == Audience.PUBLIC
    return None if is_out else Refused("posting.not_out", NOT_OUT)


MACHINES: dict[type, Machine] = {NoticeFacts: NOTICE_FACTS, Posting: POSTING}
GUARDS: dict[str, tuple[Guard, ...]] = {"posting.record": (notice_is_out,)}
