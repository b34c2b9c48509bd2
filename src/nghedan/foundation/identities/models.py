"""Identities: one locked box each, opened by a key of its own."""

import hashlib
import hmac
from base64 import b64decode, b64encode
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.identities.person import ERASED, Person, lock_person, phone_digits, unlock_person
from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import lock, new_key, unlock
from nghedan.foundation.tenancy.models import LocalityModel

WRAPPING = "identities"


class Identity(LocalityModel):
    """A person outside office. Without ``key_wrapped`` nobody can read her any more, here or in the journal."""

    kind = models.CharField(_("loại"), max_length=20)
    key_wrapped = models.CharField(max_length=120, blank=True, editable=False)
    details = models.TextField(blank=True, editable=False)
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    state = models.CharField(max_length=20, editable=False)

    SECRETS: ClassVar[tuple[str, ...]] = ("key_wrapped", "details", "phone_index")

    class Meta:
        verbose_name = _("danh tính")
        indexes = (
            models.Index(
                fields=["locality", "phone_index"], condition=~models.Q(phone_index=""), name="identity_by_phone"
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=(~models.Q(key_wrapped="") & ~models.Q(details=""))
                | models.Q(key_wrapped="", details="", phone_index=""),
                name="identity_whole_or_erased",
            ),
        )

    def __str__(self) -> str:
        return self.public_id

    def close(self, person: Person) -> None:
        """Lock a person into this row with a fresh key."""
        key = new_key()
        self.key_wrapped = b64encode(lock(key_for(WRAPPING), key, self.public_id)).decode()
        self.details = b64encode(lock_person(key, person, self.public_id)).decode()
        self.phone_index = phone_index(self.locality_id, person.phone)

    def open(self) -> Person:
        """Return the person; only ``identities.services`` calls this, after journalling. Raises DamagedError."""
        if not self.key_wrapped:
            return ERASED
        key = unlock(key_for(WRAPPING), b64decode(self.key_wrapped), self.public_id)
        return unlock_person(key, b64decode(self.details), self.public_id)


def phone_index(locality_id: int, phone: str) -> str:
    """Return the blind index of a number, "" for none: equal numbers of one locality meet, the number stays unknown."""
    digits = phone_digits(phone)
    if not digits:
        return ""
    return hmac.new(key_for("identities/phone"), f"{locality_id}\n{digits}".encode(), hashlib.sha256).hexdigest()
