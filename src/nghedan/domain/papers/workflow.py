"""States and moves of official papers."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.papers.kinds import kind_of
from nghedan.domain.papers.models import HeldRow, OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.machines import Guard
from nghedan.foundation.transitions.terms import Recorded
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Machine, Transition

OFFICIAL_PAPER = Machine(
    "official_paper",
    PaperState,
    (
        Transition("official_paper.draft", _("Soạn văn bản"), (None,), PaperState.DRAFT),
        Transition("official_paper.edit", _("Sửa văn bản"), (PaperState.DRAFT,), None),
        Transition("official_paper.submit", _("Trình ký"), (PaperState.DRAFT,), PaperState.SUBMITTED),
        Transition(
            "official_paper.return",
            _("Trả lại"),
            (PaperState.SUBMITTED, PaperState.SIGNED),
            PaperState.DRAFT,
            instructable=True,
        ),
        Transition("official_paper.sign", _("Ký"), (PaperState.SUBMITTED,), PaperState.SIGNED, instructable=True),
        Transition("official_paper.issue", _("Ban hành"), (PaperState.SIGNED,), PaperState.ISSUED, irreversible=True),
        Transition(
            "official_paper.drop",
            _("Không ban hành"),
            (PaperState.DRAFT, PaperState.SUBMITTED, PaperState.SIGNED),
            PaperState.DROPPED,
        ),
        Transition("official_paper.withhold", _("Thu hồi"), (PaperState.ISSUED,), PaperState.WITHHELD),
    ),
)

HELD_ROW = Machine(
    "held_row", Recorded, (Transition("held_row.add", _("Ghi nội dung có trong văn bản"), (None,), Recorded.RECORDED),)
)

NOT_WHOLE = _("Chưa trình ký được: %(missing)s")


def paper_is_whole(_actor: Actor, paper: OfficialPaper, _changes: Mapping[str, Any]) -> Refused | None:
    """Refuse while something is missing without which nobody could sign."""
    missing = kind_of(paper).missing(paper)
    return Refused("official_paper.not_whole", NOT_WHOLE, missing=" ".join(missing)) if missing else None


MACHINES: dict[type, Machine] = {OfficialPaper: OFFICIAL_PAPER, HeldRow: HELD_ROW}
GUARDS: dict[str, tuple[Guard, ...]] = {
    "official_paper.submit": (paper_is_whole,),
    "official_paper.sign": (paper_is_whole,),
    "official_paper.issue": (paper_is_whole,),
}
