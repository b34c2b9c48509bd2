"""Robots are held back; a hall full of people behind one address is not, and nobody is refused."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Body
from nghedan.foundation.budgets.models import Tally
from nghedan.foundation.budgets.spending import Budget
from nghedan.foundation.db import clock
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Series
from nghedan.interfaces.portal import robots
from nghedan.interfaces.portal.robots import address_of, begun_at, stamp_of
from tests.interfaces.portal.citizen import BEGIN, LATER, WORDS, Citizen, answered, sent_at_leisure

HALL = "203.0.113.9"


def numbers() -> list[tuple[int | None, str]]:
    return sorted((row.number or 0, row.state) for row in Opinion._base_manager.all())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("seconds", "state"), [(0, "held"), (2, "held"), (3, "received"), (86_400, "received")], ids=str
)
def test_who_is_quicker_than_reading_is_held(committee: Body, seconds: int, state: str) -> None:
    citizen = Citizen()
    with clock.frozen(BEGIN):
        citizen.begin()
    with clock.frozen(BEGIN + timedelta(seconds=seconds)):
        citizen.send(**answered())
    assert (citizen.status, [row.state for row in Opinion._base_manager.all()]) == (200, [state])


@pytest.mark.django_db
def test_who_fills_in_the_trap_is_held_and_gets_a_receipt(committee: Body) -> None:
    citizen = sent_at_leisure(Citizen(), website="http://mua-ban.example")
    opinion = Opinion._base_manager.get()
    assert (citizen.status, opinion.state, opinion.number) == (200, "held", None)
    assert "Cán bộ xem xong thì ý kiến có số." in citizen.text
    assert len(citizen.code) == 15


@pytest.mark.django_db
def test_the_trap_stays_filled_from_page_to_page(committee: Body) -> None:
    citizen = Citizen().begin().go("noi-dung", hamlet="khong-neu", website="x")
    assert 'name="website" value="x" tabindex="-1" autocomplete="off"' in citizen.page
    assert '<div class="portal-trap" aria-hidden="true">' in citizen.page


@pytest.mark.django_db
@pytest.mark.parametrize("stamp", ["", "1", "1.2", "0.", "999999999999.abc", "x.y", "²."], ids=repr)
def test_a_stamp_that_is_not_ours_is_suspect(committee: Body, stamp: str) -> None:
    citizen = sent_at_leisure(Citizen(), stamp=stamp)
    assert (citizen.status, numbers()) == (200, [(0, "held")])


def test_a_stamp_belongs_to_its_key() -> None:
    assert begun_at(stamp_of("key", BEGIN), "key") == BEGIN
    assert begun_at(stamp_of("key", BEGIN), "other") is None


@pytest.mark.django_db
@pytest.mark.parametrize("times", [20, pytest.param(500, marks=pytest.mark.long)])
def test_quick_ones_touch_no_number_however_many(committee: Body, times: int) -> None:
    with clock.frozen(BEGIN):
        for number in range(times):
            robot = Citizen(HALL).begin().send(**answered(words=f"{WORDS} {number}"))
            assert (robot.status, len(robot.code)) == (200, 15)
    assert set(numbers()) == {(0, "held")}
    assert (Opinion._base_manager.count(), Series._base_manager.count()) == (times, 0)


@pytest.mark.django_db
def test_what_one_address_sends_over_its_budget_is_held(committee: Body, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robots, "OFTEN", (Budget("give.minutes", most=2, per=timedelta(minutes=5)),))
    states = []
    for sender in (HALL, HALL, HALL, "203.0.113.10"):
        sent_at_leisure(Citizen(sender), words=f"{WORDS} {len(states)}")
        states.append(Opinion._base_manager.latest("pk").state)
    assert states == ["received", "received", "held", "received"]


@pytest.mark.django_db
def test_a_hundred_and_fifty_in_five_minutes_from_one_hall_pass(committee: Body) -> None:
    people = []
    for number in range(150):
        citizen = Citizen(HALL)
        with clock.frozen(BEGIN):
            citizen.begin()
        with clock.frozen(BEGIN + timedelta(seconds=10 + number)):
            people.append(citizen.send(**answered(words=f"{WORDS} {number}")).status)
    assert people == [200] * 150
    assert numbers() == [(number, "received") for number in range(1, 151)]


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_from_one_hall_pass(committee: Body) -> None:
    with clock.frozen(BEGIN):
        people = [Citizen(HALL).begin() for _one in range(50)]
    start = threading.Barrier(50)

    def send(number: int) -> int:
        start.wait()
        try:
            return people[number].send(**answered(words=f"{WORDS} {number}")).status
        finally:
            connection.close()

    with clock.frozen(LATER), ThreadPoolExecutor(50) as pool:
        told = list(pool.map(send, range(50)))
    assert told == [200] * 50
    assert numbers() == [(number, "received") for number in range(1, 51)]
    assert len({one.code for one in people}) == 50
    assert sorted(Tally.objects.values_list("count", flat=True)) == [50, 50]
    assert verify_all() == []


@pytest.mark.parametrize(
    ("connected", "told", "counts"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.1.1.1", "198.51.100.1", "198.51.100.1"),
        ("10.1.1.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("10.1.1.1", "198.51.100.1, 10.1.1.2", "198.51.100.1"),
        ("10.1.1.1", "", "10.1.1.1"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("", "", ""),
        ("10.1.1.1", "không rõ", "không rõ"),
    ],
    ids=["direct", "nobody's word", "proxy's word", "made up before", "two proxies", "silent", "house", "none", "odd"],
)
def test_whose_address_counts(settings: object, connected: str, told: str, counts: str) -> None:
    settings.NGHEDAN_TRUSTED_PROXIES = frozenset({"10.1.1.1", "10.1.1.2"})  # type: ignore[attr-defined]
    request = RequestFactory().get("/", REMOTE_ADDR=connected, HTTP_X_FORWARDED_FOR=told)
    assert address_of(request) == counts
