"""Attachments: what was handed in with which row, where it lies and what it weighs."""

from functools import cached_property
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import LocalityModel


class Attachment(LocalityModel):
    """A file that hangs on a row of any table. Who may see or change that row may see or change its files."""

    subject_type = models.CharField(max_length=60, editable=False)
    subject_id = models.CharField(max_length=12, editable=False)
    kind = models.CharField(_("loại tài liệu"), max_length=40)
    name = models.CharField(_("tên tệp"), max_length=120)
    content_type = models.CharField(max_length=100, editable=False)
    size = models.PositiveBigIntegerField(_("dung lượng"), editable=False)
    digest = models.CharField(max_length=64, editable=False)
    path = models.CharField(max_length=80, unique=True, editable=False)
    is_encrypted = models.BooleanField(default=False, editable=False)
    needs_password = models.BooleanField(_("tệp có mật khẩu"), default=False, editable=False)
    state = models.CharField(max_length=20, editable=False)

    SECRETS: ClassVar[tuple[str, ...]] = ("name", "path")

    class Meta:
        verbose_name = _("tài liệu đính kèm")
        indexes = (models.Index(fields=["locality", "subject_type", "subject_id"], name="attachment_by_subject"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"

    @cached_property
    def subject(self) -> Any:
        """The row it hangs on, or None when that is gone."""
        table = apps.get_model(self.subject_type)
        return table._base_manager.filter(locality_id=self.locality_id, public_id=self.subject_id).first()

    def access_scopes(self) -> set[Scope]:
        """It stands where its subject stands."""
        scopes = getattr(self.subject, "access_scopes", None)
        return scopes() if scopes else set()
