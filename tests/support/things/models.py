"""The things."""

from typing import ClassVar

from django.db import models

from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import LocalityModel


class Thing(LocalityModel):
    """A row with everything the door minds: plain fields, words, a secret, a moment of its own, a relation, a state."""

    title = models.CharField(max_length=60)
    amount = models.IntegerField(default=0)
    note = models.TextField(blank=True)
    pin = models.CharField(max_length=60, blank=True)
    unit_id = models.BigIntegerField(null=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="parts")
    friends = models.ManyToManyField("self")
    seen_at = models.DateTimeField(default=clock.now, editable=False)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ("note",)
    SECRETS: ClassVar[tuple[str, ...]] = ("pin",)

    class Meta:
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=models.Q(amount__gte=0), name="thing_amount_not_negative"),)

    def __str__(self) -> str:
        return self.title

    def access_scopes(self) -> set[Scope]:
        return {Scope(UNIT, self.unit_id)} if self.unit_id else set()
