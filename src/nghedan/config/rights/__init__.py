"""The table role × permission, one module for each part of a dialogue's life."""

from nghedan.config.rights import following, hearing, meeting, organising

ROWS: dict[str, frozenset[str]] = {**organising.ROWS, **meeting.ROWS, **hearing.ROWS, **following.ROWS}
"""Permission code -> the roles that hold it."""
