"""The seconds somebody has spoken."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.domain.hall.rules.timing import Clocked, left_seconds, light, spoken_seconds

START = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)


def at(seconds: int) -> datetime:
    return START + timedelta(seconds=seconds)


def test_the_time_runs_from_the_start() -> None:
    assert spoken_seconds(Clocked(START, 180), at(75)) == 75
    assert left_seconds(Clocked(START, 180), at(75)) == 105


def test_it_stands_still_while_paused_and_does_not_count_earlier_pauses() -> None:
    paused = Clocked(START, 180, paused_at=at(60), paused_seconds=20)
    assert (spoken_seconds(paused, at(60)), spoken_seconds(paused, at(600))) == (40, 40)


def test_after_the_end_nothing_is_added() -> None:
    assert spoken_seconds(Clocked(START, 180, paused_seconds=10, ended_at=at(200)), at(5000)) == 190


def test_a_clock_that_was_set_back_counts_as_nothing() -> None:
    assert spoken_seconds(Clocked(START, 180), at(-30)) == 0


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 3000))
def test_what_was_spoken_and_what_is_left_make_the_time_granted(granted: int, now: int, paused: int) -> None:
    turn = Clocked(START, granted, paused_seconds=paused)
    assert spoken_seconds(turn, at(now)) + left_seconds(turn, at(now)) == granted
    assert spoken_seconds(turn, at(now)) == max(now - paused, 0)


@pytest.mark.parametrize(("left", "colour"), [(31, "green"), (30, "yellow"), (1, "yellow"), (0, "red"), (-40, "red")])
def test_the_clock_turns_yellow_in_the_last_half_minute_and_red_at_its_end(left: int, colour: str) -> None:
    assert light(left) == colour
