"""The line from what was said to what was ordered: opinion, speech, outcome, line of the document, commitment."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from nghedan.domain.conclusions.queries import items_in_force
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.followup.models import Commitment
from nghedan.domain.hall.models import Outcome
from nghedan.domain.hall.terms import HallOutcome
from nghedan.domain.matters.queries import Voice, voices_of
from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.links import href
from nghedan.kernel.vietnamese import format_date

MOST_VOICES = 6
PART = "IV"
"""The part of the conclusion in which stands what is given to units."""


def chain_of(actor: Actor, commitment: Commitment) -> list[SummaryRow]:
    """Return the line of one commitment, from the voices to the order, as far as the actor may see it."""
    return [*_of_matter(actor, commitment), *_of_hall(commitment), *_of_paper(actor, commitment)]


def _of_matter(actor: Actor, commitment: Commitment) -> Iterator[SummaryRow]:
    if commitment.matter is None:
        return
    voices = voices_of(actor, commitment.matter)
    if voices:
        yield SummaryRow(_("Ý kiến"), "\n".join(_voice(one) for one in voices[:MOST_VOICES]))
    page = href("matter", commitment.locality, matter_id=commitment.matter.public_id)
    yield SummaryRow(_("Nội dung kiến nghị"), commitment.matter.title, page, _("Mở"))


def _voice(voice: Voice) -> str:
    number = _("số %(number)s") % {"number": voice.number} if voice.number else ""
    day = format_date(voice.received_on) if voice.received_on else ""
    return ", ".join(filter(None, (number, day, str(voice.hamlet or "")))) or _("Một ý kiến tiếp nhận riêng")


def _of_hall(commitment: Commitment) -> Iterator[SummaryRow]:
    outcome_id = commitment.item.outcome_id
    if outcome_id is None:
        return
    outcome = Outcome.objects.of(commitment.locality).select_related("turn").get(pk=outcome_id)
    if outcome.turn is not None:
        at = clock.local(outcome.turn.started_at)
        yield SummaryRow(_("Phát biểu tại hội nghị"), f"{at:%H:%M}, {format_date(at.date())}")
    said = ": ".join(filter(None, (_(HallOutcome(outcome.kind).label), outcome.text)))
    yield SummaryRow(_("Kết quả tại hội nghị"), said)


def _of_paper(actor: Actor, commitment: Commitment) -> Iterator[SummaryRow]:
    paper = commitment.paper
    if paper is None:
        return
    given = items_in_force(commitment.dialogue).filter(group=ItemGroup.ASSIGNED)
    order = list(given.values_list("pk", flat=True))
    line = order.index(commitment.item_id) + 1 if commitment.item_id in order else 0
    where = _("mục %(part)s, dòng %(line)s") % {"part": PART, "line": line} if line else ""
    day = _("ngày %(day)s") % {"day": format_date(paper.issued_on)} if paper.issued_on else ""
    told = ", ".join(filter(None, (_("Thông báo số %(number)s") % {"number": paper.number}, day, where)))
    may_open = papers_visible_to(actor, narrowed()).filter(pk=paper.pk).exists()
    ids = {"dialogue_id": commitment.dialogue.public_id, "paper_id": paper.public_id}
    page = href("official-paper", commitment.locality, **ids) if may_open else ""
    yield SummaryRow(_("Dòng trong kết luận"), told, page, _("Mở") if page else "")
