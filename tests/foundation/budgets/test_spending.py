"""Budgets: how much is covered, for whom, until when, and that many at once get no more than there is."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import connection

from nghedan.foundation.budgets.models import Tally
from nghedan.foundation.budgets.spending import Budget, forget, spend, spend_all, sweep
from nghedan.foundation.db import clock

TRIES = Budget("tries", most=3, per=timedelta(minutes=10))
BEGIN = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)


def at(**passed: float) -> datetime:
    return BEGIN + timedelta(**passed)


@pytest.mark.django_db
def test_as_many_are_covered_as_the_budget_holds() -> None:
    with clock.frozen(BEGIN):
        assert [spend(TRIES, "10.0.0.1") for _try in range(5)] == [True, True, True, False, False]
    assert [row.count for row in Tally.objects.all()] == [3]


@pytest.mark.django_db
def test_subjects_and_budgets_do_not_spend_for_one_another() -> None:
    others = Budget("others", most=1, per=TRIES.per)
    with clock.frozen(BEGIN):
        assert [spend(TRIES, "10.0.0.1") for _try in range(4)][-1] is False
        assert (spend(TRIES, "10.0.0.2"), spend(others, "10.0.0.1"), spend(others, "10.0.0.1")) == (True, True, False)


@pytest.mark.django_db
def test_a_budget_is_whole_again_in_the_next_window() -> None:
    told = {}
    for name, moment in {"first": BEGIN, "last second": at(minutes=9, seconds=59), "next": at(minutes=10)}.items():
        with clock.frozen(moment):
            told[name] = [spend(TRIES, "10.0.0.1") for _try in range(2)]
    assert told == {"first": [True, True], "last second": [True, False], "next": [True, True]}


@pytest.mark.django_db
def test_of_several_budgets_each_counts_and_the_smallest_decides() -> None:
    small = Budget("small", most=1, per=timedelta(minutes=1))
    with clock.frozen(BEGIN):
        assert [spend_all((small, TRIES), "10.0.0.1") for _try in range(2)] == [True, False]
    assert sorted(row.count for row in Tally.objects.all()) == [1, 2]


@pytest.mark.django_db
def test_who_is_forgotten_begins_anew() -> None:
    with clock.frozen(BEGIN):
        spent = [spend(TRIES, "code") for _try in range(4)]
        forget(TRIES, "code")
        assert (spent[-1], spend(TRIES, "code")) == (False, True)


@pytest.mark.django_db
def test_no_address_is_stored_and_what_is_over_is_swept() -> None:
    for moment in (BEGIN, at(minutes=10)):
        with clock.frozen(moment):
            spend(TRIES, "10.0.0.1")
    assert [row for row in Tally.objects.all() if "10.0.0.1" in row.digest] == []
    assert len({row.digest for row in Tally.objects.all()}) == 2
    with clock.frozen(at(minutes=11)):
        assert (sweep(), Tally.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_exactly_as_many_are_covered() -> None:
    many = Budget("many", most=10, per=timedelta(days=365_000))
    start = threading.Barrier(8)

    def try_thrice(_number: int) -> list[bool]:
        start.wait()
        try:
            return [spend(many, "hall") for _try in range(3)]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        told = [one for tries in pool.map(try_thrice, range(8)) for one in tries]
    assert (len(told), sum(told), Tally.objects.get().count) == (24, 10, 10)
