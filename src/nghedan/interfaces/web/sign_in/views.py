"""Signing in with a printed card, and allauth's pages where they need something of ours."""

from http import HTTPStatus
from typing import Any

from allauth.account.utils import get_next_redirect_url, perform_login
from allauth.account.views import PasswordChangeView
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import services
from nghedan.foundation.accounts.models import SignInCard
from nghedan.foundation.accounts.throttle import rests_until
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.sessions import is_idle
from nghedan.interfaces.web.sign_in.forms import PinForm
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

OPENED = "opened_card"
NO_PASSWORD = _("Tài khoản này đăng nhập bằng thẻ và mã PIN, không có mật khẩu. Nếu muốn dùng mật khẩu, xin gặp người quản trị để nhận thẻ đặt mật khẩu.")  # fmt: skip  # noqa: E501
CARD_IS_ENOUGH = _("Tài khoản này đăng nhập bằng thẻ và mã PIN, đã là hai lớp nên không cần thêm.")


@require_safe
@login_not_required
@never_cache
def open_card(request: HttpRequest, token: str) -> HttpResponse:
    """Take what was scanned; it moves out of the address. Whoever is signed in already goes straight on."""
    try:
        card = services.find_sign_in_card(token)
    except Invalid:
        return _no_card(request, HTTPStatus.GONE)
    come_back = get_next_redirect_url(request)
    if request.user == card.user and not is_idle(request.session):
        return redirect(come_back or "/")
    request.session[OPENED] = card.public_id
    return redirect(_with_next(reverse("account_card"), come_back))


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@never_cache
def enter_pin(request: HttpRequest) -> HttpResponse:
    """Ask the bearer of a scanned card for its PIN, and sign her in as if with name and password."""
    try:
        card = services.opened_sign_in_card(request.session.get(OPENED, ""))
    except Invalid:
        return _no_card(request, HTTPStatus.OK)
    form = PinForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and attempt(
        form, lambda: services.use_sign_in_card(card_id=card.public_id, pin=form.cleaned_data["pin"])
    ):
        del request.session[OPENED]
        come_back, told = get_next_redirect_url(request), {"card_id": card.public_id}
        answer: HttpResponse = perform_login(request, card.user, redirect_url=come_back, signal_kwargs=told)
        return answer
    return _pin_page(request, card, form)


class PasswordView(PasswordChangeView):  # type: ignore[misc]
    """Changing the password, for whoever has one."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raise Refused where there is none; allauth would lead to a page that does not exist here."""
        _require_password(request, NO_PASSWORD)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


class AppView(ActivateTOTPView):  # type: ignore[misc]
    """Setting up the second factor, on the way to the page that demanded it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raise Refused for an account without a password: a found card must not lock its owner out."""
        _require_password(request, CARD_IS_ENOUGH)
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "come_back": get_next_redirect_url(self.request)}

    def get_success_url(self) -> str:
        return _with_next(super().get_success_url(), get_next_redirect_url(self.request))


class SpareCodesView(ViewRecoveryCodesView):  # type: ignore[misc]
    """The spare codes, with the way on to where one wanted to go."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "come_back": get_next_redirect_url(self.request)}


def _pin_page(request: HttpRequest, card: SignInCard, entry: PinForm) -> HttpResponse:
    """Show the one field, or until when the card rests; without the summary of errors, in one place and large."""
    until = rests_until(card)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if entry.errors else HTTPStatus.OK
    come_back = get_next_redirect_url(request)
    again = _with_next(reverse("account_card"), come_back)
    context = {"card": card, "entry": entry, "until": until, "come_back": come_back, "again": again}
    return render(request, "account/card_pin.html", context, status=HTTPStatus.CONFLICT if until else status)


def _no_card(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    return render(request, "account/card_void.html", {"scanned": status == HTTPStatus.GONE}, status=status)


def _with_next(address: str, come_back: str | None) -> str:
    return f"{address}?{urlencode({'next': come_back})}" if come_back else address


def _require_password(request: HttpRequest, sentence: str) -> None:
    if isinstance(request.user, User) and not request.user.has_usable_password():
        raise Refused("account.no_password", sentence)
