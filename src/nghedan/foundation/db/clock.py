"""The one clock: moments are stored in UTC, days are counted in Asia/Ho_Chi_Minh."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LOCAL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_frozen_at: datetime | None = None


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _frozen_at or datetime.now(UTC)


def today() -> date:
    """Return the present day where the people live, not where the server stands."""
    return now().astimezone(LOCAL_ZONE).date()


def local(moment: datetime) -> datetime:
    """Return a stored moment in local time."""
    return moment.astimezone(LOCAL_ZONE)


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Hold the clock at ``at`` for the whole process, worker threads included; for tests and demonstration data.

    Raises ValueError for a moment without a zone.
    """
    global _frozen_at
    if at.tzinfo is None:
        raise ValueError("a frozen clock needs an aware moment")
    before, _frozen_at = _frozen_at, at.astimezone(UTC)
    try:
        yield
    finally:
        _frozen_at = before
