"""Rows that ship with the product for every locality, and a locality's own rows that go before them."""

from typing import ClassVar, Self, TypeVar

from django.db import models

from nghedan.foundation.db.models import BaseModel
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

M = TypeVar("M", bound=models.Model)

FOR_EVERYBODY = _(
    "Mục này dùng chung cho mọi địa phương nên không sửa ở đây; muốn làm khác, xin thêm mục của địa phương."
)


class ShippedQuerySet(ScopedQuerySet[M]):
    """A scoped queryset that also knows the rows without a locality."""

    def shipped(self) -> Self:
        """Return the rows that ship for every locality."""
        return self.filter(locality__isnull=True)._mark_scoped()

    def shipped_or_of(self, locality: Locality) -> Self:
        """Return the shipped rows and the locality's own; which of two goes first is for the caller to say."""
        return self.filter(models.Q(locality__isnull=True) | models.Q(locality=locality))._mark_scoped()


class ShippedModel(BaseModel):
    """A row of one locality or, without a locality, of all of them.

    A shipped row is written only by the loader of its data; what people change are rows of their own locality.
    """

    locality = models.ForeignKey(Locality, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    state = models.CharField(max_length=20, editable=False)

    objects: ClassVar[ShippedQuerySet[Self]] = ShippedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True

    @property
    def is_shipped(self) -> bool:
        return self.locality_id is None

    def own_locality(self) -> Locality:
        """Return the locality whose row it is. Raises Refused for a shipped one, which none may change for the rest."""
        if self.locality is None:
            raise Refused("shipped.not_here", FOR_EVERYBODY)
        return self.locality
