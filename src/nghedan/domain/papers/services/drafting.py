"""Beginning and writing a paper."""

from collections.abc import Mapping
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body
from nghedan.domain.papers.kinds import PAPER_KINDS
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import standing_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NO_TITLE = _("Xin ghi trích yếu của văn bản.")
NOT_FOR_THIS = _("Loại văn bản này không lập cho hội nghị này; xin chọn loại khác.")


def draft_paper(
    *,
    actor: Actor,
    dialogue: Dialogue,
    code: str,
    subject: LocalityModel | None = None,
    subject_id: str = "",
    body: Body | None = None,
    addressee: str = "",
    replaces: OfficialPaper | None = None,
    key: str = "",
) -> OfficialPaper:
    """Begin a paper of a kind, or return the one that stands already: nobody needs two drafts of one notice.

    Raises Refused for a kind that is not for this dialogue (no notice of an internal one), NotAllowed.
    """
    kind = PAPER_KINDS[code]
    if not kind.is_for(dialogue):
        raise Refused("official_paper.not_for_this", NOT_FOR_THIS)
    subject_id = subject.public_id if subject is not None else subject_id
    if (standing := standing_paper(dialogue, code, subject_id)) is not None:
        return standing
    paper = OfficialPaper(
        locality=dialogue.locality, dialogue=dialogue, body=body or dialogue.body, kind=code,
        subject_type=subject_type_of(subject) if subject is not None else "", subject_id=subject_id,
        audience=kind.audience.value, addressee=addressee[:400], replaces=replaces,
    )  # fmt: skip
    paper.title = kind.subject_of(paper)[:400]
    paper.addressee = paper.addressee or kind.addressee_of(paper)[:400]
    return create("official_paper.draft", actor=actor, obj=paper, key=key)


def edit_paper(
    *, actor: Actor, paper: OfficialPaper, title: str, words: Mapping[str, str], addressee: str | None = None
) -> OfficialPaper:
    """Write the parts of a draft that no fact gives. Raises Invalid without a title, NotAllowed, Refused, Conflict."""
    if not title.strip():
        raise Invalid("official_paper.no_title", NO_TITLE, field="title")
    changes: dict[str, Any] = {"title": title.strip()[:400], "words": {**paper.words, **words}}
    if addressee is not None:
        changes["addressee"] = addressee.strip()[:400]
    return perform("official_paper.edit", actor=actor, obj=paper, changes=changes)
