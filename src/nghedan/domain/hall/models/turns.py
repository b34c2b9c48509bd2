"""Turns to speak, and what came of the matters raised."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models.people import SpeakerRequest
from nghedan.domain.matters.models import Matter
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Turn(LocalityModel):
    """One time somebody speaks. Time said is between start and end less the pauses, in seconds."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(SpeakerRequest, on_delete=models.PROTECT, related_name="turns")
    opinion = models.ForeignKey(Opinion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    granted_seconds = models.PositiveIntegerField(_("thời gian dành cho, giây"), default=180)
    started_at = models.DateTimeField(_("bắt đầu"), editable=False)
    paused_at = models.DateTimeField(_("tạm dừng lúc"), null=True, blank=True, editable=False)
    paused_seconds = models.PositiveIntegerField(default=0, editable=False)
    ended_at = models.DateTimeField(_("kết thúc"), null=True, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("lượt phát biểu")
        ordering = ("started_at", "pk")
        indexes = (models.Index(fields=["locality", "dialogue", "started_at"], name="turn_in_order"),)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "dialogue"], condition=Q(state__in=("speaking", "paused")), name="one_speaker",
                violation_error_message=_("Đang có người phát biểu; xin kết thúc lượt đó trước."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.dialogue.access_scopes()


class Outcome(LocalityModel):
    """What came of a matter in the hall: said by whom, in which words, what is left to do until when.

    ``state_before`` is the matter's state, to which an undone outcome returns it, with what ``matter_before`` holds of
    its unit, result and limit.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    turn = models.ForeignKey(Turn, null=True, blank=True, on_delete=models.PROTECT, related_name="outcomes")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kết quả tại hội nghị"), max_length=20)
    answered_by = models.CharField(_("người trả lời"), max_length=200, blank=True)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("đơn vị thực hiện"))  # fmt: skip  # noqa: E501
    text = models.TextField(_("nội dung trả lời, kết luận"), blank=True)
    due_on = models.DateField(_("hạn"), null=True, blank=True)
    competent_body = models.CharField(_("cơ quan có thẩm quyền"), max_length=200, blank=True)
    state_before = models.CharField(max_length=20, editable=False)
    matter_before = models.JSONField(default=dict, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("text", "answered_by", "competent_body", "matter_before")

    class Meta:
        verbose_name = _("kết quả tại hội nghị")
        ordering = ("pk",)
        indexes = (models.Index(fields=["locality", "dialogue"], name="outcome_of_dialogue"),)
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "dialogue", "matter"], condition=Q(state="standing"), name="one_standing_outcome",
                violation_error_message=_("Nội dung này đã có kết quả; xin hoàn tác kết quả trước rồi ghi lại."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.matter.access_scopes()
