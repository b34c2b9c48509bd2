"""What was said in the hall, and what of it is set apart at once."""

from collections.abc import Callable

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import MinutesLine, Projection, SpeakerRequest, Turn
from nghedan.domain.hall.queries.speaking import line_of
from nghedan.domain.hall.services import heard
from nghedan.domain.hall.services.speaking import call_next_speaker
from nghedan.domain.matters.models import Matter, Petition
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.services.raising import MatterDraft, matters_of
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.services.receiving import OpinionDraft
from nghedan.domain.opinions.terms import Level, OpinionState, Origin
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person
from nghedan.foundation.transitions.keys import issue_key
from nghedan.kernel.errors import Invalid, Refused

pytestmark = pytest.mark.django_db

WORDS = "Đường qua thôn lầy lội, trẻ em đi học khó khăn"


@pytest.fixture
def turn(an: Actor, hall: Dialogue, asks: Callable[..., SpeakerRequest], hamlets: list[Hamlet]) -> Turn:
    """Sử of Đá Bạc speaks."""
    asks("Đường thôn", hamlet=hamlets[0], person=Person(name="Nông Văn Sử"))
    return call_next_speaker(actor=an, dialogue=hall)


def note(actor: Actor, turn: Turn, words: str = WORDS, **options: object) -> Opinion:
    return heard.note_speech(actor=actor, turn=turn, words=words, **options)  # type: ignore[arg-type]


def speech(turn: Turn) -> str:
    (line,) = MinutesLine.objects.of(turn.locality).filter(kind="speech")
    return str(line.text)


def test_a_speech_stands_in_the_ledger_with_its_number_hamlet_and_person(
    an: Actor, turn: Turn, hamlets: list[Hamlet]
) -> None:
    opinion = note(an, turn)
    stored = (opinion.number, opinion.origin, opinion.hamlet, opinion.identity, opinion.dialogue, opinion.words)
    assert stored == (1, Origin.HALL, hamlets[0], turn.request.identity, turn.dialogue, WORDS)
    assert (turn.opinion, WORDS in speech(turn)) == (opinion, True)


def test_the_same_form_sent_twice_writes_one_line_and_a_second_speech_is_refused(an: Actor, turn: Turn) -> None:
    key = issue_key(an, "note")
    first = note(an, turn, key=key)
    again = note(an, Turn.objects.of(turn.locality).select_related("dialogue__body", "request__hamlet").get(), key=key)
    assert (first, Opinion.objects.of(turn.locality).count()) == (again, 1)
    with pytest.raises(Refused, match="đã ghi"):
        note(an, turn, "Lời khác")
    assert Opinion.objects.of(turn.locality).count() == 1


def test_no_words_are_no_opinion(an: Actor, turn: Turn) -> None:
    with pytest.raises(Invalid):
        note(an, turn, "  ")
    assert turn.opinion is None


def test_a_speech_joins_the_matter_prepared_before(an: Actor, turn: Turn, prepared: Matter) -> None:
    opinion = note(an, turn, matter=prepared)
    assert (matters_of(opinion), opinion.state) == ([prepared], OpinionState.CLASSIFIED)


def test_who_says_what_she_handed_in_raises_no_second_voice(
    an: Actor, hall: Dialogue, asks: Callable[..., SpeakerRequest], handed_in: Opinion
) -> None:
    asks(opinion=handed_in)
    turn = call_next_speaker(actor=an, dialogue=hall)
    assert heard.note_as_registered(actor=an, turn=turn) == handed_in
    assert (turn.opinion, Opinion.objects.of(hall.locality).count()) == (handed_in, 1)


def test_who_handed_nothing_in_cannot_be_noted_so(an: Actor, turn: Turn) -> None:
    with pytest.raises(Refused, match="chưa gửi ý kiến"):
        heard.note_as_registered(actor=an, turn=turn)


def test_one_speech_becomes_several_matters_that_all_come_back_to_who_spoke(an: Actor, turn: Turn) -> None:
    opinion = note(an, turn)
    drafts = [MatterDraft(title="Sửa đường"), MatterDraft(title="Lắp đèn đường", kind=MatterKind.QUESTION)]
    matters = heard.split_speech(actor=an, turn=turn, drafts=drafts, key="k")
    again = heard.split_speech(actor=an, turn=turn, drafts=drafts, key="k")
    assert (matters_of(opinion), again) == (matters, matters)
    assert [(one.title, one.hamlet, one.dialogue) for one in matters] == [
        ("Sửa đường", opinion.hamlet, turn.dialogue), ("Lắp đèn đường", opinion.hamlet, turn.dialogue),
    ]  # fmt: skip
    assert opinion.state == OpinionState.CLASSIFIED


def test_nothing_is_split_before_the_words_are_noted(an: Actor, turn: Turn) -> None:
    with pytest.raises(Refused, match="Chưa ghi ý kiến"):
        heard.split_speech(actor=an, turn=turn, drafts=[MatterDraft(title="Sửa đường")])


def test_a_slip_handed_up_meanwhile_needs_no_turn(an: Actor, hall: Dialogue, hamlets: list[Hamlet]) -> None:
    draft = OpinionDraft("Chợ bẩn", Origin.SLIP, hamlet=hamlets[1])
    opinion = heard.hear_aside(actor=an, dialogue=hall, draft=draft)
    assert (opinion.dialogue, opinion.origin, opinion.hamlet) == (hall, Origin.SLIP, hamlets[1])


def test_a_denunciation_is_gone_from_desk_minutes_and_screen_at_once(an: Actor, turn: Turn) -> None:
    opinion = note(an, turn, "Ông trưởng thôn lấy tiền xi măng")
    (matter,) = heard.split_speech(actor=an, turn=turn, drafts=[MatterDraft(title="Tiền xi măng")])
    Projection(
        locality=turn.locality, dialogue=turn.dialogue, shows="topic", turn=turn, matter=matter, line="Tiền xi măng",
        state="recorded",
    ).save()  # fmt: skip
    heard.set_apart(actor=an, dialogue=turn.dialogue, opinion=opinion, kind=MatterKind.DENUNCIATION)
    screen = Projection.objects.of(turn.locality).get()
    line = line_of(an, turn.dialogue)
    assert line.now is not None
    assert (screen.shows, screen.line, screen.turn, screen.matter) == ("title", "", None, None)
    assert (list(opinions_visible_to(an)), list(matters_visible_to(an))) == ([], [])
    assert (line.now.request.is_withheld, "xi măng" in speech(turn), "Đường thôn" in speech(turn)) == (True, False, False)  # fmt: skip  # noqa: E501
    assert (opinion.level, Petition.objects.of(turn.locality).get().opinion) == (Level.RESTRICTED, opinion)


def test_a_complaint_goes_its_own_way_without_leaving_sight(an: Actor, turn: Turn) -> None:
    opinion = note(an, turn)
    heard.set_apart(actor=an, dialogue=turn.dialogue, opinion=opinion, kind=MatterKind.COMPLAINT)
    assert (list(opinions_visible_to(an)), WORDS in speech(turn)) == ([opinion], True)
