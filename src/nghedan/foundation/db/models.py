"""The base of every table."""

import secrets

from django.db import models

from nghedan.foundation.db import clock

PUBLIC_ID_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
PUBLIC_ID_LENGTH = 12


def new_public_id() -> str:
    """Return a random id fit for a URL or a printed code: about 59 bits, no letters that look alike."""
    return "".join(secrets.choice(PUBLIC_ID_LETTERS) for _ in range(PUBLIC_ID_LENGTH))


class BaseModel(models.Model):
    """A row that is known outside by its public id and changed only at a known version."""

    public_id = models.CharField(max_length=PUBLIC_ID_LENGTH, unique=True, default=new_public_id, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
