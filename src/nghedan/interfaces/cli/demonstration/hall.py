"""The day in the hall of a demonstration: people speak, are answered, promised a letter, or led elsewhere."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time, timedelta

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.services import heard, outcomes, session, speaking
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.services.speaking import SpeakerDraft
from nghedan.domain.hall.terms import HallOutcome, RequestWay
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


def live_hall(actors: Cast, dialogue: Dialogue, *, to_the_end: bool = True) -> None:
    """Hold the conference: three minutes each, results, a slip handed up meanwhile; ended unless told otherwise."""
    day = _Day(dialogue)
    _register(actors, dialogue)
    with day.after(minutes=0):
        if dialogue.state != DialogueState.IN_SESSION:
            session.open_session(actor=actors.clerk, dialogue=dialogue)
    for position, matter in enumerate(_prepared(actors, dialogue)):
        with day.after(minutes=4):
            _speak_and_answer(actors, dialogue, matter, RESULTS[position])
    for position, (_name, words) in enumerate(RAISED_HANDS):
        with day.after(minutes=4):
            _speak_up(actors, dialogue, words, is_question=position == 0)
    with day.after(minutes=2):
        draft = OpinionDraft("Đề nghị thông báo lịch cắt nước trước một ngày.", Origin.SLIP)
        heard.hear_aside(actor=actors.clerk, dialogue=dialogue, draft=draft)
    if to_the_end:
        with day.after(minutes=5):
            session.adjourn_session(actor=actors.clerk, dialogue=dialogue)


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
