"""The programme, item by item (chương trình)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.terms import AgendaPart
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class AgendaItem(LocalityModel):
    """An item of the programme with its planned minutes; in the hall it starts and ends."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(_("thứ tự"), editable=False)
    title = models.CharField(_("nội dung"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("số phút"), default=10)
    responsible = models.CharField(_("người thực hiện"), max_length=200, blank=True)
    part = models.CharField(_("phần việc"), max_length=20, default=AgendaPart.OTHER.value)
    is_for_speakers = models.BooleanField(_("phần người dân phát biểu"), default=False)
    started_at = models.DateTimeField(_("bắt đầu"), null=True, blank=True, editable=False)
    ended_at = models.DateTimeField(_("kết thúc"), null=True, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("title", "responsible")

    class Meta:
        verbose_name = _("mục chương trình")
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["locality", "dialogue", "position"], name="agenda_in_order"),)

    def __str__(self) -> str:
        return self.title

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()
