"""Chains, their entries, and the versions of the words they speak of."""

import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality, LocalityModel


class AppendOnlyError(RuntimeError):
    """Somebody tried to change or delete what may only be added to: a programming error."""


class Chain(models.Model):
    """The head of a journal: its last number and seal, bumped as the last step of each transaction."""

    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="+")
    site = models.CharField(max_length=20)
    last_number = models.BigIntegerField(default=0)
    last_seal = models.CharField(max_length=64, blank=True)
    head_seal = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("chuỗi nhật ký")
        constraints = (models.UniqueConstraint(fields=["locality", "site"], name="one_chain_per_site"),)

    def __str__(self) -> str:
        return f"{self.locality_id}/{self.site}"


class JournalEntry(models.Model):
    """One thing that was done. ``body`` is the canonical text that is sealed; the columns repeat it for queries."""

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="entries")
    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="+")
    number = models.BigIntegerField(_("số thứ tự"))
    at = models.DateTimeField(_("lúc"), default=clock.now)
    actor_key = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=12)
    body = models.TextField()
    seal = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("dòng nhật ký")
        constraints = (models.UniqueConstraint(fields=["chain", "number"], name="journal_number_once"),)
        indexes = (
            models.Index(fields=["locality", "subject_type", "subject_id", "id"], name="journal_by_subject"),
            models.Index(fields=["locality", "id"], name="journal_feed"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError("journal entries are never changed")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("journal entries are never deleted")

    def facts(self) -> dict[str, Any]:
        """Return the sealed body as a mapping: number, at, actor, code, subject, version, facts, words."""
        content: dict[str, Any] = json.loads(self.body)
        return content


class Wording(LocalityModel):
    """The words of a row as they stood at one version. The journal holds only their digest, so that erasing a
    person's words leaves the chain whole."""

    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=12)
    subject_version = models.PositiveIntegerField()
    words = models.JSONField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("lời văn từng phiên bản")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "subject_type", "subject_id", "subject_version"], name="wording_once_per_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id} v{self.subject_version}"
