"""Asking to speak, being called, and the time one speaks."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.models import MinutesLine, SpeakerRequest, Turn
from nghedan.domain.hall.queries.speaking import line_of, requests_visible_to, running_turn, waiting_in_order
from nghedan.domain.hall.rules.timing import Clocked, spoken_seconds
from nghedan.domain.hall.services import session, speaking
from nghedan.domain.hall.services.projecting import set_hall_page
from nghedan.domain.hall.services.speaking import SpeakerDraft, call_next_speaker
from nghedan.domain.hall.terms import QueueRule, RequestState, RequestWay, TurnState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services.restricting import restrict
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.transitions.keys import issue_key
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused
from tests.conftest import TUESDAY

pytestmark = pytest.mark.django_db

Asks = Callable[..., SpeakerRequest]


def numbers(dialogue: Dialogue) -> list[int]:
    return [row.number for row in waiting_in_order(dialogue)]


def later(seconds: int) -> object:
    return clock.frozen(TUESDAY + timedelta(seconds=seconds))


def call(actor: Actor, dialogue: Dialogue, **options: object) -> Turn:
    return call_next_speaker(actor=actor, dialogue=dialogue, **options)  # type: ignore[arg-type]


def clocked(turn: Turn) -> Clocked:
    return Clocked(turn.started_at, turn.granted_seconds, turn.paused_at, turn.paused_seconds, turn.ended_at)


def test_those_who_ask_stand_in_line_under_running_numbers_with_or_without_a_name(
    an: Actor, hall: Dialogue, asks: Asks, hamlets: list[Hamlet]
) -> None:
    named = asks("Đường hỏng", person=Person(name="Nông Văn Sử", phone="0912 345 678"), hamlet=hamlets[0])
    asks("Nước sạch")
    assert [(row.number, row.state) for row in waiting_in_order(hall)] == [(1, "waiting"), (2, "waiting")]
    assert named.identity is not None
    (person,) = read_identities(actor=an, ids=[named.identity.public_id], reason="Mời phát biểu").values()
    assert person.name == "Nông Văn Sử"


def test_what_was_handed_in_before_brings_hamlet_and_matter(
    asks: Asks, handed_in: Opinion, prepared: Matter, hamlets: list[Hamlet]
) -> None:
    request = asks(opinion=handed_in)
    assert (request.hamlet, request.matter, request.opinion) == (hamlets[0], prepared, handed_in)


def test_what_belongs_to_another_body_is_refused(asks: Asks, handed_in: Opinion, party: Body) -> None:
    handed_in.body = party
    with pytest.raises(Invalid, match="không thuộc hội nghị này"):
        asks(opinion=handed_in)


def test_the_same_form_sent_twice_gives_one_request_and_no_number_is_lost(an: Actor, hall: Dialogue) -> None:
    key = issue_key(an, "register")
    draft = SpeakerDraft(topic="Đường hỏng", person=Person(name="Nông Văn Sử"))
    first, again = (speaking.register_speaker(actor=an, dialogue=hall, draft=draft, key=key) for _ in range(2))
    third = speaking.register_speaker(actor=an, dialogue=hall, draft=SpeakerDraft())
    assert (first.pk, third.number) == (again.pk, 2)


def test_a_hamlets_head_registers_people_of_her_own_hamlet_only(
    hamlet_head: Actor, hall: Dialogue, hamlets: list[Hamlet]
) -> None:
    draft = SpeakerDraft(way=RequestWay.HAMLET, hamlet=hamlets[0])
    assert speaking.register_speaker(actor=hamlet_head, dialogue=hall, draft=draft).number == 1
    with pytest.raises(NotAllowed):
        speaking.register_speaker(actor=hamlet_head, dialogue=hall, draft=SpeakerDraft(hamlet=hamlets[1]))


def test_who_asks_on_the_page_waits_for_the_desk_to_admit_her(an: Actor, dung: Actor, hall: Dialogue) -> None:
    set_hall_page(actor=an, dialogue=hall, is_open=True, takes_requests=True)
    asked = speaking.register_speaker(actor=dung, dialogue=hall, draft=SpeakerDraft(way=RequestWay.PORTAL))
    assert (asked.state, numbers(hall)) == (RequestState.ASKED, [])
    speaking.admit_request(actor=an, request=asked)
    assert numbers(hall) == [1]


def test_nobody_asks_on_the_page_to_speak_at_an_internal_dialogue(dung: Actor, hall: Dialogue) -> None:
    Dialogue.objects.of(hall.locality).update(openness="internal")
    hall.refresh_from_db()
    with pytest.raises(Refused, match="nội bộ"):
        speaking.register_speaker(actor=dung, dialogue=hall, draft=SpeakerDraft(way=RequestWay.PORTAL))


def test_the_order_is_the_dialogues_own_and_the_registered_one_unless_told(
    an: Actor, hall: Dialogue, asks: Asks, hamlets: list[Hamlet]
) -> None:
    for hamlet in (hamlets[0], hamlets[0], hamlets[1]):
        asks(hamlet=hamlet)
    assert numbers(hall) == [1, 2, 3]
    speaking.set_speaking_rule(actor=an, dialogue=hall, order=QueueRule.ROTATION, seconds=240)
    assert numbers(hall) == [1, 3, 2]
    assert call(an, hall).granted_seconds == 240
    assert numbers(hall) == [3, 2]
    speaking.set_speaking_rule(actor=an, dialogue=hall, order=QueueRule.REGISTERED, seconds=180)
    assert numbers(hall) == [2, 3]
    with pytest.raises(Invalid, match="30 giây đến 60 phút"):
        speaking.set_speaking_rule(actor=an, dialogue=hall, order=QueueRule.ROTATION, seconds=5)


def test_who_spoke_before_comes_after_who_did_not(an: Actor, hall: Dialogue, asks: Asks) -> None:
    asks(person=Person(name="Lý Thị Liên"))
    speaking.set_speaking_rule(actor=an, dialogue=hall, order=QueueRule.FIRST_TIME, seconds=180)
    turn = call(an, hall)
    speaking.end_turn(actor=an, turn=turn)
    again = speaking.register_again(actor=an, request=turn.request)
    asks()
    assert (again.identity, numbers(hall)) == (turn.request.identity, [3, 2])


def test_the_head_lets_somebody_speak_first_with_one_tap_and_the_reason_follows(
    binh: Actor, hall: Dialogue, asks: Asks
) -> None:
    _first, second, third = asks(), asks(), asks()
    speaking.override_speaker(actor=binh, request=second)
    speaking.override_speaker(actor=binh, request=third)
    assert numbers(hall) == [3, 2, 1]
    speaking.give_reason(actor=binh, request=third, reason="Người cao tuổi")
    third.refresh_from_db()
    assert third.reason == "Người cao tuổi"


def test_the_absent_come_back_under_their_number_and_who_withdrew_is_gone(
    an: Actor, hall: Dialogue, asks: Asks
) -> None:
    first, second = asks(), asks()
    speaking.pass_over(actor=an, request=first)
    speaking.withdraw_request(actor=an, request=second)
    assert numbers(hall) == []
    speaking.requeue(actor=an, request=first)
    assert numbers(hall) == [1]


def test_calling_ends_who_speaks_and_begins_the_next_in_one_transaction(an: Actor, hall: Dialogue, asks: Asks) -> None:
    one, two, three = asks(), asks(), asks()
    first = call(an, hall)
    second = call(an, hall, request=three)
    first.refresh_from_db()
    rows = {row.pk: row.state for row in SpeakerRequest.objects.of(hall.locality)}
    assert (first.state, second.state, running_turn(hall)) == (TurnState.ENDED, TurnState.SPEAKING, second)
    assert rows == {one.pk: "done", two.pk: "waiting", three.pk: "called"}


@pytest.mark.parametrize("is_named", [True, False])
def test_calling_twice_with_one_key_calls_nobody_else(an: Actor, hall: Dialogue, asks: Asks, is_named: bool) -> None:
    chosen, key = asks(), issue_key(an, "call")
    asks()
    options = {"request": chosen} if is_named else {}
    first, again = call(an, hall, key=key, **options), call(an, hall, key=key, **options)
    assert (again, numbers(hall), Turn.objects.of(hall.locality).count()) == (first, [2], 1)


def test_the_last_of_the_line_called_twice_is_called_once(an: Actor, hall: Dialogue, asks: Asks) -> None:
    asks()
    key = issue_key(an, "call")
    assert call(an, hall, key=key) == call(an, hall, key=key)
    with pytest.raises(Refused, match="Không còn ai"):
        call(an, hall)


def test_two_desks_calling_from_the_same_sight_do_not_both_succeed(an: Actor, hall: Dialogue, asks: Asks) -> None:
    chosen = asks()
    seen_elsewhere = SpeakerRequest.objects.of(hall.locality).get(pk=chosen.pk)
    call(an, hall, request=chosen)
    with pytest.raises((Conflict, Refused)):
        call(an, hall, request=seen_elsewhere)
    assert [turn.state for turn in Turn.objects.of(hall.locality)] == ["speaking"]


def test_nobody_is_called_before_the_session_opens_or_after_it_ended(an: Actor, dialogue: Dialogue, asks: Asks) -> None:
    asks()
    with pytest.raises(Refused, match="chưa khai mạc"):
        call(an, dialogue)
    session.open_session(actor=an, dialogue=dialogue)
    turn = call(an, dialogue)
    session.adjourn_session(actor=an, dialogue=dialogue)
    turn.refresh_from_db()
    assert (turn.state, dialogue.state) == (TurnState.ENDED, DialogueState.ADJOURNED)
    with pytest.raises(Refused, match="đã bế mạc"):
        asks()


def test_the_session_is_told_in_the_minutes_each_time(an: Actor, dialogue: Dialogue) -> None:
    session.open_session(actor=an, dialogue=dialogue)
    for seconds in (60, 120, 180):
        with later(seconds):  # type: ignore[attr-defined]
            move = session.resume_session if dialogue.state == DialogueState.ADJOURNED else session.adjourn_session
            move(actor=an, dialogue=dialogue)
    lines = MinutesLine.objects.of(dialogue.locality).order_by("position").values_list("text", flat=True)
    assert list(lines) == ["Khai mạc hội nghị.", "Bế mạc hội nghị.", "Hội nghị tiếp tục.", "Bế mạc hội nghị."]


def test_the_clock_stands_still_in_a_pause_and_a_minute_can_be_added(an: Actor, hall: Dialogue, asks: Asks) -> None:
    asks()
    turn = call(an, hall)
    with later(60):  # type: ignore[attr-defined]
        speaking.pause_turn(actor=an, turn=turn)
    with later(100):  # type: ignore[attr-defined]
        speaking.resume_turn(actor=an, turn=turn)
        speaking.extend_turn(actor=an, turn=turn)
    with later(150):  # type: ignore[attr-defined]
        speaking.pause_turn(actor=an, turn=turn)
    with later(200):  # type: ignore[attr-defined]
        speaking.end_turn(actor=an, turn=turn)
    turn.refresh_from_db()
    assert (spoken_seconds(clocked(turn), clock.now()), turn.granted_seconds, turn.paused_at) == (110, 240, None)


def test_a_turn_ended_too_early_goes_on_and_the_time_in_between_does_not_count(
    an: Actor, hall: Dialogue, asks: Asks
) -> None:
    request = asks()
    turn = call(an, hall)
    with later(60):  # type: ignore[attr-defined]
        speaking.end_turn(actor=an, turn=turn)
    with later(90):  # type: ignore[attr-defined]
        speaking.reopen_turn(actor=an, turn=turn)
    request.refresh_from_db()
    assert (turn.state, request.state) == (TurnState.SPEAKING, RequestState.CALLED)
    assert spoken_seconds(clocked(turn), TUESDAY + timedelta(seconds=100)) == 70


def test_a_turn_does_not_go_on_while_somebody_else_speaks(an: Actor, hall: Dialogue, asks: Asks) -> None:
    asks()
    asks()
    first = call(an, hall)
    call(an, hall)
    first.refresh_from_db()
    with pytest.raises(Conflict):
        speaking.reopen_turn(actor=an, turn=first)


def test_who_was_called_by_mistake_waits_again_and_the_minutes_do_not_tell_it(
    an: Actor, hall: Dialogue, asks: Asks
) -> None:
    asks("Đường hỏng")
    turn = call(an, hall)
    told = MinutesLine.objects.of(hall.locality).filter(kind="speech")
    assert [(line.state, "Đường hỏng" in line.text) for line in told] == [("standing", True)]
    speaking.void_turn(actor=an, turn=turn)
    assert (numbers(hall), running_turn(hall), [line.state for line in told.all()]) == ([1], None, ["struck"])


def test_the_head_calls_and_stops_the_clock_but_does_not_void(
    binh: Actor, chi: Actor, hall: Dialogue, asks: Asks
) -> None:
    asks()
    turn = call(binh, hall)
    speaking.pause_turn(actor=binh, turn=turn)
    with pytest.raises(NotAllowed):
        speaking.void_turn(actor=binh, turn=turn)
    with pytest.raises(NotAllowed):
        speaking.resume_turn(actor=chi, turn=turn)


def test_a_request_that_tells_of_a_denunciation_shows_nothing_of_it(
    an: Actor, hall: Dialogue, asks: Asks, handed_in: Opinion
) -> None:
    asks("Sửa đường", opinion=handed_in)
    assert [row.is_withheld for row in requests_visible_to(an)] == [False]
    restrict(actor=an, opinion=handed_in)
    assert [row.is_withheld for row in requests_visible_to(an)] == [True]


def test_the_line_shows_who_speaks_who_waits_who_was_absent_and_who_spoke(
    an: Actor, hall: Dialogue, asks: Asks
) -> None:
    rows = [asks() for _number in range(4)]
    call(an, hall)
    call(an, hall)
    speaking.pass_over(actor=an, request=waiting_in_order(hall)[0])
    line = line_of(an, hall)
    assert line.now is not None
    shown = (line.now.request, line.waiting, line.absent, line.spoken)
    assert shown == (rows[1], [rows[3]], [rows[2]], [rows[0]])
