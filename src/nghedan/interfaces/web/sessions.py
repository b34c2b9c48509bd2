"""Signed in, and still there: pages are closed unless declared open; an idle session is locked."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from nghedan.foundation.accounts.policy import ORDINARY
from nghedan.foundation.db import clock
from nghedan.interfaces.web import kept
from nghedan.interfaces.web.errors import given_back
from nghedan.interfaces.web.http import is_fragment
from nghedan.interfaces.web.sign_in import card_session

SEEN_AT = "seen_at"
IDLE_SECONDS = "idle_seconds"
WRITE_EVERY = 60
"""Seconds between two notes of activity, so that reading pages does not write to the database each time."""


class SignInMiddleware(LoginRequiredMiddleware):
    """Lets nobody past without sign-in unless the view is marked ``login_not_required`` (Django's own mark).

    Whoever was idle for too long signs in again and comes back to the same page; text already sent is kept.
    """

    def process_view(
        self, request: HttpRequest, view_func: Any, _view_args: Any, view_kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        if request.user.is_authenticated and is_idle(request.session):
            return self._lock(request, keep_text="locality" in view_kwargs)
        if request.user.is_authenticated and card_session.is_void(request):
            return card_session.end(request)
        if request.user.is_authenticated:
            note_activity(request.session)
            if request.method == "POST":
                kept.forget(request.session, (request.path,))
            return None
        return self._ask_to_sign_in(request)

    def _lock(self, request: HttpRequest, *, keep_text: bool) -> HttpResponseBase:
        owner = str(request.user.pk)
        minutes = request.session.get(IDLE_SECONDS, ORDINARY.idle.seconds) // 60
        logout(request)
        text = _("Đã khóa vì %(minutes)s phút không dùng đến. Xin đăng nhập lại.")
        messages.info(request, text % {"minutes": minutes})
        if request.method != "POST" or not keep_text:
            return self._ask_to_sign_in(request)
        if not kept.keep(request.session, owner=owner, path=request.path, data=request.POST):
            return self._ask_to_sign_in(request)
        return _to_sign_in(request, reverse("web:kept"))

    def _ask_to_sign_in(self, request: HttpRequest) -> HttpResponseBase:
        if request.method == "POST" and not is_fragment(request) and kept.is_from_our_page(request):
            title = _("Cần đăng nhập lại")
            text = _("Phiên làm việc đã hết. Xin đăng nhập ở một thẻ khác của trình duyệt, rồi quay lại đây gửi tiếp.")
            return given_back(request, HTTPStatus.FORBIDDEN, title, text)
        return _to_sign_in(request, page_of(request))


def is_idle(session: SessionBase) -> bool:
    """Say whether nothing was asked for longer than the policy of the roles allows."""
    limit = timedelta(seconds=session.get(IDLE_SECONDS, ORDINARY.idle.seconds))
    seen_at = session.get(SEEN_AT)
    return seen_at is not None and clock.now().timestamp() - seen_at > limit.total_seconds()


def note_activity(session: SessionBase) -> None:
    """Note that somebody is there, at most once a minute."""
    now = clock.now().timestamp()
    if now - session.get(SEEN_AT, 0) >= WRITE_EVERY:
        session[SEEN_AT] = now


def page_of(request: HttpRequest) -> str:
    """Return the page to come back to: for a fragment, the page that holds it."""
    if is_fragment(request):
        current = urlsplit(request.headers.get("HX-Current-URL", "/"))
        return f"{current.path}?{current.query}" if current.query else current.path
    return request.get_full_path() if request.method == "GET" else request.path


def _to_sign_in(request: HttpRequest, come_back: str) -> HttpResponse:
    address = f"{resolve_url('account_login')}?{urlencode({'next': come_back})}"
    if is_fragment(request):
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": address})
    return HttpResponse(status=HTTPStatus.FOUND, headers={"Location": address})
