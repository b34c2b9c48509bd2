"""Fixtures of the staff pages: browsers of the fixed people, and a dialogue in preparation."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning, scheduling
from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.plans.services import drafting, signing
from nghedan.foundation.access.actor import Actor
from nghedan.interfaces.web.actors import SECOND_FACTOR
from tests.domain.plans.samples import DRAFT

WEDNESDAY = date(2026, 9, 16)


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
def stranger(giang: Actor, client_of: Callable[[Actor], Client]) -> Client:
    """The browser of Giang, clerk of another locality."""
    return client_of(giang)


@pytest.fixture
def dialogue(frozen_today: date, an: Actor, committee: Body, office: Unit, economy: Unit) -> Dialogue:
    """A dialogue of the third quarter without a day, with three tasks of two units."""
    plan = drafting.draft_plan(actor=an, body=committee, draft=DRAFT)
    signing.record_issued(actor=an, plan=plan, number="05/KH-UBND", issued_on=frozen_today)
    (made,) = planning.adopt_plan(actor=an, plan=plan)
    return made


@pytest.fixture
def dated(an: Actor, dialogue: Dialogue) -> Dialogue:
    """The same on Wednesday 16 September 2026, half past seven."""
    return scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=WEDNESDAY, starts_at=time(7, 30))
