"""What stands against closing a matter, or a whole dialogue."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.followup.terms import ReferralState
from nghedan.domain.matters.terms import MatterState
from nghedan.kernel.terms import gettext_noop as _

NOT_OUT = _("Chưa có văn bản trả lời được ban hành, chưa ghi nhận đã trả lời ai; xin soạn thư hoặc ghi đã trả lời.")
NOT_SENT = _("Chưa gửi công văn chuyển cơ quan có thẩm quyền; xin soạn và gửi.")
NO_DAY = _("Đã chuyển nhưng chưa ghi ngày đề nghị trả lời; xin ghi ngày.")
NOT_TOLD = _("Cơ quan có thẩm quyền đã trả lời nhưng chưa báo người dân; xin bấm “Báo người dân”.")
COMMITMENT_RUNS = _("Nhiệm vụ theo kết luận về nội dung này chưa xong; xin đôn đốc đơn vị, xong rồi kết thúc nội dung.")
NOT_LOOKED_AT = _("Người dân cho biết chưa thỏa đáng; xin trình lãnh đạo xem, cho ý kiến trước.")
NOT_YET = _("Chưa trả lời người dân; xin trả lời trước.")

TOLD_IN_HALL = (MatterState.ANSWERED_IN_HALL, MatterState.SETTLED, MatterState.SET_ASIDE)
"""What the minutes, or the reason given, show to be done."""


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """What is known of a matter when it is to be closed. ``referral`` is the latest one, if it was sent on."""

    state: MatterState
    has_letter: bool = False
    was_told: bool = False
    referral: ReferralState | None = None
    expected_on: date | None = None
    commitment_runs: bool = False
    waits_for_head: bool = False


def against_closing(facts: ClosingFacts, *, with_reason: bool = False) -> str:
    """Return the sentence that stands against closing a matter, or "". A reason stands for a missing proof, never for
    a commitment that runs or for the head's look."""
    if facts.commitment_runs:
        return COMMITMENT_RUNS
    if facts.waits_for_head:
        return NOT_LOOKED_AT
    return "" if with_reason else _missing_proof(facts)


def _missing_proof(facts: ClosingFacts) -> str:
    if facts.state in TOLD_IN_HALL:
        return ""
    if facts.state is MatterState.ANSWERED:
        return "" if facts.has_letter or facts.was_told else NOT_OUT
    return _about_referral(facts) if facts.state is MatterState.REFERRED else NOT_YET


def _about_referral(facts: ClosingFacts) -> str:
    if facts.referral in (ReferralState.PASSED_ON, ReferralState.CLOSED):
        return ""
    if facts.referral is ReferralState.REPLIED:
        return NOT_TOLD
    if facts.referral is ReferralState.SENT:
        return "" if facts.expected_on else NO_DAY
    return NOT_SENT
