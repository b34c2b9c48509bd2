"""Fixtures of reports: a conference that is over."""

from tests.support.aftermath import held, held_by, roads

__all__ = ["held", "held_by", "roads"]
