"""What every search is made of: the entries that hold words, and those the reader may see."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

from nghedan.foundation.journal.record import subject_type_of

HOLDING = {
    "sqlite": "SELECT rowid AS id FROM search_words WHERE search_words MATCH %s",
    "postgresql": "SELECT id FROM search_searchentry WHERE vector @@ %s::tsquery OFFSET 0",
}
"""The entries that hold words, by each database's own index."""

SIGNS = {"sqlite": ('"', " AND ", " OR "), "postgresql": ("'", " & ", " | ")}
"""How a word is quoted, and how "and" and "or" are written."""

THEIR_ENTRIES = {
    "sqlite": "({few}) AS few CROSS JOIN search_searchentry AS entry ON {same}",
    "postgresql": "({few}) AS few CROSS JOIN LATERAL"
    " (SELECT * FROM search_searchentry AS entry WHERE {same} OFFSET 0) AS entry",
}
"""Each database is told to begin with the few: SQLite by CROSS JOIN, PostgreSQL by LATERAL and OFFSET 0. Left to
themselves they are right most of the time and wrong by seconds."""

SEEN = (
    "(entry.kind = %s AND EXISTS"
    " (SELECT 1 FROM ({ids}) AS seen WHERE seen.public_id = entry.subject_id LIMIT 1 OFFSET 0))"
)
"""Asked entry by entry, by the index over public ids: what the reader may see can be very much. OFFSET 0, because
PostgreSQL would gather all of it first."""


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of a query and its parameters."""

    text: str
    params: tuple[Any, ...] = ()


def joined(between: str, parts: Sequence[Sql]) -> Sql:
    """Return the pieces as one."""
    return Sql(between.join(part.text for part in parts), tuple(param for part in parts for param in part.params))


def holding(groups: Iterable[Iterable[str]]) -> Sql:
    """Return the query of ids of the entries that hold a word of each group.

    Words are letters, digits and our own signs, and quoted all the same.
    """
    quote, both, either = SIGNS[connection.vendor]
    ors = (f"({either.join(f'{quote}{word}{quote}' for word in group)})" for group in groups)
    return Sql(HOLDING[connection.vendor], (both.join(ors),))


def entries_of(few: Sql, same: str) -> Sql:
    """Return what gives the entries of some rows ``few``, where ``same`` says which entry belongs to one."""
    return Sql(THEIR_ENTRIES[connection.vendor].format(few=few.text, same=same), few.params)


def ids_of(visible: Sequence[models.QuerySet[Any]]) -> list[tuple[str, Sql]]:
    """Return kind and query of public ids for each that gives anything; order and repeats only cost time."""
    found = []
    for queryset in visible:
        query = queryset.order_by().values("public_id").query
        query.distinct = False
        with suppress(EmptyResultSet):  # Django sees beforehand that the query gives nothing
            text, params = query.sql_with_params()
            found.append((subject_type_of(queryset.model), Sql(text, tuple(params))))
    return found


def seen_by(ids: Sequence[tuple[str, Sql]]) -> Sql:
    """Return the condition under which an entry may be shown."""
    return joined(" OR ", [Sql(SEEN.format(ids=sql.text), (kind, *sql.params)) for kind, sql in ids])
