"""Localities, and the base of every table that belongs to one."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.db.models import BaseModel
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.tenancy.terms import LocalityLevel


class Locality(BaseModel):
    """The tenant: a commune, ward, special zone, or a higher level that holds dialogues of its own."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("tên địa phương"), max_length=120)
    level = models.CharField(_("cấp"), max_length=20)
    province_name = models.CharField(_("tỉnh, thành phố"), max_length=120, blank=True)
    superior_name = models.CharField(_("cấp trên trực tiếp"), max_length=160, blank=True)
    place_name = models.CharField(_("địa danh ghi trên văn bản"), max_length=120, blank=True)
    is_demo = models.BooleanField(_("dữ liệu minh họa"), default=False)

    class Meta:
        ordering = ("name",)
        verbose_name = _("địa phương")

    def __str__(self) -> str:
        return self.full_name

    @property
    def locality_id(self) -> int:
        """A locality belongs to itself, so that rights over it are decided as over any of its rows."""
        return self.pk

    @property
    def level_term(self) -> LocalityLevel:
        return LocalityLevel(self.level)

    @property
    def full_name(self) -> str:
        """The name with its level, as people say it: "xã Suối Lành"."""
        return f"{self.level_term.label} {self.name}"


class LocalityModel(BaseModel):
    """A row of one locality; ``objects`` refuses to answer before the locality is named."""

    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="+", editable=False)

    objects: ClassVar[ScopedQuerySet[Self]] = ScopedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True


class Series(models.Model):
    """A running number: the last one given out in a locality and a year."""

    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    objects: ClassVar[ScopedQuerySet[Self]] = ScopedQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("dãy số")
        constraints = (models.UniqueConstraint(fields=["locality", "code", "year"], name="series_once_a_year"),)

    def __str__(self) -> str:
        return f"{self.code} {self.last}/{self.year}"
