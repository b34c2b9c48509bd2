"""What the people are told: ordinary matters in public words, units and never persons, within the law's ten days."""

from collections.abc import Callable

import pytest

from nghedan.domain.conclusions.documents.result_notice import missing_of
from nghedan.domain.conclusions.services.items import ItemDraft, add_item
from nghedan.domain.dialogues.deadlines import RESULT
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.documents import inspection_list
from nghedan.domain.followup.documents.settlement_notice import facts_of
from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.services.nudging import Owed
from nghedan.domain.followup.services.papers import begin_settlement, begin_urging
from nghedan.domain.hall.models import Outcome
from nghedan.domain.matters.models import Matter
from nghedan.domain.notices.services.posting import PostingDraft, record_posting
from nghedan.domain.notices.terms import PostingChannel
from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.papers.queries import public_papers
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.documents.formats import choose
from nghedan.foundation.documents.renderers import render
from nghedan.kernel.errors import Refused
from tests.support.aftermath import Held, complete, drain, issue

pytestmark = pytest.mark.django_db


def test_the_result_is_public_and_meets_the_limit_of_the_law_once_posted_in_every_way(
    an: Actor, binh: Actor, completed: Held
) -> None:
    paper = issue(an, binh, completed.dialogue, "result_notice", "13/TB-UBND")
    assert paper.title == "Kết quả Hội nghị đối thoại với Nhân dân ngày 09/3/2026"
    assert list(public_papers(paper.locality)) == [paper]
    states = [every_limit_of(completed.dialogue)[RESULT].state]
    for channel in (PostingChannel.LOUDSPEAKER, PostingChannel.HEADQUARTERS, PostingChannel.HAMLET_LETTER):
        record_posting(actor=an, paper=paper, draft=PostingDraft(channel, clock.today()))
        states.append(every_limit_of(completed.dialogue)[RESULT].state)
    assert states == ["running", "running", "running", "met"]


def test_it_says_public_words_and_nothing_that_points_at_a_person(an: Actor, binh: Actor, completed: Held) -> None:
    matters = Matter.objects.of(completed.dialogue.locality)
    matters.filter(pk=completed.road.pk).update(public_text="Sửa đường liên thôn")
    matters.filter(pk=completed.bridge.pk).update(level="conduct")
    Outcome.objects.of(completed.dialogue.locality).filter(matter=completed.paper).update(
        text="Ông Nguyễn Văn Tám, điện thoại 0912345678, nộp hồ sơ tại bộ phận một cửa."
    )
    add_item(actor=an, dialogue=completed.dialogue, draft=ItemDraft("Việc riêng của MARKGENERAL"))
    text = issue(an, binh, completed.dialogue, "result_notice", "13/TB-UBND").frozen_text
    assert "Sửa đường liên thôn" in text
    assert "nộp hồ sơ tại bộ phận một cửa" in text
    for hidden in ("Nà Lốc", "Đá Bạc", "0912345678", "Văn Tám", "MARKGENERAL"):
        assert hidden not in text


def test_it_waits_until_the_people_can_be_told_who_does_the_rest(an: Actor, held: Held, economy: Unit) -> None:
    paper = draft_paper(actor=an, dialogue=held.dialogue, code="result_notice")
    assert list(missing_of(paper)) == [
        "Chưa có nội dung nào để thông báo; xin lập nội dung kết luận từ kết quả hội nghị trước."
    ]
    complete(an, held.dialogue, economy)
    assert list(missing_of(paper)) == []


def test_an_internal_conference_tells_the_people_nothing(an: Actor, completed: Held) -> None:
    Dialogue.objects.of(completed.dialogue.locality).filter(pk=completed.dialogue.pk).update(openness="internal")
    completed.dialogue.refresh_from_db()
    for begin in (lambda: draft_paper(actor=an, dialogue=completed.dialogue, code="result_notice"),
                  lambda: begin_settlement(actor=an, dialogue=completed.dialogue)):  # fmt: skip
        with pytest.raises(Refused):
            begin()


def test_what_was_settled_is_told_again_and_again(an: Actor, binh: Actor, completed: Held) -> None:
    issue(an, binh, completed.dialogue, "conclusion", "12/TB-UBND")
    drain()
    first = begin_settlement(actor=an, dialogue=completed.dialogue)
    assert begin_settlement(actor=an, dialogue=completed.dialogue) == first
    facts = facts_of(first)
    assert ([row.title for row in facts.done], len(facts.in_time), len(facts.late), len(facts.elsewhere)) == (
        ["Cấp lại sổ đỏ"], 3, 0, 1,
    )  # fmt: skip
    submit_paper(actor=an, paper=first)
    sign_paper(actor=binh, paper=first)
    issue_paper(actor=an, paper=first, number="14/TB-UBND", issued_on=first.submitted_on)
    again = begin_settlement(actor=an, dialogue=completed.dialogue)
    assert (again.subject_id, again.title.endswith("(lần 2)")) == ("2", True)


def test_a_letter_urges_only_who_is_late(an: Actor, binh: Actor, completed: Held, economy: Unit) -> None:
    issue(an, binh, completed.dialogue, "conclusion", "12/TB-UBND")
    drain()
    letter = begin_urging(actor=an, dialogue=completed.dialogue, owed=Owed(economy, 0, 3))
    with pytest.raises(Refused) as refused:
        submit_paper(actor=an, paper=letter)
    assert "không còn nhiệm vụ quá hạn" in refused.value.params["missing"]
    Commitment.objects.of(letter.locality).filter(matter=completed.road).update(due_on="2026-03-02")
    submit_paper(actor=an, paper=letter)
    assert letter.state == "submitted"


def test_the_party_lists_units_for_inspection_and_the_state_does_not(
    an: Actor, binh: Actor, held_by: Callable[[Body], Held], party: Body, committee: Body, economy: Unit
) -> None:
    held = held_by(party)
    complete(an, held.dialogue, economy)
    issue(an, binh, held.dialogue, "conclusion", "12-TB/ĐU")
    drain()
    Commitment.objects.of(held.dialogue.locality).filter(matter=held.road).update(due_on="2026-03-02")
    facts = inspection_list.facts_of(an, held.dialogue.public_id)
    assert [(row.unit, row.days_over, inspection_list.signs_of(row)) for row in facts.rows] == [
        ("Phòng Kinh tế", 8, ["chưa báo cáo lần nào"])
    ]
    form = choose("working", facts.day)
    assert "Phòng Kinh tế (01 nhiệm vụ)" in render(inspection_list.document_of(facts), form, "text").decode()
    Dialogue.objects.of(held.dialogue.locality).filter(pk=held.dialogue.pk).update(body=committee)
    with pytest.raises(Dialogue.DoesNotExist):
        inspection_list.facts_of(an, held.dialogue.public_id)
