"""Fixtures of the foundation: things wired in, and the proof of the journal after every test that touches it."""

from collections.abc import Callable

import pytest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions import door
from tests.support.things import workflow
from tests.support.things.models import Thing


@pytest.fixture(autouse=True)
def _things(monkeypatch: pytest.MonkeyPatch) -> None:
    workflow.wire(monkeypatch.setitem)


@pytest.fixture
def make_thing(an: Actor, locality: Locality) -> Callable[..., Thing]:
    """Return a function by which An adds a thing through the door."""

    def make(title: str = "Cái cuốc", **values: object) -> Thing:
        return door.create("thing.add", actor=an, obj=Thing(locality=locality, title=title, **values))

    return make
