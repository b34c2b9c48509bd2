"""Nationwide days: the reviewed data file, a forecast for the years after it, and the loader of both."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from importlib.resources import files

from django.db import transaction

from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.outbox.publish import publish
from nghedan.foundation.transitions.terms import Standing

CALENDAR_CHANGED = "calendar.changed"
"""Published without a locality when nationwide days change; the moves of a locality's own days speak for themselves."""

FORECAST_YEARS = 6
FORECAST_SOURCE = "Bộ luật Lao động 2019, Điều 112; ngày dự kiến, chưa có thông báo chính thức"


@dataclass(frozen=True, slots=True)
class NationalDay:
    """A day as the data file or the forecast has it."""

    day: date
    kind: str
    name: str
    source: str
    is_forecast: bool = False


def announced_days() -> list[NationalDay]:
    """Return the days of the reviewed file, spans spread out day by day."""
    content = tomllib.loads((files(__package__) / "data" / "national_days.toml").read_text(encoding="utf-8"))
    sources = content["sources"]
    return [
        NationalDay(
            day=day,
            kind=DayKind(entry.get("kind", DayKind.HOLIDAY)).value,
            name=entry["name"],
            source=sources[entry["source"]],
            is_forecast=entry.get("forecast", False),
        )
        for entry in content["days"]
        for day in _span(entry["first"], entry.get("last", entry["first"]))
    ]


def forecast_days(years: Iterable[int]) -> list[NationalDay]:
    """Return the statutory days of coming years as the ``holidays`` library works them out, marked as forecasts."""
    from holidays import country_holidays  # noqa: PLC0415  (slow import)

    worked_out = country_holidays("VN", years=years, language="vi")
    return [
        NationalDay(day, DayKind.HOLIDAY.value, name, FORECAST_SOURCE, is_forecast=True)
        for day, name in sorted(worked_out.items())
    ]


def load_national_days() -> int:
    """Bring the nationwide rows in line with the file, and fill the years after it once with a forecast.

    Return how many days changed; repeating it changes nothing. A change after the first filling is published, so that
    running limits are counted anew in every locality.
    """
    announced = announced_days()
    last_year = max(day.day for day in announced).year
    with transaction.atomic():
        stored = {_as_stored(row): row.pk for row in DayOff.objects.shipped()}
        forecast = {day for day in stored if day.day.year > last_year}
        filled = {day.day.year for day in forecast}
        if empty := [year for year in range(last_year + 1, last_year + FORECAST_YEARS + 1) if year not in filled]:
            forecast.update(forecast_days(empty))
        wanted = forecast.union(announced)
        outdated, missing = stored.keys() - wanted, wanted - stored.keys()
        DayOff.objects.shipped().filter(pk__in=[stored[day] for day in outdated]).delete()
        DayOff.objects.bulk_create([DayOff(state=Standing.CURRENT, **asdict(day)) for day in missing])
        changed = {day.day for day in outdated | missing}
        if stored and changed:
            publish(CALENDAR_CHANGED, locality=None, payload={"days": sorted(day.isoformat() for day in changed)})
    return len(changed)


def _as_stored(row: DayOff) -> NationalDay:
    return NationalDay(row.day, row.kind, row.name, row.source, row.is_forecast)


def _span(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
