"""What the frame of every page shows: the ``shell`` of ``foundation.ui``."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext

from nghedan.foundation.access.actor import Actor, ActorKind
from nghedan.foundation.access.catalogue import ROLE_LABELS
from nghedan.foundation.ui.models import Link, Shell
from nghedan.interfaces.web import navigation
from nghedan.interfaces.web.http import LocalRequest
from nghedan.interfaces.web.places import console_of, portal_of


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Return the shell: of staff where somebody acts as staff, else of the people. Reads no session, makes no query."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or actor.locality is None:
        return {"shell": Shell(foot_links=_foot_links())}
    return {"shell": _staff_shell(request, actor) if actor.kind is ActorKind.STAFF else _public_shell(request)}


def _staff_shell(request: Any, actor: Actor) -> Shell:
    return Shell(
        locality_name=request.locality.full_name,
        home_href=console_of(request.locality),
        navigation=navigation.links_for(request, "console"),
        search_href=navigation.search_href(request, "console"),
        search_text=request.GET.get("q", ""),
        user_name=actor.label,
        user_role=", ".join(gettext(label) for role, label in ROLE_LABELS.items() if role in actor.roles),
        user_links=[
            Link(gettext("Đổi mật khẩu"), reverse("account_change_password")),
            Link(gettext("Xác thực hai lớp"), reverse("mfa_index")),
            Link(gettext("Trang dành cho người dân"), portal_of(request.locality)),
        ],
        sign_out_href=reverse("account_logout"),
        foot_links=_foot_links(),
        demonstration=request.locality.is_demo,
    )


def _public_shell(request: Any) -> Shell:
    local: LocalRequest = request
    return Shell(
        locality_name=local.locality.full_name,
        home_href=portal_of(local.locality),
        topics=[link for group in navigation.links_for(local, "portal") for link in group.links],
        search_href=navigation.search_href(local, "portal"),
        sign_in_href=f"{reverse('account_login')}?next={console_of(local.locality)}",
        foot_links=_foot_links(),
        demonstration=local.locality.is_demo,
    )


def _foot_links() -> list[Link]:
    """Return the way to each other language, in its own name."""
    own_names = {"vi": "Tiếng Việt", "en": "English"}
    others = [code for code, _label in settings.LANGUAGES if code != get_language()]
    return [Link(own_names[code], reverse("web:language", kwargs={"code": code})) for code in others]
