"""How an answer reached whoever asked."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.followup.terms import DeliveryWay
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Delivery(LocalityModel):
    """An answer reached one voice (đã chuyển tận tay, gọi điện thoại …): how, on which day, by whom.

    ``matter`` is the one that is answered, also for a voice that raised another grouped into it. ``again`` is set for
    the answer given after the matter was looked at once more. ``told_by`` is an officer or who leads the hamlet.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(OfficialPaper, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(_("cách chuyển"), max_length=20, default=DeliveryWay.HANDED.value)
    delivered_on = models.DateField(_("ngày chuyển"))
    told_by = models.CharField(_("người chuyển, người trả lời"), max_length=200, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    again = models.BooleanField(default=False, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("note",)

    class Meta:
        verbose_name = _("lần chuyển câu trả lời")
        ordering = ("pk",)
        indexes = (models.Index(fields=["locality", "matter", "state"], name="delivery_of_matter"),)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "opinion", "matter", "again"], condition=Q(state="standing"),
                name="delivered_once_per_voice",
                violation_error_message=_("Đã ghi nhận câu trả lời đến người này; không cần ghi nữa."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.matter.access_scopes() | self.opinion.access_scopes()
