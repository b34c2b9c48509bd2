"""The day in the hall of a demonstration: people speak, are answered, promised a letter, or led elsewhere."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time, timedelta

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.services import agenda, attending, heard, outcomes, projecting, session, speaking
from nghedan.domain.hall.services.attending import Arrival
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.services.speaking import SpeakerDraft
from nghedan.domain.hall.terms import AgendaPart, HallOutcome, RequestWay
from nghedan.domain.invitations.queries import guests_of
from nghedan.domain.invitations.terms import GuestState
from nghedan.domain.matters.models import Matter, Raising
from nghedan.domain.matters.queries import OPEN_STATES, matters_visible_to, standing_alone
from nghedan.domain.matters.services.raising import MatterDraft
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft
from nghedan.domain.opinions.terms import Origin
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.transitions.terms import Standing
from nghedan.interfaces.cli.demonstration.voices import Cast

MOST_SPEAKERS = 5
RAISED_HANDS = (
    ("Triệu Thị Xuân", "Xin hỏi thủ tục làm lại sổ hộ nghèo bị mất thì nộp ở đâu, có mất tiền không."),
    ("Vi Văn Khải", "Loa truyền thanh của thôn hỏng từ sau Tết, bà con không nghe được thông báo."),
)
"""Who raises a hand in the hall, and what they say."""

WRITTEN_WITHIN = timedelta(days=14)
RESULTS = (
    HallOutcome.ANSWERED, HallOutcome.IN_WRITING, HallOutcome.ANSWERED, HallOutcome.ABOVE, HallOutcome.IN_WRITING,
)  # fmt: skip


BEFORE_SPEAKING = (AgendaPart.OPENING, AgendaPart.REPORT, AgendaPart.CONTENTS)
AFTER_SPEAKING = (AgendaPart.ANSWERING, AgendaPart.CONCLUDING, AgendaPart.MINUTES, AgendaPart.CLOSING)


def live_hall(actors: Cast, dialogue: Dialogue, *, to_the_end: bool = True) -> None:
    """Hold the conference by its programme: people come, speak for three minutes each and get results, a slip is
    handed up meanwhile. Unless to the end, somebody stands at the microphone now and others wait."""
    day = _Day(dialogue)
    _register(actors, dialogue)
    with day.after(minutes=0):
        _arrive(actors, dialogue)
        if dialogue.state != DialogueState.IN_SESSION:
            session.open_session(actor=actors.clerk, dialogue=dialogue)
    _follow_programme(actors, dialogue, day, BEFORE_SPEAKING)
    with day.after(minutes=0):
        for item in items_of(dialogue).filter(part=AgendaPart.SPEAKING):
            agenda.start_item(actor=actors.clerk, item=item)
    matters = _prepared(actors, dialogue)
    for position, matter in enumerate(matters if to_the_end else matters[:-1]):
        with day.after(minutes=4):
            _speak_and_answer(actors, dialogue, matter, RESULTS[position])
    if to_the_end:
        _end_the_day(actors, dialogue, day)
        return
    _hand_up_a_slip(actors, dialogue, day)
    with day.after(minutes=0):
        speaking.call_next_speaker(actor=actors.clerk, dialogue=dialogue)
        projecting.show_speakers(actor=actors.clerk, dialogue=dialogue)


def _end_the_day(actors: Cast, dialogue: Dialogue, day: "_Day") -> None:
    """Let those who raised a hand speak, and bring the programme to its end."""
    for position, (_name, words) in enumerate(RAISED_HANDS):
        with day.after(minutes=4):
            _speak_up(actors, dialogue, words, is_question=position == 0)
    _hand_up_a_slip(actors, dialogue, day)
    _follow_programme(actors, dialogue, day, AFTER_SPEAKING)
    with day.after(minutes=1):
        session.adjourn_session(actor=actors.clerk, dialogue=dialogue)


def _hand_up_a_slip(actors: Cast, dialogue: Dialogue, day: "_Day") -> None:
    with day.after(minutes=2):
        draft = OpinionDraft("Đề nghị thông báo lịch cắt nước trước một ngày.", Origin.SLIP)
        heard.hear_aside(actor=actors.clerk, dialogue=dialogue, draft=draft)


def _arrive(actors: Cast, dialogue: Dialogue) -> None:
    """Those who said that they come are at the door."""
    coming = guests_of(actors.clerk, dialogue).filter(state=GuestState.ACCEPTED)
    for guest in coming:
        attending.record_arrival(actor=actors.clerk, dialogue=dialogue, arrival=Arrival(guest=guest))


def _follow_programme(actors: Cast, dialogue: Dialogue, day: "_Day", parts: Sequence[AgendaPart]) -> None:
    """Begin each item of these parts, one after the other, and let it take the time it was given."""
    for item in items_of(dialogue).filter(part__in=[part.value for part in parts]):
        with day.after(minutes=0):
            agenda.start_item(actor=actors.clerk, item=item)
        day.now += timedelta(minutes=item.minutes)


class _Day:
    """The clock of the conference: it goes on between the deeds, from the hour the dialogue begins at."""

    def __init__(self, dialogue: Dialogue) -> None:
        day = dialogue.held_on or clock.today()
        begins = datetime.combine(day, dialogue.starts_at or time(7, 30), clock.LOCAL_ZONE)
        self.now = min(begins, clock.now())

    @contextmanager
    def after(self, *, minutes: int) -> Iterator[None]:
        self.now += timedelta(minutes=minutes)
        with clock.frozen(self.now):
            yield


def _register(actors: Cast, dialogue: Dialogue) -> None:
    """Those whose matters are prepared registered with the office, the others raise a hand."""
    for matter in _prepared(actors, dialogue):
        draft = SpeakerDraft(topic=matter.title, opinion=_voice_of(matter), matter=matter)
        speaking.register_speaker(actor=actors.clerk, dialogue=dialogue, draft=draft)
    for name, _words in RAISED_HANDS:
        draft = SpeakerDraft(way=RequestWay.HALL, person=Person(name=name))
        speaking.register_speaker(actor=actors.clerk, dialogue=dialogue, draft=draft)


def _speak_and_answer(actors: Cast, dialogue: Dialogue, matter: Matter, kind: HallOutcome) -> None:
    turn = speaking.call_next_speaker(actor=actors.clerk, dialogue=dialogue)
    if turn.request.opinion is not None:
        heard.note_as_registered(actor=actors.clerk, turn=turn)
    else:
        heard.note_speech(actor=actors.clerk, turn=turn, words=matter.title, matter=matter)
    unit = actors.units["economy"]
    draft = OutcomeDraft(
        kind, text="" if hasattr(matter, "answer") else "Ghi nhận; sẽ kiểm tra thực địa và trả lời.",
        answered_by=unit.name, unit=unit if kind is HallOutcome.IN_WRITING else None,
        due_on=clock.today() + WRITTEN_WITHIN if kind is HallOutcome.IN_WRITING else None,
        competent_body=dialogue.locality.superior_name if kind is HallOutcome.ABOVE else "",
    )  # fmt: skip
    outcomes.record_outcome(actor=actors.clerk, dialogue=dialogue, matter=matter, draft=draft, turn=turn)


def _speak_up(actors: Cast, dialogue: Dialogue, words: str, *, is_question: bool) -> None:
    turn = speaking.call_next_speaker(actor=actors.clerk, dialogue=dialogue)
    heard.note_speech(actor=actors.clerk, turn=turn, words=words)
    title = words if len(words) < 120 else words[:119]
    (matter,) = heard.split_speech(actor=actors.clerk, turn=turn, drafts=[MatterDraft(title=title)])
    if is_question:
        draft = OutcomeDraft(
            HallOutcome.GUIDED, text="Nộp đơn tại bộ phận một cửa; không thu lệ phí.", answered_by="Văn phòng"
        )
    else:
        draft = OutcomeDraft(
            HallOutcome.IN_WRITING, text="Kiểm tra, sửa chữa và trả lời.", unit=actors.units["culture_society"],
            due_on=clock.today() + WRITTEN_WITHIN,
        )  # fmt: skip
    outcomes.record_outcome(actor=actors.clerk, dialogue=dialogue, matter=matter, draft=draft, turn=turn)


def _prepared(actors: Cast, dialogue: Dialogue) -> Sequence[Matter]:
    rows = standing_alone(matters_visible_to(actors.clerk)).filter(dialogue=dialogue, level="ordinary")
    return list(rows.filter(state__in=OPEN_STATES).select_related("answer").order_by("pk")[:MOST_SPEAKERS])


def _voice_of(matter: Matter) -> Opinion | None:
    raised = Raising.objects.of(matter.locality).filter(matter=matter, state=Standing.CURRENT)
    row = raised.select_related("opinion__hamlet", "opinion__identity").order_by("pk").first()
    return row.opinion if row else None
