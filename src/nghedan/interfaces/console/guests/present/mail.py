"""What became of the invitations by e-mail, in words; an address is told to nobody who may not read it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.invitations.mailing import KIND, Recipient
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import TO_BE_ASKED
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.mail.models import Message
from nghedan.foundation.mail.queries import latest_about
from nghedan.foundation.mail.services import usable_address
from nghedan.foundation.mail.terms import MessageState, Trouble
from nghedan.interfaces.console.guests.present.listing import about, name_of
from nghedan.kernel.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class MailLine:
    """A guest on the page from which invitations are mailed."""

    public_id: str
    number: int
    name: str
    about: str
    address: str
    told: str
    is_ticked: bool = False


def told(message: Message | None, *, has_address: bool) -> str:
    """Return where the message to a guest stands: "đã gửi thư lúc 9:05 ngày 12/3/2026"."""
    if message is None or message.state == MessageState.WITHDRAWN:
        return _("chưa gửi thư điện tử") if has_address else _("chưa có địa chỉ thư điện tử")
    if message.state == MessageState.SENT and message.ended_at is not None:
        at = clock.local(message.ended_at)
        return _("đã gửi thư điện tử lúc %(time)s ngày %(day)s") % {
            "time": f"{at.hour}:{at.minute:02d}", "day": format_date(at.date()),
        }  # fmt: skip
    if message.state == MessageState.FAILED:
        return _("không gửi được thư điện tử: %(why)s") % {"why": _why(message)}
    if not message.trouble:
        return _("thư điện tử đang chờ gửi")
    tried = ngettext("đã thử %(count)s lần", "đã thử %(count)s lần", message.attempts) % {"count": message.attempts}
    return _("thư điện tử đang chờ gửi, %(tried)s: %(why)s") % {"tried": tried, "why": _why(message)}


def told_of(guests: Sequence[Guest], people: Mapping[int, Person]) -> dict[int, str]:
    """Return guest id -> where the message to her stands, for guests whose contacts the reader may read (one query)."""
    known = latest_about(guests, KIND.code)
    return {
        guest.pk: told(
            known.get(guest.public_id), has_address=bool(usable_address(people.get(guest.pk, Person()).contact))
        )
        for guest in guests
        if guest.public_id in known or guest.state in TO_BE_ASKED
    }


def lines_of(rows: Iterable[Recipient], ticked: frozenset[str] = frozenset()) -> list[MailLine]:
    """Return guests as the page names them."""
    return [
        MailLine(
            one.guest.public_id, one.guest.number, name_of(one.guest, {one.guest.pk: one.person.name}),
            about(one.guest, {one.guest.pk: one.person.name}), one.person.contact,
            _odd(one) or told(one.message, has_address=bool(one.address)), one.guest.public_id in ticked,
        )
        for one in rows
    ]  # fmt: skip


def waiting_among(rows: Sequence[Recipient]) -> int:
    return sum(one.message is not None and one.message.state == MessageState.WAITING for one in rows)


def _odd(one: Recipient) -> str:
    has_typed = bool(one.person.contact.strip()) and not one.address
    return _("địa chỉ ghi chưa đúng, xin sửa") if has_typed else ""


def _why(message: Message) -> str:
    why = _(Trouble(message.trouble).label) if message.trouble else ""
    return _("%(why)s (mã %(code)s)") % {"why": why, "code": message.reply} if message.reply else why
