"""Setting limits: counted, moved, kept by hand, dropped, resumed; across Tết and swapped days."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import BODY, Scope
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import deadlines_of, every_limit_of
from nghedan.foundation.deadlines.services import fix_deadline, meet_deadline, set_deadlines
from nghedan.foundation.journal.models import JournalEntry
from nghedan.kernel.errors import NotAllowed
from tests.foundation.deadlines.conftest import FRIDAY, PAY, PREPARE, RULES, TELL, TIDY
from tests.support.things.models import Thing

pytestmark = pytest.mark.django_db


def set_for(actor: Actor, subject: Thing, held_on: date | None, rules: Any = RULES) -> dict[str, date]:
    anchors = {"held_on": held_on} if held_on else {}
    return {
        row.rule_code: row.due_on for row in set_deadlines(actor=actor, subject=subject, rules=rules, anchors=anchors)
    }


def journalled() -> list[str]:
    return [f"{entry.code} {entry.facts()['actor']}" for entry in JournalEntry.objects.order_by("number")]


@pytest.mark.parametrize(
    ("held_on", "tell", "prepare", "pay", "tidy"),
    [
        pytest.param(date(2026, 9, 22), "15/9", "15/9", "2/10", "1/10", id="tuesday"),
        pytest.param(date(2026, 9, 24), "17/9", "17/9", "5/10", "5/10", id="thursday: the tenth day, Sunday, rolls"),
        pytest.param(FRIDAY, "18/9", "18/9", "5/10", "6/10", id="friday: seven working days pass the tenth day"),
        pytest.param(date(2026, 2, 10), "3/2", "3/2", "23/2", "26/2", id="before Tết: 14/2-22/2 are off"),
        pytest.param(date(2026, 2, 24), "17/2", "10/2", "6/3", "5/3", id="after Tết: counted back over it"),
        pytest.param(date(2026, 8, 20), "13/8", "13/8", "3/9", "28/8", id="Saturday 22/8 is worked, 31/8-2/9 off"),
        pytest.param(date(2025, 12, 29), "22/12", "22/12", "8/1", "9/1", id="over New Year: 1/1 and 2/1 are off"),
    ],
)
def test_limits_follow_from_the_day(
    an: Actor, festival: Thing, held_on: date, tell: str, prepare: str, pay: str, tidy: str
) -> None:
    dues = set_for(an, festival, held_on)
    shown = {code: f"{due.day}/{due.month}" for code, due in dues.items()}
    assert shown == {"tell": tell, "prepare": prepare, "pay": pay, "tidy": tidy}


def test_a_limit_keeps_how_it_was_counted(limits: dict[str, Deadline]) -> None:
    pay = Deadline.objects.of(limits["pay"].locality).get(rule_code="pay")
    assert (pay.rule, pay.anchor_on, pay.due_on, pay.counted_on, pay.advised_on) == (
        PAY, FRIDAY, date(2026, 10, 5), date(2026, 10, 5), date(2026, 10, 5)
    )  # fmt: skip
    assert pay.steps[0] == {
        "day": "2026-09-25",
        "text": "Mốc tính: %(weekday)s %(date)s, ngày này không tính",
        "params": {"weekday": "thứ Sáu", "date": "25/9/2026"},
    }


def test_setting_is_journalled_as_counted_by_the_system_for_who_asked(an: Actor, limits: dict[str, Deadline]) -> None:
    assert journalled() == ["deadline.set system"] * len(limits)
    facts = JournalEntry.objects.get(subject_id=limits["tidy"].public_id).facts()["facts"]
    assert (facts["due_on"], facts["asked_by"]) == ([None, "2026-10-06"], an.key)


def test_setting_again_changes_nothing(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    before = list(Deadline.objects.of(festival.locality).order_by("pk").values())
    set_for(an, festival, FRIDAY)
    assert list(Deadline.objects.of(festival.locality).order_by("pk").values()) == before
    assert len(journalled()) == len(limits)


def test_moving_the_day_moves_every_limit(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    moved = set_for(an, festival, FRIDAY + timedelta(days=7))
    assert moved == {"tell": date(2026, 9, 25), "prepare": date(2026, 9, 25), "pay": date(2026, 10, 12),
                     "tidy": date(2026, 10, 13)}  # fmt: skip
    assert {row.pk for row in deadlines_of(festival)} == {row.pk for row in limits.values()}
    assert journalled()[len(limits) :] == ["deadline.recount system"] * len(limits)


def test_a_limit_fixed_by_hand_stays_and_is_flagged(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    fix_deadline(actor=an, deadline=limits["prepare"], due_on=date(2026, 9, 16), reason="Chủ tịch đi vắng")
    set_for(an, festival, FRIDAY)
    assert every_limit_of(festival)["prepare"].differs_from_count is False
    assert set_for(an, festival, date(2026, 10, 2))["prepare"] == date(2026, 9, 16)
    row = every_limit_of(festival)["prepare"]
    assert (row.counted_on, row.advised_on, row.differs_from_count) == (date(2026, 9, 25), date(2026, 9, 16), True)


def test_the_flag_goes_when_the_count_agrees_again(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    fix_deadline(actor=an, deadline=limits["prepare"], due_on=date(2026, 9, 17), reason="Theo giấy mời")
    set_for(an, festival, date(2026, 10, 2))
    set_for(an, festival, date(2026, 9, 24))
    row = every_limit_of(festival)["prepare"]
    assert (row.due_on, row.counted_on, row.differs_from_count) == (date(2026, 9, 17), date(2026, 9, 17), False)


def test_a_met_limit_stays_as_it_was(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    meet_deadline(actor=an, deadline=limits["tell"], on=date(2026, 9, 10))
    assert set_for(an, festival, date(2026, 10, 2))["tell"] == date(2026, 9, 18)


def test_without_a_day_the_limits_are_dropped_and_resumed_with_one(
    an: Actor, festival: Thing, limits: dict[str, Deadline]
) -> None:
    meet_deadline(actor=an, deadline=limits["tell"], on=date(2026, 9, 10))
    fix_deadline(actor=an, deadline=limits["prepare"], due_on=date(2026, 9, 16), reason="Chủ tịch đi vắng")
    assert set_for(an, festival, None) == {}
    assert [row.rule_code for row in deadlines_of(festival)] == ["tell"]
    set_for(an, festival, date(2026, 10, 2))
    row = every_limit_of(festival)["prepare"]
    assert (row.pk, row.due_on, row.fixed_by_hand, row.state) == (
        limits["prepare"].pk, date(2026, 9, 25), False, "running"
    )  # fmt: skip


def test_a_rule_that_no_longer_applies_is_dropped(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    set_for(an, festival, FRIDAY, rules=(TELL, PAY))
    assert [row.rule_code for row in deadlines_of(festival)] == ["tell", "pay"]
    assert {code: row.state for code, row in every_limit_of(festival).items()} == {
        "tell": "running", "pay": "running", "prepare": "dropped", "tidy": "dropped"
    }  # fmt: skip


def test_two_rules_of_one_code_are_refused_and_nothing_is_kept(an: Actor, festival: Thing) -> None:
    with pytest.raises(ValueError, match="tell"):
        set_for(an, festival, FRIDAY, rules=(TELL, PREPARE, TELL))
    assert deadlines_of(festival) == []


def test_the_database_holds_one_limit_for_a_rule(limits: dict[str, Deadline]) -> None:
    twin = Deadline.objects.of(limits["pay"].locality).get(rule_code="pay")
    twin.pk, twin.public_id = None, "another-once"
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_limits_stand_where_their_subject_stands(an: Actor, festival: Thing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Thing, "access_scopes", lambda _thing: {Scope(BODY, 3)})
    [limit] = set_deadlines(actor=an, subject=festival, rules=(TIDY,), anchors={"held_on": FRIDAY})
    assert limit.access_scopes() == {Scope(BODY, 3)}


def test_nobody_sets_limits_in_another_locality(giang: Actor, festival: Thing) -> None:
    with pytest.raises(NotAllowed):
        set_for(giang, festival, FRIDAY)
    assert deadlines_of(festival) == []


def test_counting_follows_from_a_move_and_needs_no_right_of_its_own(chi: Actor, festival: Thing) -> None:
    assert set_for(chi, festival, FRIDAY, rules=(TELL,)) == {"tell": date(2026, 9, 18)}


def test_setting_what_is_set_reads_twice_whatever_the_number(
    an: Actor, festival: Thing, django_assert_num_queries: Any
) -> None:
    for rules in ((TELL,), RULES):
        set_for(an, festival, FRIDAY, rules=rules)
        with django_assert_num_queries(4):  # limits and calendar, inside one savepoint of the test's transaction
            set_for(an, festival, FRIDAY, rules=rules)
