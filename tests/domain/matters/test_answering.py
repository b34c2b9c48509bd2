"""The way of an answer: drafted, handed in, checked, approved, given back; and who may do which."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.queries import answers_visible_to, answers_waiting
from nghedan.domain.matters.services import answering, assigning
from nghedan.domain.matters.services.answering import AnswerDraft
from nghedan.domain.matters.terms import AnswerState, MatterState
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.db import clock
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused

pytestmark = pytest.mark.django_db

WHOLE = AnswerDraft(text="Đã bố trí vốn sửa đường.", short="Sửa xong trước 30/6.", proposed_on=date(2026, 6, 30))


@pytest.fixture
def given(an: Actor, matter: Matter, economy: Unit, culture: Unit) -> Matter:
    """A matter the economic division leads and the division of culture supports."""
    return assigning.assign_matter(actor=an, matter=matter, unit=economy, supports=[culture])


def draft(actor: Actor, matter: Matter, words: AnswerDraft = WHOLE) -> Answer:
    return answering.save_answer(actor=actor, matter=matter, draft=words)


def test_an_answer_goes_from_draft_to_approved_and_prepares_its_matter(
    an: Actor, binh: Actor, economist: Actor, given: Matter
) -> None:
    answer = draft(economist, given)
    assert (answer.unit, answer.state) == (given.unit, AnswerState.DRAFT)
    answering.hand_in(actor=economist, answer=answer)
    assert list(answers_waiting(an, AnswerState.HANDED_IN)) == [answer]
    answering.check_answer(actor=an, answer=answer)
    answering.approve_answer(actor=binh, answer=answer)
    given.refresh_from_db()
    assert (answer.state, given.state) == (AnswerState.APPROVED, MatterState.PREPARED)
    assert [one.title for one in timeline_of(given, answer)][:2] == ["Xong việc chuẩn bị trả lời", "Duyệt câu trả lời"]


def at(state: AnswerState, an: Actor, binh: Actor, economist: Actor, matter: Matter) -> Answer:
    answer = draft(economist, matter)
    if state != AnswerState.DRAFT:
        answering.hand_in(actor=economist, answer=answer)
    if state in (AnswerState.CHECKED, AnswerState.APPROVED):
        answering.check_answer(actor=an, answer=answer)
    if state == AnswerState.APPROVED:
        answering.approve_answer(actor=binh, answer=answer)
    return answer


DEEDS: dict[str, Callable[[Actor, Answer], object]] = {
    "edit": lambda who, answer: answering.save_answer(actor=who, matter=answer.matter, draft=WHOLE, answer=answer),
    "hand_in": lambda who, answer: answering.hand_in(actor=who, answer=answer),
    "check": lambda who, answer: answering.check_answer(actor=who, answer=answer),
    "approve": lambda who, answer: answering.approve_answer(actor=who, answer=answer),
    "return": lambda who, answer: answering.return_answer(actor=who, answer=answer, reason="Ghi rõ ngày xong"),
}
OPEN = {
    AnswerState.DRAFT: {"edit", "hand_in"},
    AnswerState.HANDED_IN: {"edit", "check", "return"},
    AnswerState.CHECKED: {"approve", "return"},
    AnswerState.APPROVED: {"return"},
}


@pytest.mark.parametrize("deed", sorted(DEEDS))
@pytest.mark.parametrize("state", list(AnswerState), ids=lambda state: state.value)
def test_what_can_be_done_with_an_answer_in_each_state(
    state: AnswerState, deed: str, an: Actor, binh: Actor, economist: Actor, given: Matter
) -> None:
    answer = at(state, an, binh, economist, given)
    who = binh if deed == "approve" else an
    if deed in OPEN[state]:
        DEEDS[deed](who, answer)
        return
    with pytest.raises(Refused):
        DEEDS[deed](who, answer)


MAY = {
    "an": {"edit", "hand_in", "check", "return"}, "binh": {"approve", "return"}, "economist": {"edit", "hand_in"},
    "hoa": set(), "observer": set(), "giang": set(), "party_clerk": set(), "ha": set(),
}  # fmt: skip
"""Who may do what; Hoa's unit supports, so she reads."""


@pytest.mark.parametrize("who", sorted(MAY))
def test_who_may_do_what_with_an_answer(
    who: str, given: Matter, economist: Actor, request: pytest.FixtureRequest
) -> None:
    answer = draft(economist, given)
    actor = request.getfixturevalue(who)
    assert {deed for deed in DEEDS if decide(actor, f"answer.{deed}", answer).allowed} == MAY[who]


READERS = {"an", "binh", "economist", "hoa", "observer"}
CAUTIONED = {"an", "binh", "economist"}


@pytest.mark.parametrize("who", sorted(MAY))
def test_who_reads_an_answer_and_what_to_beware_of(
    who: str, given: Matter, economist: Actor, request: pytest.FixtureRequest
) -> None:
    answer = draft(economist, given)
    actor = request.getfixturevalue(who)
    assert list(answers_visible_to(actor)) == ([answer] if who in READERS else [])
    assert decide(actor, "answer.view", answer).allowed is (who in READERS)
    assert decide(actor, "answer.view_caution", answer).allowed is (who in CAUTIONED)


@pytest.mark.parametrize(("words", "told"), [
    pytest.param(AnswerDraft(short="Một dòng"), "Chưa có nội dung trả lời", id="no-text"),
    pytest.param(AnswerDraft(text="Dài"), "Chưa có câu trả lời ngắn", id="no-short"),
])  # fmt: skip
def test_a_draft_may_be_incomplete_but_is_not_handed_in(
    economist: Actor, given: Matter, words: AnswerDraft, told: str
) -> None:
    answer = draft(economist, given, words)
    with pytest.raises(Refused, match=told):
        answering.hand_in(actor=economist, answer=answer)


def test_an_answer_is_drafted_only_to_what_was_given_to_a_unit(an: Actor, matter: Matter) -> None:
    with pytest.raises(Refused, match="không giao đơn vị nào"):
        draft(an, matter)


def test_two_who_begin_the_same_answer_do_not_lose_words(an: Actor, economist: Actor, given: Matter) -> None:
    draft(economist, given)
    with pytest.raises(Conflict):
        draft(an, given, AnswerDraft(text="Khác"))
    assert Answer.objects.of(given.locality).get(matter=given).text == WHOLE.text


def test_an_approved_answer_is_given_back_before_it_is_changed(
    an: Actor, binh: Actor, economist: Actor, given: Matter
) -> None:
    answer = at(AnswerState.APPROVED, an, binh, economist, given)
    with pytest.raises(Invalid, match="Xin ghi cần sửa gì"):
        answering.return_answer(actor=an, answer=answer, reason=" ")
    answering.return_answer(actor=an, answer=answer, reason="Tỉnh mới đổi kế hoạch vốn")
    given.refresh_from_db()
    assert (answer.state, answer.return_reason, given.state) == (
        AnswerState.DRAFT, "Tỉnh mới đổi kế hoạch vốn", MatterState.ASSIGNED,
    )  # fmt: skip
    DEEDS["edit"](economist, answer)


def test_many_are_approved_at_once_on_what_the_head_said(
    an: Actor, economist: Actor, economy: Unit, raised: Callable[..., Matter]
) -> None:
    answers = []
    for title in ("Sửa đường", "Nạo vét mương"):
        matter = assigning.assign_matter(actor=an, matter=raised(title), unit=economy)
        answer = draft(economist, matter)
        answering.hand_in(actor=economist, answer=answer)
        answers.append(answering.check_answer(actor=an, answer=answer))
    with pytest.raises(NotAllowed):
        answering.approve_answers(actor=an, answers=answers)
    said = record_instruction(
        actor=an, about=answers[0], decided_by="Trần Văn Bình", decided_at=clock.now(), way=InstructionWay.PHONE,
        content="Đồng ý",
    )  # fmt: skip
    answering.approve_answers(actor=an, answers=answers, instruction=said)
    assert [answer.state for answer in answers] == [AnswerState.APPROVED] * 2


def test_nothing_is_approved_while_the_unit_says_not_ours(
    an: Actor, binh: Actor, economist: Actor, given: Matter, culture: Unit
) -> None:
    answer = at(AnswerState.CHECKED, an, binh, economist, given)
    assigning.bounce_matter(actor=economist, matter=given, proposed_unit=culture, reason="Của phòng khác")
    with pytest.raises(Refused, match="xin quyết định đơn vị chủ trì trước"):
        answering.approve_answer(actor=binh, answer=answer)
