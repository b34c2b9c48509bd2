"""Password cards, sign-in cards, and the slowing down of wrong tries."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.terms import CardState
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.transitions.terms import Standing


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


class SignInCard(LocalityModel):
    """A printed picture that opens the sign-in of one account; with its PIN the bearer is signed in (thẻ đăng nhập)."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    pin_hash = models.CharField(max_length=128, editable=False)
    state = models.CharField(max_length=20, editable=False)

    SECRETS: ClassVar[tuple[str, ...]] = ("token_digest", "pin_hash")

    class Meta:
        verbose_name = _("thẻ đăng nhập")
        constraints = (
            models.UniqueConstraint(
                fields=["locality", "user"],
                condition=models.Q(state=Standing.CURRENT.value),
                name="sign_in_card_once",
                violation_error_message=_("Tài khoản này đã có thẻ đăng nhập đang dùng."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} ({Standing(self.state).label})"


class Delay(models.Model):
    """Wrong tries in a row, and when the next one counts."""

    failures = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()

    class Meta:
        abstract = True

    def is_waiting(self, now: datetime) -> bool:
        return now < self.not_before


class SignInDelay(Delay):
    """Wrong passwords on one existing account."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        verbose_name = _("thời gian chờ đăng nhập")

    def __str__(self) -> str:
        return f"{self.user}: {self.failures}"


class CardDelay(Delay):
    """Wrong PINs on one sign-in card."""

    card = models.OneToOneField(SignInCard, on_delete=models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        verbose_name = _("thời gian thẻ đăng nhập tạm khóa")

    def __str__(self) -> str:
        return f"{self.card_id}: {self.failures}"
