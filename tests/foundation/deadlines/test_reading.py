"""Reading limits: how they stand, how they were counted, whose they are."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from nghedan.config import roles
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import BODY, Scope
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.queries import (
    deadlines_of,
    deadlines_of_all,
    deadlines_visible_to,
    late_on,
    open_between,
)
from nghedan.foundation.deadlines.services import meet_deadline, set_deadlines
from nghedan.foundation.deadlines.status import explain, status_of
from nghedan.foundation.deadlines.terms import DeadlineStatus
from nghedan.foundation.tenancy.models import Locality
from tests.foundation.deadlines.conftest import FRIDAY, PAY, TELL, TIDY
from tests.support import people
from tests.support.things.models import Thing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "today", "status"),
    [
        ("tell", date(2026, 8, 31), "not_yet"),  # due 18/9; 31/8-2/9 are off, so 12 working days are left
        ("tell", date(2026, 9, 3), "not_yet"),
        ("tell", date(2026, 9, 4), "underway"),
        ("tell", date(2026, 9, 14), "underway"),
        ("tell", date(2026, 9, 15), "soon"),
        ("tell", date(2026, 9, 18), "soon"),
        ("tell", date(2026, 9, 19), "late"),
        ("pay", date(2026, 9, 24), "not_yet"),  # due 5/10, after the festival on 25/9
        ("pay", date(2026, 9, 25), "underway"),
        ("pay", date(2026, 9, 29), "underway"),
        ("pay", date(2026, 9, 30), "soon"),
        ("pay", date(2026, 10, 5), "soon"),
        ("pay", date(2026, 10, 6), "late"),
        ("tidy", date(2026, 10, 6), "soon"),
        ("tidy", date(2026, 10, 7), "passed"),  # a suggestion is never late
    ],
)
def test_how_a_limit_stands(limits: dict[str, Deadline], code: str, today: date, status: str) -> None:
    calendar = calendar_for(limits[code].locality, today, limits[code].due_on)
    assert status_of(limits[code], today=today, calendar=calendar) == status


def test_a_met_limit_is_green_however_late(an: Actor, limits: dict[str, Deadline]) -> None:
    row = meet_deadline(actor=an, deadline=limits["tell"], on=date(2026, 9, 10))
    later = date(2027, 1, 1)
    assert status_of(row, today=later, calendar=calendar_for(row.locality, later, later)) is DeadlineStatus.MET


def test_the_count_is_explained_step_by_step(limits: dict[str, Deadline]) -> None:
    row = Deadline.objects.of(limits["pay"].locality).get(rule_code="pay")
    with translation.override("vi"):
        assert explain(row) == [
            "Mốc tính: thứ Sáu 25/9/2026, ngày này không tính",
            "Đủ 10 ngày: thứ Hai 05/10/2026",
        ]


def test_what_is_open_between_two_days(an: Actor, festival: Thing, limits: dict[str, Deadline]) -> None:
    def codes(first: date, last: date) -> list[str]:
        return [row.rule_code for row in open_between(festival.locality, first, last)]

    friday, monday = date(2026, 9, 18), date(2026, 10, 5)
    assert codes(friday, monday) == ["tell", "prepare", "pay"]
    assert codes(friday + timedelta(days=1), monday - timedelta(days=1)) == []
    meet_deadline(actor=an, deadline=limits["pay"], on=FRIDAY)
    assert codes(monday, monday) == []


def test_what_is_late(limits: dict[str, Deadline], locality: Locality) -> None:
    assert [row.rule_code for row in late_on(locality, date(2026, 10, 5))] == ["tell", "prepare"]
    assert [row.rule_code for row in late_on(locality, date(2026, 10, 30))] == ["tell", "prepare", "pay"]


def test_limits_of_several_subjects_are_one_query(
    an: Actor, locality: Locality, festival: Thing, limits: dict[str, Deadline], django_assert_num_queries: Any
) -> None:
    other = Thing.objects.create(locality=locality, title="Hội làng", state="open")
    set_deadlines(actor=an, subject=other, rules=(TIDY, TELL), anchors={"held_on": FRIDAY})
    for subjects in ([festival], [festival, other]):
        with django_assert_num_queries(1):
            found = deadlines_of_all(subjects)
    assert [row.rule_code for row in found[other.public_id]] == ["tell", "tidy"]
    assert found[festival.public_id] == deadlines_of(festival)
    assert deadlines_of_all([]) == {}


def test_limits_are_seen_where_a_grant_reaches(
    an: Actor, binh: Actor, chi: Actor, giang: Actor, locality: Locality, monkeypatch: pytest.MonkeyPatch
) -> None:
    for body in (3, 4):
        monkeypatch.setattr(Thing, "access_scopes", lambda _thing, body=body: {Scope(BODY, body)})
        thing = Thing.objects.create(locality=locality, title=f"Cơ quan {body}", state="open")
        set_deadlines(actor=an, subject=thing, rules=(PAY,), anchors={"held_on": FRIDAY})
    clerk_of_one = people.staff("kim", "Đỗ Thị Kim", locality, roles.CLERK, Scope(BODY, 3))
    seen = {actor.label: deadlines_visible_to(actor).count() for actor in (an, binh, clerk_of_one, chi, giang)}
    assert seen == {an.label: 2, binh.label: 2, clerk_of_one.label: 1, chi.label: 0, giang.label: 0}
    assert deadlines_visible_to(Actor.system()).count() == 0
