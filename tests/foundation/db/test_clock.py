"""One clock: moments in UTC, days where the people live."""

import threading
from datetime import UTC, date, datetime

import pytest

from nghedan.foundation.db import clock


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 9, 16, 59, 59, tzinfo=UTC), date(2026, 3, 9)),
        (datetime(2026, 3, 9, 17, 0, tzinfo=UTC), date(2026, 3, 10)),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_day_turns_at_midnight_in_vietnam(moment: datetime, day: date) -> None:
    with clock.frozen(moment):
        assert clock.today() == day
        assert clock.local(clock.now()).date() == day


def test_now_is_aware_and_goes_on() -> None:
    first = clock.now()
    assert (first.tzinfo, clock.now() >= first) == (UTC, True)


def test_a_frozen_clock_stands_still_in_every_thread_and_runs_again_afterwards() -> None:
    outer, inner = datetime(2026, 3, 10, 9, tzinfo=clock.LOCAL_ZONE), datetime(2020, 1, 1, tzinfo=UTC)
    seen: list[datetime] = []
    with clock.frozen(outer):
        with clock.frozen(inner):
            thread = threading.Thread(target=lambda: seen.append(clock.now()))
            thread.start()
            thread.join()
        assert clock.now() == outer
    assert seen == [inner]
    assert clock.now() > outer or clock.now() < outer


def test_a_moment_without_a_zone_cannot_be_frozen() -> None:
    with pytest.raises(ValueError, match="aware"), clock.frozen(datetime(2026, 3, 10)):  # noqa: DTZ001
        pass
