"""A fault before and after every step of the door leaves the state before or the state after, never one between."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import OperationalError, transaction

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.outbox import subscriptions
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions import deed as deeds
from nghedan.foundation.transitions.deed import STEPS, deed
from nghedan.foundation.transitions.door import create, create_many, perform, perform_many
from tests.support.state import counts, remembered, stored
from tests.support.things.models import Thing

pytestmark = pytest.mark.django_db(transaction=True)

Doing = Callable[[Actor, list[Thing], Thing], Any]
ONE_MOVE = [f"{when} {name}" for name in STEPS[:7] for when in ("before", "after")]
SEALING = ["before seal", "after seal", "after commit"]
NEW_WORDS = {"title": "Cái cày", "note": "Lưỡi cày đã mòn."}


class Fault(BaseException):
    """The power goes: nothing that only catches Exception may swallow it."""


def edit(an: Actor, things: list[Thing], new: Thing) -> None:
    perform("thing.edit", actor=an, obj=things[0], changes=NEW_WORDS)


def add(an: Actor, things: list[Thing], new: Thing) -> None:
    create("thing.add", actor=an, obj=new)


def add_with_key(an: Actor, things: list[Thing], new: Thing) -> None:
    create("thing.add", actor=an, obj=new, key="k1")


def edit_many(an: Actor, things: list[Thing], new: Thing) -> None:
    perform_many("thing.edit", actor=an, objs=things, changes=NEW_WORDS)


def nest(an: Actor, things: list[Thing], new: Thing) -> None:
    with deed(an):
        perform("thing.edit", actor=an, obj=things[0], changes=NEW_WORDS)
        with deed(an):
            create("thing.add", actor=an, obj=new, key="k1")
            perform("thing.edit", actor=an, obj=new, changes={"amount": 7})
        perform_many("thing.edit", actor=an, objs=things[1:], changes={"amount": 9})


DEEDS: dict[str, tuple[Doing, int]] = {
    "perform": (edit, 1),
    "create": (add, 1),
    "create with a key": (add_with_key, 1),
    "perform_many": (edit_many, 3),
    "nested": (nest, 5),
}
"""What is done, and how many moves it makes."""


class Power:
    """Stands in for ``deeds.observe``: notes every step, and fails at the chosen one."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.fails_at: int | None = None

    def __call__(self, step: str) -> None:
        self.seen.append(step)
        if len(self.seen) - 1 == self.fails_at:
            raise Fault(step)


@pytest.fixture
def power(monkeypatch: pytest.MonkeyPatch) -> Iterator[Power]:
    watcher = Power()
    for code in ("thing.add", "thing.edit"):
        monkeypatch.setitem(subscriptions._handlers, code, (lambda entry: None,))
    monkeypatch.setattr(deeds, "observe", watcher)
    yield watcher


@pytest.mark.parametrize("kind", DEEDS)
def test_a_fault_at_any_step_leaves_nothing_between(
    kind: str, power: Power, an: Actor, locality: Locality, make_thing: Callable[..., Thing]
) -> None:
    do, moves = DEEDS[kind]
    things = [make_thing(title, note="Còn tốt.") for title in ("Cái cuốc", "Cái liềm", "Cái sàng")]
    before, number = stored(), 0
    while True:
        new = Thing(locality=locality, title="Cái nong", note="Mới đan.")
        memory = [remembered(obj) for obj in (*things, new)]
        power.seen, power.fails_at = [], number
        with pytest.raises(Fault):
            do(an, things, new)
        assert verify_all() == []
        if power.seen[-1] == "after commit":
            break
        assert stored() == before
        assert [remembered(obj) for obj in (*things, new)] == memory
        number += 1
    assert power.seen == ["before commit", *ONE_MOVE * moves, *SEALING]
    assert counts()["JournalEntry"] == 3 + moves
    assert counts()["OutboxEntry"] == 3 + moves
    assert stored()["Chain"][0]["last_number"] == 3 + moves
    assert sum(row["version"] for row in stored()["Thing"]) == 3 + moves


def test_a_commit_that_fails_leaves_the_state_before(
    power: Power, an: Actor, make_thing: Callable[..., Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    thing = make_thing()
    before, memory = stored(), remembered(thing)

    def disk_is_full() -> None:
        raise OperationalError("disk is full")

    monkeypatch.setattr(transaction.get_connection(), "_commit", disk_is_full)
    with pytest.raises(OperationalError, match="disk is full"):
        perform("thing.edit", actor=an, obj=thing, changes=NEW_WORDS)
    monkeypatch.undo()
    assert (stored(), remembered(thing), verify_all()) == (before, memory, [])


def test_after_a_fault_the_same_object_can_be_tried_again(
    power: Power, an: Actor, make_thing: Callable[..., Thing]
) -> None:
    thing = make_thing()
    power.seen, power.fails_at = [], ["before commit", *ONE_MOVE].index("after words")
    with pytest.raises(Fault):
        perform("thing.edit", actor=an, obj=thing, changes=NEW_WORDS)
    perform("thing.edit", actor=an, obj=thing, changes=NEW_WORDS)
    thing.refresh_from_db()
    assert (thing.title, thing.note, thing.version) == ("Cái cày", "Lưỡi cày đã mòn.", 2)


def test_a_nested_deed_that_fails_takes_back_only_its_own_part(
    power: Power, an: Actor, locality: Locality, make_thing: Callable[..., Thing]
) -> None:
    first, second = make_thing("Cái cuốc"), make_thing("Cái liềm")
    untouched = remembered(second)
    with deed(an):
        perform("thing.edit", actor=an, obj=first, changes={"amount": 1})
        with pytest.raises(ZeroDivisionError), deed(an):
            perform("thing.edit", actor=an, obj=second, changes={"amount": 2})
            create("thing.add", actor=an, obj=Thing(locality=locality, title="Cái nong"))
            raise ZeroDivisionError
        perform("thing.edit", actor=an, obj=first, changes={"amount": 3})
    assert remembered(second) == untouched
    assert [(row["title"], row["amount"], row["version"]) for row in stored()["Thing"]] == [
        ("Cái cuốc", 3, 3),
        ("Cái liềm", 0, 1),
    ]
    assert [row["code"] for row in stored()["JournalEntry"]] == ["thing.add", "thing.add", "thing.edit", "thing.edit"]
    assert verify_all() == []


def test_every_step_of_the_table_happens() -> None:
    assert {step.split()[1] for step in (*ONE_MOVE, *SEALING)} == set(STEPS)


def test_a_fault_while_many_are_created_leaves_none_of_them(power: Power, an: Actor, locality: Locality) -> None:
    titles = ("Cái nong", "Cái nia", "Cái dần")
    each = ["before decide", "after decide", "before guard", "after guard"]
    ends = ["before event", "after event", "before journal", "after journal"]
    at_once = ["before write", "after write", "before words", "after words"]
    before, number = stored(), 0
    while True:
        new = [Thing(locality=locality, title=title, note="Mới đan.") for title in titles]
        memory = [remembered(obj) for obj in new]
        power.seen, power.fails_at = [], number
        with pytest.raises(Fault):
            create_many("thing.add", actor=an, objs=new)
        assert verify_all() == []
        if power.seen[-1] == "after commit":
            break
        assert stored() == before
        assert [remembered(obj) for obj in new] == memory
        number += 1
    assert power.seen == ["before commit", "before find", "after find", *each * 3, *at_once, *ends * 3, *SEALING]
    assert [row["title"] for row in stored()["Thing"]] == list(titles)
    assert {name: counts()[name] for name in ("JournalEntry", "OutboxEntry", "Wording")} == {
        "JournalEntry": 3, "OutboxEntry": 3, "Wording": 3,
    }  # fmt: skip
