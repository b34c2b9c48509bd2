"""The papers of the day from stored facts: who may open them, and what never stands in them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.documents import minutes, previous_results, programme
from nghedan.domain.hall.documents.chair_script import CHAIR_SCRIPT
from nghedan.domain.hall.documents.mc_script import MC_SCRIPT
from nghedan.domain.hall.documents.previous_results import Settled, settled_of
from nghedan.domain.hall.models import Minutes, SpeakerRequest
from nghedan.domain.hall.models import Outcome as HallResult
from nghedan.domain.hall.services import agenda, heard, outcomes, speaking
from nghedan.domain.hall.services.minutes_editing import add_line
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.terms import HallOutcome
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services.restricting import mark_conduct, restrict
from nghedan.domain.matters.terms import MatterState, Outcome
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.identities.person import Person

pytestmark = pytest.mark.django_db

NAME = "Hoàng Văn Mạnh"


def text_of(actor: Actor, paper: OfficialPaper) -> str:
    kind = DOCUMENT_TYPES[paper.kind]
    return " ".join(kind.render(kind.find(actor, paper.public_id), "text").decode().split())


@pytest.fixture
def spoken(an: Actor, hall: Dialogue, prepared: Matter, asks: Callable[..., SpeakerRequest]) -> Opinion:
    """The hall in which Mạnh spoke on a matter that was answered."""
    asks("Đường", person=Person(name=NAME))
    turn = speaking.call_next_speaker(actor=an, dialogue=hall)
    opinion = heard.note_speech(actor=an, turn=turn, words="Đường thôn hỏng đã ba năm rồi.")
    prepared.dialogue = hall
    draft = OutcomeDraft(HallOutcome.ANSWERED, text="Khởi công tháng 5.", answered_by="Phòng Kinh tế")
    outcomes.record_outcome(actor=an, dialogue=hall, matter=prepared, draft=draft)
    return opinion


@pytest.fixture
def paper(an: Actor, hall: Dialogue, spoken: Opinion) -> OfficialPaper:
    return draft_paper(actor=an, dialogue=hall, code=minutes.CODE)


def test_the_minutes_name_who_spoke_to_who_may_read_names(an: Actor, binh: Actor, paper: OfficialPaper) -> None:
    for actor in (an, binh):
        told = text_of(actor, paper)
        assert f"Ông/bà {NAME} phát biểu: Đường thôn hỏng đã ba năm rồi." in told
        assert "Phòng Kinh tế trả lời nội dung “Sửa đường liên thôn”: Khởi công tháng 5." in told


def test_the_minutes_are_for_office_and_head(
    an: Actor, economist: Actor, party_clerk: Actor, state_clerk: Actor, paper: OfficialPaper
) -> None:
    find = DOCUMENT_TYPES[minutes.CODE].find
    assert [find(actor, paper.public_id).pk for actor in (an, state_clerk)] == [paper.pk] * 2
    for actor in (economist, party_clerk):
        with pytest.raises(ObjectDoesNotExist):
            find(actor, paper.public_id)


def test_a_comment_on_an_official_is_one_neutral_sentence(an: Actor, spoken: Opinion, paper: OfficialPaper) -> None:
    mark_conduct(actor=an, opinion=spoken)
    told = text_of(an, paper)
    assert ("ba năm rồi" in told, told.count("Có ý kiến về cán bộ, công vụ, tiếp nhận riêng.")) == (False, 1)


def test_a_denunciation_leaves_no_word(an: Actor, spoken: Opinion, paper: OfficialPaper) -> None:
    restrict(actor=an, opinion=spoken)
    told = text_of(an, paper)
    assert ("ba năm rồi" in told, NAME in told, "tiếp nhận riêng" in told) == (False, False, False)
    assert "Khởi công tháng 5." in told


def test_words_of_a_matter_taken_back_leave_the_line_that_quotes_them(
    an: Actor, handed_in: Opinion, hall: Dialogue, paper: OfficialPaper, prepared: Matter
) -> None:
    Matter.objects.of(hall.locality).filter(pk=prepared.pk).update(title=handed_in.words)
    row = Matter.objects.of(hall.locality).get(pk=prepared.pk)
    row.dialogue = hall
    outcomes.edit_outcome(
        actor=an, outcome=_outcome(hall), draft=OutcomeDraft(HallOutcome.ANSWERED, text="Xong.", answered_by="Phòng")
    )
    assert handed_in.words in text_of(an, paper)
    Opinion.objects.of(hall.locality).filter(pk=handed_in.pk).update(level="restricted")
    assert handed_in.words not in text_of(an, paper)


def _outcome(hall: Dialogue) -> HallResult:
    return HallResult.objects.of(hall.locality).select_related("matter", "dialogue__locality", "unit", "turn").get()


def test_the_minutes_hold_the_rows_whose_words_they_print(
    an: Actor, spoken: Opinion, prepared: Matter, paper: OfficialPaper
) -> None:
    assert {row.public_id for row in minutes.held_in(paper)} == {spoken.public_id, prepared.public_id}
    mark_conduct(actor=an, opinion=spoken)
    assert {row.public_id for row in minutes.held_in(paper)} == {prepared.public_id}


def test_minutes_are_issued_only_when_locked(an: Actor, hall: Dialogue, paper: OfficialPaper) -> None:
    assert minutes.missing_of(paper) == (minutes.NOT_LOCKED,)
    Minutes.objects.of(hall.locality).update(state="locked")
    assert minutes.missing_of(paper) == ()
    known = Minutes.objects.of(hall.locality).select_related("dialogue", "locality").get()
    Minutes.objects.of(hall.locality).update(state="growing")
    add_line(actor=an, minutes=known, text="Có 3 phiếu.")
    assert "Có 3 phiếu." in text_of(an, paper)


def test_scripts_are_for_who_runs_the_hall(
    an: Actor, binh: Actor, economist: Actor, dialogue: Dialogue, office: Unit
) -> None:
    agenda.start_agenda(actor=an, dialogue=dialogue)
    for kind in (MC_SCRIPT, CHAIR_SCRIPT):
        for actor in (an, binh):
            assert (
                "Tuyên bố lý do, giới thiệu đại biểu"
                in kind.render(kind.find(actor, dialogue.public_id), "text").decode()
            )
        with pytest.raises(ObjectDoesNotExist):
            kind.find(economist, dialogue.public_id)


def test_a_programme_needs_items_day_and_hour(an: Actor, dialogue: Dialogue) -> None:
    drafted = draft_paper(actor=an, dialogue=dialogue, code=programme.CODE)
    assert programme.missing_of(drafted) == (programme.NO_DAY, programme.NO_ITEMS)


TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("fields", "settled"),
    [
        ({"state": MatterState.CLOSED}, Settled.DONE),
        ({"state": MatterState.ANSWERED_IN_HALL, "outcome": Outcome.GUIDED}, Settled.DONE),
        ({"state": MatterState.REFERRED}, Settled.REFERRED),
        ({"state": MatterState.ANSWERED, "outcome": Outcome.REFERRED}, Settled.REFERRED),
        ({"state": MatterState.IN_WRITING, "writing_due_on": TODAY}, Settled.IN_WORK),
        ({"state": MatterState.IN_WRITING, "writing_due_on": TODAY - timedelta(days=1)}, Settled.NOT_YET),
        ({"state": MatterState.CLOSED, "outcome": Outcome.PLANNED}, Settled.IN_WORK),
        ({"state": MatterState.CLOSED, "outcome": Outcome.UNDER_WAY, "promised_on": TODAY - timedelta(days=1)}, Settled.NOT_YET),  # noqa: E501
        ({"state": MatterState.PREPARED}, Settled.NOT_YET),
    ],
)  # fmt: skip
def test_how_far_a_matter_has_come(fields: dict[str, object], settled: Settled) -> None:
    assert settled_of(Matter(**fields), TODAY) is settled


def test_last_time_is_the_body_s_latest_year_and_only_the_ordinary(
    an: Actor, dialogue: Dialogue, prepared: Matter, frozen_today: date
) -> None:
    fresh = Dialogue.objects.of(dialogue.locality).get(pk=dialogue.pk)
    fresh.pk, fresh.public_id, fresh.state = None, "earlierheld2", "closed"
    fresh.held_on, fresh.year = frozen_today - timedelta(days=300), dialogue.year - 1
    fresh.save()
    paper = draft_paper(actor=an, dialogue=dialogue, code=previous_results.CODE)
    Matter.objects.of(dialogue.locality).filter(pk=prepared.pk).update(dialogue=fresh)
    assert [row.pk for row in previous_results.earlier_of(dialogue)] == [fresh.pk]
    assert "Sửa đường liên thôn" in text_of(an, paper)
    assert previous_results.missing_of(paper) == (previous_results.NO_REASONS,)
    Matter.objects.of(dialogue.locality).filter(pk=prepared.pk).update(level="conduct")
    assert "Sửa đường liên thôn" not in text_of(an, paper)
