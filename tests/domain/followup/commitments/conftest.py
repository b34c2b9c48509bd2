"""Fixtures of following up: a conclusion that is issued, with three commitments."""

import pytest

from nghedan.domain.followup.models import Commitment
from tests.support.aftermath import committed, completed, held, held_by, roads

__all__ = ["committed", "completed", "held", "held_by", "roads"]


@pytest.fixture
def commitment(committed: list[Commitment]) -> Commitment:
    """What the economic division owes of the road until Friday 20 March."""
    return committed[0]
