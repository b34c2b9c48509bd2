"""Ways of handing in that are open to the people, and reports awaited from others."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Channel(LocalityModel):
    """A way of handing in that a locality has opened: a number to call, a place to bring slips to."""

    origin = models.CharField(_("cách gửi"), max_length=20)
    details = models.CharField(_("hướng dẫn"), max_length=300)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("details",)

    class Meta:
        verbose_name = _("kênh tiếp nhận")
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "origin"],
                condition=Q(state="current"),
                name="channel_once",
                violation_error_message=_("Kênh này đã có; xin sửa kênh đã có."),
            ),
        )

    def __str__(self) -> str:
        return self.origin


class AwaitedReport(LocalityModel):
    """A report that a unit, an organisation or the host owes before the dialogue (báo cáo chờ nhận)."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sender = models.CharField(_("nơi gửi"), max_length=200)
    subject = models.CharField(_("nội dung báo cáo"), max_length=300)
    due_on = models.DateField(_("hạn gửi"), null=True, blank=True)
    received_on = models.DateField(_("ngày nhận"), null=True, blank=True)
    document_number = models.CharField(_("số văn bản"), max_length=60, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("sender", "subject")

    class Meta:
        verbose_name = _("báo cáo chờ nhận")
        ordering = ("due_on", "pk")
        indexes = (models.Index(fields=["locality", "dialogue", "state"], name="awaited_of_dialogue"),)

    def __str__(self) -> str:
        return self.subject

    def access_scopes(self) -> set[Scope]:
        own = {Scope(UNIT, self.unit_id)} if self.unit_id else set()
        return self.dialogue.access_scopes() | own
