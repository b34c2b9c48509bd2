"""The minutes grow from what happens in the hall, once each, and never over a secretary's words."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Minutes, MinutesLine, Outcome, SpeakerRequest
from nghedan.domain.hall.queries.minutes import lines_of, minutes_for, names_for, told_to
from nghedan.domain.hall.services import heard, minutes_editing, outcomes, session, speaking
from nghedan.domain.hall.services.minutes import grow_line, regrow_line
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.terms import HallOutcome, LineKind, LineState
from nghedan.domain.matters.models import Matter
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.kernel.errors import Refused

pytestmark = pytest.mark.django_db

NAME = "Hoàng Văn Mạnh"
DUE = date(2026, 3, 24)


def minutes_of(dialogue: Dialogue) -> Minutes:
    return Minutes.objects.of(dialogue.locality).select_related("dialogue", "locality").get(dialogue=dialogue)


def told(dialogue: Dialogue, *kinds: LineKind) -> list[str]:
    lines = lines_of(minutes_of(dialogue)).filter(state=LineState.STANDING)
    return [line.text for line in lines if not kinds or line.kind in kinds]


def line_of(dialogue: Dialogue, kind: LineKind) -> MinutesLine:
    return lines_of(minutes_of(dialogue)).get(kind=kind)


@pytest.fixture
def outcome(an: Actor, hall: Dialogue, prepared: Matter, economy: Unit) -> Outcome:
    """What came of the prepared matter: an answer in writing by the economic division."""
    prepared.dialogue = hall
    draft = OutcomeDraft(HallOutcome.IN_WRITING, text="Đang chờ vốn.", answered_by="Phòng Kinh tế", unit=economy, due_on=DUE)  # fmt: skip  # noqa: E501
    return outcomes.record_outcome(actor=an, dialogue=hall, matter=prepared, draft=draft)


def test_the_conference_opens_ends_and_goes_on(an: Actor, hall: Dialogue) -> None:
    moves = (session.adjourn_session, session.resume_session, session.adjourn_session)
    for past, move in enumerate(moves, 1):
        with clock.frozen(clock.now() + timedelta(minutes=past)):
            move(actor=an, dialogue=hall)
    assert told(hall) == ["Khai mạc hội nghị.", "Bế mạc hội nghị.", "Hội nghị tiếp tục.", "Bế mạc hội nghị."]


def test_a_turn_is_one_line_in_which_the_name_has_only_its_place(
    an: Actor, hall: Dialogue, asks: Callable[..., SpeakerRequest], hamlets: list[Hamlet]
) -> None:
    request = asks("Đường", person=Person(name=NAME), hamlet=hamlets[0])
    turn = speaking.call_next_speaker(actor=an, dialogue=hall)
    place = f"Ông/bà {{speaker:{request.identity.public_id if request.identity else ''}}}"
    assert told(hall, LineKind.SPEECH) == [f"{place} ({hamlets[0]}) phát biểu: Đường"]
    heard.note_speech(actor=an, turn=turn, words="Đường thôn hỏng đã ba năm.")
    speaking.end_turn(actor=an, turn=turn)
    assert told(hall, LineKind.SPEECH) == [f"{place} ({hamlets[0]}) phát biểu: Đường thôn hỏng đã ba năm."]


def test_names_are_filled_in_for_who_may_read_names(
    an: Actor, economist: Actor, hall: Dialogue, asks: Callable[..., SpeakerRequest]
) -> None:
    asks("Đường", person=Person(name=NAME))
    speaking.call_next_speaker(actor=an, dialogue=hall)
    lines = [line_of(hall, LineKind.SPEECH)]
    assert [one.text for one in told_to(an, lines, names_for(an, lines))] == [f"Ông/bà {NAME} phát biểu: Đường"]
    assert [one.text for one in told_to(an, lines)] == ["Một đại biểu phát biểu: Đường"]
    assert names_for(economist, lines) == {}


def test_a_turn_called_by_mistake_is_struck(an: Actor, hall: Dialogue, asks: Callable[..., SpeakerRequest]) -> None:
    asks("Đường")
    turn = speaking.call_next_speaker(actor=an, dialogue=hall)
    speaking.void_turn(actor=an, turn=turn)
    assert line_of(hall, LineKind.SPEECH).state == LineState.STRUCK


def test_an_outcome_tells_answer_and_conclusion_with_unit_and_day(hall: Dialogue, outcome: Outcome) -> None:
    assert told(hall, LineKind.ANSWER, LineKind.CONCLUSION) == [
        "Phòng Kinh tế trả lời nội dung “Sửa đường liên thôn”: Đang chờ vốn.",
        (
            "Chủ trì kết luận: giao Phòng Kinh tế kiểm tra, xác minh và trả lời bằng văn bản nội dung “Sửa đường liên "
            "thôn” trước ngày 24/3/2026."
        ),
    ]


def test_an_edited_outcome_makes_a_new_version_of_its_line(an: Actor, hall: Dialogue, outcome: Outcome) -> None:
    before = line_of(hall, LineKind.ANSWER)
    draft = OutcomeDraft(HallOutcome.IN_WRITING, text="Vốn đã có.", answered_by="Phòng Kinh tế", unit=outcome.unit, due_on=DUE)  # fmt: skip  # noqa: E501
    outcomes.edit_outcome(actor=an, outcome=outcome, draft=draft)
    after = line_of(hall, LineKind.ANSWER)
    assert (after.pk, after.version, after.pending_text) == (before.pk, before.version + 1, "")
    assert after.text == "Phòng Kinh tế trả lời nội dung “Sửa đường liên thôn”: Vốn đã có."


def test_what_a_secretary_wrote_stays_and_the_new_words_wait(an: Actor, hall: Dialogue, outcome: Outcome) -> None:
    minutes_editing.edit_line(actor=an, line=line_of(hall, LineKind.ANSWER), text="Bà Lan trả lời: chờ vốn.")
    draft = OutcomeDraft(HallOutcome.IN_WRITING, text="Vốn đã có.", answered_by="Phòng Kinh tế", unit=outcome.unit, due_on=DUE)  # fmt: skip  # noqa: E501
    outcomes.edit_outcome(actor=an, outcome=outcome, draft=draft)
    line = line_of(hall, LineKind.ANSWER)
    assert line.text == "Bà Lan trả lời: chờ vốn."
    assert line.pending_text == "Phòng Kinh tế trả lời nội dung “Sửa đường liên thôn”: Vốn đã có."
    minutes_editing.take_new_text(actor=an, line=line)
    assert (line.text, line.pending_text, line.is_by_hand) == (
        "Phòng Kinh tế trả lời nội dung “Sửa đường liên thôn”: Vốn đã có.", "", False,
    )  # fmt: skip


def test_an_outcome_taken_back_strikes_its_lines(an: Actor, hall: Dialogue, outcome: Outcome) -> None:
    outcomes.undo_outcome(actor=an, outcome=outcome)
    assert told(hall, LineKind.ANSWER, LineKind.CONCLUSION) == []


def test_growing_twice_is_growing_once(an: Actor, hall: Dialogue, prepared: Matter) -> None:
    grown = [
        grow_line(actor=an, dialogue=hall, kind=LineKind.NOTE, subject=prepared, text=text) for text in ("Một", "Hai")
    ]
    assert [line.text for line in grown if line] == ["Một", "Một"]
    again = regrow_line(actor=an, dialogue=hall, kind=LineKind.NOTE, subject=prepared, text="Hai")
    other = grow_line(actor=an, dialogue=hall, kind=LineKind.NOTE, subject=prepared, text="Ba", occasion="2")
    assert again is not None and other is not None and grown[0] is not None
    assert (again.pk == grown[0].pk, again.text, other.pk == again.pk) == (True, "Hai", False)


def test_lines_on_officials_are_neutral_and_restricted_ones_gone(
    an: Actor, binh: Actor, hall: Dialogue, outcome: Outcome
) -> None:
    lines = list(lines_of(minutes_of(hall)).filter(kind=LineKind.ANSWER))
    Matter.objects.of(hall.locality).filter(pk=outcome.matter_id).update(level="conduct")
    assert [(one.is_conduct, one.is_neutral) for one in told_to(an, lines)] == [(True, False)]
    Matter.objects.of(hall.locality).filter(pk=outcome.matter_id).update(level="restricted")
    assert [told_to(actor, lines) for actor in (an, binh)] == [[], []]


def test_minutes_are_for_the_bodys_own_clerk_and_head(
    an: Actor, binh: Actor, state_clerk: Actor, party_clerk: Actor, economist: Actor, hall: Dialogue
) -> None:
    seen = [minutes_for(actor, hall) is not None for actor in (an, binh, state_clerk, party_clerk, economist)]
    assert seen == [True, True, True, False, False]


def test_a_new_line_after_the_reading_opens_the_minutes_again(an: Actor, hall: Dialogue, prepared: Matter) -> None:
    minutes_editing.read_minutes(actor=an, minutes=minutes_of(hall))
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        session.adjourn_session(actor=an, dialogue=hall)
    assert (minutes_of(hall).state, told(hall)[-1]) == ("read", "Bế mạc hội nghị.")
    grow_line(actor=an, dialogue=hall, kind=LineKind.NOTE, subject=prepared, text="Ghi thêm")
    assert (minutes_of(hall).state, minutes_of(hall).read_at) == ("growing", None)


def test_minutes_that_were_read_are_not_edited_in_silence(an: Actor, hall: Dialogue) -> None:
    line = line_of(hall, LineKind.SESSION)
    minutes_editing.read_minutes(actor=an, minutes=minutes_of(hall))
    for change in (minutes_editing.strike_line, lambda **kw: minutes_editing.edit_line(text="Khác", **kw)):
        with pytest.raises(Refused, match="đã đọc thông qua"):
            change(actor=an, line=line)
