"""Deeds on the items of a conclusion."""
