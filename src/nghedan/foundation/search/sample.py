"""A sample of a locality's entries: which words are common, and how much of everything the reader may see."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from django.db import connection

from nghedan.foundation.search.conditions import Sql
from nghedan.foundation.tenancy.models import Locality

SIZE = 300
"""Enough to know what is common; what none of them holds is rare enough."""

NEVER_SEEN = 0.5

Condition = Callable[[frozenset[str], bool], bool]
"""Of an entry's words, and of whether the reader may see it."""

DRAW = """
SELECT entry.words, entry.sounds, CASE WHEN {seen} THEN 1 ELSE 0 END
FROM (SELECT * FROM search_searchentry WHERE locality_id = %s ORDER BY subject_id LIMIT %s) AS entry
"""
"""Public ids are random: the first by them are as fair as any, and an index has them in this order."""


@dataclass(frozen=True)
class Sample:
    """The words of some of ``total`` entries, and whether the reader may see them."""

    total: int
    texts: Sequence[tuple[frozenset[str], bool]] = ()

    def share(self, condition: Condition) -> float:
        """Return the part of the sample that fulfils a condition; 0 where there is no sample."""
        return sum(condition(words, seen) for words, seen in self.texts) / max(len(self.texts), 1)

    def expected(self, condition: Condition) -> float:
        """Return how many of all entries fulfil a condition, as far as the sample tells; never 0."""
        return self.total * (self.share(condition) or NEVER_SEEN / max(len(self.texts), 1))

    def holding(self, word: str) -> float:
        """Return how many of all entries hold a word, as far as the sample tells; never 0."""
        return self.expected(lambda words, _seen: word in words)

    def weight(self, word: str) -> float:
        """Return what a word counts for when texts are compared: next to nothing when every text holds it."""
        return log((len(self.texts) + 1) / (self._holding[word] or NEVER_SEEN))

    @cached_property
    def _holding(self) -> Counter[str]:
        return Counter(word for words, _seen in self.texts for word in words)


def draw(locality: Locality, total: int, seen: Sql) -> Sample:
    """Return a sample of the locality's ``total`` entries."""
    with connection.cursor() as cursor:
        cursor.execute(DRAW.format(seen=seen.text), [*seen.params, locality.pk, SIZE])
        rows = cursor.fetchall()
    return Sample(total, [(frozenset([*words.split(), *sounds.split()]), bool(seen)) for words, sounds, seen in rows])
