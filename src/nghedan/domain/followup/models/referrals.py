"""What was sent on to who may settle it, and what came back."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import Competence
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel

UNDER_WAY = ("drafted", "sent", "replied", "passed_on")


class Referral(LocalityModel):
    """A matter on its way to another body (chuyển cấp có thẩm quyền), with a clock of its own.

    ``paper`` is the letter, which may hold several matters to one body; a letter written elsewhere has only its
    number. ``expected_on`` is when a reply is hoped for, ``told_on`` when the reply was passed on to the people.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    dialogue = models.ForeignKey(Dialogue, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    competence = models.CharField(_("thẩm quyền"), max_length=20, default=Competence.ABOVE.value)
    to_body = models.CharField(_("chuyển đến"), max_length=200)
    paper = models.ForeignKey(OfficialPaper, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sent_number = models.CharField(_("số công văn đã gửi"), max_length=60, blank=True)
    sent_on = models.DateField(_("ngày gửi"), null=True, blank=True)
    expected_on = models.DateField(_("đề nghị trả lời trước ngày"), null=True, blank=True)
    asked_again = models.PositiveSmallIntegerField(_("số lần hỏi lại"), default=0, editable=False)
    asked_on = models.DateField(_("ngày hỏi lại gần nhất"), null=True, blank=True, editable=False)
    reply = models.TextField(_("nội dung trả lời"), blank=True)
    reply_number = models.CharField(_("số văn bản trả lời"), max_length=60, blank=True)
    replied_on = models.DateField(_("ngày trả lời"), null=True, blank=True)
    told_on = models.DateField(_("ngày báo người dân"), null=True, blank=True, editable=False)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("to_body", "reply", "reason")

    class Meta:
        verbose_name = _("nội dung chuyển cấp có thẩm quyền")
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["locality", "dialogue", "state"], name="referral_of_dialogue"),
            models.Index(fields=["locality", "state", "expected_on", "id"], name="referral_by_day"),
            models.Index(fields=["locality", "matter"], name="referral_of_matter"),
            models.Index(fields=["locality", "paper"], name="referral_of_paper"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "matter"], condition=Q(state__in=UNDER_WAY), name="one_referral_under_way",
                violation_error_message=_("Nội dung này đang được chuyển; xin mở công văn đã có."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.public_id

    def access_scopes(self) -> set[Scope]:
        return self.matter.access_scopes()
