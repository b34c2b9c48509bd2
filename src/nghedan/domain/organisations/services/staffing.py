"""Deeds that bring people in: into office with a post, to the head of a hamlet, to an account of their own."""

from datetime import date

from nghedan.domain.organisations.models import Hamlet, Officer, Post
from nghedan.domain.organisations.rules.spans import day_before
from nghedan.domain.organisations.services.fields import is_repeat
from nghedan.domain.organisations.services.officers import add_officer, appoint, link_account, relieve
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import WHOLE_LOCALITY, Scope
from nghedan.foundation.accounts.services import create_account
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

HAS_ACCOUNT = _("%(officer)s đã có tài khoản; cần mật khẩu mới, xin cấp thẻ đặt mật khẩu.")


def take_on(*, actor: Actor, officer: Officer, post: Post, key: str = "") -> Officer:
    """Add a person in office with her first post (both not yet stored). Raises what both deeds raise."""
    with deed(actor):
        stored = add_officer(actor=actor, officer=officer, key=key)
        post.officer = stored
        appoint(actor=actor, post=post, key=_second(key))
    return stored


def put_at_head(*, actor: Actor, hamlet: Hamlet, officer: Officer, since: date, key: str = "") -> Officer:
    """Put somebody new (not yet stored) at the head of a hamlet; who was there leaves the day before.

    Raises Refused when somebody begins there only later, Invalid without a name.
    """
    with deed(actor):
        if not is_repeat(hamlet.locality, key):
            for post in _heads_beyond(hamlet, since):
                relieve(actor=actor, post=post, last_day=day_before(since))
        post = Post(locality=hamlet.locality, hamlet=hamlet, is_head=True, title=hamlet.head_title, valid_from=since)
        return take_on(actor=actor, officer=officer, post=post, key=key)


def open_account(
    *,
    actor: Actor,
    officer: Officer,
    username: str,
    role: str,
    scope: Scope = WHOLE_LOCALITY,
    valid_from: date,
    valid_to: date | None = None,
) -> tuple[User, str]:
    """Open an account for somebody in office; return it with the code of the card that sets its password.

    Raises Refused for one who has an account, and what ``create_account`` raises.
    """
    if officer.user_id is not None:
        raise Refused("officer.has_account", HAS_ACCOUNT, officer=officer.full_name)
    with deed(actor):
        user, code = create_account(
            actor=actor, username=username, full_name=officer.full_name, role=role, scope=scope, valid_from=valid_from,
            valid_to=valid_to, email=officer.email,
        )  # fmt: skip
        link_account(actor=actor, officer=officer, user=user)
    return user, code


def _heads_beyond(hamlet: Hamlet, since: date) -> list[Post]:
    """Return the head's posts that began before the day and go on into it."""
    posts = Post.objects.of(hamlet.locality).on(since).filter(hamlet=hamlet, is_head=True, state=Standing.CURRENT)
    return list(posts.exclude(valid_from=since).select_related("officer__user", "hamlet", "locality"))


def _second(key: str) -> str:
    return f"{key}.post" if key else ""
