"""Kinds of official paper: each declared by the module that turns its facts into the document model.

A kind is a leaf: it knows its package's facts and nothing knows it. Drafting, signing, issuing, numbering, freezing,
the page with the form beside the print, the row in the list of papers and ``nghedan render`` come along.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import Step
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import paper_of_kind
from nghedan.domain.papers.terms import Audience, MetBy
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.documents.model import Document
from nghedan.foundation.documents.types import DocumentType, document_type
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.kernel.registry import Registry


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper somebody writes: an empty one is left out, or stands as ``default`` says."""

    key: str
    label: str
    help: str = ""
    default: str = ""
    rows: int = 4


def _always(_dialogue: Dialogue) -> bool:
    return True


def _nothing(_paper: OfficialPaper) -> tuple[()]:
    return ()


def _nobody(_paper: OfficialPaper) -> str:
    return ""


def _no_consequence(_actor: Actor, _paper: OfficialPaper) -> None:
    return None


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of official paper.

    ``abbreviation`` stands in the number ("TB"); a letter has none. ``missing`` returns sentences on what stands
    against submitting it. ``holds`` returns the rows whose words it prints. ``issued`` runs in the transaction that
    issues it. ``limit`` is the code of the dialogue's time limit that it meets. ``narrow`` bounds who sees papers of
    this kind further than their body does. With ``begun_elsewhere`` it is drafted from the page of its subject, not
    from the list of papers.
    """

    code: str
    label: str
    step: Step
    subject_of: Callable[[OfficialPaper], str]
    build: Callable[[OfficialPaper], Document]
    abbreviation: str = ""
    parts: Callable[[OfficialPaper], Sequence[Part]] = _nothing
    is_for: Callable[[Dialogue], bool] = _always
    audience: Audience = Audience.OFFICE
    limit: str = ""
    met_by: MetBy = MetBy.ISSUING
    missing: Callable[[OfficialPaper], Sequence[str]] = _nothing
    holds: Callable[[OfficialPaper], Iterable[LocalityModel]] = _nothing
    holds_names: bool = False
    issued: Callable[[Actor, OfficialPaper], None] = _no_consequence
    narrow: Callable[[Actor], Q] | None = None
    begun_elsewhere: bool = False
    addressee_of: Callable[[OfficialPaper], str] = _nobody


PAPER_KINDS: Registry[PaperKind] = Registry("kinds of official paper")


def paper_kind(kind: PaperKind) -> PaperKind:
    """Declare a kind, and the document type that renders it. A second one of the same code stops the start."""
    PAPER_KINDS.register(kind.code, kind)
    document_type(
        DocumentType(
            code=kind.code,
            label=kind.label,
            find=lambda actor, public_id: paper_of_kind(actor, public_id, kind.code, narrowed()),
            build=kind.build,
            body_kind=lambda paper: paper.body.kind,
            dated=lambda paper: paper.issued_on or clock.today(),
        )
    )
    return kind


def kind_of(paper: OfficialPaper) -> PaperKind:
    """Return the kind of a paper. Raises KeyError for one nobody declares any more."""
    return PAPER_KINDS[paper.kind]


def narrowed() -> dict[str, Callable[[Actor], Q]]:
    """Return kind -> its own bound on who sees papers of it."""
    return {kind.code: kind.narrow for kind in PAPER_KINDS.values() if kind.narrow is not None}


def words_of(paper: OfficialPaper, key: str) -> str:
    """Return what was written for a part, or its default."""
    if key in paper.words:
        return str(paper.words[key]).strip()
    return next((part.default for part in kind_of(paper).parts(paper) if part.key == key), "")
