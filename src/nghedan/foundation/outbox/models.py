"""Rows waiting for their handlers, and the proof that a handler has run."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality


class OutboxEntry(models.Model):
    """Something that happened or is to be done; done when every handler has run, parked after too many failures."""

    locality = models.ForeignKey(Locality, null=True, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField(default=clock.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("việc nền chờ làm")
        indexes = (
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(done_at__isnull=True, parked_at__isnull=True),
                name="outbox_waiting",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} #{self.pk}"


class HandledEntry(models.Model):
    """One handler has dealt with one entry; unique, so that a repeat does nothing."""

    entry = models.ForeignKey(OutboxEntry, on_delete=models.CASCADE, related_name="handled")
    handler = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("việc nền đã làm")
        constraints = (models.UniqueConstraint(fields=["entry", "handler"], name="handled_once"),)

    def __str__(self) -> str:
        return self.handler
