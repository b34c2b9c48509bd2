"""Answers in writing: one letter to each voice, and how it reached people."""

from datetime import date

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Delivery
from nghedan.domain.followup.queries.letters import hamlet_letters, voices_told, with_letters
from nghedan.domain.followup.services.letters import (
    AnswerTold,
    DeliveryDraft,
    draft_letter,
    draft_letters,
    record_answer,
    record_delivery,
    void_delivery,
)
from nghedan.domain.followup.terms import DeliveryWay
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.services.raising import also_raises
from nghedan.domain.opinions.terms import ReplyWay
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.issuing import submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.models import JournalEntry
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.domain.followup.letters.conftest import NAME, Heard, fresh, voice

BY_POST = DeliveryDraft(way=DeliveryWay.POST, on=date(2026, 3, 10), told_by="Nguyễn Thị An")


@pytest.mark.django_db
def test_a_written_answer_is_prepared_as_before_the_day(promised: Matter, approved: Answer) -> None:
    assert (approved.state, fresh(promised).state) == ("approved", "in_writing")


@pytest.mark.django_db
def test_the_letter_names_who_asked_and_its_list_does_not(an: Actor, letter: OfficialPaper, promised: Matter) -> None:
    text = rendered(an, letter)
    assert [part in text for part in (f"ông/bà {NAME}", "Nạo vét cống trước 30/6/2026", "Chưa có vốn")] == [True, True, False]  # fmt: skip  # noqa: E501
    assert NAME not in f"{letter.title}{letter.words}{letter.addressee}"


@pytest.mark.django_db
def test_reading_the_name_is_journalled_as_the_readers(an: Actor, letter: OfficialPaper) -> None:
    entries = JournalEntry.objects.filter(code="identity.read").order_by("pk")
    before = entries.count()
    rendered(an, letter)
    assert [entry.actor_key for entry in entries[before:]] == [an.key]


@pytest.mark.django_db
def test_an_issued_letter_answers_the_matter_and_keeps_no_plain_name(sent: OfficialPaper, promised: Matter) -> None:
    matter = fresh(promised)
    assert (matter.state, matter.answered_on, matter.outcome) == ("answered", date(2026, 3, 10), "answered")
    assert (sent.frozen_text, sent.frozen_html) == ("", "")
    assert [file.is_encrypted for file in attachments_of(sent)] == [True, True]


@pytest.mark.django_db
def test_a_letter_waits_for_the_approved_answer(an: Actor, promised: Matter) -> None:
    draft = draft_letter(actor=an, voice=voice(an, promised))
    with pytest.raises(Refused, match="Chưa trình ký được"):
        submit_paper(actor=an, paper=draft)


@pytest.mark.django_db
def test_one_press_drafts_a_letter_for_every_voice_with_a_name(
    an: Actor, dialogue: Dialogue, promised: Matter, approved: Answer, heard: Heard
) -> None:
    also_raises(
        actor=an, opinion=heard("Tôi cũng bị ngập", person=Person(name="Lý Văn Sử", address="Nà Lốc")), matter=promised
    )
    nobody = heard("Cống tắc", person=Person(), reply_way=ReplyWay.CODE)
    also_raises(actor=an, opinion=nobody, matter=promised)
    assert len(draft_letters(actor=an, dialogue=dialogue)) == 2
    assert draft_letters(actor=an, dialogue=dialogue) == []


@pytest.mark.django_db
def test_nothing_approved_nothing_drafted(an: Actor, dialogue: Dialogue, promised: Matter) -> None:
    with pytest.raises(Refused) as refused:
        draft_letters(actor=an, dialogue=dialogue)
    assert refused.value.code == "answer_letter.nothing_ready"


@pytest.mark.django_db
def test_an_answer_without_a_letter_is_recorded_with_who_and_when(
    an: Actor, promised: Matter, approved: Answer, opinion: object
) -> None:
    matter = fresh(promised)
    told = AnswerTold(DeliveryWay.PHONE, date(2026, 3, 9), "Nguyễn Thị An", voices=[voice(an, matter).opinion])
    record_answer(actor=an, matter=matter, told=told)
    row = Delivery.objects.of(matter.locality).get()
    assert (matter.state, matter.answered_on, row.way, row.told_by) == ("answered", date(2026, 3, 9), "phone", "Nguyễn Thị An")  # fmt: skip  # noqa: E501


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"told_by": " "}, "told_by"),
        ({"on": date(2026, 3, 11)}, "on"),
        ({"text": ""}, "text"),
        ({"voices": ()}, "voices"),
    ],
)
def test_a_told_answer_needs_its_facts(an: Actor, promised: Matter, changed: dict[str, object], field: str) -> None:
    facts = {"way": DeliveryWay.PHONE, "on": date(2026, 3, 9), "told_by": "An", "text": "Sẽ nạo vét", "voices": [voice(an, promised).opinion]}  # fmt: skip  # noqa: E501
    with pytest.raises(Invalid) as error:
        record_answer(actor=an, matter=fresh(promised), told=AnswerTold(**{**facts, **changed}))  # type: ignore[arg-type]
    assert (error.value.field, fresh(promised).state) == (field, "in_writing")


@pytest.mark.django_db
def test_a_delivery_noted_twice_stays_one_and_can_be_taken_back(
    an: Actor, sent: OfficialPaper, promised: Matter
) -> None:
    row = record_delivery(actor=an, voice=voice(an, promised), draft=BY_POST, key="k1")
    assert record_delivery(actor=an, voice=voice(an, promised), draft=BY_POST) == row
    assert voice(an, promised).is_waiting is False
    void_delivery(actor=an, delivery=row)
    assert voice(an, promised).is_waiting is True


@pytest.mark.django_db
def test_who_leads_a_hamlet_brings_what_she_handed_in(
    an: Actor,
    binh: Actor,
    economist: Actor,
    thu: Actor,
    heard: Heard,
    promised: Matter,
    approved: Answer,
    sent: OfficialPaper,
) -> None:
    assert hamlet_letters(thu, 20) == []
    own = heard("Cống nhà tôi cũng tắc", by=thu, reply_way=ReplyWay.HAMLET)
    also_raises(actor=an, opinion=own, matter=promised)
    [waiting] = hamlet_letters(thu, 20)
    assert waiting.opinion == own
    record_delivery(actor=thu, voice=waiting, draft=BY_POST)
    assert hamlet_letters(thu, 20) == []


@pytest.mark.django_db
def test_nobody_else_notes_deliveries(
    economist: Actor, binh: Actor, thu: Actor, observer: Actor, an: Actor, sent: OfficialPaper, promised: Matter
) -> None:
    told = voice(an, promised)
    for actor in (economist, binh, thu, observer):
        with pytest.raises(NotAllowed):
            record_delivery(actor=actor, voice=told, draft=BY_POST)


@pytest.mark.django_db
def test_voices_of_any_number_take_as_many_queries(
    an: Actor, promised: Matter, heard: Heard, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(3):  # type: ignore[operator]
        assert len(voices_told(an, [promised])) == 1
    for words in ("Hai", "Ba"):
        also_raises(actor=an, opinion=heard(words), matter=promised)
    with django_assert_num_queries(3):  # type: ignore[operator]
        assert len(with_letters(voices_told(an, [promised]))) == 3


def rendered(actor: Actor, paper: OfficialPaper) -> str:
    kind = DOCUMENT_TYPES[paper.kind]
    return kind.render(kind.find(actor, paper.public_id), "text").decode()
