"""Taking back what was done at the desk last."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import MinutesLine, Outcome, SpeakerRequest, Turn
from nghedan.domain.hall.queries.acts import MOST_ACTS, acts_of
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.queries.speaking import waiting_in_order
from nghedan.domain.hall.services import agenda, heard, outcomes, session, speaking
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.services.speaking import call_next_speaker
from nghedan.domain.hall.services.undoing import INVERSES, undo_last
from nghedan.domain.hall.terms import HallOutcome
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.services.assigning import assign_matter
from nghedan.domain.matters.services.grouping import group
from nghedan.domain.matters.services.raising import MatterDraft, matters_of, raise_matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import OpinionState, Origin
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.verify import verify_all
from nghedan.kernel.errors import NotAllowed, Refused
from tests.conftest import TUESDAY

pytestmark = pytest.mark.django_db

Asks = Callable[..., SpeakerRequest]
Stand = tuple[object, ...]


def stand(dialogue: Dialogue) -> Stand:
    """Return how everything at the desk stands, numbers and versions apart."""
    where = {"dialogue": dialogue}
    requests = SpeakerRequest.objects.of(dialogue.locality).filter(**where).exclude(state="withdrawn")
    turns = Turn.objects.of(dialogue.locality).filter(**where).exclude(state="void")
    results = Outcome.objects.of(dialogue.locality).filter(**where, state="standing")
    matters = Matter.objects.of(dialogue.locality).exclude(state="void").order_by("pk")
    voices = Opinion.objects.of(dialogue.locality).exclude(state="void").order_by("pk")
    told = MinutesLine.objects.of(dialogue.locality).filter(minutes__dialogue=dialogue, state="standing")
    return (
        list(items_of(dialogue).values_list("title", "state", "started_at", "ended_at")),
        list(told.filter(kind="session").order_by("pk").values_list("text", flat=True)),
        [row.number for row in waiting_in_order(dialogue)],
        list(requests.values_list("number", "state", "ahead_of")),
        list(turns.values_list("request__number", "state", "granted_seconds", "opinion")),
        list(results.values_list("matter", "kind")),
        list(matters.values_list("pk", "state", "outcome")),
        [(voice.state, [matter.pk for matter in matters_of(voice)]) for voice in voices],
    )


class Room:
    """A hall in which any act can be done."""

    def __init__(self, an: Actor, hall: Dialogue, asks: Asks, handed_in: Opinion, prepared: Matter) -> None:
        self.an, self.hall, self.asks, self.matter = an, hall, asks, prepared
        prepared.dialogue = hall
        asks("Sửa đường", opinion=handed_in)
        self.second = asks()
        asks()
        for title in ("Khai mạc", "Phát biểu"):
            agenda.add_item(actor=an, dialogue=hall, title=title, minutes=10)

    @property
    def turn(self) -> Turn:
        linked = ("dialogue__body", "request__hamlet", "request__opinion", "request__matter", "opinion")
        return Turn.objects.of(self.hall.locality).select_related(*linked).order_by("-pk")[0]

    def do(self, code: str) -> None:
        first, following = items_of(self.hall)[:2]
        acts: dict[str, Callable[[], Any]] = {
            "agenda_item.start": lambda: agenda.start_item(actor=self.an, item=first),
            "agenda_item.end": lambda: agenda.end_item(actor=self.an, item=first),
            "agenda_item.skip": lambda: agenda.skip_item(actor=self.an, item=first),
            "agenda_item.reopen": lambda: agenda.reopen_item(actor=self.an, item=first),
            "next": lambda: agenda.start_item(actor=self.an, item=following),
            "speaker_request.register": self.asks,
            "speaker_request.override": lambda: speaking.override_speaker(actor=self.an, request=self.second),
            "speaker_request.pass": lambda: speaking.pass_over(actor=self.an, request=self.second),
            "speaker_request.withdraw": lambda: speaking.withdraw_request(actor=self.an, request=self.second),
            "turn.start": lambda: call_next_speaker(actor=self.an, dialogue=self.hall),
            "turn.pause": lambda: speaking.pause_turn(actor=self.an, turn=self.turn),
            "turn.go_on": lambda: speaking.resume_turn(actor=self.an, turn=self.turn),
            "turn.extend": lambda: speaking.extend_turn(actor=self.an, turn=self.turn),
            "turn.end": lambda: speaking.end_turn(actor=self.an, turn=self.turn),
            "turn.note_opinion": lambda: heard.note_speech(
                actor=self.an, turn=self.turn, words="Lầy lội", matter=self.matter
            ),
            "turn.split": lambda: heard.split_speech(
                actor=self.an, turn=self.turn, drafts=[MatterDraft(title="Sửa cống"), MatterDraft(title="Lắp đèn")]
            ),
            "words": lambda: heard.note_speech(actor=self.an, turn=self.turn, words="Cống vỡ, đường tối"),
            "outcome.record": lambda: outcomes.record_outcome(
                actor=self.an, dialogue=self.hall, matter=self.matter, draft=OutcomeDraft(HallOutcome.ANSWERED)
            ),
        }
        acts[code]()


@pytest.fixture
def room(an: Actor, hall: Dialogue, asks: Asks, handed_in: Opinion, prepared: Matter) -> Room:
    return Room(an, hall, asks, handed_in, prepared)


BEFORE = {
    "agenda_item.end": ("agenda_item.start",),
    "turn.pause": ("turn.start",),
    "turn.go_on": ("turn.start", "turn.pause"),
    "turn.extend": ("turn.start",),
    "turn.end": ("turn.start",),
    "turn.note_opinion": ("turn.start",),
    "turn.split": ("turn.start", "words"),
    "outcome.record": ("turn.start",),
}
"""Act -> what is done before it."""


@pytest.mark.parametrize("code", sorted(INVERSES))
def test_every_act_is_taken_back_by_one_press_and_everything_stands_as_before(room: Room, code: str) -> None:
    for earlier in BEFORE.get(code, ()):
        room.do(earlier)
    before = stand(room.hall)
    room.do(code)
    assert stand(room.hall) != before
    assert undo_last(actor=room.an, dialogue=room.hall).code == code
    assert stand(room.hall) == before
    assert verify_all() == []


def test_pressed_again_it_takes_back_what_was_done_before_that(room: Room) -> None:
    codes = ["turn.start", "turn.pause", "turn.go_on", "turn.extend", "turn.end"]
    stands = []
    for code in codes:
        stands.append(stand(room.hall))
        room.do(code)
    for code in reversed(codes):
        assert undo_last(actor=room.an, dialogue=room.hall).code == code
        assert stand(room.hall) == stands.pop()


def test_calling_the_next_is_taken_back_and_then_the_end_of_the_one_before(room: Room) -> None:
    room.do("turn.start")
    before = stand(room.hall)
    with clock.frozen(TUESDAY + timedelta(minutes=3)):
        room.do("turn.start")
    assert [undo_last(actor=room.an, dialogue=room.hall).code for _time in range(2)] == ["turn.start", "turn.end"]
    assert stand(room.hall) == before


def test_beginning_the_next_item_is_taken_back_and_then_the_end_of_the_one_before(room: Room) -> None:
    room.do("agenda_item.start")
    before = stand(room.hall)
    with clock.frozen(TUESDAY + timedelta(minutes=9)):
        room.do("next")
    taken = [undo_last(actor=room.an, dialogue=room.hall).code for _time in range(2)]
    assert taken == ["agenda_item.start", "agenda_item.end"]
    assert stand(room.hall) == before


def test_an_item_begun_again_after_that_is_told_once(room: Room) -> None:
    room.do("agenda_item.start")
    undo_last(actor=room.an, dialogue=room.hall)
    room.do("agenda_item.start")
    lines = MinutesLine.objects.of(room.hall.locality).filter(text="Khai mạc.").order_by("pk")
    assert list(lines.values_list("state", flat=True)) == ["struck", "standing"]


def test_what_was_put_back_into_the_programme_by_hand_is_settled(room: Room) -> None:
    for code in ("turn.start", "agenda_item.start", "agenda_item.end", "agenda_item.reopen"):
        room.do(code)
    assert undo_last(actor=room.an, dialogue=room.hall).code == "turn.start"


def test_an_item_that_ended_with_the_conference_is_no_act_at_the_desk(room: Room) -> None:
    room.do("outcome.record")
    room.do("agenda_item.start")
    session.adjourn_session(actor=room.an, dialogue=room.hall)
    assert acts_of(room.hall)[0].code == "outcome.record"


def test_only_the_last_ten_acts_can_be_taken_back(room: Room) -> None:
    room.do("turn.start")
    for _time in range(MOST_ACTS + 2):
        room.do("turn.extend")
    for _time in range(MOST_ACTS):
        undo_last(actor=room.an, dialogue=room.hall)
    with pytest.raises(Refused, match="Không còn việc"):
        undo_last(actor=room.an, dialogue=room.hall)
    assert room.turn.granted_seconds == 180 + 2 * 60


def test_acts_of_another_hall_are_not_among_them(room: Room, an: Actor) -> None:
    other = Dialogue.objects.of(room.hall.locality).get()
    other.pk, other.public_id = None, "khac00000000"
    other.save()
    assert (acts_of(other), len(acts_of(room.hall))) == ([], 3)


def test_what_the_reader_saw_as_the_last_is_taken_back_or_nothing(room: Room) -> None:
    room.do("turn.start")
    seen = acts_of(room.hall)[0].number
    room.do("turn.pause")
    with pytest.raises(Refused, match="Vừa có việc khác"):
        undo_last(actor=room.an, dialogue=room.hall, number=seen)
    assert room.turn.state == "paused"


def test_a_call_on_which_words_or_a_result_stand_is_refused_with_the_reason(room: Room) -> None:
    room.do("turn.start")
    opinion = heard.note_speech(actor=room.an, turn=room.turn, words="Lầy lội")
    heard.raise_from(actor=room.an, opinion=opinion, drafts=[MatterDraft(title="Sửa đường mới")])
    with pytest.raises(Refused, match="đã ghi thành nội dung"):
        undo_last(actor=room.an, dialogue=room.hall)
    opinion.refresh_from_db()
    assert (opinion.state, room.turn.opinion) == (OpinionState.CLASSIFIED, opinion)


def test_a_split_is_taken_back_then_the_words_and_the_call(room: Room) -> None:
    before = stand(room.hall)
    for code in ("turn.start", "words", "turn.split"):
        room.do(code)
    taken = [undo_last(actor=room.an, dialogue=room.hall).code for _time in range(3)]
    assert taken == ["turn.split", "turn.note_opinion", "turn.start"]
    assert stand(room.hall) == before
    gone = Matter.objects.of(room.hall.locality).filter(state="void")
    assert [(row.title, row.dialogue) for row in gone.order_by("pk")] == [("Sửa cống", None), ("Lắp đèn", None)]
    assert list(matters_visible_to(room.an).filter(state="void")) == []


def test_a_split_sent_twice_is_one_act_and_what_was_built_upon_it_is_refused(room: Room, economy: Unit) -> None:
    for code in ("turn.start", "words"):
        room.do(code)
    for _time in range(2):
        [matter] = heard.split_speech(
            actor=room.an, turn=room.turn, drafts=[MatterDraft(title="Sửa cống")], key="k"
        )  # fmt: skip
    assert [act.code for act in acts_of(room.hall)][:2] == ["turn.split", "turn.note_opinion"]
    assign_matter(actor=room.an, matter=matter, unit=economy)
    with pytest.raises(Refused, match="đã được xử lý tiếp"):
        undo_last(actor=room.an, dialogue=room.hall)
    assert acts_of(room.hall)[0].code == "turn.split"


def test_a_split_that_answers_another_matter_by_now_stays(room: Room) -> None:
    for code in ("turn.start", "words"):
        room.do(code)
    [matter] = heard.split_speech(actor=room.an, turn=room.turn, drafts=[MatterDraft(title="Sửa cống")], key="k")
    draft = OpinionDraft("Cống thôn tắc", Origin.PHONE, dialogue=room.hall)
    opinion = receive_opinion(actor=room.an, body=room.hall.body, draft=draft)
    other = raise_matter(actor=room.an, opinion=opinion, draft=MatterDraft(title="Cống tắc"))
    group(actor=room.an, matter=other, into=matter)
    matter.refresh_from_db()
    with pytest.raises(Refused, match="đã được xử lý tiếp"):
        heard.unsplit_speech(actor=room.an, turn=room.turn, facts={"matters": [matter.public_id]})


def test_words_taken_back_keep_their_line_in_the_ledger_as_a_mistake(room: Room) -> None:
    room.do("turn.start")
    room.do("turn.note_opinion")
    opinion = room.turn.opinion
    assert opinion is not None
    undo_last(actor=room.an, dialogue=room.hall)
    opinion.refresh_from_db()
    (line,) = MinutesLine.objects.of(room.hall.locality).filter(kind="speech")
    assert (opinion.state, matters_of(opinion), "Lầy lội" in line.text) == (OpinionState.VOID, [], False)


def test_the_head_takes_back_only_what_he_might_do(room: Room, binh: Actor) -> None:
    room.do("turn.start")
    with pytest.raises(NotAllowed):
        undo_last(actor=binh, dialogue=room.hall)
    room.do("turn.pause")
    assert undo_last(actor=binh, dialogue=room.hall).code == "turn.pause"
