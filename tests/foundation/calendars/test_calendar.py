"""The calendar as one locality sees it, and the deeds on its own days."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.queries import calendar_for, days_of_year
from nghedan.foundation.calendars.services import add_day, edit_day, end_day
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.outbox import subscriptions
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

pytestmark = pytest.mark.django_db

FESTIVAL = date(2026, 5, 19)  # a Tuesday
NATIONAL_DAY = date(2026, 9, 2)


def own_day(actor: Actor, **values: Any) -> DayOff:
    given: dict[str, Any] = {
        "locality": actor.locality, "day": FESTIVAL, "kind": DayKind.HOLIDAY, "name": "Lễ hội đình làng",
        "source": "Thông báo số 12/TB-UBND",
    }  # fmt: skip
    return add_day(actor=actor, **(given | values))


def works(locality: Locality, day: date) -> bool:
    return calendar_for(locality, day, day).is_working(day)


def test_nationwide_days_hold_in_every_locality(locality: Locality, other_locality: Locality) -> None:
    days = (date(2026, 8, 22), date(2026, 8, 31), date(2026, 9, 1), NATIONAL_DAY, date(2026, 9, 3))
    expected = [True, False, False, False, True]
    for where in (locality, other_locality):
        assert [works(where, day) for day in days] == expected


def test_own_day_holds_in_its_locality_only(an: Actor, locality: Locality, other_locality: Locality) -> None:
    own_day(an)
    assert (works(locality, FESTIVAL), works(other_locality, FESTIVAL)) == (False, True)
    assert calendar_for(locality, FESTIVAL, FESTIVAL).reason_off(FESTIVAL) == "Lễ hội đình làng"


def test_own_working_day_goes_before_the_nationwide_holiday(an: Actor, locality: Locality) -> None:
    row = own_day(an, day=NATIONAL_DAY, kind=DayKind.SWAPPED, name="Trực phòng chống bão")
    assert works(locality, NATIONAL_DAY) is True
    end_day(actor=an, day_off=row)
    assert works(locality, NATIONAL_DAY) is False


def test_own_holiday_goes_before_the_nationwide_swap(an: Actor, locality: Locality) -> None:
    own_day(an, day=date(2026, 8, 22), name="Không làm bù")
    assert works(locality, date(2026, 8, 22)) is False


def test_own_saturday_is_worked(an: Actor, locality: Locality) -> None:
    saturday = date(2026, 5, 23)
    own_day(an, day=saturday, kind=DayKind.SWAPPED, name="Làm bù cho ngày 19/5")
    assert works(locality, saturday) is True


def test_calendar_is_one_query_whatever_the_span(locality: Locality, django_assert_num_queries: Any) -> None:
    for first, last in ((FESTIVAL, FESTIVAL), (date(2023, 1, 1), date(2027, 12, 31))):
        with django_assert_num_queries(1):
            calendar_for(locality, first, last)


def test_calendar_reaches_beyond_new_year(locality: Locality) -> None:
    late = date(2025, 12, 31)
    calendar = calendar_for(locality, late, late)
    assert calendar.add(late, 2) == date(2026, 1, 6)  # 1/1 and 2/1 are off, then the weekend
    early = date(2026, 1, 5)
    assert calendar_for(locality, early, early).add(early, -1) == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("first", "known_until"),
    [
        (date(2026, 3, 1), date(2026, 11, 23)),
        (date(2026, 11, 24), date(2026, 11, 23)),
        (date(2026, 11, 25), date(2027, 2, 3)),
        (date(2024, 1, 1), date(2025, 12, 31)),
    ],
)
def test_known_until_the_day_before_the_next_forecast(locality: Locality, first: date, known_until: date) -> None:
    assert calendar_for(locality, first, first).known_until == known_until


def test_nothing_is_known_of_years_without_days(locality: Locality) -> None:
    assert calendar_for(locality, date(2090, 5, 1), date(2090, 6, 1)).known_until == date(2090, 4, 30)


def test_own_day_confirms_a_forecast(an: Actor, locality: Locality) -> None:
    own_day(an, day=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", source="Luật sửa đổi")
    assert calendar_for(locality, FESTIVAL, FESTIVAL).known_until == date(2027, 2, 3)


def test_days_of_a_year_are_listed_once_in_order(an: Actor, locality: Locality) -> None:
    own_day(an, day=NATIONAL_DAY, name="Quốc khánh và lễ hội")
    own_day(an)
    days = days_of_year(locality, 2026)
    assert [row.day for row in days] == sorted({row.day for row in days})
    assert [row.name for row in days if row.locality_id == locality.pk] == ["Lễ hội đình làng", "Quốc khánh và lễ hội"]


def test_deeds_are_journalled_and_published(an: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ("day_off.add", "day_off.edit", "day_off.end"):
        monkeypatch.setitem(subscriptions._handlers, code, (print,))
    row = own_day(an)
    edit_day(actor=an, day_off=row, day=date(2026, 5, 20), name="Lễ hội")
    end_day(actor=an, day_off=row)
    entries = JournalEntry.objects.order_by("number")
    assert [entry.code for entry in entries] == ["day_off.add", "day_off.edit", "day_off.end"]
    assert entries[1].facts()["facts"] == {
        "day": ["2026-05-19", "2026-05-20"], "name": ["Lễ hội đình làng", "Lễ hội"]
    }  # fmt: skip
    assert [entry.code for entry in OutboxEntry.objects.order_by("pk")] == [
        "day_off.add",
        "day_off.edit",
        "day_off.end",
    ]


@pytest.mark.parametrize("field", ["name", "source"])
def test_a_day_needs_a_name_and_a_source(an: Actor, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        own_day(an, **{field: "  "})
    assert (refused.value.code, refused.value.field) == (f"day_off.no_{field}", field)


def test_a_day_is_entered_once(an: Actor, locality: Locality) -> None:
    row = own_day(an)
    with pytest.raises(Invalid) as refused:
        own_day(an, name="Lần nữa")
    assert (refused.value.code, refused.value.field) == ("day_off.taken", "day")
    edit_day(actor=an, day_off=row, name="Lễ hội")
    end_day(actor=an, day_off=row)
    own_day(an, name="Lần nữa")
    assert [day.name for day in DayOff.objects.of(locality).order_by("pk")] == ["Lễ hội", "Lần nữa"]


def test_a_form_sent_twice_finds_its_own_day(an: Actor, locality: Locality) -> None:
    assert own_day(an, key="once") == own_day(an, key="once")
    assert DayOff.objects.of(locality).count() == 1


def test_a_day_is_not_moved_onto_another(an: Actor) -> None:
    own_day(an)
    other = own_day(an, day=date(2026, 5, 20))
    with pytest.raises(Invalid) as refused:
        edit_day(actor=an, day_off=other, day=FESTIVAL)
    assert (refused.value.code, other.day) == ("day_off.taken", date(2026, 5, 20))


def test_the_database_holds_a_current_day_once(locality: Locality) -> None:
    values = {"day": FESTIVAL, "kind": "holiday", "name": "Lễ hội", "source": "Thông báo", "state": "current"}
    for where in (locality, None):
        DayOff.objects.create(locality=where, **values)
        with pytest.raises(IntegrityError), transaction.atomic():
            DayOff.objects.create(locality=where, **values)


def test_a_nationwide_day_is_not_changed_here(an: Actor) -> None:
    row = DayOff.objects.shipped().get(day=NATIONAL_DAY)
    for deed in (lambda: edit_day(actor=an, day_off=row, name="Khác"), lambda: end_day(actor=an, day_off=row)):
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.code == "shipped.not_here"


def test_only_those_who_keep_the_calendar_may(chi: Actor, giang: Actor, dung: Actor, an: Actor) -> None:
    row = own_day(an)
    for stranger in (chi, dung, giang):
        with pytest.raises(NotAllowed):
            own_day(stranger, locality=row.locality, day=date(2026, 6, 1))
        with pytest.raises(NotAllowed):
            end_day(actor=stranger, day_off=row)
