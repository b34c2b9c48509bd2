"""Fixtures of classifying: the shipped fields, opinions that wait, and a receiver."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.config import roles
from nghedan.domain.matters.models import Field
from nghedan.domain.matters.services.fields import install_starting_fields
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Hamlet, Officer, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.tenancy.models import Locality
from tests.support import people


@pytest.fixture
def hamlet(locality: Locality) -> Hamlet:
    row = Hamlet(locality=locality, kind="thon", name="Nà Lốc", state="current")
    row.save()
    return row


@pytest.fixture
def fields(an: Actor, locality: Locality, economy: Unit) -> dict[str, Field]:
    """The shipped fields, by code."""
    return {field.code: field for field in install_starting_fields(actor=an, locality=locality)}


@pytest.fixture
def told(frozen_today: date, an: Actor, committee: Body, hamlet: Hamlet) -> Callable[[str], Opinion]:
    """Return a function that writes an opinion into the ledger."""
    return lambda words: receive_opinion(
        actor=an, body=committee, draft=OpinionDraft(words=words, origin=Origin.PHONE, hamlet=hamlet)
    )


@pytest.fixture
def receiver(locality: Locality) -> Actor:
    return people.staff("thu", "Lê Thị Thu", locality, roles.RECEIVER)


@pytest.fixture
def officer_of(locality: Locality) -> Callable[[Actor], Officer]:
    """Return a function that makes an account somebody in office."""

    def make(actor: Actor) -> Officer:
        user = User.objects.get(pk=actor.user_id)
        row = Officer(locality=locality, full_name=actor.label, user=user, state="current")
        row.save()
        return row

    return make
