"""Who asks, and for which locality."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.policy import policy_for
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web.sessions import IDLE_SECONDS, page_of
from nghedan.interfaces.web.sign_in import card_session

SECOND_FACTOR = "second_factor"


class ActorMiddleware:
    """Reads the locality from the address and says who acts there: two queries, whatever the page.

    Sets ``request.locality`` and ``request.actor`` on pages of a locality. On pages open to all the actor is the
    public, and neither session nor account is looked at. A locality in which one holds no role does not exist (404).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: Any, view_func: Any, _view_args: Any, view_kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        slug = view_kwargs.pop("locality", None)
        if slug is None:
            return None
        request.locality = Locality.objects.filter(slug=slug).first()
        if request.locality is None:
            raise Http404
        if not getattr(view_func, "login_required", True):
            request.actor = Actor.public(request.locality)
            return None
        request.actor = actor_of(request.user, request.locality, clock.today())
        if not request.actor.grants:
            raise Http404
        return _held_to_policy(request)


def _held_to_policy(request: Any) -> HttpResponseBase | None:
    """Set the idle limit of the roles, and send away who still lacks the second factor they demand."""
    policy = policy_for(request.actor.roles)
    idle = int(card_session.idle_of(request.session, policy).total_seconds())
    if request.session.get(IDLE_SECONDS) != idle:
        request.session[IDLE_SECONDS] = idle
    if not policy.second_factor or request.locality.is_demo or _has_second_factor(request, request.user):
        return None
    return redirect(f"{reverse('mfa_activate_totp')}?{urlencode({'next': page_of(request)})}")


def _has_second_factor(request: HttpRequest, user: User) -> bool:
    """Say whether the account has one; then it was asked for at sign-in. Looked up once a session."""
    if not request.session.get(SECOND_FACTOR) and is_mfa_enabled(user):
        request.session[SECOND_FACTOR] = True
    return bool(request.session.get(SECOND_FACTOR))
