"""Fixtures of the pages of the hall: those of its deeds, and browsers of the clerk and of the head."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.foundation.access.actor import Actor
from nghedan.interfaces.web.actors import SECOND_FACTOR
from tests.domain.hall.conftest import asks, dialogue, hall, handed_in, prepared, roads

__all__ = ["asks", "dialogue", "hall", "handed_in", "prepared", "roads"]


@pytest.fixture
def clerk(an: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """An's browser."""
    return client_of(an)


@pytest.fixture
def head(binh: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """Bình's browser, second factor given."""
    client = client_of(binh)
    session = client.session
    session[SECOND_FACTOR] = True
    session.save()
    return client


@pytest.fixture
def other_clerk(state_clerk: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """Lan's browser, at the same desk."""
    return client_of(state_clerk)
