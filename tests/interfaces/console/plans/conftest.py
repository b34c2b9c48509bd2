"""Fixtures of the plan pages: the bodies and units of the domain, browsers, a plan and a file to take in."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.domain.plans.services import drafting, signing
from nghedan.domain.plans.services.reading import read_plan_file
from nghedan.foundation.access.actor import Actor
from nghedan.interfaces.web.actors import SECOND_FACTOR
from tests.domain.plans.samples import DRAFT
from tests.interfaces.console.plans.papers import ISSUED_ON, PAPER


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
def officer(economist: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """The browser of an officer of the economic division."""
    return client_of(economist)


@pytest.fixture
def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("ke-hoach.txt", PAPER.encode())


@pytest.fixture
def reading(an: Actor, committee: Body) -> PlanReading:
    """The paper, read and waiting for the clerk."""
    return read_plan_file(actor=an, source=PAPER.encode(), filename="ke-hoach.txt")


@pytest.fixture
def plan(an: Actor, committee: Body, office: Unit, economy: Unit) -> Plan:
    """A drafted plan: one dialogue, three duties of two units."""
    return drafting.draft_plan(actor=an, body=committee, draft=DRAFT)


@pytest.fixture
def issued(an: Actor, binh: Actor, plan: Plan) -> Plan:
    """The same plan in force."""
    signing.submit_plan(actor=an, plan=plan)
    signing.sign_plan(actor=binh, plan=plan)
    return signing.issue_plan(actor=an, plan=plan, number="05/KH-UBND", issued_on=ISSUED_ON)
