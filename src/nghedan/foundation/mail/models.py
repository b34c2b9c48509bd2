"""Messages: while one waits, address and text lie in a locked box with a key of its own; afterwards there is none."""

import hashlib
import hmac
from base64 import b64decode, b64encode
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.db import clock
from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import lock, new_key, unlock
from nghedan.foundation.mail.letters import MOST_TITLE, Letter, lock_letter, unlock_letter
from nghedan.foundation.tenancy.models import LocalityModel

WRAPPING = "mail"


class Message(LocalityModel):
    """A message about one row to one address. ``key`` makes the same message one message; ``recipient`` is the keyed
    digest of the address. ``due_at``, ``attempts``, ``trouble`` and ``reply`` are the worker's book on it."""

    kind = models.CharField(_("loại thư"), max_length=40)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=12)
    key = models.CharField(max_length=64)
    recipient = models.CharField(max_length=64)
    title = models.CharField(_("tiêu đề"), max_length=MOST_TITLE)
    sender_name = models.CharField(_("nơi gửi"), max_length=200, blank=True)
    key_wrapped = models.CharField(max_length=120, blank=True, editable=False)
    details = models.TextField(blank=True, editable=False)
    due_at = models.DateTimeField(default=clock.now, editable=False)
    attempts = models.PositiveSmallIntegerField(_("số lần thử"), default=0, editable=False)
    trouble = models.CharField(_("trở ngại"), max_length=20, blank=True, editable=False)
    reply = models.PositiveSmallIntegerField(_("mã máy chủ trả lời"), default=0, editable=False)
    ended_at = models.DateTimeField(_("lúc gửi hoặc thôi gửi"), null=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    SECRETS: ClassVar[tuple[str, ...]] = ("key_wrapped", "details")

    class Meta:
        verbose_name = _("thư điện tử")
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["due_at"], condition=Q(state="waiting"), name="message_due"),
            models.Index(fields=["locality", "subject_type", "subject_id"], name="message_by_subject"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "key"], condition=Q(state__in=("waiting", "sent")), name="one_message_once"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting") & ~Q(key_wrapped="") & ~Q(details="") & Q(ended_at__isnull=True)
                | ~Q(state="waiting") & Q(key_wrapped="", details="", ended_at__isnull=False),
                name="message_locked_while_it_waits",
            ),
        )

    def __str__(self) -> str:
        return self.public_id

    def close(self, letter: Letter) -> None:
        """Lock a letter into this row with a fresh key."""
        key = new_key()
        self.key_wrapped = b64encode(lock(key_for(WRAPPING), key, self.public_id)).decode()
        self.details = b64encode(lock_letter(key, letter, self.public_id)).decode()

    def open(self) -> Letter:
        """Return the letter of a message that waits. Raises DamagedError, also once its box is gone."""
        key = unlock(key_for(WRAPPING), b64decode(self.key_wrapped), self.public_id)
        return unlock_letter(key, b64decode(self.details), self.public_id)


def recipient_digest(locality_id: int, address: str) -> str:
    """Return the keyed digest of an address: the same of one locality meet, the address stays unknown."""
    message = f"{locality_id}\n{address.strip().lower()}"
    return hmac.new(key_for("mail/recipient"), message.encode(), hashlib.sha256).hexdigest()
