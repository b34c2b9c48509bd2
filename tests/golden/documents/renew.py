"""Write golden extracts anew, all or those named; read the difference:

`PYTHONPATH=src:. python -m tests.golden.documents.renew [name …]`
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import django
from django.apps import apps

if not apps.ready:  # run by itself; under pytest the plugin has set Django up
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nghedan.config.settings.test")
    django.setup()

from nghedan.foundation.documents.formats import by_code
from nghedan.foundation.documents.renderers import render
from tests.domain.conclusions import samples as conclusion_samples
from tests.domain.followup.letters import samples as letter_samples
from tests.domain.hall.documents import samples as hall_samples
from tests.domain.invitations import samples as invitation_samples
from tests.domain.matters.documents import samples
from tests.domain.notices import samples as notice_samples
from tests.domain.opinions import samples as opinion_samples
from tests.domain.plans import samples as plan_samples
from tests.domain.reports import samples as report_samples
from tests.foundation.documents import geometry, papers, working_papers

HERE = Path(__file__).parent
CASES = {
    "state-plan": (papers.state_plan, "nd30-2020"),
    "party-plan-2018": (papers.party_plan, "hd36-2018"),
    "party-plan-2026": (papers.party_plan, "hd05-2026"),
    "minutes": (papers.minutes, "nd30-2020"),
    "letter": (papers.letter, "nd30-2020"),
    "wide-table": (papers.wide, "nd30-2020"),
    "slips": (working_papers.slips, "working"),
    "chair-file": (working_papers.chair_file, "working-large"),
    "every-block": (working_papers.everything, "working"),
    "unit-letter": (samples.letter, "nd30-2020"),
    "unit-letter-party": (samples.party_letter, "hd05-2026"),
    "opinion-report": (samples.report, "nd30-2020"),
    "opinion-report-party": (samples.party_report, "hd05-2026"),
    "presiding-file": (samples.chairs_file, "working-large"),
    "answer-letter": (letter_samples.answer, "nd30-2020"),
    "answer-letter-party": (letter_samples.party_answer, "hd05-2026"),
    "answer-letter-nameless": (letter_samples.nameless_answer, "nd30-2020"),
    "referral-letter": (letter_samples.above, "nd30-2020"),
    "referral-letter-party": (letter_samples.party_other, "hd05-2026"),
    "announcement": (notice_samples.state_announcement, "nd30-2020"),
    "announcement-party": (notice_samples.party_announcement, "hd05-2026"),
    "correction": (notice_samples.state_correction, "nd30-2020"),
    "correction-party": (notice_samples.party_correction, "hd05-2026"),
    "postponement": (notice_samples.state_postponement, "nd30-2020"),
    "postponement-party": (notice_samples.party_postponement, "hd05-2026"),
    "poster-a4": (notice_samples.poster_a4, "poster-a4"),
    "poster-a3": (notice_samples.poster_a3, "poster-a3"),
    "loudspeaker-script": (notice_samples.script, "working-large"),
    "invitation": (invitation_samples.state_letters, "nd30-2020"),
    "invitation-party": (invitation_samples.party_letters, "hd05-2026"),
    "guest-list": (invitation_samples.everybody, "working"),
    "hand-delivery-list": (invitation_samples.to_bring, "working"),
    "signing-list": (invitation_samples.for_signing, "working-large"),
    "introduction-list": (invitation_samples.to_introduce, "working-large"),
    "name-cards": (invitation_samples.cards, "poster-a3"),
    "programme": (hall_samples.state_programme, "nd30-2020"),
    "programme-party": (hall_samples.party_programme, "hd05-2026"),
    "opening-report": (hall_samples.state_opening, "nd30-2020"),
    "opening-report-party": (hall_samples.party_opening, "hd05-2026"),
    "previous-results": (hall_samples.state_results, "nd30-2020"),
    "previous-results-party": (hall_samples.party_results, "hd05-2026"),
    "hall-minutes": (hall_samples.state_minutes, "nd30-2020"),
    "hall-minutes-party": (hall_samples.party_minutes, "hd05-2026"),
    "lessons": (hall_samples.state_lessons, "nd30-2020"),
    "lessons-party": (hall_samples.party_lessons, "hd05-2026"),
    "mc-script": (hall_samples.introducer, "working-large"),
    "chair-script": (hall_samples.chairs_script, "working-large"),
    "chair-script-party": (hall_samples.secretarys_script, "working-large"),
    "result-report": (report_samples.report, "nd30-2020"),
    "result-report-party": (report_samples.party_report, "hd05-2026"),
    "conclusion": (conclusion_samples.concluded, "nd30-2020"),
    "conclusion-party": (conclusion_samples.party_concluded, "hd05-2026"),
    "result-notice": (conclusion_samples.told, "nd30-2020"),
    "urging-letter": (conclusion_samples.urged, "nd30-2020"),
    "monday-brief": (conclusion_samples.monday, "working"),
    "plan": (plan_samples.state_plan, "nd30-2020"),
    "plan-party": (plan_samples.party_plan, "hd05-2026"),
    "result-notice-party": (conclusion_samples.party_told, "hd05-2026"),
    "settlement-notice": (conclusion_samples.settled, "nd30-2020"),
    "settlement-notice-party": (conclusion_samples.party_settled, "hd05-2026"),
    "tracking-table": (conclusion_samples.tracked, "working"),
    "inspection-list": (conclusion_samples.inspected, "working"),
    "minutes-of-five": (hall_samples.minutes_of_five, "nd30-2020"),
    "blank-slips": (opinion_samples.slips, "working"),
}


def drawn(name: str, kind: str) -> bytes:
    """Return a case as a file of a kind."""
    paper, code = CASES[name]
    return render(paper(), by_code(code), kind)


def boxes(content: bytes) -> list[dict[str, Any]]:
    """Return what stands on each page: pieces of text and straight lines."""
    pages = zip(geometry.texts(content), geometry.lines(content), strict=True)
    return [{"texts": texts, "lines": lines} for texts, lines in pages]


def _one_a_line(pages: list[dict[str, Any]]) -> str:
    """Return the boxes as JSON with one box a line, so that a difference can be read."""
    written = []
    for page in pages:
        parts = []
        for kind, found in page.items():
            rows = ",\n".join("   " + json.dumps(box, ensure_ascii=False) for box in found)
            parts.append(f'  "{kind}": [\n{rows}\n  ]' if rows else f'  "{kind}": []')
        written.append(" {\n" + ",\n".join(parts) + "\n }")
    return "[\n" + ",\n".join(written) + "\n]\n"


def renew(name: str) -> None:
    """Write the text and the boxes of a case."""
    (HERE / f"{name}.txt").write_bytes(drawn(name, "text"))
    (HERE / f"{name}.json").write_text(_one_a_line(boxes(drawn(name, "pdf"))), "utf-8")


if __name__ == "__main__":
    if unknown := sorted(set(sys.argv[1:]) - set(CASES)):
        sys.exit(f"No such case: {', '.join(unknown)}. There are: {', '.join(CASES)}.")
    for name in sys.argv[1:] or CASES:
        renew(name)
