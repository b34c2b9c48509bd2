"""Reactions: an issued conclusion opens what is followed up."""

from nghedan.domain.conclusions.queries import CONCLUSION
from nghedan.domain.followup.services.opening import open_commitments
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.outbox.models import OutboxEntry


def on_paper_issued(entry: OutboxEntry) -> None:
    """Open the commitments of a conclusion that was issued."""
    papers = OfficialPaper.objects.across(Actor.system()).select_related("locality", "dialogue__locality")
    paper = papers.filter(public_id=entry.payload["id"], kind=CONCLUSION, state=PaperState.ISSUED).first()
    if paper is not None:
        open_commitments(actor=Actor.system(paper.locality), paper=paper)
