"""Answers prepared before the day, blocks of text a unit uses again, and reminders."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models.fields import Field
from nghedan.domain.matters.models.matters import Matter
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Answer(LocalityModel):
    """The answer to a matter. ``short`` is what the head reads aloud, three lines; ``caution`` is for the head alone
    (lưu ý khi trả lời). Every version stays in the journal; evidence is attached."""

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, related_name="answer")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("nội dung trả lời"), blank=True)
    short = models.TextField(_("trả lời ngắn, ba dòng cho người chủ trì"), blank=True)
    basis = models.TextField(_("căn cứ pháp lý"), blank=True)
    proposed_on = models.DateField(_("ngày dự kiến giải quyết xong"), null=True, blank=True)
    caution = models.TextField(_("lưu ý khi trả lời"), blank=True)
    for_unit = models.BooleanField(_("văn phòng nhập thay đơn vị"), default=False)
    received_how = models.CharField(_("nhận bằng cách nào"), max_length=200, blank=True)
    return_reason = models.TextField(_("lý do trả lại"), blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text", "short", "basis", "caution", "return_reason")

    class Meta:
        verbose_name = _("câu trả lời")

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.matter.access_scopes()


class TextBlock(LocalityModel):
    """A passage a unit uses again in its answers, for one field or for all."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    field = models.ForeignKey(Field, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("tên đoạn mẫu"), max_length=120)
    text = models.TextField(_("nội dung"))
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("title", "text")

    class Meta:
        verbose_name = _("đoạn văn mẫu")
        ordering = ("title", "pk")
        indexes = (models.Index(fields=["locality", "unit", "state"], name="text_block_of_unit"),)

    def __str__(self) -> str:
        return self.title

    def access_scopes(self) -> set[Scope]:
        return self.unit.access_scopes()


class Reminder(LocalityModel):
    """A unit was reminded of its matters (đôn đốc): when, of how many, due when; never their titles."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    dialogue = models.ForeignKey(Dialogue, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("nội dung đôn đốc"))
    matters = models.PositiveSmallIntegerField(_("số nội dung"), editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text",)

    class Meta:
        verbose_name = _("lần đôn đốc")
        ordering = ("-pk",)
        indexes = (models.Index(fields=["locality", "unit", "id"], name="reminder_of_unit"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        body = self.dialogue.access_scopes() if self.dialogue else set()
        return self.unit.access_scopes() | body
