"""Fixtures of what follows a conference: a matter promised in writing, its approved answer, a letter that went out."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest

from nghedan.config import roles
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.session import adjourn_dialogue, conclude_dialogue, open_dialogue
from nghedan.domain.followup.queries.letters import Told, voices_told
from nghedan.domain.followup.services.letters import draft_letter
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.services import answering, leaving
from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.raising import MatterDraft, finish_classifying, raise_matter
from nghedan.domain.matters.terms import Competence
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin, ReplyWay
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.door import perform
from tests.domain.matters.conftest import culture, dialogue, hamlet, hoa, observer, roads
from tests.support import people

__all__ = ["culture", "dialogue", "hamlet", "hoa", "observer", "roads"]

NAME, PHONE = "Hoàng Thị Măng", "0900012345"
SAID = "Cống qua đường bị tắc, mưa là ngập nhà tôi"
ANSWERED = answering.AnswerDraft(
    text="Đã kiểm tra hiện trường ngày 20/4/2026: cống bị lấp một nửa.", short="Nạo vét cống trước 30/6/2026.",
    basis="Nghị quyết số 12/NQ-HĐND ngày 20/12/2025", proposed_on=date(2026, 6, 30), caution="Chưa có vốn làm mới.",
)  # fmt: skip


@pytest.fixture
def later(frozen_today: date) -> Iterator[Callable[[date], None]]:
    """Return a function that moves the clock to nine in the morning of a day."""
    opened: list[Any] = []

    def go(day: date) -> None:
        while opened:
            opened.pop().__exit__(None, None, None)
        opened.append(clock.frozen(datetime(day.year, day.month, day.day, 9, tzinfo=clock.LOCAL_ZONE)))
        opened[-1].__enter__()

    yield go
    while opened:
        opened.pop().__exit__(None, None, None)


@pytest.fixture
def thu(locality: Locality, hamlet: Hamlet) -> Actor:
    """Thu, who leads the hamlet."""
    return people.staff("thu", "Vi Văn Thu", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlet.pk))


Heard = Callable[..., Opinion]


@pytest.fixture
def heard(frozen_today: date, an: Actor, committee: Body, hamlet: Hamlet, dialogue: Dialogue) -> Heard:
    """Return a function that writes an opinion down for the dialogue, with name and number unless told otherwise."""

    def receive(words: str = SAID, *, by: Actor | None = None, person: Person | None = None, **draft: Any) -> Opinion:
        fields: dict[str, Any] = {"origin": Origin.SLIP, "reply_way": ReplyWay.WRITING, **draft}
        who = Person(name=NAME, phone=PHONE) if person is None else person
        told = OpinionDraft(words=words, dialogue=dialogue, hamlet=hamlet, person=who, **fields)
        return receive_opinion(actor=by or an, body=committee, draft=told)

    return receive


@pytest.fixture
def opinion(heard: Heard) -> Opinion:
    """The opinion of Măng, who left name and number and wants a letter."""
    return heard()


@pytest.fixture
def promised(an: Actor, opinion: Opinion, roads: Any, economy: Unit) -> Matter:
    """A matter the economic division is to answer in writing."""
    matter = raise_matter(actor=an, opinion=opinion, draft=MatterDraft(title="Nạo vét cống thôn Nà Lốc", field=roads))
    finish_classifying(actor=an, opinion=opinion)
    assign_matter(actor=an, matter=matter, unit=economy)
    return perform("matter.put_in_writing", actor=an, obj=matter, changes={"writing_due_on": date(2026, 4, 30)})


@pytest.fixture
def approved(an: Actor, binh: Actor, economist: Actor, promised: Matter) -> Answer:
    """Its answer, approved by the head."""
    return approve(an, binh, economist, promised)


def approve(clerk: Actor, head: Actor, officer: Actor, matter: Matter) -> Answer:
    """Take the answer to a matter from the unit to the head's approval."""
    known = Answer.objects.of(matter.locality).select_related("matter").filter(matter=matter).first()
    answer = answering.save_answer(actor=officer, matter=matter, draft=ANSWERED, answer=known)
    answering.hand_in(actor=officer, answer=answer)
    answering.check_answer(actor=clerk, answer=answer)
    return answering.approve_answer(actor=head, answer=answer)


def voice(actor: Actor, matter: Matter) -> Told:
    """Return the first voice of a matter, as it stands now."""
    return voices_told(actor, [fresh(matter)])[0]


def fresh(matter: Matter) -> Matter:
    return (
        Matter.objects.of(matter.locality)
        .select_related("answer", "dialogue__body", "body", "locality", "field")
        .get(pk=matter.pk)
    )


def issue(clerk: Actor, head: Actor, paper: OfficialPaper, number: str, on: date) -> OfficialPaper:
    """Take a paper from its draft to the day it is issued."""
    submit_paper(actor=clerk, paper=paper)
    sign_paper(actor=head, paper=paper)
    return issue_paper(actor=clerk, paper=paper, number=number, issued_on=on)


@pytest.fixture
def letter(an: Actor, approved: Answer, promised: Matter) -> OfficialPaper:
    """The draft of the letter to Măng."""
    return draft_letter(actor=an, voice=voice(an, promised))


@pytest.fixture
def sent(an: Actor, binh: Actor, letter: OfficialPaper, frozen_today: date) -> OfficialPaper:
    """The letter, issued."""
    return issue(an, binh, letter, "125/UBND-VP", frozen_today)


@pytest.fixture
def referred(an: Actor, heard: Heard, roads: Any) -> Matter:
    """A matter above the locality's authority, referred to the department of construction."""
    opinion = heard("Xin mở rộng quốc lộ qua xã")
    draft = MatterDraft(title="Mở rộng quốc lộ qua xã", field=roads)
    matter = raise_matter(actor=an, opinion=opinion, draft=draft)
    finish_classifying(actor=an, opinion=opinion)
    return leaving.refer_matter(
        actor=an, matter=matter, competent_body="Sở Xây dựng", reason="", competence=Competence.ABOVE
    )


def held(clerk: Actor, dialogue: Dialogue) -> Dialogue:
    """Let a dialogue be held and concluded."""
    open_dialogue(actor=clerk, dialogue=dialogue)
    adjourn_dialogue(actor=clerk, dialogue=dialogue)
    return conclude_dialogue(actor=clerk, dialogue=dialogue)
