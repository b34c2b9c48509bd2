"""Figures as they were reported, and the public page of a result."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class FrozenFigures(LocalityModel):
    """The figures a report or a public page told, with the journal's head they were counted at; never changed."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(OfficialPaper, null=True, on_delete=models.PROTECT, related_name="+")
    counted_on = models.DateField(_("ngày tính số liệu"))
    figures = models.JSONField(_("số liệu"))
    journal_number = models.BigIntegerField(editable=False)
    journal_seal = models.CharField(max_length=64, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("số liệu đã chốt")
        ordering = ("-pk",)
        indexes = (models.Index(fields=["locality", "dialogue", "id"], name="frozen_figures_of"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()


class PublicResult(LocalityModel):
    """The public page of what came of a dialogue: shown to the head first, then to everybody."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    shown_at = models.DateTimeField(_("người đứng đầu xem từ"), editable=False)
    published_at = models.DateTimeField(_("công khai lúc"), null=True, blank=True, editable=False)
    foreword = models.TextField(_("lời mở đầu"), blank=True)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("foreword", "reason")

    class Meta:
        verbose_name = _("trang kết quả công khai")
        constraints = (models.UniqueConstraint(fields=["locality", "dialogue"], name="one_public_result"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()
