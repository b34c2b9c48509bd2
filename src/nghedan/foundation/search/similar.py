"""``similar``: rows that may speak of the same thing in other words, misspelled or without marks. Never a decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from django.db import connection, models

from nghedan.foundation.search.conditions import Sql, entries_of, holding, ids_of, joined, seen_by
from nghedan.foundation.search.likeness import Told, likeness
from nghedan.foundation.search.models import SearchEntry
from nghedan.foundation.search.sample import Sample, draw
from nghedan.foundation.search.words import LONGEST_HEARD, place_word, sounds_of, words_of
from nghedan.foundation.tenancy.models import Locality

MOST_HELD = 3_000
"""Entries looked through for one answer, as far as the sample foretells: rare words first, the others not at all."""

CANDIDATES = 100
MOST_RARE = 48

ALIKE = """
SELECT entry.kind, entry.subject_id, entry.title, entry.words, entry.sounds
FROM {entries} WHERE entry.locality_id = %s AND ({seen})
ORDER BY few.weight DESC, entry.id DESC
LIMIT %s
"""
TOGETHER = "SELECT id, sum(weight) AS weight FROM ({held}) AS held GROUP BY id"
WEIGHED = "SELECT id, %s AS weight FROM ({held}) AS held"


@dataclass(frozen=True, slots=True)
class Similar:
    """A row that may be about the same; ``score``, from 0 to 1, orders one answer and is no probability."""

    kind: str
    subject_id: str
    title: str
    score: float


def similar(
    locality: Locality, text: str, *, visible: Sequence[models.QuerySet[Any]], limit: int = 5
) -> list[Similar]:
    """Return the rows whose text is most like ``text``, the likest first.

    ``visible`` is as for ``search``; leave the row that is compared out there. Only the first ``LONGEST_HEARD`` letters
    count. Where a locality has very many rows, a text of nothing but words that everybody writes is like none.
    """
    heard = text[:LONGEST_HEARD]
    wanted, kinds = Told(words_of(heard), sounds_of(heard)), ids_of(visible)
    if not wanted.words or not kinds:
        return []
    seen = seen_by(kinds)
    sample = draw(locality, SearchEntry.objects.of(locality).count(), seen)
    rare = _rarest(wanted.sounds, sample)
    if not rare:
        return []
    weight = cache(sample.weight)
    place = place_word(locality.public_id)
    held = joined(" UNION ALL ", [_weighed(holding([[place], [sound]]), round(100 * weight(sound))) for sound in rare])
    entries = entries_of(Sql(TOGETHER.format(held=held.text), held.params), "entry.id = few.id")
    with connection.cursor() as cursor:
        sql = ALIKE.format(entries=entries.text, seen=seen.text)
        cursor.execute(sql, [*entries.params, locality.pk, *seen.params, CANDIDATES])
        found = [
            Similar(kind, subject_id, title, likeness(wanted, Told(words.split()[1:], sounds.split()), weight))
            for kind, subject_id, title, words, sounds in cursor.fetchall()
        ]
    return sorted(found, key=lambda row: row.score, reverse=True)[:limit]


def _weighed(held: Sql, weight: int) -> Sql:
    return Sql(WEIGHED.format(held=held.text), (weight, *held.params))


def _rarest(sounds: Iterable[str], sample: Sample) -> list[str]:
    """Return the rarest sounds, as many as together are held by ``MOST_HELD`` entries."""
    ordered = sorted(sounds, key=sample.weight, reverse=True)[:MOST_RARE]
    together = accumulate(map(sample.holding, ordered))
    return [sound for sound, held in zip(ordered, together, strict=True) if held <= MOST_HELD]
