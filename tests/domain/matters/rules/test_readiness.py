"""How a matter and a unit stand against the limit."""

from datetime import date, timedelta

import pytest

from nghedan.domain.matters.rules.readiness import Tally, readiness_of, tally_of
from nghedan.domain.matters.terms import Readiness
from nghedan.kernel.workdays import WorkCalendar

TUESDAY = date(2026, 3, 10)
CALENDAR = WorkCalendar(holidays={date(2026, 3, 12): "ngày nghỉ riêng"})
GREEN, AMBER, RED, GREY = Readiness.GREEN, Readiness.AMBER, Readiness.RED, Readiness.GREY


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(-1, RED, id="the-day-after-the-last-day"),
        pytest.param(0, AMBER, id="on-the-last-day"),
        pytest.param(1, AMBER, id="one-working-day-before"),
        pytest.param(6, AMBER, id="three-working-days-before-over-a-holiday-and-a-weekend"),
        pytest.param(7, GREY, id="four-working-days-before"),
    ],
)
def test_a_matter_is_coloured_by_working_days(days: int, expected: Readiness) -> None:
    due_on = TUESDAY + timedelta(days=days)
    assert readiness_of(due_on, is_sent=False, today=TUESDAY, calendar=CALENDAR) == expected
    assert readiness_of(due_on, is_sent=True, today=TUESDAY, calendar=CALENDAR) == GREEN


def test_without_a_limit_nothing_is_due() -> None:
    assert readiness_of(None, is_sent=False, today=TUESDAY, calendar=CALENDAR) == GREY


@pytest.mark.parametrize(
    ("standings", "expected"),
    [
        pytest.param([GREEN, GREY, AMBER, RED], RED, id="one-late"),
        pytest.param([GREEN, GREY, AMBER], AMBER, id="one-due-soon"),
        pytest.param([GREEN, GREY], GREY, id="one-not-due-yet"),
        pytest.param([GREEN, GREEN], GREEN, id="all-sent"),
        pytest.param([], GREY, id="none"),
    ],
)
def test_a_unit_stands_as_its_worst_matter(standings: list[Readiness], expected: Readiness) -> None:
    assert tally_of(standings).readiness == expected


def test_a_tally_counts_what_is_owed() -> None:
    tally = tally_of([GREEN, GREY, AMBER, RED, RED])
    assert tally == Tally(sent=1, soon=1, late=2, ahead=1)
    assert (tally.total, tally.missing) == (5, 4)
