"""What was learned from a dialogue, for the next one."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.hall.terms import LessonKind
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class LessonPoint(LocalityModel):
    """A point of the meeting after the dialogue (họp rút kinh nghiệm); ``task`` is what became of it the year after."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("loại"), max_length=20, default=LessonKind.TO_DO.value)
    text = models.TextField(_("nội dung"))
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị"))  # fmt: skip  # noqa: E501
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text",)

    class Meta:
        verbose_name = _("điểm rút kinh nghiệm")
        ordering = ("pk",)
        indexes = (models.Index(fields=["locality", "dialogue", "kind"], name="lesson_of_dialogue"),)

    def __str__(self) -> str:
        return self.text[:80]

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()
