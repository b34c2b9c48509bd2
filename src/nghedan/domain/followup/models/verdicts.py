"""What a person says of the answer she got."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.followup.terms import VerdictWay
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.models import Opinion
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Verdict(LocalityModel):
    """Whether a voice finds the answer satisfying (đã thỏa đáng chưa), in a word and a sentence; the latest counts.

    ``reopened`` says that it led to another look, which happens once a matter. ``direction`` is what the head then
    said is to be done.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(_("ý kiến về câu trả lời"), max_length=20)
    words = models.CharField(_("vì sao"), max_length=600, blank=True)
    way = models.CharField(_("nhận bằng cách nào"), max_length=20, default=VerdictWay.PORTAL.value)
    given_on = models.DateField(_("ngày cho biết"))
    reopened = models.BooleanField(_("đã mở lại nội dung"), default=False, editable=False)
    direction = models.TextField(_("ý kiến chỉ đạo"), blank=True)
    looked_on = models.DateField(_("ngày lãnh đạo xem"), null=True, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("words", "direction")

    class Meta:
        verbose_name = _("ý kiến về câu trả lời")
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["locality", "matter", "state"], name="verdict_of_matter"),
            models.Index(fields=["locality", "opinion"], name="verdict_of_opinion"),
        )

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.matter.access_scopes() | self.opinion.access_scopes()
