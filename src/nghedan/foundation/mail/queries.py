"""What became of messages; of whom they are is seen by whoever may see the rows they are about."""

from collections.abc import Sequence

from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.mail.models import Message
from nghedan.foundation.mail.terms import MessageState
from nghedan.foundation.tenancy.models import Locality, LocalityModel
from nghedan.foundation.tenancy.scoping import ScopedQuerySet


def messages_about(rows: Sequence[LocalityModel], kind: str = "") -> ScopedQuerySet[Message]:
    """Return the messages about rows of one table that the caller may see, the oldest first."""
    if not rows:
        return Message.objects.none()
    found = Message.objects.of(rows[0].locality).filter(
        subject_type=subject_type_of(rows[0]), subject_id__in=[row.public_id for row in rows]
    )
    return (found.filter(kind=kind) if kind else found).order_by("pk")


def latest_about(rows: Sequence[LocalityModel], kind: str) -> dict[str, Message]:
    """Return public id of a row -> its last message of a kind (one query)."""
    return {message.subject_id: message for message in messages_about(rows, kind)}


def standing_keys(locality: Locality, keys: Sequence[str]) -> frozenset[str]:
    """Return which of these messages wait or were sent already."""
    rows = Message.objects.of(locality).filter(key__in=keys, state__in=(MessageState.WAITING, MessageState.SENT))
    return frozenset(rows.values_list("key", flat=True))
