"""Sessions begun with a printed sign-in card: they last longer, and end when the card is withdrawn."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import queries
from nghedan.foundation.accounts.policy import SessionPolicy, policy_for
from nghedan.foundation.db import clock

SESSION_KEY = "sign_in_card"


def begin(session: SessionBase, user: User, card_id: str) -> None:
    """Note with which card somebody has just signed in; the cookie outlives as much idleness as the roles allow."""
    policy = policy_for(queries.current_grants(user, clock.today()).values_list("role", flat=True))
    session[SESSION_KEY] = card_id
    session.set_expiry(int(idle_of(session, policy).total_seconds()))  # seconds count anew with each note of activity


def is_void(request: HttpRequest) -> bool:
    """Say whether the session was begun with a card that no longer opens the account."""
    card_id = request.session.get(SESSION_KEY)
    if card_id is None or not isinstance(request.user, User):
        return False
    return not queries.is_opened_by_card(request.user, card_id, clock.today())


def end(request: HttpRequest) -> HttpResponse:
    """Sign out, and lead to the page that asks for a card."""
    logout(request)
    messages.info(request, _("Thẻ dùng để đăng nhập trên máy này không còn giá trị."))
    return redirect("account_card")


def idle_of(session: SessionBase, policy: SessionPolicy) -> timedelta:
    """Return how long the session may be idle."""
    return policy.by_card if SESSION_KEY in session and policy.by_card else policy.idle
