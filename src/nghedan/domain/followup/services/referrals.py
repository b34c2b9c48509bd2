"""Sending on what is not ours: one letter to one body, its own clock, the reply and passing it on."""

from collections.abc import Sequence
from datetime import date

from django.core.files.base import File

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.deadlines import reply_expected
from nghedan.domain.followup.models import Referral
from nghedan.domain.followup.queries.referrals import REFERRAL_LETTER
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import Competence, MatterState
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

REPLY_FILE = "reply"
NO_MATTER = _("Xin chọn nội dung cần chuyển.")
NO_BODY = _("Xin ghi cơ quan nhận.")
NOT_REFERRED = _(
    "Chỉ chuyển nội dung đã xác định không thuộc hoặc vượt thẩm quyền; xin ghi thẩm quyền ở trang của nội dung trước."
)
MIXED = _(
    "Một công văn chỉ gồm nội dung vượt thẩm quyền, hoặc chỉ gồm nội dung không thuộc thẩm quyền; xin soạn hai công "
    "văn."
)
NO_REPLY = _("Xin ghi cơ quan có thẩm quyền trả lời thế nào.")
NO_DAY = _("Xin ghi ngày.")
IN_FUTURE = _("Ngày ghi nhận không thể ở sau hôm nay; xin ghi lại ngày.")
NOT_AHEAD = _("Ngày đề nghị trả lời phải ở sau ngày gửi; xin ghi lại ngày.")
NO_REASON = _("Xin ghi lý do.")


def draft_referral(
    *, actor: Actor, dialogue: Dialogue, matters: Sequence[Matter], to_body: str, expected_on: date | None = None
) -> OfficialPaper:
    """Begin one letter that sends matters on to one body. Without ``expected_on`` the day of the reply is counted when
    it goes out. Raises Invalid, Refused (not referred, above mixed with other, begun already), NotAllowed."""
    body = clean(to_body)[:200]
    if not matters:
        raise Invalid("referral.no_matter", NO_MATTER, field="matters")
    if not body:
        raise Invalid("referral.no_body", NO_BODY, field="to_body")
    if any(matter.state != MatterState.REFERRED for matter in matters):
        raise Refused("referral.not_referred", NOT_REFERRED)
    if len({matter.competence for matter in matters}) > 1:
        raise Invalid("referral.mixed", MIXED, field="matters")
    with deed(actor):
        rows = [
            Referral(
                locality=matter.locality, matter=matter, dialogue=dialogue, competence=_competence(matter),
                to_body=body, expected_on=expected_on,
            )
            for matter in matters
        ]  # fmt: skip
        for row in rows:
            create("referral.draft", actor=actor, obj=row)
        paper = draft_paper(
            actor=actor, dialogue=dialogue, code=REFERRAL_LETTER, subject=rows[0], body=matters[0].body, addressee=body
        )
        for row in rows:
            perform("referral.edit", actor=actor, obj=row, changes={"paper": paper})
    return paper


def went_out(actor: Actor, rows: Sequence[Referral], paper: OfficialPaper) -> None:
    """Start the clock of what a letter sends on; runs within the letter's issuing."""
    on = paper.issued_on or clock.today()
    for row in rows:
        _send(actor, row, paper.number, on)


def sent_elsewhere(*, actor: Actor, referral: Referral, number: str, on: date | None) -> Referral:
    """Note that the letter was written elsewhere: its number and day. Raises Invalid, Refused, NotAllowed."""
    if on is None or on > clock.today():
        raise Invalid("referral.day", NO_DAY if on is None else IN_FUTURE, field="on")
    return _send(actor, referral, clean(number)[:60], on)


def expect_reply(*, actor: Actor, referral: Referral, expected_on: date) -> Referral:
    """Fix the day by which a reply is asked for. Raises Invalid, NotAllowed, Conflict."""
    if expected_on <= (referral.sent_on or clock.today()):
        raise Invalid("referral.not_ahead", NOT_AHEAD, field="expected_on")
    return perform("referral.edit", actor=actor, obj=referral, changes={"expected_on": expected_on})


def ask_again(*, actor: Actor, referral: Referral, expected_on: date | None = None) -> Referral:
    """Note that the other body was asked once more; the clock begins anew. Raises Refused, NotAllowed, Conflict."""
    today = clock.today()
    if expected_on is not None and expected_on <= today:
        raise Invalid("referral.not_ahead", NOT_AHEAD, field="expected_on")
    until = expected_on or reply_expected(referral.locality, today).due_on
    changes = {"asked_again": referral.asked_again + 1, "asked_on": today, "expected_on": until}
    return perform("referral.ask_again", actor=actor, obj=referral, changes=changes)


def record_reply(
    *, actor: Actor, referral: Referral, text: str, number: str, on: date | None, upload: "File[bytes] | None" = None
) -> Referral:
    """Keep what the other body replied, with its paper. Raises Invalid, Refused, NotAllowed, Conflict."""
    if not (said := clean(text)):
        raise Invalid("referral.no_reply", NO_REPLY, field="reply")
    if on is None or on > clock.today():
        raise Invalid("referral.day", NO_DAY if on is None else IN_FUTURE, field="on")
    with deed(actor):
        changes = {"reply": said, "reply_number": clean(number)[:60], "replied_on": on}
        perform("referral.reply", actor=actor, obj=referral, changes=changes)
        if upload is not None:
            attach(actor=actor, subject=referral, upload=upload, kind=REPLY_FILE)
    return referral


def pass_on(*, actor: Actor, referral: Referral) -> Referral:
    """Tell the people what was replied: from now on it stands on their page, and is brought to who does not look it
    up. Raises Refused, NotAllowed, Conflict."""
    return perform("referral.pass_on", actor=actor, obj=referral, changes={"told_on": clock.today()})


def close_referral(*, actor: Actor, referral: Referral, reason: str = "") -> Referral:
    """End it: the people know, or there is a reason why no reply is waited for. Raises Invalid, Refused, NotAllowed."""
    said = clean(reason)[:300]
    if referral.told_on is None and not said:
        raise Invalid("referral.no_reason", NO_REASON, field="reason")
    return perform("referral.close", actor=actor, obj=referral, changes={"reason": said} if said else {})


def drop_referral(*, actor: Actor, referral: Referral, reason: str) -> Referral:
    """Give up what was only drafted. Raises Invalid without a reason, Refused, NotAllowed, Conflict."""
    if not (said := clean(reason)[:300]):
        raise Invalid("referral.no_reason", NO_REASON, field="reason")
    return perform("referral.drop", actor=actor, obj=referral, changes={"reason": said, "paper": None})


def _send(actor: Actor, row: Referral, number: str, on: date) -> Referral:
    until = row.expected_on if row.expected_on and row.expected_on > on else reply_expected(row.locality, on).due_on
    changes = {"sent_number": number, "sent_on": on, "expected_on": until}
    return perform("referral.send", actor=actor, obj=row, changes=changes)


def _competence(matter: Matter) -> str:
    return matter.competence if matter.competence != Competence.OURS else Competence.OTHER.value
