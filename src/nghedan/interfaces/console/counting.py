"""Several counts by one query, for pages that only tell how much there is."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, QuerySet, Value


def count_all(counted: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """Return name -> number of rows, by one query however many names there are."""
    first, *others = (
        rows.order_by().annotate(counted_as=Value(name)).values("counted_as").annotate(rows_found=Count("pk"))
        for name, rows in counted.items()
    )
    found = {row["counted_as"]: row["rows_found"] for row in first.union(*others, all=True)}
    return {name: found.get(name, 0) for name in counted}
