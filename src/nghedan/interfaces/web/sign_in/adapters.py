"""How allauth behaves here."""

import base64
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import queries, services
from nghedan.foundation.accounts.policy import policy_for
from nghedan.foundation.accounts.rules import normal_username
from nghedan.foundation.accounts.throttle import forget_failures, is_slowed, note_failure
from nghedan.foundation.db import clock
from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import lock, unlock
from nghedan.interfaces.web.sign_in import card_session

RECENT_SECONDS = 600
PURPOSE = "accounts/second-factor"

WRONG = _("Tên đăng nhập hoặc mật khẩu không đúng. Nếu đã nhập sai nhiều lần, xin chờ một phút rồi thử lại.")
WRONG_PASSWORD = _("Mật khẩu không đúng.")
WRONG_CODE = _("Mã không đúng. Xin nhập mã 6 số đang hiện trong ứng dụng, hoặc một mã dự phòng chưa dùng.")
STILL_DEMANDED = _("Vai trò hiện nay bắt buộc xác thực hai lớp nên không tắt được.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in by name; nobody signs up; one answer whether the name exists, is slowed, or the password is wrong."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "too_many_login_attempts": WRONG,
        "enter_current_password": WRONG_PASSWORD,
        "incorrect_password": WRONG_PASSWORD,
        "incorrect_code": WRONG_CODE,
        "rate_limited": _("Thử quá nhiều lần. Xin chờ vài phút rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave out allauth's own limits: they count by address or lock a name, existing or not."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Check name and password; while an account is slowed nothing is looked at, in the same time."""
        holder = User.objects.filter(username=normal_username(credentials.get("username", ""))).first()
        if holder is not None and is_slowed(holder):
            User().set_password(credentials.get("password", ""))
            return None
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if holder is not None:
            forget_failures(holder) if user is not None else note_failure(holder)
        return user

    def _rollback_login_failed_rl_usage(self) -> None:
        """There is nothing to roll back."""

    def post_login(
        self, request: HttpRequest, user: Any, *, signal_kwargs: dict[str, Any] | None, **kwargs: Any
    ) -> HttpResponse:
        """Note a sign-in by card, once every step of it (a second factor too) is passed."""
        if signal_kwargs and "card_id" in signal_kwargs:
            card_session.begin(request.session, user, signal_kwargs["card_id"])
        answer: HttpResponse = super().post_login(request, user, signal_kwargs=signal_kwargs, **kwargs)
        return answer

    def set_password(self, user: Any, password: str) -> None:
        services.change_password(user=user, password=password)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again before changing the second factor, unless signed in within the last ten minutes."""
        records = get_authentication_records(context.request, context.request.user)
        recent = bool(records) and time.time() - records[-1]["at"] < RECENT_SECONDS
        return not recent and bool(super().is_reauthentication_required(app=app, **kwargs))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: accounts need no mail address, and the journal tells."""


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor: an app on the phone, works without internet; its secret is stored encrypted."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": STILL_DEMANDED,
        "cannot_generate_recovery_codes": _("Xin bật xác thực hai lớp trước khi tạo mã dự phòng."),
    }

    def get_totp_issuer(self) -> str:
        return "Nghe Dân"

    def get_totp_label(self, user: Any) -> str:
        return str(user.username)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the second factor where one of the person's roles demands it."""
        grants = queries.current_grants(authenticator.user, clock.today()).filter(locality__is_demo=False)
        return not policy_for(grants.values_list("role", flat=True)).second_factor

    def encrypt(self, text: str) -> str:
        return base64.b64encode(lock(key_for(PURPOSE), text.encode(), PURPOSE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unlock(key_for(PURPOSE), base64.b64decode(encrypted_text), PURPOSE).decode()
