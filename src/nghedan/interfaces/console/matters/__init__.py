"""Matters: the list, one matter with its answer, giving them to units, how far the units are, approving."""
