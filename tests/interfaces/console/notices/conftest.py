"""A dialogue all is agreed about, and its notice, for the pages."""

from datetime import date

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from tests.support.calling import issued, prepared


@pytest.fixture
def dialogue(frozen_today: date, an: Actor, binh: Actor, committee: Body, office: Unit) -> Dialogue:
    return prepared(an, binh, committee)


@pytest.fixture
def notice(an: Actor, binh: Actor, dialogue: Dialogue) -> OfficialPaper:
    """The notice of the dialogue, issued on Tuesday 10 March 2026."""
    return issued(an, binh, dialogue)
