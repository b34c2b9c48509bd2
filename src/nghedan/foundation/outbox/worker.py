"""The worker that drains the outbox: a thread in ``serve``, a process of its own in ``work``."""

import logging
import threading
import time
from datetime import timedelta

from django.db import IntegrityError, close_old_connections, connections, transaction

from nghedan.foundation.db import clock
from nghedan.foundation.outbox.models import HandledEntry, OutboxEntry
from nghedan.foundation.outbox.subscriptions import Handler, handler_name, handlers_of, schedules

log = logging.getLogger(__name__)

BATCH = 50
MOST_ATTEMPTS = 8
FIRST_RETRY = timedelta(seconds=15)
IDLE_SECONDS = 2.0
BREATH_SECONDS = 0.15
"""Between two rounds of work: longer than SQLite lets somebody wait before asking for the lock once more."""


def run_once() -> int:
    """Run the handlers of every entry that is due, oldest first; return how many entries were finished."""
    due = OutboxEntry.objects.filter(done_at__isnull=True, parked_at__isnull=True, due_at__lte=clock.now())
    return sum(_finish(entry) for entry in due.select_related("locality").order_by("due_at", "id")[:BATCH])


def run_until(stop: threading.Event) -> None:
    """Drain until told to stop, running the scheduled jobs at their time."""
    last_run: dict[str, float] = {}
    while not stop.is_set():
        close_old_connections()
        try:
            _run_schedules(last_run)
            busy = run_once()
        except Exception:  # the worker outlives a database that is away for a moment
            log.exception("outbox worker")
            busy = 0
        stop.wait(BREATH_SECONDS if busy else IDLE_SECONDS)
    connections.close_all()


def _run_schedules(last_run: dict[str, float]) -> None:
    for schedule in schedules():
        if time.monotonic() - last_run.get(schedule.code, float("-inf")) >= schedule.every:
            last_run[schedule.code] = time.monotonic()
            schedule.run()


def _finish(entry: OutboxEntry) -> int:
    try:
        for handler in handlers_of(entry.code):
            _run_handler(entry, handler)
    except Exception as error:
        log.exception("outbox handler for %s", entry.code)
        _postpone(entry, error)
        return 0
    OutboxEntry.objects.filter(pk=entry.pk).update(done_at=clock.now(), last_error="")
    return 1


def _run_handler(entry: OutboxEntry, handler: Handler) -> None:
    """Run a handler and record it in one transaction; one that has run is passed over."""
    name = handler_name(handler)
    if entry.handled.filter(handler=name).exists():
        return
    try:
        with transaction.atomic():
            HandledEntry.objects.create(entry=entry, handler=name)
            handler(entry)
    except IntegrityError:
        if not entry.handled.filter(handler=name).exists():  # not the second worker of a pair, but a real fault
            raise


def _postpone(entry: OutboxEntry, error: Exception) -> None:
    attempts = entry.attempts + 1
    OutboxEntry.objects.filter(pk=entry.pk).update(
        attempts=attempts,
        last_error=type(error).__name__,  # never the message: it may hold somebody's words
        due_at=clock.now() + FIRST_RETRY * 2 ** (attempts - 1),
        parked_at=clock.now() if attempts >= MOST_ATTEMPTS else None,
    )
