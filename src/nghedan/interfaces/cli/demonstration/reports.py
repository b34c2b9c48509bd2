"""What is reported of a demonstration, and the page on which the people read what came of it."""

import re

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.services.raising import redact
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.domain.papers.issuing import paper_number
from nghedan.domain.papers.queries import suggested_number
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.domain.reports.documents.result_report import ABBREVIATION, CODE
from nghedan.domain.reports.figures import matters_counted
from nghedan.domain.reports.queries import stands_against_showing
from nghedan.domain.reports.services.publishing import publish_result, show_result
from nghedan.foundation.db import clock
from nghedan.interfaces.cli.demonstration.voices import Cast

FOREWORD = (
    "Xin cảm ơn Nhân dân đã đến dự và góp ý. Dưới đây là từng nội dung, câu trả lời và thời hạn; trang này được cập "
    "nhật khi có kết quả mới."
)


def live_reports(actors: Cast, dialogue: Dialogue) -> None:
    """Report to the superior, then publish the result on the head's word where the people may read of it."""
    paper = draft_paper(actor=actors.clerk, dialogue=dialogue, code=CODE)
    submit_paper(actor=actors.clerk, paper=paper)
    sign_paper(actor=actors.head, paper=paper)
    today = clock.today()
    number = suggested_number(paper.body, paper_number(paper.body, ABBREVIATION), today)
    issue_paper(actor=actors.clerk, paper=paper, number=str(number), issued_on=today)
    if stands_against_showing(dialogue) is None:
        _word_for_the_people(actors, dialogue)
        result = show_result(actor=actors.clerk, dialogue=dialogue, foreword=FOREWORD)
        publish_result(actor=actors.head, result=result)


def _word_for_the_people(actors: Cast, dialogue: Dialogue) -> None:
    """Write public words of the matters: their titles, in which no hamlet is named."""
    hamlets = hamlets_on(dialogue.locality, clock.today())
    named = "|".join(re.escape(hamlet.name) for hamlet in sorted(hamlets, key=lambda one: -len(one.name)))
    place = re.compile(rf"(?:(thôn|xóm|tổ dân phố|khu)\s+)?(?:{named})\b", re.IGNORECASE)
    for matter in matters_counted(dialogue).filter(public_text="").select_related("body", "locality"):
        words = place.sub(lambda found: f"một {(found[1] or 'thôn').lower()}", matter.title)
        redact(actor=actors.clerk, matter=matter, public_text=words)
