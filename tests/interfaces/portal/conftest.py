"""Fixtures of the people's pages: hamlets to choose from, and nothing kept from the test before."""

import pytest
from django.core.cache import cache

from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.tenancy.models import Locality


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


@pytest.fixture
def hamlet(locality: Locality, committee: Body) -> Hamlet:
    """A hamlet of the locality, which has its committee."""
    row = Hamlet(locality=locality, kind="xom", name="Đồng Chanh", voters=200, state="current")
    row.save()
    return row
