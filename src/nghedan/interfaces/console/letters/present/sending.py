"""What was sent on, and its clock."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghedan.domain.followup.models import Referral
from nghedan.domain.followup.terms import ReferralState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import Competence
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.moves import Move
from nghedan.foundation.ui.models import Colour, Link, SummaryRow, Tag
from nghedan.interfaces.console.dialogues.present.wording import label_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.papers import openable
from nghedan.kernel.vietnamese import format_date

COLOURS = {
    ReferralState.SENT: Colour.BLUE, ReferralState.REPLIED: Colour.YELLOW, ReferralState.PASSED_ON: Colour.GREEN,
    ReferralState.CLOSED: Colour.GREEN,
}  # fmt: skip
PAGES = {
    "referral.send": "send", "referral.ask_again": "ask-again", "referral.reply": "reply",
    "referral.pass_on": "pass-on", "referral.close": "close", "referral.drop": "drop",
}  # fmt: skip

REMINDER = gettext_lazy(
    "Kính gửi %(to)s: ngày %(day)s, địa phương có Công văn số %(number)s về việc “%(title)s”, đến nay chưa nhận được "
    "trả lời. Kính đề nghị quý cơ quan cho biết kết quả để trả lời Nhân dân."
)


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """What was sent on: where to, and by when a reply is hoped for."""

    title: str
    href: str
    to: str
    tag: Tag
    hint: str
    due_on: date | None
    letter: Link | None


@dataclass(frozen=True, slots=True)
class ToRefer:
    """Matters waiting to be sent to one body."""

    body: str
    competence: str
    titles: list[str]
    href: str


def rows_of(actor: Actor, referrals: Sequence[Referral], today: date) -> list[ReferralRow]:
    """Return what was sent on; a letter leads on for who may open it (one query)."""
    opened = openable(actor, [one.paper for one in referrals])
    return [_row(one, today, opened) for one in referrals]


def row_of(actor: Actor, referral: Referral, today: date) -> ReferralRow:
    return rows_of(actor, [referral], today)[0]


def _row(referral: Referral, today: date, opened: Collection[int]) -> ReferralRow:
    hints = (
        _("gửi ngày %(day)s") % {"day": format_date(referral.sent_on)} if referral.sent_on else "",
        _("đã hỏi lại %(times)s lần") % {"times": referral.asked_again} if referral.asked_again else "",
        _("trả lời ngày %(day)s") % {"day": format_date(referral.replied_on)} if referral.replied_on else "",
    )
    return ReferralRow(
        title=referral.matter.title,
        href=href("referral", referral.locality, referral_id=referral.public_id),
        to=referral.to_body,
        tag=tag_of(referral, today),
        hint=" · ".join(filter(None, hints)),
        due_on=referral.expected_on if referral.state == ReferralState.SENT else None,
        letter=_letter(referral, opened),
    )


def tag_of(referral: Referral, today: date) -> Tag:
    """Return where it stands; what should have been replied to is late."""
    if referral.state == ReferralState.SENT and referral.expected_on and referral.expected_on < today:
        return Tag(_("Quá hạn trả lời, cần hỏi lại"), Colour.RED)
    return Tag(label_of(ReferralState, referral.state), COLOURS.get(ReferralState(referral.state), Colour.GREY))


def _letter(referral: Referral, opened: Collection[int]) -> Link | None:
    paper, dialogue = referral.paper, referral.dialogue
    if paper is None or dialogue is None:
        return None
    text = _("Công văn số %(number)s") % {"number": paper.number} if paper.number else _("Công văn chuyển")
    page = href("official-paper", referral.locality, dialogue_id=dialogue.public_id, paper_id=paper.public_id)
    return Link(text, page if paper.pk in opened else "")


def to_refer(matters: Sequence[Matter], page: str) -> list[ToRefer]:
    """Return what waits to be sent on, body by body: one letter each."""
    groups: dict[tuple[str, str], list[Matter]] = {}
    for matter in matters:
        groups.setdefault((matter.competent_body, matter.competence), []).append(matter)
    return [
        ToRefer(
            body or _("Chưa ghi cơ quan"), label_of(Competence, competence), [one.title for one in rows],
            f"{page}?noi-dung={rows[0].public_id}",
        )
        for (body, competence), rows in groups.items()
    ]  # fmt: skip


def facts_of(referral: Referral) -> list[SummaryRow]:
    """Return everything known of it."""
    rows = (
        (_("Nội dung"), referral.matter.title),
        (_("Thẩm quyền"), label_of(Competence, referral.competence)),
        (_("Chuyển đến"), referral.to_body),
        (_("Công văn"), referral.sent_number),
        (_("Ngày gửi"), referral.sent_on),
        (_("Đề nghị trả lời trước ngày"), referral.expected_on),
        (_("Đã hỏi lại"), _("%(times)s lần") % {"times": referral.asked_again} if referral.asked_again else ""),
        (_("Hỏi lại gần nhất"), referral.asked_on),
        (_("Cơ quan có thẩm quyền trả lời"), referral.reply),
        (_("Số văn bản trả lời"), referral.reply_number),
        (_("Ngày trả lời"), referral.replied_on),
        (_("Báo người dân ngày"), referral.told_on),
        (_("Lý do"), referral.reason),
    )
    return [SummaryRow(key, value) for key, value in rows if value]


def reminder_of(referral: Referral) -> str:
    """Return what is written or said to the other body when it is late."""
    said = {
        "number": referral.sent_number, "day": format_date(referral.sent_on) if referral.sent_on else "",
        "title": referral.matter.title, "to": referral.to_body,
    }  # fmt: skip
    return str(REMINDER) % said


def pressed(referral: Referral, moves: Sequence[Move]) -> list[tuple[Move, str]]:
    """Return the moves that have a page, each with it."""
    return [
        (move, href("referral-move", referral.locality, referral_id=referral.public_id, move=PAGES[move.code]))
        for move in moves
        if move.code in PAGES
    ]
