"""A deed: one transaction, in which everything done is gathered and sealed into the journal last."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import transaction

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


@contextmanager
def deed(actor: Actor) -> Iterator[Deed]:
    """Open a deed, or join the one that is open. The outermost seals the journal as the last step and commits.

    A deed that joins and fails takes back only its own part, so that its caller may go on.
    """
    outer = _current.get()
    if outer is not None:
        with _part_of(outer):
            yield outer
        return
    mine = Deed(actor)
    token = _current.set(mine)
    try:
        with step("commit"), transaction.atomic():
            yield mine
            with step("seal"):
                append(mine.drafts)
    finally:
        _current.reset(token)


@contextmanager
def _part_of(outer: Deed) -> Iterator[None]:
    drafted = len(outer.drafts)
    try:
        with transaction.atomic():
            yield
    except BaseException:
        del outer.drafts[drafted:]
        raise
