"""Fixtures of the plan pages: the bodies and units of the domain, and a file to take in."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.models import PlanReading
from nghedan.domain.plans.services.reading import read_plan_file
from nghedan.foundation.access.actor import Actor
from tests.domain.conftest import committee, economist, economy, office, party, party_clerk, state_clerk
from tests.interfaces.console.plans.papers import PAPER

__all__ = ["committee", "economist", "economy", "office", "party", "party_clerk", "state_clerk"]

PLANS = "/console/suoi-lanh/plans/"


@pytest.fixture
def clerk(an: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """An's browser."""
    return client_of(an)


@pytest.fixture
def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("ke-hoach.txt", PAPER.encode())


@pytest.fixture
def reading(an: Actor, committee: Body) -> PlanReading:
    """The paper, read and waiting for the clerk."""
    return read_plan_file(actor=an, source=PAPER.encode(), filename="ke-hoach.txt")
