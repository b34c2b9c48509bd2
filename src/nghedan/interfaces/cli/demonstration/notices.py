"""The call of a demonstration: the notice issued and read out, some hamlets told, two still to be told."""

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.notices.queries import ANNOUNCEMENT, hamlets_called
from nghedan.domain.notices.services.posting import PostingDraft, record_posting, record_postings
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.db import clock
from nghedan.interfaces.cli.demonstration.voices import Cast

UNTOLD = 2
"""So many hamlets have still to be told, so that the page has something to ask for."""


def live_notices(actors: Cast, dialogue: Dialogue) -> None:
    """Issue the notice of an agreed, dated dialogue and log where it was made known."""
    paper = _issued(actors, dialogue)
    today = clock.today()
    for channel, by_whom in ((PostingChannel.WEBSITE, "Văn phòng"), (PostingChannel.HEADQUARTERS, "Văn phòng")):
        record_posting(actor=actors.clerk, paper=paper, draft=PostingDraft(channel, today, by_whom=by_whom))
    hamlets = hamlets_called(dialogue, today)
    told = PostingDraft(PostingChannel.HAMLET_BOARD, today, by_whom="Trưởng thôn")
    if told_now := hamlets[:-UNTOLD]:
        record_postings(actor=actors.clerk, paper=paper, draft=told, hamlets=told_now)


def _issued(actors: Cast, dialogue: Dialogue) -> OfficialPaper:
    paper = draft_paper(actor=actors.clerk, dialogue=dialogue, code=ANNOUNCEMENT)
    submit_paper(actor=actors.clerk, paper=paper)
    sign_paper(actor=actors.head, paper=paper)
    return issue_paper(actor=actors.clerk, paper=paper, number="31/TB-UBND", issued_on=clock.today())
