"""A deed: one transaction, in which everything done is gathered and sealed into the journal last."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.record import Draft, append

_current: ContextVar["Deed | None"] = ContextVar("deed", default=None)

STEPS = ("find", "decide", "guard", "write", "words", "event", "journal", "seal", "commit")
"""The steps of the door in their order; tests put a fault before and after each."""


def _unobserved(step: str) -> None:
    """Nothing happens between the steps outside tests."""


observe: Callable[[str], None] = _unobserved


@contextmanager
def step(name: str) -> Iterator[None]:
    """Mark a step of the door: ``observe`` is told before and after it."""
    observe(f"before {name}")
    yield
    observe(f"after {name}")


@dataclass(slots=True)
class Deed:
    """What one transaction has done so far."""

    actor: Actor
    drafts: list[Draft] = field(default_factory=list)
    originals: list[tuple[models.Model, dict[str, Any]]] = field(default_factory=list)

    def remember(self, obj: models.Model) -> None:
        """Keep how an object in memory stands before it is written."""
        self.originals.append((obj, obj.__getstate__()))

    def take_back(self, drafted: int, remembered: int) -> None:
        """Forget the drafts and restore the objects since a point: what the database takes back, memory does too."""
        del self.drafts[drafted:]
        for obj, state in reversed(self.originals[remembered:]):
            vars(obj).clear()
            vars(obj).update(state)
        del self.originals[remembered:]


@contextmanager
def deed(actor: Actor) -> Iterator[Deed]:
    """Open a deed, or join the one that is open. The outermost seals the journal as the last step and commits.

    A deed that joins and fails takes back only its own part, so that its caller may go on.
    """
    outer = _current.get()
    if outer is not None:
        with _taken_back_on_failure(outer), transaction.atomic():
            yield outer
        return
    mine = Deed(actor)
    token = _current.set(mine)
    try:
        with step("commit"), _taken_back_on_failure(mine), transaction.atomic():
            yield mine
            with step("seal"):
                append(mine.drafts)
    finally:
        _current.reset(token)


@contextmanager
def _taken_back_on_failure(deed_: Deed) -> Iterator[None]:
    drafted, remembered = len(deed_.drafts), len(deed_.originals)
    try:
        yield
    except BaseException:
        deed_.take_back(drafted, remembered)
        raise
