"""Decisions on a limit: fixing, releasing, meeting, reopening."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.services import add_day
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.services import (
    fix_deadline,
    meet_deadline,
    release_deadline,
    reopen_deadline,
)
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused

pytestmark = pytest.mark.django_db

SUNDAY = date(2026, 9, 13)


def holiday(actor: Actor, day: date) -> None:
    assert actor.locality is not None
    add_day(actor=actor, locality=actor.locality, day=day, kind=DayKind.HOLIDAY, name="Lễ hội", source="Thông báo")


def test_a_fixed_limit_says_by_which_working_day(an: Actor, limits: dict[str, Deadline]) -> None:
    row = fix_deadline(actor=an, deadline=limits["prepare"], due_on=SUNDAY, reason=" Họp giao ban ")
    assert (row.due_on, row.advised_on, row.counted_on) == (SUNDAY, date(2026, 9, 11), date(2026, 9, 18))
    assert (row.fixed_by_hand, row.fixed_reason) == (True, "Họp giao ban")


def test_fixing_needs_a_reason(an: Actor, limits: dict[str, Deadline]) -> None:
    with pytest.raises(Invalid) as refused:
        fix_deadline(actor=an, deadline=limits["prepare"], due_on=SUNDAY, reason="  ")
    assert (refused.value.code, refused.value.field) == ("deadline.no_reason", "reason")


@pytest.mark.parametrize(("code", "lawful"), [("tell", date(2026, 9, 18)), ("pay", date(2026, 10, 5))])
def test_the_law_is_not_stretched_by_hand(an: Actor, limits: dict[str, Deadline], code: str, lawful: date) -> None:
    with pytest.raises(Invalid) as refused:
        fix_deadline(actor=an, deadline=limits[code], due_on=lawful + timedelta(days=1), reason="Xin thêm")
    assert (refused.value.code, refused.value.field) == ("deadline.later_than_law", "due_on")
    assert fix_deadline(actor=an, deadline=limits[code], due_on=lawful, reason="Đúng hạn").due_on == lawful


def test_what_is_not_law_may_be_fixed_later(an: Actor, limits: dict[str, Deadline]) -> None:
    row = fix_deadline(actor=an, deadline=limits["tidy"], due_on=date(2026, 10, 30), reason="Chờ kinh phí")
    assert row.due_on == date(2026, 10, 30)


def test_a_released_limit_follows_the_present_count(an: Actor, limits: dict[str, Deadline]) -> None:
    row = fix_deadline(actor=an, deadline=limits["prepare"], due_on=SUNDAY, reason="Họp giao ban")
    holiday(an, date(2026, 9, 22))
    release_deadline(actor=an, deadline=row)
    row = Deadline.objects.of(row.locality).get(pk=row.pk)
    assert (row.due_on, row.counted_on, row.fixed_by_hand, row.fixed_reason, row.differs_from_count) == (
        date(2026, 9, 17), date(2026, 9, 17), False, "", False
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "late"), [(date(2026, 9, 17), False), (date(2026, 9, 18), False), (date(2026, 9, 19), True)]
)
def test_meeting_a_limit_says_whether_it_was_late(an: Actor, limits: dict[str, Deadline], on: date, late: bool) -> None:
    with clock.frozen(datetime(2026, 9, 20, 8, 0, tzinfo=clock.LOCAL_ZONE)):
        row = meet_deadline(actor=an, deadline=limits["tell"], on=on, note="Đã niêm yết")
    assert (row.state, row.met_on, row.met_note, row.was_late) == ("met", on, "Đã niêm yết", late)


def test_nothing_is_met_in_advance(an: Actor, limits: dict[str, Deadline]) -> None:
    with clock.frozen(datetime(2026, 9, 10, 8, 0, tzinfo=clock.LOCAL_ZONE)):
        with pytest.raises(Invalid) as refused:
            meet_deadline(actor=an, deadline=limits["tell"], on=date(2026, 9, 11))
        assert (refused.value.code, refused.value.field) == ("deadline.not_yet_met", "on")
        assert meet_deadline(actor=an, deadline=limits["tell"], on=date(2026, 9, 10)).state == "met"


def test_a_met_limit_is_not_fixed_any_more(an: Actor, limits: dict[str, Deadline]) -> None:
    row = meet_deadline(actor=an, deadline=limits["prepare"], on=date(2026, 9, 1))
    with pytest.raises(Refused):
        fix_deadline(actor=an, deadline=row, due_on=SUNDAY, reason="Họp giao ban")


def test_a_reopened_limit_is_counted_by_the_present_calendar(an: Actor, limits: dict[str, Deadline]) -> None:
    row = meet_deadline(actor=an, deadline=limits["tidy"], on=date(2026, 10, 1))
    holiday(an, date(2026, 9, 30))
    reopen_deadline(actor=an, deadline=row)
    row = Deadline.objects.of(row.locality).get(pk=row.pk)
    assert (row.state, row.met_on, row.met_note, row.due_on) == ("running", None, "", date(2026, 10, 7))


def test_the_database_knows_a_met_limit_by_its_day(limits: dict[str, Deadline]) -> None:
    row = limits["tidy"]
    for values in ({"state": "met"}, {"met_on": date(2026, 10, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Deadline.objects.of(row.locality).filter(pk=row.pk).update(**values)


def test_the_second_of_two_at_once_is_told(an: Actor, limits: dict[str, Deadline]) -> None:
    mine = Deadline.objects.of(limits["tidy"].locality).get(rule_code="tidy")
    fix_deadline(actor=an, deadline=limits["tidy"], due_on=SUNDAY, reason="Trước")
    with pytest.raises(Conflict):
        fix_deadline(actor=an, deadline=mine, due_on=date(2026, 10, 1), reason="Sau")


def test_only_those_who_keep_limits_decide_on_them(
    chi: Actor, dung: Actor, giang: Actor, limits: dict[str, Deadline]
) -> None:
    for stranger in (chi, dung, giang):
        with pytest.raises(NotAllowed):
            fix_deadline(actor=stranger, deadline=limits["tidy"], due_on=SUNDAY, reason="Tự ý")
        with pytest.raises(NotAllowed):
            meet_deadline(actor=stranger, deadline=limits["tidy"], on=date(2026, 9, 1))
