"""Fixtures of every test: two localities, the fixed people, signed-in clients and a day that stands still."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, settings

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.terms import LocalityLevel
from tests.support import clients, people

pytest_plugins = ["tests.support.organisation", "tests.support.opinions"]

# no limit by the clock: a busy machine is no fault of the code; what must be quick is measured by tests.support.pace
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

TUESDAY = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Before the test database goes, let go of what threads of a server under test still hold of it."""
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )


@pytest.fixture
def frozen_today() -> Iterator[date]:
    """Tuesday 10 March 2026, nine in the morning where the people live."""
    with clock.frozen(TUESDAY):
        yield TUESDAY.date()


@pytest.fixture
def locality(db: None) -> Locality:
    return people.locality()


@pytest.fixture
def other_locality(db: None) -> Locality:
    return people.locality("go-nang", "Gò Nắng", LocalityLevel.WARD)


@pytest.fixture
def an(locality: Locality) -> Actor:
    """An, clerk."""
    return people.an(locality)


@pytest.fixture
def binh(locality: Locality) -> Actor:
    """Bình, head."""
    return people.binh(locality)


@pytest.fixture
def chi(locality: Locality) -> Actor:
    """Chi, officer of one unit."""
    return people.chi(locality)


@pytest.fixture
def dung(locality: Locality) -> Actor:
    """Dũng, a resident without an account."""
    return Actor.public(locality)


@pytest.fixture
def giang(other_locality: Locality) -> Actor:
    """Giang, clerk of another locality."""
    return people.giang(other_locality)


@pytest.fixture
def ha(locality: Locality) -> Actor:
    """Hà, administrator."""
    return people.ha(locality)


@pytest.fixture
def client_of() -> Callable[[Actor], Client]:
    """Return a function that gives an actor's signed-in browser."""
    return clients.client_of
