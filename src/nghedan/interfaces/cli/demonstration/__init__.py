"""Demonstration data: five invented localities, built through the deeds."""
