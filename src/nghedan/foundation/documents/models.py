"""Papers that left the house: our text of each, and the signed copy that came back, frozen."""

from functools import cached_property
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.scope import Scope
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.tenancy.models import LocalityModel


class Paper(LocalityModel):
    """The signed copy of a paper beside our text. The copy is what counts; nothing of this row changes any more.

    ``differences`` are those of ``compare``, in reading order; None when the copy holds no text to compare.
    """

    subject_type = models.CharField(max_length=60, editable=False)
    subject_id = models.CharField(max_length=12, editable=False)
    type_code = models.CharField(_("loại văn bản"), max_length=60, editable=False)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    text = models.TextField(_("nội dung theo dữ liệu"), editable=False)
    text_digest = models.CharField(max_length=64, editable=False)
    signed_copy = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+", editable=False)
    copy_digest = models.CharField(max_length=64, editable=False)
    differences = models.JSONField(_("chỗ khác với dữ liệu"), null=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    SECRETS: ClassVar[tuple[str, ...]] = ("text", "differences")
    """Long, and told in the journal by their digests."""

    class Meta:
        verbose_name = _("văn bản đã ký")
        indexes = (models.Index(fields=["locality", "subject_type", "subject_id"], name="paper_by_subject"),)

    def __str__(self) -> str:
        return f"{self.type_code} {self.number}"

    @cached_property
    def subject(self) -> Any:
        """The row it is a paper of, or None when that is gone."""
        table = apps.get_model(self.subject_type)
        return table._base_manager.filter(locality_id=self.locality_id, public_id=self.subject_id).first()

    def access_scopes(self) -> set[Scope]:
        """It stands where its subject stands."""
        scopes = getattr(self.subject, "access_scopes", None)
        return scopes() if scopes else set()
