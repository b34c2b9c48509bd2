"""Complaints, denunciations and reports of crime: out of the dialogue, on the way the law gives them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.opinions.models import Opinion
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Petition(LocalityModel):
    """An entry of the register of petitions of law (sổ đơn). It is seen by whoever may read its opinion, nobody else;
    its limits run from ``registered_on`` and ``accepted_on``."""

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="petition")
    kind = models.CharField(_("loại"), max_length=20)
    registered_on = models.DateField(_("ngày vào sổ"))
    accepted_on = models.DateField(_("ngày thụ lý"), null=True, blank=True)
    sent_to = models.CharField(_("cơ quan giải quyết"), max_length=200, blank=True)
    document_number = models.CharField(_("số văn bản"), max_length=60, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("sent_to", "note")

    class Meta:
        verbose_name = _("đơn khiếu nại, tố cáo")
        ordering = ("registered_on", "pk")
        indexes = (models.Index(fields=["locality", "state"], name="petition_by_state"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.opinion.access_scopes()
