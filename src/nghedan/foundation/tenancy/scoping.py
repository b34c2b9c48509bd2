"""Querysets that refuse to run before somebody said whose rows are meant."""

from collections.abc import Iterable
from typing import Any, Protocol, Self, TypeVar

from django.db import models


class Unscoped(RuntimeError):  # noqa: N818  (says what happened)
    """A query over a locality's table was about to run without a locality: a programming error, not for users."""


class Reader(Protocol):
    """Whoever may read across localities: an actor that says which ones."""

    @property
    def readable_localities(self) -> Iterable[int] | None:
        """Ids of the localities, or None for all of them."""


M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    """A queryset that raises ``Unscoped`` unless it was narrowed by ``of``, ``across`` or a related object."""

    _scoped = False

    def of(self, locality: models.Model) -> Self:
        """Return the rows of one locality."""
        return self._mark(self.filter(locality=locality))

    def across(self, reader: Reader) -> Self:
        """Return the rows of every locality the reader may read; the only way past a single one."""
        readable = reader.readable_localities
        return self._mark(self.all() if readable is None else self.filter(locality_id__in=readable))

    def _mark(self, queryset: Self) -> Self:
        queryset._scoped = True
        return queryset

    def _clone(self) -> Self:
        clone: Self = super()._clone()
        clone._scoped = self._scoped
        return clone

    def _require_scope(self) -> None:
        if not self._scoped and not getattr(self, "_hints", {}).get("instance"):
            raise Unscoped(f"{self.model.__name__}: say .of(locality) or .across(actor) first")

    def _fetch_all(self) -> None:
        self._require_scope()
        super()._fetch_all()

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        self._require_scope()
        return super().resolve_expression(*args, **kwargs)

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._require_scope()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._require_scope()
        return super().count()

    def exists(self) -> bool:
        self._require_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._require_scope()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._require_scope()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._require_scope()
        return super().delete()
