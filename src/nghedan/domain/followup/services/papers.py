"""Beginning the papers that are about more than the dialogue alone: a letter that urges one unit, the next notice."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Nudge
from nghedan.domain.followup.services.nudging import Owed, send_nudge
from nghedan.domain.followup.terms import NudgeWay
from nghedan.domain.organisations.models import Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.transitions.deed import deed

URGING, SETTLEMENT = "urging_letter", "settlement_notice"
IN_WORK = (PaperState.DRAFT, PaperState.SUBMITTED, PaperState.SIGNED)


def begin_urging(*, actor: Actor, dialogue: Dialogue, owed: Owed) -> OfficialPaper:
    """Begin a letter that urges a unit, or return the one to it that is not issued yet. The letter is a reminder too,
    so it stands among these. Raises NotAllowed."""
    if (waiting := _in_work(dialogue, owed.unit)) is not None:
        return waiting
    with deed(actor):
        nudge = send_nudge(actor=actor, owed=owed, way=NudgeWay.LETTER)
        return draft_paper(actor=actor, dialogue=dialogue, code=URGING, subject=nudge, addressee=owed.unit.name)


def begin_settlement(*, actor: Actor, dialogue: Dialogue) -> OfficialPaper:
    """Begin the next notice of what was settled, or return the one that is not issued yet. Raises NotAllowed."""
    papers = OfficialPaper.objects.of(dialogue.locality).select_related("body__locality", "dialogue", "locality")
    papers = papers.filter(dialogue=dialogue, kind=SETTLEMENT)
    if (waiting := papers.filter(state__in=IN_WORK).first()) is not None:
        return waiting
    return draft_paper(actor=actor, dialogue=dialogue, code=SETTLEMENT, subject_id=str(papers.count() + 1))


def _in_work(dialogue: Dialogue, unit: Unit) -> OfficialPaper | None:
    nudges = Nudge.objects.of(dialogue.locality).filter(unit=unit, way=NudgeWay.LETTER).values("public_id")
    papers = OfficialPaper.objects.of(dialogue.locality).select_related("body__locality", "dialogue", "locality")
    return papers.filter(
        dialogue=dialogue, kind=URGING, state__in=IN_WORK, subject_type=subject_type_of(Nudge), subject_id__in=nudges
    ).first()
