"""Fixtures of the settings pages: people in their posts, and browsers of clerk, head, administrator, officer."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.foundation.access.actor import Actor
from nghedan.interfaces.web.actors import SECOND_FACTOR
from tests.domain.organisations.conftest import chairman, deputy, deputy_account, in_post, make_hamlet

__all__ = ["chairman", "deputy", "deputy_account", "in_post", "make_hamlet"]

ClientOf = Callable[[Actor], Client]


def with_second_factor(client: Client) -> Client:
    """Let a browser have given the second factor, as strict roles demand."""
    session = client.session
    session[SECOND_FACTOR] = True
    session.save()
    return client


@pytest.fixture
def clerk(an: Actor, client_of: ClientOf) -> Client:
    """An's browser."""
    return client_of(an)


@pytest.fixture
def admin(ha: Actor, client_of: ClientOf) -> Client:
    """Hà's browser."""
    return with_second_factor(client_of(ha))


@pytest.fixture
def head(binh: Actor, client_of: ClientOf) -> Client:
    """Bình's browser."""
    return with_second_factor(client_of(binh))


@pytest.fixture
def officer(chi: Actor, client_of: ClientOf) -> Client:
    """Chi's browser."""
    return client_of(chi)
