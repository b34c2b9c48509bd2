"""GIẤY MỜI of one guest alone: for somebody added later, or a letter that was lost; number and day as issued."""

from dataclasses import dataclass

from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.invitations.documents import invitation
from nghedan.domain.invitations.documents.entries import Entry
from nghedan.domain.invitations.documents.invitation import LetterFacts
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_visible_to
from nghedan.domain.invitations.services.naming import READ
from nghedan.domain.invitations.terms import GuestState
from nghedan.domain.papers.issuing import header_of, issuer_of, paper_number
from nghedan.domain.papers.queries import standing_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.kernel.terms import gettext_noop as _

CODE = "invitation-letter"


@dataclass(frozen=True, slots=True)
class OneLetter:
    """A letter and to whom it goes."""

    facts: LetterFacts
    entry: Entry


def letter_facts(actor: Actor, public_id: str) -> OneLetter:
    """Gather the letter of a guest for who may read all names of her dialogue. Raises Guest.DoesNotExist."""
    guest = guests_visible_to(actor).exclude(state=GuestState.REMOVED).get(public_id=public_id)
    if not decide(actor, READ, guest.dialogue).allowed:
        raise Guest.DoesNotExist
    dialogue = dialogue_for(actor, guest.dialogue.public_id)
    dialogue.locality = guest.dialogue.locality
    paper = standing_paper(dialogue, invitation.CODE)
    [entry] = invitation.entries_of(actor, [guest], "In giấy mời của một đại biểu")
    if paper is not None:
        paper.dialogue = dialogue
        return OneLetter(invitation.facts_of(paper), entry)
    day = clock.today()
    issuer = issuer_of(dialogue.body, day)
    header = header_of(issuer, str(paper_number(dialogue.body, invitation.ABBREVIATION)), day)
    title = invitation.title_of(dialogue)
    return OneLetter(invitation.facts_by(issuer, header, dialogue, title, invitation.ready(issuer), ""), entry)


LETTER = document_type(
    DocumentType(
        code=CODE,
        label=_("Giấy mời của một đại biểu"),
        find=letter_facts,
        build=lambda letter: invitation.letter_of(letter.facts, letter.entry),
        body_kind=lambda letter: letter.facts.issuer.kind,
        dated=lambda _letter: clock.today(),
    )
)
