"""Tallies: how much of a budget is spent."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tally(models.Model):
    """How often one subject did one thing in one window; whose tally it is cannot be read from it.

    The digest covers the window, so that tallies of two windows cannot be joined either.
    """

    digest = models.CharField(max_length=64, unique=True)
    ends_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("số lần trong một khoảng thời gian")
        indexes = (models.Index(fields=["ends_at"], name="tally_by_end"),)

    def __str__(self) -> str:
        return str(self.count)
