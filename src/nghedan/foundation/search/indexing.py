"""Putting rows into the index and taking them out, in the transaction that changes them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.search.models import SearchEntry
from nghedan.foundation.search.words import place_word, sounds_of, words_of
from nghedan.foundation.tenancy.models import Locality

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Indexed:
    """A row and what it is to be found by, as ``index`` takes it."""

    subject: Any
    title: str
    text: str = ""
    at: datetime | None = None


def index(subject: Any, *, title: str, text: str = "", at: datetime | None = None) -> None:
    """Let a row be found by the words of its title and text; what it was found by before is forgotten.

    ``at`` is what "recent" is judged by: now, unless the row has a day of its own.
    """
    SearchEntry.objects.of(subject.locality).update_or_create(
        kind=subject_type_of(subject),
        subject_id=subject.public_id,
        defaults={
            "locality": subject.locality, **_found_by(subject.locality, Indexed(subject, title, text, at))
        },
    )  # fmt: skip


def index_many(rows: Iterable[Indexed]) -> None:
    """Let many rows be found at once, as ``index`` does for one."""
    by_kind: dict[tuple[Locality, str], list[Indexed]] = defaultdict(list)
    for row in rows:
        by_kind[row.subject.locality, subject_type_of(row.subject)].append(row)
    for (locality, kind), alike in by_kind.items():
        entries = SearchEntry.objects.of(locality)
        entries.filter(kind=kind, subject_id__in=[row.subject.public_id for row in alike]).delete()
        entries.bulk_create(
            SearchEntry(
                locality=locality, kind=kind, subject_id=row.subject.public_id, **_found_by(locality, row)
            )
            for row in alike
        )  # fmt: skip


def remove(subject: Any) -> None:
    """Take a row out of the index at once: it is deleted, or no longer for everybody's eyes."""
    of_subject = {"kind": subject_type_of(subject), "subject_id": subject.public_id}
    SearchEntry.objects.of(subject.locality).filter(**of_subject).delete()


def indexed(locality: Locality, text: str) -> dict[str, str]:
    """Return what an entry is found by: the word of its locality with those of its text, and their sounds."""
    words = [place_word(locality.public_id), *words_of(text)]
    return {"words": " ".join(words), "sounds": " ".join(sounds_of(text))}


def _found_by(locality: Locality, row: Indexed) -> dict[str, Any]:
    return {
        "title": row.title[:LONGEST_TITLE],
        "recency": int((row.at or clock.now()).timestamp()),
        **indexed(locality, f"{row.title}\n{row.text}"),
    }
