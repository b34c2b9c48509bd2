"""What happened to a row, told from its entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext

from nghedan.foundation.access.catalogue import PERMISSIONS
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.record import subject_type_of


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry as it is told: what was done (translated), when, by whom, and what the entry adds."""

    title: str
    at: datetime
    by: str
    code: str
    facts: Mapping[str, Any]


def timeline_of(*objs: Any, most: int = 100) -> list[Happening]:
    """Return what was done with rows of one locality, the latest first (one query); empty when no row is given."""
    if not objs:
        return []
    subjects = Q()
    for obj in objs:
        subjects |= Q(subject_type=subject_type_of(obj), subject_id=obj.public_id)
    entries = JournalEntry.objects.filter(subjects, locality_id=objs[0].locality_id).order_by("-id")
    return [_told(entry) for entry in entries[:most]]


def _told(entry: JournalEntry) -> Happening:
    """Tell an entry by the name of its right, which is that of the move."""
    body = entry.facts()
    title = gettext(PERMISSIONS[entry.code].label) if entry.code in PERMISSIONS else entry.code
    return Happening(title, entry.at, gettext(body["actor_label"]), entry.code, body["facts"])
