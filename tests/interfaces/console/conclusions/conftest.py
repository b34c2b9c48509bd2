"""Fixtures of the conclusion's pages."""

from tests.support.aftermath import completed, held, held_by, roads

__all__ = ["completed", "held", "held_by", "roads"]
