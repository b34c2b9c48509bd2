"""``search``: the same results in the same order on both databases."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.search.words import least_matches, place_word, terms_of
from nghedan.foundation.tenancy.models import Locality

HOLDING = {
    "sqlite": "SELECT rowid AS id FROM search_words WHERE search_words MATCH %s",
    "postgresql": "SELECT id FROM search_searchentry WHERE vector @@ %s::tsquery",
}
"""The entries that hold a locality's word and one term, by each database's own index."""

FIND = """
SELECT entry.kind, entry.subject_id, entry.title, found.matched, entry.recency, entry.id
FROM (SELECT id, count(*) AS matched FROM ({holding}) AS held GROUP BY id HAVING count(*) >= %s) AS found
CROSS JOIN search_searchentry AS entry
WHERE entry.id = found.id AND entry.locality_id = %s AND ({visible}) {after}
ORDER BY found.matched DESC, entry.recency DESC, entry.id DESC
LIMIT %s
"""
"""CROSS JOIN, because SQLite then keeps to the order written: few words found first, then their entries."""

SEEN = "EXISTS (SELECT 1 FROM ({ids}) AS seen WHERE seen.public_id = entry.subject_id)"
"""Asked entry by entry, by the index over public ids: what the reader may see can be very much."""

AFTER = "AND (found.matched, entry.recency, entry.id) < (%s, %s, %s)"


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found; ``place`` continues the list after it."""

    kind: str
    subject_id: str
    title: str
    place: tuple[int, int, int]

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
    after: tuple[int, int, int] | None = None,
) -> list[Hit]:
    """Return the rows whose words match ``text``: most terms first, then the most recent, then the latest entered.

    ``visible`` holds one query per kind of row looked for: what the reader may see of it (``…_visible_to(actor)``);
    kinds without a query are not found. A text need not hold every term: see ``words.least_matches``.
    """
    terms = terms_of(text)
    seen, seen_params = _visible(visible)
    if not terms or not seen:
        return []
    holding = " UNION ALL ".join([HOLDING[connection.vendor]] * len(terms))
    sql = FIND.format(holding=holding, visible=seen, after=AFTER if after else "")
    matches = [_match(place_word(locality.public_id), term) for term in terms]
    params = [*matches, least_matches(len(terms)), locality.pk, *seen_params, *(after or ()), limit]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [Hit(kind, subject_id, title, tuple(place)) for kind, subject_id, title, *place in cursor.fetchall()]


def _match(place: str, term: str) -> str:
    """Return the condition "both words": terms are letters and digits only, and quoted all the same."""
    return f'"{place}" AND "{term}"' if connection.vendor == "sqlite" else f"'{place}' & '{term}'"


def _visible(queries: Sequence[models.QuerySet[Any]]) -> tuple[str, list[Any]]:
    """Return the condition under which an entry may be shown; "" when nothing may."""
    parts, params = [], []
    for query in queries:
        with suppress(EmptyResultSet):  # Django sees beforehand that the query gives nothing
            ids, id_params = query.order_by().values("public_id").query.sql_with_params()
            parts.append(f"(entry.kind = %s AND {SEEN.format(ids=ids)})")
            params += [subject_type_of(query.model), *id_params]
    return " OR ".join(parts), params
