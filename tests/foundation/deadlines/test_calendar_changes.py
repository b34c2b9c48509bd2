"""A day added, moved or taken away later moves the running limits, and the journal says so."""

from datetime import date
from typing import Any

import pytest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.national import load_national_days
from nghedan.foundation.calendars.services import add_day, edit_day, end_day
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.deadlines.handlers import on_calendar_changed
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import every_limit_of
from nghedan.foundation.deadlines.services import fix_deadline, meet_deadline, recount, set_deadlines
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.outbox import subscriptions
from nghedan.foundation.outbox.worker import run_once
from nghedan.foundation.tenancy.models import Locality
from tests.foundation.deadlines.conftest import FRIDAY, RULES, TIDY
from tests.support.things.models import Thing

pytestmark = pytest.mark.django_db

THURSDAY = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _listening(_limits: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ("day_off.add", "day_off.edit", "day_off.end", "calendar.changed"):
        monkeypatch.setitem(subscriptions._handlers, code, (on_calendar_changed,))


def holiday(actor: Actor, day: date, **values: Any) -> DayOff:
    given: dict[str, Any] = {
        "locality": actor.locality,
        "kind": DayKind.HOLIDAY,
        "name": "Lễ hội",
        "source": "Thông báo",
    }
    return add_day(actor=actor, day=day, **(given | values))


def settle() -> None:
    while run_once():
        pass


def dues(subject: Thing) -> dict[str, str]:
    return {code: f"{row.due_on.day}/{row.due_on.month}" for code, row in every_limit_of(subject).items()}


BEFORE = {"tell": "18/9", "prepare": "18/9", "pay": "5/10", "tidy": "6/10"}


def test_a_holiday_added_later_moves_what_it_touches(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    assert dues(festival) == BEFORE
    day_off = holiday(an, THURSDAY)
    settle()
    assert dues(festival) == BEFORE | {"tidy": "7/10"}
    edit_day(actor=an, day_off=day_off, day=date(2026, 10, 5))
    settle()
    assert dues(festival) == BEFORE | {"pay": "6/10", "tidy": "7/10"}
    end_day(actor=an, day_off=day_off)
    settle()
    assert dues(festival) == BEFORE


def test_a_worked_saturday_brings_a_limit_forward(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    holiday(an, date(2026, 9, 26), kind=DayKind.SWAPPED, name="làm bù")
    settle()
    assert dues(festival) == BEFORE | {"tidy": "5/10"}


def test_the_move_is_journalled_with_its_cause(an: Actor, limits: dict[str, Deadline]) -> None:
    holiday(an, THURSDAY)
    settle()
    [entry] = JournalEntry.objects.filter(code="deadline.recount")
    facts = entry.facts()
    assert (facts["actor"], facts["subject"]) == ("system", f"deadlines.deadline:{limits['tidy'].public_id}")
    assert facts["facts"] == {
        "due_on": ["2026-10-06", "2026-10-07"], "counted_on": ["2026-10-06", "2026-10-07"],
        "advised_on": ["2026-10-06", "2026-10-07"], "because": "calendar", "asked_by": "system",
    }  # fmt: skip


def test_the_steps_say_the_new_holiday(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    holiday(an, THURSDAY)
    settle()
    steps = every_limit_of(festival)["tidy"].steps
    assert [step["params"] for step in steps if step["day"] == "2026-10-01"] == [
        {"date": "01/10/2026", "reason": "Lễ hội"}
    ]


def test_a_limit_fixed_by_hand_stays_and_is_flagged(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    fix_deadline(actor=an, deadline=limits["tidy"], due_on=date(2026, 10, 2), reason="Chủ tịch đi vắng")
    holiday(an, THURSDAY)
    settle()
    row = every_limit_of(festival)["tidy"]
    assert (row.due_on, row.counted_on, row.differs_from_count) == (date(2026, 10, 2), date(2026, 10, 7), True)


def test_a_met_limit_is_left_alone(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    meet_deadline(actor=an, deadline=limits["tidy"], on=date(2026, 10, 1))
    holiday(an, THURSDAY)
    settle()
    assert dues(festival) == BEFORE


def test_another_localitys_holiday_moves_nothing(giang: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    holiday(giang, THURSDAY)
    settle()
    assert dues(festival) == BEFORE


def test_a_nationwide_day_moves_the_limits_of_every_locality(
    an: Actor, giang: Actor, festival: Thing, other_locality: Locality, limits: dict[str, Deadline]
) -> None:
    theirs = Thing.objects.create(locality=other_locality, title="Hội làng", state="open")
    set_deadlines(actor=giang, subject=theirs, rules=RULES, anchors={"held_on": date(2026, 8, 26)})
    set_deadlines(actor=an, subject=festival, rules=RULES, anchors={"held_on": date(2026, 8, 26)})
    assert dues(theirs) == dues(festival) == {"tell": "19/8", "prepare": "20/8", "pay": "7/9", "tidy": "9/9"}
    DayOff.objects.shipped().filter(day=date(2026, 9, 3)).delete()
    DayOff.objects.create(day=date(2026, 9, 3), kind="holiday", name="Thừa", source="Không rõ", state="current")
    recount(actor=Actor.system(festival.locality), locality=festival.locality, because="test")
    recount(actor=Actor.system(other_locality), locality=other_locality, because="test")
    assert dues(theirs)["tidy"] == dues(festival)["tidy"] == "10/9"
    load_national_days()
    settle()
    assert dues(theirs)["tidy"] == dues(festival)["tidy"] == "9/9"


def test_recounting_reads_the_same_whatever_the_number(
    an: Actor, locality: Locality, django_assert_num_queries: Any
) -> None:
    for number in (1, 3):
        for index in range(number):
            thing = Thing.objects.create(locality=locality, title=f"Lễ {number}.{index}", state="open")
            set_deadlines(actor=an, subject=thing, rules=(TIDY,), anchors={"held_on": FRIDAY})
        with django_assert_num_queries(4):  # limits and calendar, inside one savepoint of the test's transaction
            assert recount(actor=an, locality=locality, because="test") == []
