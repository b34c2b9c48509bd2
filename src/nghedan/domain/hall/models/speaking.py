"""How people speak at a dialogue."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.terms import QueueRule
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class SpeakingRule(LocalityModel):
    """In which order people speak at a dialogue and how long each; a dialogue without one has the first values here."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    order = models.CharField(_("thứ tự phát biểu"), max_length=20, default=QueueRule.REGISTERED.value)
    seconds = models.PositiveIntegerField(_("thời gian mỗi lượt, giây"), default=180)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("quy định phát biểu")
        constraints = (models.UniqueConstraint(fields=["locality", "dialogue"], name="one_speaking_rule"),)

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()
