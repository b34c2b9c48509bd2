"""Everything a deed can leave behind, as one comparable value."""

from typing import Any

from django.db import models

from nghedan.foundation.journal.models import Chain, JournalEntry, Wording
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.transitions.models import UsedKey
from tests.support.things.models import Thing

TABLES: tuple[type[models.Model], ...] = (Thing, Wording, JournalEntry, Chain, OutboxEntry, UsedKey)


def stored() -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table a deed on things writes."""
    return {table.__name__: list(table._base_manager.order_by("pk").values()) for table in TABLES}


def counts() -> dict[str, int]:
    """Return the number of rows of each table."""
    return {name: len(rows) for name, rows in stored().items()}


def remembered(obj: models.Model) -> dict[str, Any]:
    """Return what an object in memory says of itself."""
    return {"adding": obj._state.adding, **{key: value for key, value in vars(obj).items() if key != "_state"}}
