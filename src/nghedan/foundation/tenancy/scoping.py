"""Querysets that refuse to run before somebody said whose rows are meant."""

from collections.abc import Iterable
from typing import Any, Protocol, Self, TypeVar

from django.db import models
from django.db.models import sql


class Unscoped(RuntimeError):  # noqa: N818  (says what happened)
    """A query over a locality's table was about to run without a locality: a programming error, not for users."""


class Reader(Protocol):
    """Whoever may read across localities: an actor that says which ones."""

    @property
    def readable_localities(self) -> Iterable[int] | None:
        """Ids of the localities, or None for all of them."""


M = TypeVar("M", bound=models.Model)


class ScopedQuery(sql.Query):
    """A query that cannot be compiled without a scope: whatever way it is run, alone or inside another, comes here."""

    is_scoped = False

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        if not self.is_scoped and not self.is_empty():
            raise Unscoped(f"{self.model}: say .of(locality) or .across(actor) first")
        return super().get_compiler(*args, **kwargs)

    def combine(self, rhs: sql.Query, connector: str) -> None:
        sides = (self.is_scoped, getattr(rhs, "is_scoped", False))
        super().combine(rhs, connector)
        self.is_scoped = all(sides) if connector == sql.OR else any(sides)


class ScopedQuerySet(models.QuerySet[M]):
    """A queryset that raises ``Unscoped`` unless it was narrowed by ``of``, ``across`` or a related object."""

    def __init__(self, model: Any = None, query: Any = None, using: str | None = None, hints: Any = None) -> None:
        super().__init__(model, query or ScopedQuery(model), using, hints)

    def of(self, locality: models.Model) -> Self:
        """Return the rows of one locality."""
        return self.filter(locality=locality)._mark_scoped()

    def across(self, reader: Reader) -> Self:
        """Return the rows of every locality the reader may read; the only way past a single one."""
        readable = reader.readable_localities
        return (self.all() if readable is None else self.filter(locality_id__in=readable))._mark_scoped()

    def raw(self, *_args: Any, **_kwargs: Any) -> Any:
        """Refuse: nobody can see in written SQL whose rows it reads."""
        raise Unscoped(f"{self.model}: no raw queries over a locality's table")

    def update(self, **kwargs: Any) -> int:
        self._require_scope()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._require_scope()
        return super().delete()

    def _add_hints(self, **hints: Any) -> None:
        """Take Django's word that the rows asked for are those that hang on an instance."""
        super()._add_hints(**hints)  # type: ignore[misc]
        if hints.get("instance") is not None:
            self._mark_scoped()

    def _mark_scoped(self) -> Self:
        self.query.is_scoped = True  # type: ignore[attr-defined]
        return self

    def _require_scope(self) -> None:
        """Ask for the compiler here, because UPDATE and DELETE leave our class of query for one of Django's."""
        self.query.get_compiler(self.db)
