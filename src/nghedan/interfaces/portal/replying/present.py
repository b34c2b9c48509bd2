"""An invitation as its bearer sees it: never a name, since a letter may lie about."""

from dataclasses import dataclass

from django.utils.translation import gettext

from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.terms import GuestState
from nghedan.interfaces.portal.present import when_of
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

KNOWN = {
    GuestState.ACCEPTED: _("Đã trả lời: sẽ dự."),
    GuestState.DECLINED: _("Đã trả lời: không dự được."),
    GuestState.REPLACED: _("Đã trả lời: cử người khác dự thay."),
}
THANKED = {
    GuestState.ACCEPTED: _("Đã ghi: ông/bà sẽ dự. Xin mang theo giấy mời khi đến."),
    GuestState.DECLINED: _("Đã ghi: ông/bà không dự được. Cảm ơn ông/bà đã báo."),
    GuestState.REPLACED: _("Đã ghi người dự thay. Người dự thay mang theo giấy mời này khi đến."),
}


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the letter says, in short."""

    number: int
    body: str
    theme: str
    when: str
    where: str
    known: str


def invitation_of(guest: Guest) -> Invitation:
    dialogue = guest.dialogue
    day = f"{when_of(dialogue)} {format_date(dialogue.held_on)}" if dialogue.held_on else when_of(dialogue)
    hour = dialogue.starts_at
    said = f"{hour.hour:02d}:{hour.minute:02d}, {day}" if hour else day
    known = KNOWN.get(GuestState(guest.state), "")
    return Invitation(
        guest.number, dialogue.body.name, dialogue.theme, said, dialogue.venue, gettext(known) if known else ""
    )  # fmt: skip
