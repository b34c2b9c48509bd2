"""What stands against the moves of commitments and of what hangs on them."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.followup.models import Commitment, Extension, Progress
from nghedan.domain.followup.queries.commitments import asked_of, has_evidence
from nghedan.domain.followup.terms import CommitmentState
from nghedan.foundation.access.actor import Actor
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

TO_DO = (CommitmentState.OPEN, CommitmentState.IN_PROGRESS)
UNFINISHED = (*TO_DO, CommitmentState.REPORTED)

IS_OVER = _("Nhiệm vụ đã được xác nhận hoặc đã kết thúc; muốn làm tiếp, xin đề nghị lãnh đạo cho làm lại.")
IS_REPORTED = _("Đơn vị đã báo cáo xong; văn phòng xác nhận hoặc trả lại rồi mới xin gia hạn.")
ASKED_ALREADY = _("Đang có một đề nghị gia hạn chờ quyết định; xin chờ, hoặc rút đề nghị ấy rồi gửi lại.")
NO_EVIDENCE = _("Chưa có tài liệu chứng minh kết quả; xin đính kèm, hoặc ghi lý do vì sao không có.")


def commitment_is_unfinished(_actor: Actor, progress: Progress, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to add to what is confirmed or closed."""
    is_open = progress.commitment.state in UNFINISHED
    return None if is_open else Refused("progress.is_over", IS_OVER)


def more_time_makes_sense(_actor: Actor, extension: Extension, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to ask for more time for what is done, or while one asks already."""
    if extension.commitment.state not in TO_DO:
        is_reported = extension.commitment.state == CommitmentState.REPORTED
        return Refused("extension.is_over", IS_REPORTED if is_reported else IS_OVER)
    return Refused("extension.asked", ASKED_ALREADY) if asked_of(extension.commitment) else None


def is_shown(_actor: Actor, commitment: Commitment, changes: Mapping[str, Any]) -> Refused | None:
    """Refuse to close without a file that shows what was done, unless a reason says why there is none."""
    if changes.get("reason") or has_evidence(commitment):
        return None
    return Refused("commitment.no_evidence", NO_EVIDENCE)
