"""The words of a row as they stood at each version."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nghedan.foundation.journal.models import Wording
from nghedan.foundation.journal.record import subject_type_of


@dataclass(frozen=True, slots=True)
class Version:
    """All words of a row after one change; those erased on request are absent."""

    number: int
    at: datetime
    words: dict[str, Any]


def versions_of(obj: Any) -> list[Version]:
    """Return every version of a row's words, the latest first (one query)."""
    stored = Wording.objects.of(obj.locality).filter(subject_type=subject_type_of(obj), subject_id=obj.public_id)
    words: dict[str, Any] = {}
    versions = []
    for row in stored.order_by("subject_version"):
        words = words | row.words
        versions.append(Version(row.subject_version, row.created_at, words))
    return versions[::-1]
