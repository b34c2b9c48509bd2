"""The pages of the minutes: lines that grow, two editors, the round of signatures, corrections."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Minutes, MinutesLine, Turn
from nghedan.domain.hall.queries.minutes import lines_of
from nghedan.domain.hall.services import heard, session, speaking
from nghedan.domain.hall.services.minutes import regrow_line
from nghedan.domain.hall.services.speaking import SpeakerDraft
from nghedan.domain.hall.terms import LineKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.models import JournalEntry
from tests.interfaces.console.dialogues.addresses import at
from tests.interfaces.console.reading import words_of

NAME = "Hoàng Văn Mạnh"
QUERIES = 12


def minutes_of(dialogue: Dialogue) -> Minutes:
    return Minutes.objects.of(dialogue.locality).select_related("dialogue", "locality").get(dialogue=dialogue)


def line_of(dialogue: Dialogue, kind: LineKind = LineKind.SPEECH) -> MinutesLine:
    line = lines_of(minutes_of(dialogue)).filter(kind=kind).first()
    assert line is not None
    return line


def line_at(dialogue: Dialogue, line: MinutesLine, rest: str = "") -> str:
    return at(dialogue, f"minutes/lines/{line.public_id}/{rest}")


def say(an: Actor, dialogue: Dialogue, words: str = "Đường thôn hỏng đã ba năm.") -> Turn:
    draft = SpeakerDraft(topic="Đường", person=Person(name=NAME))
    speaking.register_speaker(actor=an, dialogue=dialogue, draft=draft)
    turn = speaking.call_next_speaker(actor=an, dialogue=dialogue)
    heard.note_speech(actor=an, turn=turn, words=words)
    return turn


@pytest.fixture
def hall(an: Actor, dated: Dialogue) -> Dialogue:
    """The dialogue in session, somebody has spoken."""
    session.open_session(actor=an, dialogue=dated)
    say(an, dated)
    return dated


def test_before_the_conference_the_page_says_where_minutes_come_from(clerk: Client, dated: Dialogue) -> None:
    page = clerk.get(at(dated, "minutes/"))
    assert "Biên bản mở cùng hội nghị" in words_of(page)
    assert clerk.post(at(dated, "minutes/begin/")).status_code == 302
    assert minutes_of(dated).state == "growing"


def test_lines_stand_in_order_and_names_are_shown_on_request(an: Actor, clerk: Client, hall: Dialogue) -> None:
    plain = words_of(clerk.get(at(hall, "minutes/")))
    assert "Một đại biểu phát biểu: Đường thôn hỏng đã ba năm." in plain
    reads = JournalEntry.objects.filter(code="identity.read").count()
    assert NAME not in plain
    assert f"Ông/bà {NAME} phát biểu" in words_of(clerk.get(at(hall, "minutes/?names=1")))
    assert JournalEntry.objects.filter(code="identity.read").count() == reads + 1


def test_a_line_is_written_over_around_the_name(clerk: Client, hall: Dialogue) -> None:
    line = line_of(hall)
    page = clerk.get(line_at(hall, line))
    assert page.context["form"]["text"].value() == "Ông/bà [họ tên] phát biểu: Đường thôn hỏng đã ba năm."
    typed = {"version": line.version, "text": "Ông/bà [họ tên] nói: đường hỏng.", "at": "9h00"}
    assert clerk.post(line_at(hall, line), typed).status_code == 302
    stored = line_of(hall)
    identity = line.text.partition("{speaker:")[2].partition("}")[0]
    assert (stored.text, stored.is_by_hand) == (f"Ông/bà {{speaker:{identity}}} nói: đường hỏng.", True)
    assert f"Ông/bà {NAME} nói: đường hỏng." in words_of(clerk.get(at(hall, "minutes/?names=1")))


def test_the_second_editor_sees_both_texts_and_loses_neither(clerk: Client, hall: Dialogue) -> None:
    line = line_of(hall)
    first = {"version": line.version, "text": "Bản của người thứ nhất.", "at": "9h00"}
    assert clerk.post(line_at(hall, line), first).status_code == 302
    late = clerk.post(line_at(hall, line), {**first, "text": "Bản của người thứ hai."})
    told = words_of(late)
    assert late.status_code == 409
    assert ("Bản của người thứ nhất." in told, "Bản của người thứ hai." in told) == (True, True)
    again = {**first, "version": late.context["form"]["version"].value(), "text": "Bản của người thứ hai."}
    assert clerk.post(line_at(hall, line), again).status_code == 302
    assert line_of(hall).text == "Bản của người thứ hai."


def test_a_line_sent_twice_is_added_once_and_an_empty_one_not(clerk: Client, hall: Dialogue) -> None:
    address = at(hall, "minutes/")
    form = {"form_key": clerk.get(address).context["form_key"], "text": "Có 3 phiếu chuyển lên.", "at": "8h05"}
    assert [clerk.post(address, form).status_code for _ in range(2)] == [302, 302]
    (line,) = lines_of(minutes_of(hall)).filter(kind=LineKind.NOTE)
    local = line.at.astimezone(clock.LOCAL_ZONE)
    assert (line.text, local.hour, local.minute) == ("Có 3 phiếu chuyển lên.", 8, 5)
    assert clerk.post(address, {**form, "text": " "}).status_code == 422


def test_lines_are_struck_and_taken_back(clerk: Client, hall: Dialogue) -> None:
    for move, state in (("strike", "struck"), ("restore", "standing")):
        line = line_of(hall)
        assert clerk.post(line_at(hall, line, f"{move}/"), {"version": line.version}).status_code == 302
        assert line_of(hall).state == state
    old = line_of(hall)
    answer = clerk.post(line_at(hall, old, "strike/"), {"version": old.version - 1})
    assert (answer.status_code, "Có người vừa thay đổi" in words_of(answer)) == (409, True)


def test_a_changed_line_asks_which_words_to_keep(an: Actor, clerk: Client, hall: Dialogue) -> None:
    line = line_of(hall)
    clerk.post(line_at(hall, line), {"version": line.version, "text": "Lời thư ký.", "at": "9h00"})
    turn = Turn.objects.of(hall.locality).get()
    regrow_line(actor=an, dialogue=hall, kind=LineKind.SPEECH, subject=turn, text="Lời mới.")
    told = words_of(clerk.get(at(hall, "minutes/")))
    assert ("1 dòng có thay đổi" in told, "Lời thư ký." in told, "Lời mới." in told) == (True, True, True)
    assert clerk.get(at(hall, "minutes/read/")).status_code == 200
    refused = clerk.post(at(hall, "minutes/read/"), {"version": minutes_of(hall).version, "corrections": "Không."})
    assert (refused.status_code, "Không." in refused.content.decode()) == (409, True)
    line = line_of(hall)
    assert clerk.post(line_at(hall, line, "take/"), {"version": line.version}).status_code == 302
    assert (line_of(hall).text, line_of(hall).pending_text) == ("Lời mới.", "")


def test_the_round_leads_to_locked_minutes_and_numbered_corrections(an: Actor, clerk: Client, hall: Dialogue) -> None:
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        session.adjourn_session(actor=an, dialogue=hall)
    read = {"version": minutes_of(hall).version, "corrections": "Thống nhất."}
    assert clerk.post(at(hall, "minutes/read/"), read).status_code == 302
    for part in ("chair", "first_secretary", "second_secretary"):
        key = clerk.get(at(hall, "minutes/sign/")).context["form_key"]
        typed = {"form_key": key, "part": part, "officer": "", "name": "Nguyễn Thị An"}
        assert clerk.post(at(hall, "minutes/sign/"), typed).status_code == 302
    look = clerk.get(at(hall, "minutes/lock/"))
    assert "không dòng nào sửa được nữa" in words_of(look)
    assert clerk.post(at(hall, "minutes/lock/"), {"version": minutes_of(hall).version}).status_code == 302
    page = clerk.get(at(hall, "minutes/"))
    assert (minutes_of(hall).fingerprint in words_of(page), page.context["may_write"]) == (True, False)
    correction = {"form_key": page.context["correct_key"], "text": "Tên thôn là Đá Bạc."}
    assert [clerk.post(at(hall, "minutes/correct/"), correction).status_code for _ in range(2)] == [302, 302]
    assert [row.told.text for row in clerk.get(at(hall, "minutes/")).context["corrections"]] == ["Tên thôn là Đá Bạc."]


def test_signing_needs_a_part_and_a_name(an: Actor, clerk: Client, hall: Dialogue) -> None:
    session.adjourn_session(actor=an, dialogue=hall)
    clerk.post(at(hall, "minutes/read/"), {"version": minutes_of(hall).version})
    key = clerk.get(at(hall, "minutes/sign/")).context["form_key"]
    assert clerk.post(at(hall, "minutes/sign/"), {"form_key": key, "part": "", "name": "An"}).status_code == 422
    assert clerk.post(at(hall, "minutes/sign/"), {"form_key": key, "part": "chair", "name": ""}).status_code == 422
    lock = clerk.get(at(hall, "minutes/lock/"))
    assert "Còn thiếu chữ ký" in words_of(lock)
    again = clerk.post(at(hall, "minutes/reopen/"), {"version": minutes_of(hall).version})
    assert (again.status_code, minutes_of(hall).state) == (302, "growing")


def test_the_head_reads_and_signs_but_writes_nothing(
    an: Actor, head: Client, officer: Client, stranger: Client, hall: Dialogue
) -> None:
    page = head.get(at(hall, "minutes/"))
    assert (page.status_code, page.context["may_write"]) == (200, False)
    line = line_of(hall)
    assert head.post(line_at(hall, line, "strike/"), {"version": line.version}).status_code == 403
    assert head.get(line_at(hall, line)).status_code == 403
    assert [client.get(at(hall, "minutes/")).status_code for client in (officer, stranger)] == [403, 404]
    assert [client.get(line_at(hall, line)).status_code for client in (officer, stranger)] == [404, 404]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_number_of_queries(
    an: Actor, clerk: Client, hall: Dialogue, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        say(an, hall, f"Lần {number}")
    clerk.get(at(hall, "minutes/"))
    with django_assert_num_queries(QUERIES):
        clerk.get(at(hall, "minutes/"))
