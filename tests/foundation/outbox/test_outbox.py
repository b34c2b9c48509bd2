"""The outbox: written with the deed, handled once, tried again later, parked in the end, kept for listeners only."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.outbox import subscriptions, worker
from nghedan.foundation.outbox.models import HandledEntry, OutboxEntry
from nghedan.foundation.outbox.publish import publish
from nghedan.foundation.outbox.subscriptions import Handler, Schedule
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from tests.conftest import TUESDAY
from tests.support.things.models import Thing

Listen = Callable[..., None]


@pytest.fixture
def listen(monkeypatch: pytest.MonkeyPatch) -> Listen:
    """Return a function that subscribes handlers to a code until the test ends."""

    def subscribe(code: str, *handlers: Handler) -> None:
        monkeypatch.setitem(subscriptions._handlers, code, handlers)

    return subscribe


def make_part(entry: OutboxEntry) -> None:
    """A handler with an effect that can be counted: a part for the thing of which it hears."""
    assert entry.locality is not None
    whole = Thing.objects.of(entry.locality).get(public_id=entry.payload["id"])
    part = Thing(locality=whole.locality, title="Cán", parent=whole)
    create("thing.add", actor=Actor.system(whole.locality), obj=part)


def fail(entry: OutboxEntry) -> None:
    raise LookupError("bà Năm ở cuối xóm")


class Killed(BaseException):
    """The worker's process ends here."""


deaths: list[str] = []
"""Where it is still to end, once each."""


def die(place: str) -> None:
    if place in deaths:
        deaths.remove(place)
        raise Killed


def make_part_and_die(entry: OutboxEntry) -> None:
    make_part(entry)
    die("in the handler")


def die_next(entry: OutboxEntry) -> None:
    die("in the next handler")


def test_a_deed_with_a_listener_leaves_an_entry(listen: Listen, make_thing: Callable[..., Thing]) -> None:
    listen("thing.add", fail)
    thing = make_thing()
    entry = OutboxEntry.objects.get()
    assert (entry.code, entry.locality) == ("thing.add", thing.locality)
    assert entry.payload == {"subject": "things.thing", "id": thing.public_id}
    assert str(entry) == f"thing.add #{entry.pk}"


def test_without_a_listener_nothing_is_written(make_thing: Callable[..., Thing], locality: Locality) -> None:
    make_thing()
    publish("thing.add", locality=locality, payload={})
    assert OutboxEntry.objects.count() == 0


def test_a_deed_that_fails_leaves_no_entry(an: Actor, listen: Listen, make_thing: Callable[..., Thing]) -> None:
    listen("thing.edit", fail)
    thing = make_thing()
    with pytest.raises(ZeroDivisionError), deed(an):
        perform("thing.edit", actor=an, obj=thing, changes={"amount": 1})
        raise ZeroDivisionError
    assert OutboxEntry.objects.count() == 0


def test_every_handler_runs_once_in_order(listen: Listen, make_thing: Callable[..., Thing]) -> None:
    heard: list[str] = []

    def first(entry: OutboxEntry) -> None:
        heard.append(f"first {entry.code}")

    def second(entry: OutboxEntry) -> None:
        heard.append(f"second {entry.code}")

    listen("thing.add", first, second)
    make_thing()
    assert (worker.run_once(), worker.run_once()) == (1, 0)
    assert heard == ["first thing.add", "second thing.add"]
    assert OutboxEntry.objects.get().done_at is not None


def test_entries_are_handled_oldest_first_and_not_before_their_time(
    listen: Listen, locality: Locality, db: None
) -> None:
    heard: list[str] = []
    listen("mail", lambda entry: heard.append(entry.payload["to"]))
    for who, hours in (("An", 1), ("Bình", -2), ("Chi", -3)):
        publish("mail", locality=locality, payload={"to": who}, due_at=clock.now() + timedelta(hours=hours))
    assert (worker.run_once(), heard) == (2, ["Chi", "Bình"])
    with clock.frozen(clock.now() + timedelta(hours=2)):
        assert (worker.run_once(), heard) == (1, ["Chi", "Bình", "An"])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("place", ["in the handler", "in the next handler"])
def test_a_worker_that_dies_between_leaves_the_handler_run_once(
    place: str, listen: Listen, make_thing: Callable[..., Thing]
) -> None:
    deaths.append(place)
    whole = make_thing()
    listen("thing.look", make_part_and_die, die_next)
    publish("thing.look", locality=whole.locality, payload={"id": whole.public_id})
    with pytest.raises(Killed):
        worker.run_once()
    assert whole.parts.count() == HandledEntry.objects.count() == (0 if place == "in the handler" else 1)
    assert worker.run_once() == 1
    assert (whole.parts.count(), HandledEntry.objects.count(), deaths) == (1, 2, [])


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_run_a_handler_once(listen: Listen, make_thing: Callable[..., Thing]) -> None:
    both_have_read = threading.Barrier(2)
    whole = make_thing()
    listen("thing.look", make_part)
    publish("thing.look", locality=whole.locality, payload={"id": whole.public_id})

    def work() -> None:
        entry = OutboxEntry.objects.select_related("locality").get()
        both_have_read.wait()
        worker._finish(entry)
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert (whole.parts.count(), HandledEntry.objects.count()) == (1, 1)


def test_a_failing_handler_is_tried_again_ever_later_and_parked_after_eight(
    listen: Listen, make_thing: Callable[..., Thing], caplog: pytest.LogCaptureFixture
) -> None:
    listen("thing.add", fail)
    waits: list[float] = []
    at: datetime = TUESDAY
    with clock.frozen(at):
        make_thing()
    for attempt in range(1, worker.MOST_ATTEMPTS + 1):
        with clock.frozen(at):
            assert worker.run_once() == 0
            assert worker.run_once() == 0
        entry = OutboxEntry.objects.get()
        assert entry.attempts == attempt
        waits.append((entry.due_at - at).total_seconds())
        at = entry.due_at
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1920]
    assert (entry.parked_at is not None, entry.done_at, entry.last_error) == (True, None, "LookupError")
    with clock.frozen(at + timedelta(days=400)):
        assert worker.run_once() == 0
    assert OutboxEntry.objects.get().attempts == worker.MOST_ATTEMPTS


def test_handlers_that_ran_are_not_repeated_when_a_later_one_fails(
    listen: Listen, make_thing: Callable[..., Thing]
) -> None:
    failing = [True]

    def fail_first(entry: OutboxEntry) -> None:
        if failing:
            failing.clear()
            raise LookupError

    whole = make_thing()
    listen("thing.look", make_part, fail_first)
    publish("thing.look", locality=whole.locality, payload={"id": whole.public_id})
    assert worker.run_once() == 0
    with clock.frozen(clock.now() + worker.FIRST_RETRY):
        assert worker.run_once() == 1
    assert whole.parts.count() == 1


def test_an_integrity_fault_of_the_handler_itself_is_a_failure(
    listen: Listen, make_thing: Callable[..., Thing]
) -> None:
    def break_the_rules(entry: OutboxEntry) -> None:
        raise IntegrityError

    listen("thing.add", break_the_rules)
    make_thing()
    assert worker.run_once() == 0
    assert OutboxEntry.objects.get().last_error == "IntegrityError"


def test_the_worker_runs_the_scheduled_jobs_at_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    seconds = [0.0]
    monkeypatch.setattr(
        subscriptions,
        "_schedules",
        (Schedule("often", 10, lambda: ran.append("often")), Schedule("seldom", 60, lambda: ran.append("seldom"))),
    )
    monkeypatch.setattr(worker.time, "monotonic", lambda: seconds[0])
    last_run: dict[str, float] = {}
    for moment in (0, 5, 10, 59, 61):
        seconds[0] = moment
        worker._run_schedules(last_run)
    assert ran == ["often", "seldom", "often", "often", "seldom"]


@pytest.mark.django_db(transaction=True)
def test_the_worker_drains_until_told_to_stop_and_outlives_a_fault(
    listen: Listen, make_thing: Callable[..., Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    stop, faults = threading.Event(), [RuntimeError("the database is away")]

    def away_once() -> None:
        if faults:
            raise faults.pop()

    monkeypatch.setattr(subscriptions, "_schedules", (Schedule("away", 0, away_once),))
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0.01)
    listen("thing.add", lambda entry: stop.set())
    make_thing()
    running = threading.Thread(target=worker.run_until, args=(stop,))
    running.start()
    running.join(timeout=60)
    assert not running.is_alive()
    assert OutboxEntry.objects.get().done_at is not None


def test_installing_replaces_every_subscription(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subscriptions, "_handlers", {"old": (fail,)})
    monkeypatch.setattr(subscriptions, "_schedules", ())
    sweep = Schedule("sweep", 60, lambda: None)
    subscriptions.install({"thing.add": [make_part, fail]}, [sweep])
    assert subscriptions.subscribed_codes() == ("thing.add",)
    assert subscriptions.handlers_of("thing.add") == (make_part, fail)
    assert subscriptions.schedules() == (sweep,)
    assert subscriptions.handler_name(fail) == f"{__name__}.fail"
