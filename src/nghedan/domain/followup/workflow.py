"""States and moves of commitments, answers to the people, referrals and verdicts."""

from nghedan.domain.followup.commitment_guards import (
    TO_DO,
    UNFINISHED,
    commitment_is_unfinished,
    is_shown,
    more_time_makes_sense,
)
from nghedan.domain.followup.guards import dialogue_is_settled, matter_is_settled
from nghedan.domain.followup.models import Commitment, Delivery, Extension, Nudge, Progress, Referral, Verdict
from nghedan.domain.followup.terms import CommitmentState, DeliveryState, ExtensionState, ReferralState, VerdictState
from nghedan.foundation.transitions.machines import Guard
from nghedan.foundation.transitions.terms import Recorded
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

COMMITMENT = Machine(
    "commitment",
    CommitmentState,
    (
        Transition("commitment.open", _("Giao nhiệm vụ theo kết luận"), (None,), CommitmentState.OPEN),
        Transition("commitment.start", _("Bắt đầu thực hiện"), TO_DO, CommitmentState.IN_PROGRESS),
        Transition("commitment.report", _("Báo cáo đã thực hiện xong"), TO_DO, CommitmentState.REPORTED),
        Transition(
            "commitment.return", _("Trả lại để làm tiếp"), (CommitmentState.REPORTED,), CommitmentState.IN_PROGRESS
        ),
        Transition(
            "commitment.confirm", _("Xác nhận đã thực hiện"), (CommitmentState.REPORTED,), CommitmentState.CONFIRMED
        ),
        Transition("commitment.close", _("Kết thúc nhiệm vụ"), (CommitmentState.CONFIRMED,), CommitmentState.CLOSED),
        Transition(
            "commitment.waive", _("Thôi thực hiện, có lý do"), UNFINISHED, CommitmentState.CLOSED, instructable=True
        ),
        Transition(
            "commitment.reopen",
            _("Làm lại nhiệm vụ"),
            (CommitmentState.CONFIRMED, CommitmentState.CLOSED),
            CommitmentState.IN_PROGRESS,
            instructable=True,
        ),
        Transition("commitment.extend", _("Đổi thời hạn theo quyết định"), UNFINISHED, None),
        Transition("commitment.take_back_words", _("Chỉnh lời văn của nhiệm vụ"), tuple(CommitmentState), None),
    ),
)

PROGRESS = Machine("progress", Recorded, (Transition("progress.add", _("Ghi tiến độ"), (None,), Recorded.RECORDED),))

EXTENSION = Machine(
    "extension",
    ExtensionState,
    (
        Transition("extension.ask", _("Xin gia hạn"), (None,), ExtensionState.ASKED),
        Transition(
            "extension.grant", _("Đồng ý gia hạn"), (ExtensionState.ASKED,), ExtensionState.GRANTED, instructable=True
        ),
        Transition(
            "extension.refuse", _("Không gia hạn"), (ExtensionState.ASKED,), ExtensionState.REFUSED, instructable=True
        ),
        Transition("extension.withdraw", _("Rút đề nghị"), (ExtensionState.ASKED,), ExtensionState.WITHDRAWN),
    ),
)

NUDGE = Machine("nudge", Recorded, (Transition("nudge.send", _("Đôn đốc đơn vị"), (None,), Recorded.RECORDED),))

DELIVERY = Machine(
    "delivery",
    DeliveryState,
    (
        Transition("delivery.record", _("Ghi câu trả lời đã đến người dân"), (None,), DeliveryState.STANDING),
        Transition("delivery.void", _("Ghi nhầm"), (DeliveryState.STANDING,), DeliveryState.VOID),
    ),
)

REFERRAL = Machine(
    "referral",
    ReferralState,
    (
        Transition("referral.draft", _("Soạn công văn chuyển"), (None,), ReferralState.DRAFTED),
        Transition("referral.edit", _("Sửa"), (ReferralState.DRAFTED, ReferralState.SENT), None),
        Transition("referral.send", _("Đã gửi công văn chuyển"), (ReferralState.DRAFTED,), ReferralState.SENT),
        Transition("referral.ask_again", _("Hỏi lại"), (ReferralState.SENT,), None),
        Transition("referral.reply", _("Ghi trả lời"), (ReferralState.SENT,), ReferralState.REPLIED),
        Transition("referral.pass_on", _("Báo người dân"), (ReferralState.REPLIED,), ReferralState.PASSED_ON),
        Transition(
            "referral.close",
            _("Kết thúc việc chuyển"),
            (ReferralState.SENT, ReferralState.PASSED_ON),
            ReferralState.CLOSED,
        ),
        Transition("referral.drop", _("Không chuyển nữa"), (ReferralState.DRAFTED,), ReferralState.DROPPED),
    ),
)

VERDICT = Machine(
    "verdict",
    VerdictState,
    (
        Transition("verdict.give", _("Ghi ý kiến về câu trả lời"), (None,), VerdictState.GIVEN),
        Transition(
            "verdict.look", _("Xem, cho ý kiến chỉ đạo"), (VerdictState.GIVEN,), VerdictState.LOOKED, instructable=True
        ),
    ),
)

MACHINES: dict[type, Machine] = {
    Commitment: COMMITMENT,
    Progress: PROGRESS,
    Extension: EXTENSION,
    Nudge: NUDGE,
    Delivery: DELIVERY,
    Referral: REFERRAL,
    Verdict: VERDICT,
}
GUARDS: dict[str, tuple[Guard, ...]] = {
    "matter.close": (matter_is_settled,),
    "dialogue.close": (dialogue_is_settled,),
    "progress.add": (commitment_is_unfinished,),
    "extension.ask": (more_time_makes_sense,),
    "commitment.close": (is_shown,),
}
