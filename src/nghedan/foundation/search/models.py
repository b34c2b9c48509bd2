"""What can be found: one entry per row, its words folded, their sounds beside them. The index over both is each
database's own."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet


class SearchEntry(models.Model):
    """The words of one row of any table, with the word of its locality among them."""

    locality = models.ForeignKey(Locality, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=12)
    title = models.CharField(max_length=300)
    words = models.TextField()
    sounds = models.TextField(default="")
    recency = models.BigIntegerField()

    objects: ClassVar[ScopedQuerySet[Self]] = ScopedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("mục tìm kiếm")
        constraints = (
            models.UniqueConstraint(fields=["locality", "kind", "subject_id"], name="search_entry_once_per_subject"),
        )
        indexes = (
            models.Index(fields=["locality", "recency", "id"], name="search_entry_latest"),
            models.Index(fields=["locality", "subject_id"], name="search_entry_sample"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}"
