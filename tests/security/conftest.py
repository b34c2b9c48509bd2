"""A place in which everything has been said, worked on, and set apart."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from nghedan.domain.matters.services.petitions import register_petition
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.services.receiving import receive_opinion
from nghedan.foundation.db import clock
from tests.security import life
from tests.security.place import Place, draft_of, found_place, keep_passages
from tests.security.story import be_set_apart, be_worked_on, come_in

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)


@pytest.fixture
def frozen() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def denounced(frozen: None, db: None) -> Place:
    """One denunciation of an officer, passed on."""
    place = found_place()
    told = draft_of(place, "qof")
    place.opinions["qof"] = receive_opinion(actor=place.actors["clerk"], body=place.committee, draft=told)
    register_petition(
        actor=place.actors["clerk"], opinion=place.fresh("qof"), kind=MatterKind.DENUNCIATION, named=place.named("qof")
    )
    return place


@pytest.fixture
def busy(frozen: None, db: None) -> Place:
    """Everything has come in and is being worked on as if it were ordinary."""
    place = found_place()
    keep_passages(place)
    come_in(place)
    be_worked_on(place)
    return place


@pytest.fixture
def apart(busy: Place) -> Place:
    """The same, once the denunciations have been passed on."""
    be_set_apart(busy)
    return busy


@pytest.fixture
def in_the_hall(frozen: None, db: None) -> Iterator[Place]:
    """A dialogue in session at which everybody has spoken, and nobody has seen yet what was said."""
    place = found_place()
    with life.on(life.CALLED_ON):
        life.be_called(place)
    with clock.frozen(life.OPENED):
        life.be_opened(place)
        life.be_heard(place)
        yield place


@pytest.fixture
def lived(in_the_hall: Place) -> Iterator[Place]:
    """The same dialogue weeks later: concluded and followed up, all papers out; one denunciation was seen at once."""
    life.be_set_apart_at_the_desk(in_the_hall)
    life.follow(in_the_hall)
    with clock.frozen(life.LAST):
        yield in_the_hall
