"""Instructions of the head, and the keys that make a repeated form harmless."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.scope import BODY, Scope
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality, LocalityModel


class Instruction(LocalityModel):
    """Who decided, when and how; recorded by the clerk, it stands for the head's own click in every approval.

    The paper may follow later: until then ``paper_due`` stays set and is shown as something owed.
    """

    decided_by = models.CharField(_("người cho ý kiến chỉ đạo"), max_length=160)
    decided_at = models.DateTimeField(_("thời điểm cho ý kiến"))
    way = models.CharField(_("cách cho ý kiến"), max_length=20)
    content = models.TextField(_("nội dung chỉ đạo"))
    document_number = models.CharField(_("số văn bản"), max_length=60, blank=True)
    paper_due = models.BooleanField(_("giấy tờ bổ sung sau"), default=False)
    body_scope_id = models.BigIntegerField(null=True, editable=False)
    recorded_at = models.DateTimeField(default=clock.now, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("content",)

    class Meta:
        verbose_name = _("ý kiến chỉ đạo")
        indexes = (models.Index(fields=["locality", "paper_due"], name="instruction_paper_owed"),)

    def __str__(self) -> str:
        return f"{self.decided_by}, {self.decided_at:%d/%m/%Y}"

    def access_scopes(self) -> set[Scope]:
        return {Scope(BODY, self.body_scope_id)} if self.body_scope_id else set()


class UsedKey(models.Model):
    """A form's key that has been used, with a digest of what it carried and what came of it."""

    locality = models.ForeignKey(Locality, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    content_digest = models.CharField(max_length=64)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=12)
    used_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("lần gửi biểu mẫu")
        constraints = (models.UniqueConstraint(fields=["locality", "key"], name="key_used_once"),)

    def __str__(self) -> str:
        return self.key
