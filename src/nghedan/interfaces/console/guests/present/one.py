"""One guest as she is shown."""

from django.utils.translation import gettext as _

from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.foundation.access.decide import decide
from nghedan.foundation.identities.person import Person
from nghedan.foundation.ui.models import Link, SummaryRow
from nghedan.interfaces.console.guests.present.listing import name_of, tag_of
from nghedan.interfaces.console.papers import download_links
from nghedan.interfaces.web.http import StaffRequest

__all__ = ["facts_of", "letter_of", "tag_of", "title_of"]

LETTER = "invitation-letter"


def title_of(guest: Guest, person: Person) -> str:
    return name_of(guest, {guest.pk: person.name})


def facts_of(guest: Guest, person: Person) -> list[SummaryRow]:
    """Return what is known of a guest; a contact only where it may be read."""
    rows = [
        (_("Số giấy mời"), guest.number),
        (_("Nhóm"), _(GuestGroup(guest.group).label)),
        (_("Chức vụ, tư cách"), guest.post_title if person.name else ""),
        (_("Cơ quan, tổ chức"), guest.organisation),
        (_("Thôn, tổ dân phố"), str(guest.hamlet or "")),
        (_("Điện thoại"), person.phone),
        (_("Thư điện tử"), person.contact),
        (_("Ngày gửi giấy mời"), guest.invited_on),
        (_("Ngày trả lời"), guest.replied_on),
        (_("Ghi chú"), guest.reply_note),
    ]
    return [SummaryRow(key, value) for key, value in rows if value]


def letter_of(request: StaffRequest, guest: Guest) -> list[Link]:
    """Return the files of this guest's letter, for who may print it."""
    if not decide(request.actor, "guest.read_names", guest.dialogue).allowed:
        return []
    return download_links(request, LETTER, guest.public_id)[:2]
