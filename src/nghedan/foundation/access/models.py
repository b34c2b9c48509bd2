"""Accounts and their dated grants."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.scope import LOCALITY, Scope
from nghedan.foundation.db.models import BaseModel
from nghedan.foundation.tenancy.models import LocalityModel


class UserManager(BaseUserManager["User"]):
    """Finds accounts by sign-in name, without regard to case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(BaseModel, AbstractBaseUser):
    """An account of a person in office; a citizen never needs one. Rights come from grants, dated and per locality."""

    username = models.CharField(_("tên đăng nhập"), max_length=60, unique=True)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    email = models.EmailField(_("thư điện tử"), blank=True)
    is_active = models.BooleanField(_("đang hoạt động"), default=True)
    must_change_password = models.BooleanField(_("phải đổi mật khẩu khi đăng nhập"), default=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("tài khoản")

    def __str__(self) -> str:
        return self.full_name

    @property
    def is_staff(self) -> bool:
        """Nobody: there is no Django admin here."""
        return False

    def has_perm(self, perm: str, obj: Any = None) -> bool:  # noqa: ARG002  (Django's signature)
        """Deny: rights are decided by ``access.decide`` alone."""
        return False


class RoleGrant(LocalityModel):
    """A role somebody holds within a scope from one day to another; the last day counts."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(_("vai trò"), max_length=40)
    scope_kind = models.CharField(_("phạm vi"), max_length=20, default=LOCALITY)
    scope_id = models.BigIntegerField(null=True, blank=True)
    valid_from = models.DateField(_("từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    source = models.CharField(_("theo"), max_length=60, blank=True)
    state = models.CharField(max_length=20, editable=False)

    WORDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        verbose_name = _("vai trò được giao")
        indexes = (models.Index(fields=["locality", "user"], name="grant_by_user"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="grant_ends_after_it_begins",
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            ),
            models.CheckConstraint(
                condition=models.Q(scope_kind=LOCALITY, scope_id__isnull=True)
                | (~models.Q(scope_kind=LOCALITY) & models.Q(scope_id__isnull=False)),
                name="grant_scope_is_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} ({self.scope_kind})"

    @property
    def scope(self) -> Scope:
        return Scope(self.scope_kind, self.scope_id)

    def access_scopes(self) -> set[Scope]:
        return {self.scope}
