"""Opinions and answers on the first page: how much waits for this person, each a press away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from nghedan.domain.dialogues.queries import proposals_visible_to
from nghedan.domain.dialogues.terms import ProposalState
from nghedan.domain.followup.queries.commitments import (
    TO_DO,
    commitments_visible_to,
    extensions_waiting,
    failed_commitments,
    late_commitments,
    latest_nudges,
)
from nghedan.domain.followup.queries.referrals import late_referrals
from nghedan.domain.followup.queries.verdicts import waiting_for_the_head
from nghedan.domain.followup.terms import CommitmentState
from nghedan.domain.invitations.queries import seats_waiting
from nghedan.domain.matters.queries import (
    answers_visible_to,
    matters_of_unit,
    matters_visible_to,
    open_bounces,
    standing_alone,
)
from nghedan.domain.matters.terms import AnswerState, MatterState
from nghedan.domain.opinions.queries import held_visible_to, opinions_visible_to, sheets_visible_to
from nghedan.domain.opinions.terms import OpinionState, SheetState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.counting import count_all
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.console.today.present import Row
from nghedan.kernel.terms import gettext_noop as _

MOST_MATTERS = 60
SENT = (AnswerState.HANDED_IN, AnswerState.CHECKED, AnswerState.APPROVED)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of thing that waits: what is said of it, what is done about it and where, by whom."""

    title: str
    action: str
    page: str
    rights: Sequence[str]


KINDS: Mapping[str, Waiting] = {
    "proposals": Waiting(
        _("%(count)s đề nghị tổ chức đối thoại"), _("Xem và trả lời"), "proposals",
        ("proposal.accept", RECORD_INSTRUCTION),
    ),
    "sheets": Waiting(_("%(count)s tờ giấy đã chụp, chờ nhập"), _("Nhập phiếu"), "slips", ("sheet.key",)),
    "held": Waiting(
        _("%(count)s ý kiến tạm giữ, có dấu hiệu gửi tự động"), _("Xem"), "held", ("opinion.let_in",)
    ),
    "new": Waiting(_("%(count)s ý kiến chờ phân loại"), _("Phân loại"), "classify", ("opinion.classify",)),
    "unassigned": Waiting(
        _("%(count)s nội dung chờ giao đơn vị"), _("Giao đơn vị"), "matters", ("matter.assign",)
    ),
    "bounces": Waiting(
        _("%(count)s nội dung đơn vị trả lại"), _("Xem và quyết định"), "readiness", ("bounce.reassign",)
    ),
    "handed_in": Waiting(
        _("%(count)s câu trả lời chờ kiểm tra"), _("Kiểm tra"), "readiness", ("answer.check",)
    ),
    "checked": Waiting(
        _("%(count)s câu trả lời chờ duyệt"), _("Xem và duyệt"), "answers-approve",
        ("answer.approve", RECORD_INSTRUCTION),
    ),
    "verdicts": Waiting(
        _("%(count)s nội dung người dân chưa thỏa đáng"), _("Xem, cho ý kiến"), "verdicts",
        ("verdict.look", RECORD_INSTRUCTION),
    ),
    "late_referrals": Waiting(
        _("%(count)s nội dung đã chuyển, quá hạn chưa có trả lời"), _("Hỏi lại"), "referrals-late",
        ("referral.ask_again",),
    ),
    "late": Waiting(
        _("%(count)s nhiệm vụ theo kết luận quá hạn"), _("Xem và đôn đốc"), "commitments", ("nudge.send",)
    ),
    "reported": Waiting(
        _("%(count)s nhiệm vụ đơn vị báo đã xong, chờ xác nhận"), _("Xem và xác nhận"), "commitments",
        ("commitment.confirm",),
    ),
    "extensions": Waiting(
        _("%(count)s đề nghị gia hạn nhiệm vụ"), _("Xem và quyết định"), "commitments",
        ("extension.grant", RECORD_INSTRUCTION),
    ),
    "seats": Waiting(_("%(count)s nơi chưa gửi danh sách đại biểu"), _("Xem"), "own-seats", ("allotment.return",)),
    "failed": Waiting(
        _(
            "%(count)s nhiệm vụ đã nhắc, đôn đốc, quá hạn trên ba ngày"
        ), _("Xem theo đơn vị"), "monday", ("extension.grant",)
    ),
}  # fmt: skip


def waiting_rows(actor: Actor, locality: Locality) -> list[Row]:
    """Return what waits for whoever works for a body (one query)."""
    mine = {name: kind for name, kind in KINDS.items() if any(decide(actor, right).allowed for right in kind.rights)}
    if not mine:
        return []
    rows = _rows_of(actor)
    counts = count_all({name: rows[name] for name in mine})
    return [
        Row(gettext(kind.title) % {"count": counts[name]}, Link(gettext(kind.action), href(kind.page, locality)))
        for name, kind in mine.items()
        if counts[name]
    ]


def matter_rows(actor: Actor) -> list[Row]:
    """Return the matters an officer's unit still has to answer, the most urgent first (one query)."""
    unanswered = matters_of_unit(actor).exclude(answer__state__in=SENT)
    return [
        Row(
            matter.title,
            Link(gettext("Soạn trả lời"), href("answer", matter.locality, matter_id=matter.public_id)),
            str(matter.hamlet or ""),
            wording.due_of(matter),
            gettext("Trả lời kiến nghị"),
        )
        for matter in unanswered[:MOST_MATTERS]
    ]


def commitment_rows(actor: Actor) -> list[Row]:
    """Return what an officer's unit still owes of conclusions, the most urgent first (one query)."""
    owed = commitments_visible_to(actor).filter(state__in=TO_DO).order_by("due_on", "pk")
    return [
        Row(
            one.text,
            Link(gettext("Báo cáo"), href("commitment-report", one.locality, commitment_id=one.public_id)),
            one.product,
            one.due_on,
            gettext("Nhiệm vụ theo kết luận"),
        )
        for one in owed[:MOST_MATTERS]
    ]


def nudges_today(actor: Actor) -> list[str]:
    """Return what an officer's unit was reminded of since the last working days, the latest first (one query)."""
    return [nudge.text for nudge in latest_nudges(actor, clock.today())]


def _rows_of(actor: Actor) -> dict[str, QuerySet[Any]]:
    answers, today = answers_visible_to(actor), clock.today()
    return {
        "proposals": proposals_visible_to(actor).filter(state=ProposalState.PROPOSED),
        "sheets": sheets_visible_to(actor).filter(state=SheetState.WAITING),
        "held": held_visible_to(actor),
        "new": opinions_visible_to(actor).filter(state=OpinionState.RECEIVED),
        "unassigned": standing_alone(matters_visible_to(actor)).filter(state=MatterState.SCREENED),
        "bounces": open_bounces(actor),
        "handed_in": answers.filter(state=AnswerState.HANDED_IN),
        "checked": answers.filter(state=AnswerState.CHECKED),
        "verdicts": waiting_for_the_head(actor),
        "late_referrals": late_referrals(actor, clock.today()),
        "late": late_commitments(actor, today),
        "reported": commitments_visible_to(actor).filter(state=CommitmentState.REPORTED),
        "extensions": extensions_waiting(actor),
        "seats": seats_waiting(actor),
        "failed": failed_commitments(actor, today),
    }
