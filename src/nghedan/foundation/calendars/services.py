"""Deeds on a locality's own days. Every one lets the limits that run in the locality be counted anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import IntegrityError

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.calendars.terms import DayKind
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions import door
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_NAME = _("Xin nhập tên gọi của ngày này.")
NO_SOURCE = _("Xin nhập căn cứ: văn bản nào, của cơ quan nào công bố ngày này.")
TAKEN = _("Ngày này đã có trong lịch của địa phương.")


def add_day(
    *,
    actor: Actor,
    locality: Locality,
    day: date,
    kind: DayKind,
    name: str,
    source: str,
    is_forecast: bool = False,
    key: str = "",
) -> DayOff:
    """Add a day of the locality's own, in place of the nationwide one if there is one.

    A nationwide holiday on which the locality works after all is entered as a working day. Raises Invalid for an
    empty name or source, or a day the locality has already.
    """
    row = DayOff(
        locality=locality, day=day, kind=kind.value, name=name.strip(), source=source.strip(), is_forecast=is_forecast
    )
    _check(row)
    with _once_a_day():
        return door.create("day_off.add", actor=actor, obj=row, key=key)


def edit_day(*, actor: Actor, day_off: DayOff, **changes: Any) -> DayOff:
    """Change day, kind, name, source or forecast of a locality's own day. Raises Refused (nationwide), Invalid."""
    day_off.own_locality()
    current = {name: getattr(day_off, name) for name in ("day", "kind", "name", "source", "is_forecast")}
    edited = current | changes
    _check(DayOff(**edited))
    with _once_a_day():
        return door.perform("day_off.edit", actor=actor, obj=day_off, changes=edited)


def end_day(*, actor: Actor, day_off: DayOff) -> DayOff:
    """Take a locality's own day out of the calendar; the nationwide one holds again. Raises Refused."""
    day_off.own_locality()
    return door.perform("day_off.end", actor=actor, obj=day_off)


def _check(row: DayOff) -> None:
    if not row.name.strip():
        raise Invalid("day_off.no_name", NO_NAME, field="name")
    if not row.source.strip():
        raise Invalid("day_off.no_source", NO_SOURCE, field="source")


@contextmanager
def _once_a_day() -> Iterator[None]:
    """Leave it to the constraint whether the day is taken: a form sent twice must find its own row, not be refused."""
    try:
        yield
    except IntegrityError:
        raise Invalid("day_off.taken", TAKEN, field="day") from None
