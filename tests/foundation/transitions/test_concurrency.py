"""Many at once: numbers without a gap, one winner per version, one row per key."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Conflict
from tests.support.state import counts, stored
from tests.support.things.models import Thing

pytestmark = pytest.mark.django_db(transaction=True)

THREADS = 8
DEEDS_EACH = 6


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """Run ``work`` in eight threads that start together; return what each returned."""
    start = threading.Barrier(THREADS)

    def one(number: int) -> Any:
        start.wait()
        try:
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


def test_numbers_are_contiguous_when_eight_write_at_once(an: Actor, locality: Locality) -> None:
    def write(number: int) -> None:
        for turn in range(DEEDS_EACH // 2):
            thing = create("thing.add", actor=an, obj=Thing(locality=locality, title=f"{number}/{turn}", note="Mới."))
            perform("thing.edit", actor=an, obj=thing, changes={"amount": turn + 1})

    at_once(write)
    numbers = list(JournalEntry.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, THREADS * DEEDS_EACH + 1))
    assert verify_all() == []


def test_verifying_while_others_write_finds_no_fault(an: Actor, locality: Locality) -> None:
    def write_or_verify(number: int) -> list[Any]:
        if number == 0:
            return [fault for _turn in range(DEEDS_EACH) for fault in verify_all()]
        for turn in range(DEEDS_EACH):
            create("thing.add", actor=an, obj=Thing(locality=locality, title=f"{number}/{turn}", note="Mới."))
        return []

    assert at_once(write_or_verify) == [[]] * THREADS


def test_of_eight_who_change_the_same_version_one_wins(an: Actor, make_thing: Callable[..., Thing]) -> None:
    thing = make_thing()
    copies = [Thing.objects.of(thing.locality).get(pk=thing.pk) for _ in range(THREADS)]

    def change(number: int) -> str:
        try:
            perform("thing.edit", actor=an, obj=copies[number], changes={"title": f"Của {number}"})
        except Conflict:
            return "faster"
        return f"Của {number}"

    outcomes = sorted(at_once(change))
    thing.refresh_from_db()
    assert outcomes == sorted([thing.title, *["faster"] * (THREADS - 1)])
    assert (thing.version, counts()["JournalEntry"], verify_all()) == (2, 2, [])


def test_of_eight_who_send_the_same_form_one_makes_the_row(an: Actor, locality: Locality) -> None:
    made = at_once(
        lambda number: create("thing.add", actor=an, obj=Thing(locality=locality, title="Cái cuốc"), key="k1").public_id
    )
    assert made == [stored()["Thing"][0]["public_id"]] * THREADS
    assert counts() == {
        "Thing": 1, "Wording": 0, "JournalEntry": 1, "Chain": 1, "OutboxEntry": 0, "UsedKey": 1,
    }  # fmt: skip


def test_of_eight_who_send_other_contents_with_one_key_one_is_stored(an: Actor, locality: Locality) -> None:
    def send(number: int) -> str:
        try:
            return create("thing.add", actor=an, obj=Thing(locality=locality, title=f"{number}"), key="k1").title
        except Conflict as conflict:
            return conflict.code

    sent = at_once(send)
    assert sorted(sent)[1:] == ["key.other_content"] * (THREADS - 1)
    assert [row["title"] for row in stored()["Thing"]] == [min(sent)]
