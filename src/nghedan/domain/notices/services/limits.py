"""The limits on making known, kept in step with the log."""

from datetime import date

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.notices.deadlines import WAYS_ASKED
from nghedan.domain.notices.queries import facts_told, hamlets_called, is_current, logged, postings_of
from nghedan.domain.notices.rules.posting import day_complied
from nghedan.domain.papers.kinds import PAPER_KINDS, kind_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import issued_papers
from nghedan.domain.papers.terms import MetBy
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.deadlines.services import meet_deadline, reopen_deadline
from nghedan.foundation.deadlines.terms import DeadlineState
from nghedan.kernel.terms import gettext_noop as _

BY_LOG = _("Theo nhật ký phát, niêm yết thông báo")
"""Note of a limit that was met by the log; one met by hand is left as it is."""


def settle_limit(paper: OfficialPaper) -> None:
    """Let the limit a notice answers to agree with the log: met on the day the last way asked for was used, running
    again while one is missing. It follows from the log and is done by the system."""
    kind = kind_of(paper)
    if not kind.limit or kind.met_by is not MetBy.POSTING:
        return
    limit = every_limit_of(paper.dialogue).get(kind.limit)
    if limit is None:
        return
    system, day = Actor.system(paper.locality), day_made_known(paper.dialogue, kind.limit)
    if limit.state == DeadlineState.MET and limit.met_note == BY_LOG and limit.met_on != day:
        reopen_deadline(actor=system, deadline=limit)
    if limit.state == DeadlineState.RUNNING and day is not None:
        meet_deadline(actor=system, deadline=limit, on=day, note=BY_LOG)


def day_made_known(dialogue: Dialogue, limit: str) -> date | None:
    """Return the day on which what the limit asks for was made known in every way it asks; None until then. A notice
    of a day that no longer holds does not count."""
    codes = [kind.code for kind in PAPER_KINDS.values() if kind.limit == limit and kind.met_by is MetBy.POSTING]
    outdated = {row.paper_id for row in facts_told(dialogue) if not is_current(row, dialogue)}
    papers = [paper for paper in issued_papers(dialogue, codes) if paper.pk not in outdated]
    hamlets = [hamlet.pk for hamlet in hamlets_called(dialogue, clock.today())]
    return day_complied(logged(postings_of(papers)), WAYS_ASKED[limit], hamlets)
