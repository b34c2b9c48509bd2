"""Figures of a dialogue and of a year, the report, the public result, the archive."""
