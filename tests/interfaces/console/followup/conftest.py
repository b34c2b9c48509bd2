"""Fixtures of the pages of following up."""

from tests.domain.followup.commitments.conftest import commitment
from tests.support.aftermath import committed, completed, held, held_by, roads

__all__ = ["commitment", "committed", "completed", "held", "held_by", "roads"]
