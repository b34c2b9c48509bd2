"""What comes of matters in the hall, and taking it back."""

from datetime import date
from typing import Any

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import MinutesLine, Outcome
from nghedan.domain.hall.services import outcomes, session
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.terms import HallOutcome, OutcomeState
from nghedan.domain.matters.models import Field, Matter
from nghedan.domain.matters.services.grouping import group
from nghedan.domain.matters.services.raising import MatterDraft, raise_matter
from nghedan.domain.matters.terms import Competence, MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.door import perform
from nghedan.foundation.transitions.keys import issue_key
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused
from tests.domain.hall.conftest import SHORT

pytestmark = pytest.mark.django_db

DUE = date(2026, 3, 24)
KEPT = ("state", "unit_id", "outcome", "outcome_note", "writing_due_on", "answered_on", "competence", "competent_body")


def record(actor: Actor, matter: Matter, kind: HallOutcome, *, key: str = "", **draft: Any) -> Outcome:
    assert matter.dialogue is not None
    return outcomes.record_outcome(
        actor=actor, dialogue=matter.dialogue, matter=matter, draft=OutcomeDraft(kind, **draft), key=key
    )


def standing(matter: Matter) -> tuple[object, ...]:
    fresh = Matter.objects.of(matter.locality).get(pk=matter.pk)
    return tuple(getattr(fresh, name) for name in KEPT)


@pytest.fixture
def answered(hall: Dialogue, prepared: Matter) -> Matter:
    """The matter prepared before, while the session is on."""
    prepared.dialogue = hall
    return prepared


def test_an_answer_in_the_hall_is_the_prepared_one_unless_another_was_given(
    an: Actor, answered: Matter, frozen_today: date
) -> None:
    outcome = record(an, answered, HallOutcome.ANSWERED, answered_by="Phòng Kinh tế")
    assert (outcome.text, outcome.state_before) == (SHORT, MatterState.PREPARED)
    assert standing(answered)[0] == MatterState.ANSWERED_IN_HALL
    assert (answered.outcome, answered.outcome_note, answered.answered_on) == ("answered", SHORT, frozen_today)
    lines = MinutesLine.objects.of(answered.locality).filter(kind__in=("answer", "conclusion"))
    assert [line.subject_id for line in lines] == [outcome.public_id] * 2


@pytest.mark.parametrize(
    ("kind", "draft", "state", "result"),
    [
        (HallOutcome.ANSWERED, {}, "answered_in_hall", "answered"),
        (HallOutcome.GUIDED, {"text": "Nộp đơn ở bộ phận một cửa"}, "answered_in_hall", "guided"),
        (HallOutcome.IN_WRITING, {"due_on": DUE}, "in_writing", "under_way"),
        (HallOutcome.ABOVE, {"competent_body": "UBND tỉnh"}, "referred", "referred"),
        (HallOutcome.OTHER, {"competent_body": "Điện lực"}, "referred", "referred"),
    ],
)
@pytest.mark.parametrize("who", ["an", "binh"])
def test_each_result_moves_the_matter_and_taken_back_leaves_it_as_it_was(
    kind: HallOutcome, draft: dict[str, Any], state: str, result: str, who: str, answered: Matter,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    actor, before = request.getfixturevalue(who), standing(answered)
    outcome = record(actor, answered, kind, **draft)
    assert standing(answered)[0] == state
    assert (answered.outcome, answered.writing_due_on) == (result, draft.get("due_on"))
    outcomes.undo_outcome(actor=actor, outcome=outcome)
    told = MinutesLine.objects.of(answered.locality).filter(subject_id=outcome.public_id)
    assert (standing(answered), outcome.state, {line.state for line in told}) == (before, OutcomeState.UNDONE, {"struck"})  # fmt: skip  # noqa: E501


def test_what_is_above_and_what_is_anothers_are_told_apart(an: Actor, answered: Matter) -> None:
    record(an, answered, HallOutcome.ABOVE, competent_body="UBND tỉnh")
    assert (answered.competence, answered.competent_body) == (Competence.ABOVE, "UBND tỉnh")


@pytest.mark.parametrize(
    ("kind", "draft", "field"),
    [
        (HallOutcome.IN_WRITING, {}, "due_on"),
        (HallOutcome.IN_WRITING, {"due_on": date(2026, 3, 9)}, "due_on"),
        (HallOutcome.OTHER, {}, "competent_body"),
    ],
)
def test_what_a_result_cannot_do_without_is_asked_for(
    an: Actor, answered: Matter, kind: HallOutcome, draft: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as told:
        record(an, answered, kind, **draft)
    assert told.value.field == field
    assert not Outcome.objects.of(answered.locality).exists()


def test_a_written_answer_needs_a_unit(an: Actor, hall: Dialogue, handed_in: Opinion) -> None:
    matter = raise_matter(actor=an, opinion=handed_in, draft=MatterDraft(title="Chưa giao ai"))
    matter.dialogue = hall
    with pytest.raises(Invalid, match="chọn đơn vị"):
        record(an, matter, HallOutcome.IN_WRITING, due_on=DUE)


def test_the_same_form_sent_twice_records_one_result_and_another_form_is_told(an: Actor, answered: Matter) -> None:
    key = issue_key(an, "outcome")
    first = record(an, answered, HallOutcome.ANSWERED, key=key)
    assert record(an, answered, HallOutcome.ANSWERED, key=key) == first
    with pytest.raises((Conflict, Refused)):
        record(an, answered, HallOutcome.GUIDED, text="Nộp đơn")
    assert Outcome.objects.of(answered.locality).count() == 1


def test_words_unit_and_day_are_edited_and_the_minutes_follow(an: Actor, answered: Matter, office: Unit) -> None:
    outcome = record(an, answered, HallOutcome.IN_WRITING, due_on=DUE)
    draft = OutcomeDraft(HallOutcome.IN_WRITING, text="Sẽ kiểm tra thực địa", unit=office, due_on=date(2026, 3, 20))
    assert outcomes.edit_outcome(actor=an, outcome=outcome, draft=draft) == outcome
    assert standing(answered)[:5] == ("in_writing", office.pk, "under_way", "Sẽ kiểm tra thực địa", date(2026, 3, 20))
    assert any("Sẽ kiểm tra thực địa" in line.text for line in MinutesLine.objects.of(answered.locality))


def test_a_result_of_another_kind_takes_the_first_back(an: Actor, answered: Matter) -> None:
    first = record(an, answered, HallOutcome.ANSWERED)
    draft = OutcomeDraft(HallOutcome.IN_WRITING, due_on=DUE)
    second = outcomes.edit_outcome(actor=an, outcome=first, draft=draft)
    rows = Outcome.objects.of(answered.locality).order_by("pk")
    assert [(row.pk, row.state) for row in rows] == [(first.pk, "undone"), (second.pk, "standing")]
    assert (standing(answered)[0], second.state_before) == (MatterState.IN_WRITING, MatterState.PREPARED)


def test_a_result_is_not_taken_back_once_the_matter_went_on(an: Actor, answered: Matter) -> None:
    outcome = record(an, answered, HallOutcome.ANSWERED)
    perform("matter.reopen", actor=an, obj=answered)
    outcome.matter.refresh_from_db()
    with pytest.raises(Refused, match="đã được xử lý tiếp"):
        outcomes.undo_outcome(actor=an, outcome=outcome)


def test_a_matter_that_waited_for_a_written_answer_waits_for_it_again(an: Actor, answered: Matter) -> None:
    perform("matter.put_in_writing", actor=an, obj=answered, changes={"writing_due_on": DUE})
    for kind, draft in ((HallOutcome.ANSWERED, {}), (HallOutcome.ABOVE, {"competent_body": "UBND tỉnh"})):
        before = standing(answered)
        outcomes.undo_outcome(actor=an, outcome=record(an, answered, kind, **draft))
        assert standing(answered) == before


def test_results_are_recorded_from_the_opening_on_and_corrected_until_the_conclusion(
    an: Actor, dialogue: Dialogue, prepared: Matter
) -> None:
    prepared.dialogue = dialogue
    with pytest.raises(Refused, match="Chỉ ghi kết quả"):
        record(an, prepared, HallOutcome.ANSWERED)
    session.open_session(actor=an, dialogue=dialogue)
    outcome = record(an, prepared, HallOutcome.ANSWERED)
    session.adjourn_session(actor=an, dialogue=dialogue)
    outcomes.undo_outcome(actor=an, outcome=outcome)
    assert standing(prepared)[0] == MatterState.PREPARED


def test_what_is_grouped_is_answered_by_the_main_matter(
    an: Actor, answered: Matter, handed_in: Opinion, roads: Field
) -> None:
    other = raise_matter(actor=an, opinion=handed_in, draft=MatterDraft(title="Đường hỏng", field=roads))
    group(actor=an, matter=other, into=answered)
    other.dialogue = answered.dialogue
    with pytest.raises(Refused, match="nội dung chính"):
        record(an, other, HallOutcome.ANSWERED)


def test_officers_do_not_record_results(chi: Actor, answered: Matter) -> None:
    with pytest.raises(NotAllowed):
        record(chi, answered, HallOutcome.ANSWERED)
