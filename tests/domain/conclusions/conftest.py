"""Fixtures of conclusions: a conference that is over."""

from tests.support.aftermath import completed, held, held_by, roads

__all__ = ["completed", "held", "held_by", "roads"]
