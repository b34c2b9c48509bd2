"""A paper from draft to force, frozen as it was, and withheld when it may no longer be read."""

from datetime import date, timedelta

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.planning import DialogueDraft, plan_dialogue
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.matters.services.restricting import restrict
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body
from nghedan.domain.papers.issuing import paper_number
from nghedan.domain.papers.kinds import kind_of, narrowed
from nghedan.domain.papers.models import HeldRow, OfficialPaper
from nghedan.domain.papers.queries import papers_visible_to, same_number, suggested_number
from nghedan.domain.papers.services.drafting import draft_paper, edit_paper
from nghedan.domain.papers.services.issuing import (
    ISSUED_PDF,
    ISSUED_WORD,
    drop_paper,
    issue_paper,
    return_paper,
    sign_paper,
    submit_paper,
)
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused

pytestmark = pytest.mark.usefixtures("frozen_today")

KIND = "opening_report"


@pytest.fixture
def dialogue(an: Actor, committee: Body) -> Dialogue:
    return plan_dialogue(actor=an, body=committee, draft=DialogueDraft(theme="Đối thoại năm 2026"))


@pytest.fixture
def paper(an: Actor, dialogue: Dialogue) -> OfficialPaper:
    return written(an, draft_paper(actor=an, dialogue=dialogue, code=KIND))


def written(an: Actor, paper: OfficialPaper) -> OfficialPaper:
    """Write every part, so that nothing is missing."""
    words = {part.key: f"Phần {part.key} đã viết." for part in kind_of(paper).parts(paper)}
    return edit_paper(actor=an, paper=paper, title=paper.title, words=words)


def issued(an: Actor, binh: Actor, paper: OfficialPaper, number: str = "07/BC-UBND") -> OfficialPaper:
    submit_paper(actor=an, paper=paper)
    sign_paper(actor=binh, paper=paper)
    return issue_paper(actor=an, paper=paper, number=number, issued_on=clock.today())


def test_a_paper_is_drafted_once(an: Actor, dialogue: Dialogue, paper: OfficialPaper) -> None:
    assert draft_paper(actor=an, dialogue=dialogue, code=KIND) == paper


def test_an_issued_paper_is_frozen_with_its_files(an: Actor, binh: Actor, paper: OfficialPaper) -> None:
    issued(an, binh, paper)
    kinds = [attachment.kind for attachment in attachments_of(paper)]
    told = (paper.state, paper.number, paper.issued_on, kinds)
    assert told == (PaperState.ISSUED, "07/BC-UBND", clock.today(), [ISSUED_WORD, ISSUED_PDF])
    assert "07/BC-UBND" in paper.frozen_text
    assert len(paper.digest) == 64


def test_the_head_signs_or_the_clerk_records_her_word(an: Actor, paper: OfficialPaper) -> None:
    submit_paper(actor=an, paper=paper)
    with pytest.raises(NotAllowed):
        sign_paper(actor=an, paper=paper)
    word = record_instruction(
        actor=an, about=paper, decided_by="Trần Văn Bình", decided_at=clock.now(), way=InstructionWay.PHONE,
        content="Đồng ý ký.", paper_due=True,
    )  # fmt: skip
    assert sign_paper(actor=an, paper=paper, instruction=word).state == PaperState.SIGNED


def test_a_paper_comes_back_with_its_reason(an: Actor, binh: Actor, paper: OfficialPaper) -> None:
    submit_paper(actor=an, paper=paper)
    with pytest.raises(Invalid):
        return_paper(actor=binh, paper=paper, reason=" ")
    return_paper(actor=binh, paper=paper, reason="Bổ sung số liệu")
    assert (paper.state, paper.reason) == (PaperState.DRAFT, "Bổ sung số liệu")


@pytest.mark.parametrize(("number", "days"), [("", 0), ("07/BC-UBND", None), ("07/BC-UBND", 1)])
def test_nothing_is_issued_without_number_and_day(
    an: Actor, binh: Actor, paper: OfficialPaper, number: str, days: int | None
) -> None:
    submit_paper(actor=an, paper=paper)
    sign_paper(actor=binh, paper=paper)
    day: date | None = None if days is None else clock.today() + timedelta(days=days)
    with pytest.raises(Invalid):
        issue_paper(actor=an, paper=paper, number=number, issued_on=day)
    assert (paper.state, paper.number, paper.issued_on) == (PaperState.SIGNED, "", None)
    assert not attachments_of(paper).exists()


def test_two_clerks_on_one_draft_lose_nothing(an: Actor, paper: OfficialPaper) -> None:
    seen = OfficialPaper.objects.of(paper.locality).get(pk=paper.pk)
    edit_paper(actor=an, paper=paper, title="Bản của người thứ nhất", words={})
    with pytest.raises(Conflict):
        edit_paper(actor=an, paper=seen, title="Bản của người thứ hai", words={})
    stored = OfficialPaper.objects.of(paper.locality).get(pk=paper.pk)
    assert stored.title == "Bản của người thứ nhất"


def test_the_next_number_of_the_series_is_suggested(an: Actor, binh: Actor, dialogue: Dialogue, paper: OfficialPaper) -> None:  # fmt: skip  # noqa: E501
    issued(an, binh, paper)
    like = paper_number(dialogue.body, "BC")
    assert str(suggested_number(dialogue.body, like, clock.today())) == "08/BC-UBND"
    other = OfficialPaper(locality=paper.locality, body=paper.body, issued_on=clock.today())
    assert same_number(other, "07/BC-UBND") == paper


def test_a_dropped_paper_makes_room_for_another(an: Actor, dialogue: Dialogue, paper: OfficialPaper) -> None:
    drop_paper(actor=an, paper=paper, reason="Không báo cáo lần này")
    assert draft_paper(actor=an, dialogue=dialogue, code=KIND) != paper


def test_drafts_are_for_the_office_alone(an: Actor, binh: Actor, economist: Actor, paper: OfficialPaper) -> None:
    seen = [list(papers_visible_to(actor, narrowed())) for actor in (an, binh, economist)]
    assert seen == [[paper], [paper], []]


def test_a_paper_that_held_what_became_restricted_is_withheld(
    an: Actor, binh: Actor, dialogue: Dialogue, paper: OfficialPaper
) -> None:
    opinion = receive_opinion(
        actor=an, body=dialogue.body, draft=OpinionDraft("Ông X nhận tiền", Origin.PHONE, dialogue=dialogue)
    )
    matter = raise_matter(actor=an, opinion=opinion, draft=MatterDraft("Ông X nhận tiền"))
    issued(an, binh, paper)
    held = HeldRow(
        locality=paper.locality, paper=paper, subject_type=subject_type_of(matter), subject_id=matter.public_id,
        state="recorded",
    )  # fmt: skip
    held.save()
    digest = paper.digest
    restrict(actor=an, opinion=opinion)
    stored = OfficialPaper.objects.of(paper.locality).get(pk=paper.pk)
    assert (stored.state, stored.frozen_text, stored.frozen_html) == (PaperState.WITHHELD, "", "")
    assert stored.digest == digest
    assert draft_paper(actor=an, dialogue=dialogue, code=KIND, replaces=stored).replaces == stored


def test_an_internal_dialogue_has_no_notice(an: Actor, dialogue: Dialogue) -> None:
    dialogue.openness = "internal"
    dialogue.save(update_fields=["openness"])
    with pytest.raises(Refused):
        draft_paper(actor=an, dialogue=dialogue, code="announcement")
