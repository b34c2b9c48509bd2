"""Days off and swapped working days, each with who announced it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.tenancy.shipped import ShippedModel
from nghedan.foundation.transitions.terms import Standing


class DayOff(ShippedModel):
    """A day that differs from the ordinary week: nationwide, or a locality's own, which goes before the nationwide one.

    A forecast is a day nobody has announced yet; limits counted across it say so.
    """

    day = models.DateField(_("ngày"))
    kind = models.CharField(_("loại ngày"), max_length=20)
    name = models.CharField(_("tên gọi"), max_length=120)
    source = models.CharField(_("căn cứ, nguồn"), max_length=300)
    is_forecast = models.BooleanField(_("dự kiến, chưa công bố"), default=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("ngày nghỉ, ngày làm bù")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "day"],
                condition=models.Q(state=Standing.CURRENT.value),
                name="day_off_once_per_locality",
                violation_error_message=_("Ngày này đã có trong lịch của địa phương."),
            ),
            models.UniqueConstraint(
                fields=["day"], condition=models.Q(locality__isnull=True), name="day_off_once_nationwide"
            ),
        )
        indexes = (models.Index(fields=["locality", "day"], name="day_off_by_day"),)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"
