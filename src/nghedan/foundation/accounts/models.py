"""Password cards, and the slowing down of wrong tries."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.terms import CardState
from nghedan.foundation.tenancy.models import LocalityModel


class PasswordCard(LocalityModel):
    """A one-time code, printed or sent as a link, with which its bearer sets the account's password."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    code_digest = models.CharField(max_length=64, unique=True, editable=False)
    valid_until = models.DateTimeField(_("dùng trước"))
    state = models.CharField(max_length=20, editable=False)

    SECRETS: ClassVar[tuple[str, ...]] = ("code_digest",)

    class Meta:
        verbose_name = _("thẻ đặt mật khẩu")
        indexes = (models.Index(fields=["locality", "user"], name="card_by_user"),)

    def __str__(self) -> str:
        return f"{self.user} ({CardState(self.state).label})"


class SignInDelay(models.Model):
    """Wrong tries in a row on one existing account, and when the next one counts."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="+")
    failures = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()

    class Meta:
        verbose_name = _("thời gian chờ đăng nhập")

    def __str__(self) -> str:
        return f"{self.user}: {self.failures}"

    def is_waiting(self, now: datetime) -> bool:
        return now < self.not_before
