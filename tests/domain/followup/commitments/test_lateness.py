"""When a commitment is late: to the day; and nothing but a decision takes a late one out of sight."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from nghedan.domain.followup.models import Commitment, Extension
from nghedan.domain.followup.queries.commitments import late_commitments, late_on, standing_of, units_that_failed
from nghedan.domain.followup.rules.lateness import Standing, is_late, is_reminded, lateness_of
from nghedan.domain.followup.services.extending import (
    ExtensionDraft,
    ask_extension,
    grant_extension,
    refuse_extension,
    withdraw_extension,
)
from nghedan.domain.followup.services.working import ProgressDraft, confirm_commitment, report_progress
from nghedan.domain.followup.terms import CommitmentState, ExtensionKind, Lateness
from nghedan.domain.followup.workflow import COMMITMENT
from nghedan.domain.matters.models import Matter
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support.aftermath import DUE_ON

DECIDED = {"commitment.confirm", "commitment.close", "commitment.waive", "commitment.extend", "commitment.reopen"}
"""Moves of the office or the head: everything else leaves a late commitment late."""

DONE = ProgressDraft("Xong", is_final=True)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=clock.LOCAL_ZONE)


def test_it_is_late_from_the_day_after() -> None:
    one = Standing(CommitmentState.OPEN, DUE_ON)
    days = (DUE_ON - timedelta(days=1), DUE_ON, DUE_ON + timedelta(days=1))
    assert [is_late(one, day) for day in days] == [False, False, True]


def test_what_was_reported_in_time_waits_and_what_was_reported_late_stays_late() -> None:
    after = DUE_ON + timedelta(days=9)
    reported = [Standing(CommitmentState.REPORTED, DUE_ON, on) for on in (DUE_ON, DUE_ON + timedelta(days=1), None)]
    assert [is_late(one, after) for one in reported] == [False, True, True]


def test_how_it_stands_is_a_word() -> None:
    today, soon = date(2026, 3, 10), date(2026, 3, 13)
    cases = (
        (Standing(CommitmentState.OPEN, date(2026, 3, 9)), Lateness.LATE),
        (Standing(CommitmentState.IN_PROGRESS, date(2026, 3, 13)), Lateness.SOON),
        (Standing(CommitmentState.OPEN, date(2026, 3, 14)), Lateness.RUNNING),
        (Standing(CommitmentState.OPEN, date(2026, 3, 12), paused_on=today), Lateness.PAUSED),
        (Standing(CommitmentState.OPEN, date(2026, 3, 9), paused_on=date(2026, 2, 1)), Lateness.LATE),
        (Standing(CommitmentState.CONFIRMED, date(2026, 3, 1)), Lateness.DONE),
    )
    assert [lateness_of(one, today, soon) for one, _word in cases] == [word for _one, word in cases]


@pytest.mark.parametrize(
    ("due", "since", "today", "told"),
    [
        ("2026-03-13", "2026-03-09", "2026-03-10", True),
        ("2026-03-10", "2026-03-09", "2026-03-10", True),
        ("2026-03-07", "2026-03-09", "2026-03-10", True),
        ("2026-03-12", "2026-03-09", "2026-03-10", False),
        ("2026-03-08", "2026-03-06", "2026-03-09", True),
        ("2026-03-11", "2026-03-06", "2026-03-09", True),
        ("2026-03-02", "2026-03-06", "2026-03-09", False),
    ],
)  # fmt: skip
def test_a_unit_is_reminded_three_days_before_on_the_day_and_three_days_after(
    due: str, since: str, today: str, told: bool
) -> None:
    assert is_reminded(*map(date.fromisoformat, (due, since, today))) is told


@pytest.mark.django_db
def test_rule_and_query_say_the_same(committed: list[Commitment]) -> None:
    rows = Commitment.objects.of(committed[0].locality)
    for state in CommitmentState:
        for reported in (None, DUE_ON, DUE_ON + timedelta(days=1)):
            rows.filter(pk=committed[0].pk).update(state=state, reported_on=reported)
            for day in (DUE_ON, DUE_ON + timedelta(days=1)):
                found = rows.filter(late_on(day), pk=committed[0].pk).exists()
                assert found is is_late(standing_of(rows.get(pk=committed[0].pk)), day)


@pytest.mark.django_db
@pytest.mark.parametrize("move", [move.code for move in COMMITMENT.transitions if not move.is_creation])
def test_no_move_but_a_decision_hides_what_is_late(move: str, committed: list[Commitment]) -> None:
    """The states a late commitment can be in, and where each move leads: it stays in the query of what is late."""
    rows, today = Commitment.objects.of(committed[0].locality), DUE_ON + timedelta(days=5)
    transition = COMMITMENT.transition(move)
    hidden = set()
    for source in transition.sources:
        rows.filter(pk=committed[0].pk).update(state=source, reported_on=today if source == "reported" else None)
        if not rows.filter(late_on(today), pk=committed[0].pk).exists():
            continue
        target = transition.target or source
        reported = {"commitment.report": today, "commitment.return": None}.get(move, today)
        rows.filter(pk=committed[0].pk).update(state=target, reported_on=reported if target == "reported" else None)
        if not rows.filter(late_on(today), pk=committed[0].pk).exists():
            hidden.add(move)
    assert hidden <= DECIDED


@pytest.fixture
def late(committed: list[Commitment]) -> Iterator[Commitment]:
    """The first commitment, on the Monday three days after its Friday."""
    with clock.frozen(at(date(2026, 3, 23))):
        yield committed[0]


def owed(actor: Actor) -> list[int]:
    return [row.pk for row in late_commitments(actor, clock.today())]


@pytest.mark.django_db
def test_asking_changes_nothing_and_refusing_neither(
    an: Actor, binh: Actor, economist: Actor, late: Commitment
) -> None:
    before = owed(an)
    draft = ExtensionDraft(date(2026, 4, 10), "Mưa kéo dài")
    asked = ask_extension(actor=economist, commitment=late, draft=draft)
    assert (owed(an), late.due_on, asked.old_due_on) == (before, DUE_ON, DUE_ON)
    with pytest.raises(Refused):
        ask_extension(actor=economist, commitment=late, draft=draft)
    with pytest.raises(NotAllowed):
        grant_extension(actor=economist, extension=asked)
    with pytest.raises(Invalid):
        refuse_extension(actor=binh, extension=asked, answer="")
    refuse_extension(actor=binh, extension=asked, answer="Phải xong trong tháng")
    assert (owed(an), asked.state) == (before, "refused")


@pytest.mark.django_db
def test_granting_moves_the_day_and_keeps_the_first(an: Actor, binh: Actor, economist: Actor, late: Commitment) -> None:
    asked = ask_extension(actor=economist, commitment=late, draft=ExtensionDraft(date(2026, 4, 10), "Mưa"))
    grant_extension(actor=binh, extension=asked, answer="Đồng ý")
    late.refresh_from_db()
    assert (late.due_on, late.first_due_on, late.paused_on) == (date(2026, 4, 10), DUE_ON, None)
    assert late.pk not in owed(an)
    with clock.frozen(at(date(2026, 4, 11))):
        assert late.pk in owed(an)


@pytest.mark.django_db
@pytest.mark.parametrize(("promised", "then"), [(DUE_ON, date(2026, 4, 10)), (date(2026, 4, 1), date(2026, 4, 1))])
def test_the_answer_in_writing_moves_along_unless_its_day_was_set_by_hand(
    binh: Actor, economist: Actor, late: Commitment, promised: date, then: date
) -> None:
    Matter.objects.of(late.locality).filter(pk=late.matter_id).update(writing_due_on=promised, state="in_writing")
    late = Commitment.objects.of(late.locality).get(pk=late.pk)
    asked = ask_extension(actor=economist, commitment=late, draft=ExtensionDraft(date(2026, 4, 10), "Mưa"))
    grant_extension(actor=binh, extension=asked)
    assert Matter.objects.of(late.locality).get(pk=late.matter_id).writing_due_on == then
    told = [entry.facts() for entry in JournalEntry.objects.filter(code="matter.follow_extension")]
    assert [body["facts"]["extension"] for body in told] == [asked.public_id] * (promised == DUE_ON)


@pytest.mark.django_db
def test_a_rest_ends_on_its_day_and_is_late_again(an: Actor, binh: Actor, economist: Actor, late: Commitment) -> None:
    draft = ExtensionDraft(date(2026, 4, 10), "Chờ kinh phí", kind=ExtensionKind.PAUSE)
    grant_extension(actor=binh, extension=ask_extension(actor=economist, commitment=late, draft=draft))
    late.refresh_from_db()
    assert (late.rests(date(2026, 4, 10)), late.rests(date(2026, 4, 11))) == (True, False)
    with clock.frozen(at(date(2026, 4, 11))):
        assert late.pk in owed(an)


@pytest.mark.django_db
def test_the_clerk_records_what_the_head_decided_by_phone(an: Actor, economist: Actor, late: Commitment) -> None:
    asked = ask_extension(actor=economist, commitment=late, draft=ExtensionDraft(date(2026, 4, 10), "Mưa"))
    told = record_instruction(
        actor=an, about=asked, decided_by="Trần Văn Bình", decided_at=clock.now(), way=InstructionWay.PHONE,
        content="Đồng ý gia hạn",
    )  # fmt: skip
    grant_extension(actor=an, extension=asked, instruction=told)
    assert asked.state == "granted"


@pytest.mark.django_db
def test_more_time_needs_a_later_day_and_a_reason(economist: Actor, late: Commitment) -> None:
    drafts = (
        ExtensionDraft(None, "Mưa"), ExtensionDraft(date(2026, 3, 22), "Mưa"), ExtensionDraft(date(2026, 4, 1), " ")
    )  # fmt: skip
    found = []
    for draft in drafts:
        with pytest.raises(Invalid) as refused:
            ask_extension(actor=economist, commitment=late, draft=draft)
        found.append(refused.value.field)
    assert found == ["new_due_on", "new_due_on", "reason"]


@pytest.mark.django_db
def test_a_request_can_be_taken_back_and_ends_with_the_work(
    an: Actor, economist: Actor, binh: Actor, late: Commitment
) -> None:
    draft = ExtensionDraft(date(2026, 4, 10), "Mưa")
    withdraw_extension(actor=economist, extension=ask_extension(actor=economist, commitment=late, draft=draft))
    ask_extension(actor=economist, commitment=late, draft=draft)
    report_progress(actor=economist, commitment=late, draft=DONE)
    assert late.pk in owed(an)
    confirm_commitment(actor=an, commitment=late)
    states = Extension.objects.of(late.locality).order_by("pk").values_list("state", flat=True)
    assert list(states) == ["withdrawn", "withdrawn"]


@pytest.mark.django_db
def test_what_a_unit_failed_climbs_to_the_head_after_the_third_day(binh: Actor, committed: list[Commitment]) -> None:
    told = [
        [(row.late, row.since) for row in units_that_failed(binh, day)]
        for day in (date(2026, 3, 23), date(2026, 3, 24))
    ]
    assert told == [[], [(3, DUE_ON)]]
