"""Fixtures of the pages of figures: a conference that is over, and the one of the year before."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.support import people
from tests.support.aftermath import Held, held, held_by, roads

__all__ = ["held", "held_by", "roads"]


@pytest.fixture
def last_year(held_by: Callable[[Body], Held], committee: Body) -> Held:
    """The same body's conference of 2025, with its five matters."""
    before = held_by(committee)
    Dialogue.objects.of(committee.locality).filter(pk=before.dialogue.pk).update(year=2025, held_on=date(2025, 3, 12))
    return before


@pytest.fixture
def watcher(locality: Locality, client_of: Callable[[Actor], Client]) -> Client:
    """The browser of an observer."""
    return client_of(people.staff("quan", "Hồ Thị Quan", locality, "observer"))
