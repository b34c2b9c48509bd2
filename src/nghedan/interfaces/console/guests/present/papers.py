"""The papers on guests: the letters, issued under one number, and the lists printed from day to day."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.documents.invitation import CODE
from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.models import STANDING
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.decide import decide
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.ui.models import Colour, Link, Tag
from nghedan.interfaces.console.documents.one import FORM
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.papers import download_links, preview_href
from nghedan.interfaces.web.forms import page_form_key
from nghedan.interfaces.web.http import StaffRequest

COLOURS = {
    PaperState.DRAFT: Colour.YELLOW, PaperState.SUBMITTED: Colour.BLUE, PaperState.SIGNED: Colour.BLUE,
    PaperState.ISSUED: Colour.GREEN,
}  # fmt: skip
LISTS = ("guest-list", "hand-delivery-list", "introduction-list", "signing-list", "name-cards")


@dataclass(frozen=True, slots=True)
class GuestPaper:
    """A list to look at, and as files."""

    title: str
    href: str
    downloads: list[Link]


@dataclass(frozen=True, slots=True)
class Letters:
    """The official paper of the letters: where it stands, or how it is begun."""

    href: str = ""
    tag: Tag | None = None
    begin: str = ""
    key: str = ""


def letters_of(request: StaffRequest, dialogue: Dialogue) -> Letters | None:
    """Return the paper that holds all letters, for who sees it, or the way to begin it for who may."""
    seen = papers_visible_to(request.actor, narrowed()).filter(dialogue=dialogue, kind=CODE, state__in=STANDING)
    if (paper := seen.first()) is not None:
        ids = {"dialogue_id": dialogue.public_id, "paper_id": paper.public_id}
        state = PaperState(paper.state)
        return Letters(href("official-paper", request.locality, **ids), Tag(_(state.label), COLOURS[state]))
    if not decide(request.actor, "official_paper.draft", dialogue).allowed:
        return None
    begin = href("official-paper-new", request.locality, dialogue_id=dialogue.public_id, code=CODE)
    return Letters(begin=begin, key=page_form_key(request, FORM))


def papers_of(request: StaffRequest, dialogue: Dialogue) -> list[GuestPaper]:
    """Return the lists of guests for who may read their names."""
    if not decide(request.actor, "guest.read_names", dialogue).allowed:
        return []
    return [
        GuestPaper(
            _(DOCUMENT_TYPES[code].label), preview_href(request, code, dialogue.public_id),
            download_links(request, code, dialogue.public_id)[:2],
        )
        for code in LISTS
    ]  # fmt: skip
