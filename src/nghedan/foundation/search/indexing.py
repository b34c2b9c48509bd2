"""Putting rows into the index and taking them out, in the transaction that changes them."""

from datetime import datetime
from typing import Any

from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.search.models import SearchEntry
from nghedan.foundation.search.words import place_word, words_of

LONGEST_TITLE = 300


def index(subject: Any, *, title: str, text: str = "", at: datetime | None = None) -> None:
    """Let a row be found by the words of its title and text; what it was found by before is forgotten.

    ``at`` is what "recent" is judged by: now, unless the row has a day of its own.
    """
    words = [place_word(subject.locality.public_id), *words_of(f"{title}\n{text}")]
    SearchEntry.objects.of(subject.locality).update_or_create(
        kind=subject_type_of(subject),
        subject_id=subject.public_id,
        defaults={
            "locality": subject.locality,
            "title": title[:LONGEST_TITLE],
            "words": " ".join(words),
            "recency": int((at or clock.now()).timestamp()),
        },
    )


def remove(subject: Any) -> None:
    """Take a row out of the index at once: it is deleted, or no longer for everybody's eyes."""
    of_subject = {"kind": subject_type_of(subject), "subject_id": subject.public_id}
    SearchEntry.objects.of(subject.locality).filter(**of_subject).delete()
