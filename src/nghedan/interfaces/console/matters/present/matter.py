"""One matter: the next thing, its facts, its limit, its answer, and what can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.matters.models import Answer, Bounce, Matter
from nghedan.domain.matters.services.assigning import is_for_the_head
from nghedan.domain.matters.terms import AnswerState, Competence, MatterState, Outcome
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.status import explain
from nghedan.foundation.transitions.moves import Move
from nghedan.foundation.ui.models import Link, SummaryRow
from nghedan.interfaces.console.dialogues.present.wording import label_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.present import wording
from nghedan.kernel.vietnamese import format_date

PAGES = {
    "matter.assign": "matter-assign",
    "matter.bounce": "matter-bounce",
    "matter.fix_due": "matter-due",
    "matter.refer": "matter-refer",
    "matter.settle": "matter-settle",
    "matter.set_aside": "matter-set-aside",
    "matter.give_to_write": "matter-give-to-write",
    "matter.answer": "answer-told",
    "matter.close": "matter-close",
    "matter.group": "matter-group",
    "matter.redact": "matter-redact",
    "answer.draft": "answer",
    "answer.edit": "answer",
    "answer.check": "answer-check",
    "answer.approve": "answer-approve",
    "answer.return": "answer-return",
}
"""Move -> the page on which it is made."""

TO_WRITE = (MatterState.ASSIGNED, MatterState.IN_WRITING)
OWED = (MatterState.SCREENED, *TO_WRITE)
"""States in which an answer is still owed, so that the limit runs."""


@dataclass(frozen=True, slots=True)
class Next:
    """The one next thing with a matter."""

    title: str
    text: str = ""
    button: Link | None = None


@dataclass(frozen=True, slots=True)
class DueFacts:
    """The limit of a matter: why it is that day, and whether it was fixed by hand to another than the count says."""

    due_on: date
    basis: str
    counted: Sequence[str]
    note: str


def due_facts(matter: Matter, limit: Deadline | None) -> DueFacts | None:
    if matter.due_on is None:
        return None
    note = ""
    if matter.due_by_hand:
        counted = format_date(limit.due_on) if limit else ""
        note = _("Hạn ấn định bằng tay")
        if limit is not None and limit.due_on != matter.due_on:
            note = _("Hạn ấn định bằng tay; theo cách tính là %(day)s") % {"day": counted}
    basis = f"{_(limit.label)} – {_(limit.basis)}" if limit else ""
    return DueFacts(matter.due_on, basis, explain(limit) if limit else (), note)


def next_of(
    matter: Matter, moves: Mapping[str, Move], bounce: Bounce | None, *, may_decide: bool, is_own: bool
) -> Next:
    """Return the next thing with a matter for this reader: a decision, a page to go to, or whom it waits for.

    ``is_own``: the reader's unit leads; for anybody else, writing an answer is doing the unit's work for it.
    """
    answer = wording.answer_of(matter)
    if bounce is not None:
        return _about_bounce(matter, bounce, may_decide=may_decide)
    if matter.state == MatterState.SCREENED and matter.competence != Competence.OURS:
        page = _page(matter, moves, "matter.refer", _("Chuyển cơ quan có thẩm quyền"))
        return Next(_("Chuyển cơ quan có thẩm quyền"), wording.competence_of(matter), page)
    if matter.state == MatterState.SCREENED:
        return Next(_("Giao đơn vị chuẩn bị trả lời"), "", _page(matter, moves, "matter.assign", _("Giao đơn vị")))
    if matter.state not in OWED and (page := _page(matter, moves, "matter.close", _("Kết thúc nội dung"))):
        return Next(page.text, matter.reason, page)
    if matter.state not in TO_WRITE:
        return Next(label_of(MatterState, matter.state), matter.reason)
    return _about_answer(matter, answer, moves, is_own=is_own)


def _about_bounce(matter: Matter, bounce: Bounce, *, may_decide: bool) -> Next:
    told = _("%(unit)s trả lại lần %(position)s, đề nghị giao %(proposed)s: %(reason)s") % {
        "unit": bounce.unit, "position": bounce.position, "proposed": bounce.proposed_unit, "reason": bounce.reason,
    }  # fmt: skip
    by_head = is_for_the_head(bounce)
    title = _("Chờ người đứng đầu quyết định đơn vị") if by_head else _("Chờ văn phòng quyết định đơn vị")
    page = href("bounce", matter.locality, bounce_id=bounce.public_id)
    return Next(title, told, Link(_("Quyết định đơn vị chủ trì"), page) if may_decide else None)


def _about_answer(matter: Matter, answer: Answer | None, moves: Mapping[str, Move], *, is_own: bool) -> Next:
    if answer is None or answer.state == AnswerState.DRAFT:
        code = "answer.edit" if answer else "answer.draft"
        title = _("Viết tiếp câu trả lời") if answer else _("Viết câu trả lời")
        page = _page(matter, moves, code, title if is_own else _("Nhập thay đơn vị"))
        return Next(title if is_own else _("Đơn vị đang chuẩn bị trả lời"), "", page)
    if answer.state == AnswerState.HANDED_IN:
        page = _page(matter, moves, "answer.check", _("Kiểm tra câu trả lời"))
        return Next(_("Đơn vị đã gửi, chờ văn phòng kiểm tra"), "", page)
    if answer.state == AnswerState.APPROVED:
        return Next(_("Câu trả lời đã duyệt, chờ gửi người dân"), "", _letters_of(matter, moves))
    move = moves.get("answer.approve")
    label = _("Ghi nhận đã duyệt") if move and move.by_instruction else _("Duyệt câu trả lời")
    return Next(_("Đã kiểm tra, chờ duyệt"), "", _page(matter, moves, "answer.approve", label))


def _letters_of(matter: Matter, moves: Mapping[str, Move]) -> Link | None:
    """Return the way to the letters of the dialogue, for who sends them; outside any, to noting that it was told."""
    if matter.dialogue is None:
        return _page(matter, moves, "matter.answer", _("Ghi đã trả lời"))
    page = href("dialogue-letters", matter.locality, dialogue_id=matter.dialogue.public_id)
    return Link(_("Soạn thư trả lời"), page) if "matter.answer" in moves else None


def _page(matter: Matter, moves: Mapping[str, Move], code: str, label: str) -> Link | None:
    """Return the way to where a move is made, if it is open to the reader."""
    move = moves.get(code)
    if move is None or not move.allowed:
        return None
    return Link(label, href(PAGES[code], matter.locality, matter_id=matter.public_id))


def pressed(matter: Matter, moves: Mapping[str, Move]) -> list[tuple[Move, str]]:
    """Return the moves that have a page here, each with it; those not open show their reason."""
    return [
        (move, href(PAGES[code], matter.locality, matter_id=matter.public_id))
        for code, move in moves.items()
        if code in PAGES
    ]


def facts(matter: Matter) -> list[SummaryRow]:
    supports = ", ".join(str(row.unit) for row in matter.supports.all())
    rows = [
        (_("Đơn vị chủ trì"), str(matter.unit or _("chưa giao"))),
        (_("Đơn vị phối hợp"), supports),
        (_("Ngày giao"), matter.assigned_on),
        (_("Cuộc đối thoại"), matter.dialogue.theme if matter.dialogue else _("ngoài các cuộc đối thoại")),
        (_("Thẩm quyền"), wording.competence_of(matter)),
        (_("Nơi có sự việc"), str(matter.hamlet or "")),
        (_("Kết quả"), label_of(Outcome, matter.outcome) if matter.outcome else ""),
        (_("Nội dung kết quả"), matter.outcome_note),
        (_("Đã hứa"), matter.promise),
        (_("Hẹn đến ngày"), matter.promised_on),
        (_("Hạn trả lời bằng văn bản"), matter.writing_due_on),
        (_("Ngày trả lời"), matter.answered_on),
        (_("Người dân đề nghị xem lại"), matter.reopened_on),
        (_("Ngày kết thúc"), matter.closed_on),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def answer_rows(answer: Answer, *, may_be_cautioned: bool) -> list[SummaryRow]:
    entered = _("Văn phòng nhập thay đơn vị") if answer.for_unit else ""
    rows = [
        (_("Trả lời ngắn"), answer.short),
        (_("Nội dung trả lời"), answer.text),
        (_("Căn cứ pháp lý"), answer.basis),
        (_("Dự kiến xong"), answer.proposed_on),
        (_("Lưu ý khi trả lời"), answer.caution if may_be_cautioned else ""),
        (_("Nhận từ đơn vị"), ": ".join(filter(None, (entered, answer.received_how)))),
        (_("Lý do trả lại"), answer.return_reason),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]
