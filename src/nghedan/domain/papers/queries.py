"""Reading official papers: one visibility rule, and the numbers already given."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.db.models import Q

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.numbering import series_from
from nghedan.domain.papers.models import STANDING, OfficialPaper
from nghedan.domain.papers.terms import Audience, PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.kernel.errors import Invalid
from nghedan.kernel.numbering import DocumentNumber, suggest_next

Narrowing = Mapping[str, Callable[[Actor], Q]]
"""Kind of paper -> its own bound on who sees it."""


def papers_visible_to(actor: Actor, narrowing: Narrowing) -> ScopedQuerySet[OfficialPaper]:
    """Return the papers an actor may see: all of her bodies for whom drafts are work, else the issued ones that are
    not for the office alone, of the dialogues she sees. ``kinds.narrowed()`` says what single kinds add to that."""
    papers = OfficialPaper.objects.of(actor.locality).select_related("body__locality", "dialogue__body", "locality")  # type: ignore[arg-type]
    office, readers = reach_of(actor, "official_paper.draft"), reach_of(actor, "official_paper.view")
    issued = Q(state=PaperState.ISSUED) & ~Q(audience=Audience.OFFICE)
    if not readers.everywhere:
        issued &= Q(dialogue__in=dialogues_visible_to(actor).order_by().values("pk"))
    if readers.nowhere and office.nowhere:
        return papers.none()
    if not office.everywhere:
        papers = papers.filter(issued | Q(body_id__in=office.ids(BODY)))
    for code, bound in narrowing.items():
        papers = papers.filter(~Q(kind=code) | bound(actor))
    return papers


def paper_of_kind(actor: Actor, public_id: str, code: str, narrowing: Narrowing) -> OfficialPaper:
    """Return one visible paper of a kind. Raises OfficialPaper.DoesNotExist."""
    paper = papers_visible_to(actor, narrowing).get(public_id=public_id, kind=code)
    paper.seen_by = actor
    return paper


def standing_paper(dialogue: Dialogue, code: str, subject_id: str = "") -> OfficialPaper | None:
    """Return the paper of a kind that is in work or in force for a dialogue, if there is one."""
    papers = OfficialPaper.objects.of(dialogue.locality).select_related("body__locality", "dialogue", "locality")
    return papers.filter(dialogue=dialogue, kind=code, subject_id=subject_id, state__in=STANDING).first()


def issued_papers(dialogue: Dialogue, codes: Sequence[str]) -> ScopedQuerySet[OfficialPaper]:
    """Return the issued papers of some kinds, the first issued first."""
    papers = OfficialPaper.objects.of(dialogue.locality).filter(dialogue=dialogue, kind__in=codes)
    return papers.filter(state=PaperState.ISSUED).order_by("issued_on", "pk")


def public_papers(locality: Locality) -> ScopedQuerySet[OfficialPaper]:
    """Return what anybody may read: issued papers meant for the people, never of an internal dialogue."""
    papers = OfficialPaper.objects.of(locality).filter(state=PaperState.ISSUED, audience=Audience.PUBLIC)
    return papers.exclude(dialogue__openness="internal").order_by("issued_on", "pk")


def suggested_number(body: Body, unnumbered: DocumentNumber, on: date) -> DocumentNumber:
    """Return the number after the highest of the same series that is known here; the register overrules it."""
    taken = [number for number in _numbers_since(body, series_from(body, on)) if number.symbol == unnumbered.symbol]
    return suggest_next(taken, unnumbered)


def same_number(paper: OfficialPaper, number: str) -> OfficialPaper | None:
    """Return another paper of the series that already bears a number, so that the clerk is warned."""
    if paper.issued_on is None:
        return None
    rows = OfficialPaper.objects.of(paper.locality).filter(body=paper.body, number=number.strip())
    since = series_from(paper.body, paper.issued_on)
    return rows.exclude(pk=paper.pk).filter(issued_on__gte=since).first()


def _numbers_since(body: Body, day: date) -> list[DocumentNumber]:
    rows = OfficialPaper.objects.of(body.locality).filter(body=body, issued_on__gte=day).exclude(number="")
    found = []
    for text in rows.values_list("number", flat=True):
        try:
            found.append(DocumentNumber.parse(text))
        except Invalid:  # typed by hand in a form of its own: no serial to count on from
            continue
    return found
