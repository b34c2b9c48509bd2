"""``search``: the same results in the same order on both databases, however common the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from nghedan.foundation.search.conditions import ids_of, seen_by
from nghedan.foundation.search.models import SearchEntry
from nghedan.foundation.search.sample import Sample, draw
from nghedan.foundation.search.ways import FEW, Way, ways
from nghedan.foundation.search.words import least_matches, terms_of
from nghedan.foundation.tenancy.models import Locality

FIND = """
SELECT kind, subject_id, title, matched, recency, id
FROM (SELECT entry.kind, entry.subject_id, entry.title, entry.recency, entry.id, {matched} AS matched
      FROM {source} WHERE entry.locality_id = %s AND {condition}) AS found
WHERE matched BETWEEN %s AND %s {after}
ORDER BY {order}
LIMIT %s
"""
AFTER = "AND (matched, recency, id) < (%s, %s, %s)"
HOLDS = {"sqlite": "(instr(entry.words || ' ', %s) > 0)", "postgresql": "(strpos(entry.words || ' ', %s) > 0)::int"}

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found; ``place`` continues the list after it."""

    kind: str
    subject_id: str
    title: str
    place: Place

    @property
    def matched(self) -> int:
        """How many of the terms it holds."""
        return self.place[0]


def search(
    locality: Locality,
    text: str,
    *,
    visible: Sequence[models.QuerySet[Any]],
    limit: int = 25,
    after: Place | None = None,
) -> list[Hit]:
    """Return the rows whose words match ``text``: most terms first, then the most recent, then the latest entered.

    ``visible`` holds one query per kind of row looked for: what the reader may see of it (``…_visible_to(actor)``);
    kinds without a query are not found. A text need not hold every term: see ``words.least_matches``.
    """
    terms, kinds = terms_of(text), ids_of(visible)
    if not terms or not kinds:
        return []
    total = SearchEntry.objects.of(locality).count()
    sample = draw(locality, total, seen_by(kinds)) if total > FEW else Sample(total)
    most = min(len(terms), after[0]) if after else len(terms)
    hits: list[Hit] = []
    for way in ways(sample, locality, terms, kinds, most, least_matches(len(terms)), limit):
        hits += _go(way, locality, terms, limit - len(hits), after)
        if len(hits) == limit:
            break
    return hits


def _go(way: Way, locality: Locality, terms: Sequence[str], limit: int, after: Place | None) -> list[Hit]:
    """Return the entries on one way that hold as many terms as it is for."""
    sql = FIND.format(
        matched=" + ".join([HOLDS[connection.vendor]] * len(terms)),
        source=way.source.text,
        condition=f"({way.condition.text})",
        after=AFTER if after else "",
        order=way.order,
    )
    words = [f" {term} " for term in terms]
    bounds = [way.least, way.most, *(after or ()), limit]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*words, *way.source.params, locality.pk, *way.condition.params, *bounds])
        return [Hit(kind, subject_id, title, tuple(place)) for kind, subject_id, title, *place in cursor.fetchall()]
