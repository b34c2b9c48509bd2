"""The nationwide days: what the file says, how it compares with the library, and how it is loaded."""

from datetime import date, timedelta

import holidays
import pytest
from django.core.management import call_command

from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.national import (
    FORECAST_SOURCE,
    announced_days,
    forecast_days,
    load_national_days,
)
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.outbox import subscriptions
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.workdays import WorkCalendar

CHECKED_YEARS = range(2023, 2027)

KNOWN_DIFFERENCES = {
    date(2026, 1, 2): "off in exchange for 10/1; the library misses the swap (Công văn 12729/VPCP-KGVX)",
    date(2026, 1, 10): "worked for 2/1; the library misses the swap",
}
"""Days on which people work according to one of the two only, and why ours is right."""


def ours() -> WorkCalendar:
    days = announced_days()
    return WorkCalendar(
        holidays={day.day: day.name for day in days if day.kind == DayKind.HOLIDAY},
        swapped={day.day: day.name for day in days if day.kind == DayKind.SWAPPED},
    )


def test_our_days_differ_from_the_library_only_where_explained() -> None:
    library = holidays.VN(years=CHECKED_YEARS, language="vi")
    calendar = ours()
    day, differences = date(CHECKED_YEARS[0], 1, 1), set()
    while day.year in CHECKED_YEARS:
        if calendar.is_working(day) != library.is_working_day(day):
            differences.add(day)
        day += timedelta(days=1)
    assert differences == set(KNOWN_DIFFERENCES)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2023, 1, 20), date(2023, 1, 26)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2026, 2, 14), date(2026, 2, 22)),
    ],
)
def test_tet_is_off_from_the_first_day_to_the_last(first: date, last: date) -> None:
    calendar = ours()
    span = [first + timedelta(days=offset) for offset in range(-1, (last - first).days + 2)]
    assert [calendar.is_working(day) for day in span] == [True, *[False] * (len(span) - 2), True]


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        (date(2024, 4, 29), date(2024, 5, 4)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ],
)
def test_a_swapped_saturday_is_worked_for_the_weekday_off(off: date, worked: date) -> None:
    calendar = ours()
    assert (off.weekday() < 5, calendar.is_working(off)) == (True, False)
    assert (worked.weekday(), calendar.is_working(worked)) == (5, True)


def test_every_day_is_named_once_with_a_source() -> None:
    days = announced_days()
    assert len({day.day for day in days}) == len(days)
    assert [day.day for day in days if not (day.name.strip() and day.source.strip())] == []


def test_what_nobody_has_announced_is_marked_as_forecast() -> None:
    forecast = {day.day for day in announced_days() if day.is_forecast}
    tet_2027 = {date(2027, 2, 4) + timedelta(days=offset) for offset in range(7)}
    assert forecast == {date(2026, 11, 24), *tet_2027, date(2027, 9, 3), date(2027, 11, 24)}


def test_years_after_the_file_are_forecasts_of_the_library() -> None:
    days = forecast_days([2028])
    assert {day.day for day in days} == set(holidays.VN(years=2028))
    assert {(day.kind, day.source, day.is_forecast) for day in days} == {("holiday", FORECAST_SOURCE, True)}


@pytest.mark.django_db
def test_migrated_database_has_the_nationwide_days() -> None:
    stored = DayOff.objects.shipped().values_list("day", "kind", "name", "source", "is_forecast", "state")
    assert set(stored) == {
        (day.day, day.kind, day.name, day.source, day.is_forecast, "current")
        for day in [*announced_days(), *forecast_days(range(2028, 2034))]
    }


@pytest.mark.django_db
def test_loading_again_changes_nothing() -> None:
    before = list(DayOff.objects.shipped().order_by("pk").values())
    assert load_national_days() == 0
    assert list(DayOff.objects.shipped().order_by("pk").values()) == before


@pytest.mark.django_db
def test_loading_mends_what_differs_and_leaves_a_localitys_own_day(locality: Locality) -> None:
    own = DayOff.objects.create(
        locality=locality, day=date(2026, 5, 19), kind="holiday", name="Lễ hội", source="Thông báo", state="current"
    )
    DayOff.objects.shipped().filter(day=date(2026, 9, 2)).update(name="Sai tên")
    DayOff.objects.shipped().filter(day=date(2026, 9, 1)).delete()
    DayOff.objects.create(day=date(2026, 3, 3), kind="holiday", name="Thừa", source="Không rõ", state="current")
    assert load_national_days() == 3
    assert load_national_days() == 0
    assert list(DayOff.objects.of(locality)) == [own]


@pytest.mark.django_db
def test_a_year_without_forecast_is_filled_and_the_others_are_left() -> None:
    DayOff.objects.shipped().filter(day__year=2030).delete()
    DayOff.objects.shipped().filter(day=date(2031, 1, 1)).update(name="Tết Tây")
    assert load_national_days() == len(forecast_days([2030]))
    assert DayOff.objects.shipped().get(day=date(2031, 1, 1)).name == "Tết Tây"


@pytest.mark.django_db(transaction=True)
def test_the_days_are_back_after_a_flush() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert DayOff.objects.shipped().filter(day__year=2026).count() == len(
        [day for day in announced_days() if day.day.year == 2026]
    )


@pytest.mark.django_db
def test_a_change_of_nationwide_days_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(subscriptions._handlers, "calendar.changed", (print,))
    load_national_days()
    assert OutboxEntry.objects.count() == 0
    DayOff.objects.shipped().filter(day=date(2026, 9, 1)).delete()
    load_national_days()
    entry = OutboxEntry.objects.get()
    assert (entry.code, entry.locality, entry.payload) == ("calendar.changed", None, {"days": ["2026-09-01"]})


@pytest.mark.django_db
def test_the_first_filling_is_not_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(subscriptions._handlers, "calendar.changed", (print,))
    DayOff.objects.shipped().delete()
    assert load_national_days() == len(announced_days()) + len(forecast_days(range(2028, 2034)))
    assert OutboxEntry.objects.count() == 0
