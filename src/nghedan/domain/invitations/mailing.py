"""Invitations by e-mail: the letter of each guest with its link, once the paper is issued; whom one brings it to else.

The address is the one kept with the guest's name. What is sent is composed when it is queued; the letter itself is
drawn when it goes, and it does not go any more once the guest is off the list or the day has come.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import TO_COME
from nghedan.domain.invitations.documents import invitation, invitation_letter
from nghedan.domain.invitations.documents.entries import Entry, entry_of
from nghedan.domain.invitations.documents.invitation import LetterFacts
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import MAIL_KIND, TO_BE_ASKED, guests_of
from nghedan.domain.invitations.reply_codes import reply_address
from nghedan.domain.invitations.services.naming import people_behind
from nghedan.domain.invitations.workflow import is_before_the_hall
from nghedan.domain.papers.issuing import conference_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import standing_paper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.identities.person import Person
from nghedan.foundation.mail.kinds import Enclosure, MessageKind, Unwanted, message_kind
from nghedan.foundation.mail.letters import Letter
from nghedan.foundation.mail.models import Message
from nghedan.foundation.mail.queries import latest_about
from nghedan.foundation.mail.server import has_server
from nghedan.foundation.mail.services import NO_SERVER, Outgoing, queue_messages, usable_address, withdraw_messages
from nghedan.foundation.mail.terms import MessageState
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import note
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

MAIL = "guest.mail"
READING = "Gửi giấy mời qua thư điện tử"
NOT_ISSUED = _("Giấy mời chưa ban hành nên chưa gửi qua thư điện tử được; xin ban hành trước.")
NOBODY = _("Trong số đã chọn không còn ai có địa chỉ thư điện tử mà chưa được gửi; xin chọn lại.")
UNDERWAY = (MessageState.WAITING, MessageState.SENT)
"""What was mailed, or is about to be: nobody brings a letter there too."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A guest who gets a letter, with whom she is and what became of the last message to her."""

    guest: Guest
    person: Person
    address: str
    message: Message | None

    @property
    def is_open(self) -> bool:
        """Say whether a message can go to her that did not go yet."""
        return bool(self.address) and (self.message is None or self.message.state not in UNDERWAY)


def recipients_of(actor: Actor, dialogue: Dialogue) -> list[Recipient]:
    """Return the guests who get a letter and whose names the actor may read, in the order of protocol; one journalled
    read. Raises NotAllowed for who may not send."""
    require(actor, MAIL, dialogue)
    guests = list(guests_of(actor, dialogue).filter(state__in=TO_BE_ASKED))
    people, known = people_behind(actor, guests, READING), latest_about(guests, KIND.code)
    return [
        Recipient(guest, person, usable_address(person.contact), known.get(guest.public_id))
        for guest in guests
        if (person := people.get(guest.pk, Person()))
    ]


def obstacle(dialogue: Dialogue) -> Refused | None:
    """Return why no invitation of a dialogue can be mailed now: no server, the paper not issued, the day gone."""
    if not has_server():
        return Refused("message.no_server", NO_SERVER)
    if _issued(dialogue) is None:
        return Refused("guest.letter_not_issued", NOT_ISSUED)
    return is_before_the_hall(Actor.system(dialogue.locality), Guest(dialogue=dialogue), {})


def mail_letters(*, actor: Actor, dialogue: Dialogue, guests: Iterable[Guest]) -> list[Message]:
    """Let the letters of guests be mailed, of those that have an address and were not mailed there yet; return the new
    messages. Raises Refused (``obstacle``), Invalid when there is nobody to write to, NotAllowed, Conflict."""
    require(actor, MAIL, dialogue)
    if refusal := obstacle(dialogue):
        raise refusal
    chosen = {guest.pk for guest in guests}
    paper = _issued(dialogue)
    with deed(actor):
        rows = [one for one in recipients_of(actor, dialogue) if one.guest.pk in chosen and one.is_open]
        if not rows or paper is None:
            raise Invalid("guest.nobody_to_mail", NOBODY)
        facts = invitation.facts_of(paper)
        outgoing = [_outgoing(paper, facts, one) for one in rows]
        note(MAIL, actor=actor, obj=dialogue, facts={"guests": sorted(one.guest.public_id for one in rows)})
        return queue_messages(actor=actor, kind=KIND, outgoing=outgoing)


def stop_letters(*, actor: Actor, dialogue: Dialogue) -> int:
    """Take the letters of a dialogue that still wait out of the queue; return how many. Raises NotAllowed, Conflict."""
    require(actor, MAIL, dialogue)
    return withdraw_messages(actor=actor, rows=list(guests_of(actor, dialogue)), kind=KIND.code)


def to_be_brought(guests: list[Guest]) -> list[Guest]:
    """Return the guests whose letter was not mailed and does not wait to be."""
    known = latest_about(guests, KIND.code)
    mailed = {subject for subject, message in known.items() if message.state in UNDERWAY}
    return [guest for guest in guests if guest.public_id not in mailed]


def text_of(paper: OfficialPaper, facts: LetterFacts, entry: Entry) -> str:
    """Return the text of the message to a guest; all that matters stands in it, for who cannot open the letter."""
    polite = invitation.politeness(facts.issuer, entry)
    told = (("Thời gian", facts.when), ("Địa điểm", facts.where), ("Chủ đề", facts.theme))
    paragraphs = (
        f"Kính gửi: {invitation.addressee(polite, entry)}",
        f"{facts.issuer.name} trân trọng kính mời {polite} dự {conference_of(paper.dialogue)}.",
        "\n".join(f"{label}: {text.rstrip('.')}." for label, text in told if text),
        f"Giấy mời số {paper.number} gửi kèm thư này (đại biểu số {entry.number}). Khi đến dự, xin mang theo giấy mời.",
        _how_to_answer(polite, entry, facts.issuer.office),
        f"Trân trọng,\n{facts.issuer.name}",
        "Thư này do phần mềm gửi tự động; xin không trả lời vào địa chỉ gửi thư.",
    )
    return "\n\n".join(paragraphs) + "\n"


def _how_to_answer(polite: str, entry: Entry, office: str) -> str:
    if not entry.address:
        return f"Nếu không dự được hoặc cử người dự thay, xin {polite} báo {office}."
    return (
        f"Xin {polite} báo sẽ dự, không dự được hoặc cử người dự thay tại:\n{entry.address}\n"
        f"Đường dẫn này dành riêng cho {polite}, xin không chuyển cho người khác. Cũng có thể gọi {office} để báo."
    )


def _outgoing(paper: OfficialPaper, facts: LetterFacts, one: Recipient) -> Outgoing:
    entry = entry_of(one.guest, one.person.name, address=reply_address(one.guest))
    letter = Letter(one.address, text_of(paper, facts, entry))
    title = f"Giấy mời dự {conference_of(paper.dialogue)}"
    return Outgoing(one.guest, paper.public_id, title, letter, facts.issuer.name)


def _issued(dialogue: Dialogue) -> OfficialPaper | None:
    paper = standing_paper(dialogue, invitation.CODE)
    return paper if paper is not None and paper.state == PaperState.ISSUED else None


def _enclose(message: Message) -> tuple[Enclosure, ...]:
    """Draw the letter of the guest a message is about."""
    rows = Guest.objects.of(message.locality).select_related("dialogue__locality")
    guest = rows.filter(public_id=message.subject_id, state__in=TO_BE_ASKED).first()
    if guest is None or guest.dialogue.state not in TO_COME or _issued(guest.dialogue) is None:
        raise Unwanted
    kind = DOCUMENT_TYPES[invitation_letter.CODE]
    content = kind.render(kind.find(Actor.system(message.locality), guest.public_id), "pdf")
    return (Enclosure(f"giay-moi-{guest.number}.pdf", content, "application/pdf"),)


KIND = message_kind(MessageKind(MAIL_KIND, _("Giấy mời"), _enclose))
