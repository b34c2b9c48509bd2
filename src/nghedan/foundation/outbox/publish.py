"""Writing into the outbox."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nghedan.foundation.db import clock
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.outbox.subscriptions import handlers_of
from nghedan.foundation.tenancy.models import Locality


def publish(
    code: str, *, locality: Locality | None, payload: Mapping[str, Any], due_at: datetime | None = None
) -> None:
    """Write an entry for the handlers of ``code`` in the present transaction; nothing when nobody listens."""
    if handlers_of(code):
        OutboxEntry.objects.create(locality=locality, code=code, payload=dict(payload), due_at=due_at or clock.now())
