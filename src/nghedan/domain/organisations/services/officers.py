"""Deeds on officers and their posts."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from nghedan.domain.organisations.models import Body, DatedQuerySet, Delegation, Hamlet, Officer, Post, Unit
from nghedan.domain.organisations.rules.names import tidy
from nghedan.domain.organisations.rules.spans import check_span
from nghedan.domain.organisations.services.fields import check_named, is_repeat, tidied
from nghedan.domain.organisations.services.grants import end_grants_of, grant_delegated_role, grant_post_roles
from nghedan.domain.organisations.terms import DelegationState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.access.models import User
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

OFFICER_FIELDS = frozenset({"full_name", "phone", "email"})

TITLE_MISSING = _("Xin nhập chức danh.")
NO_ACCOUNT = _("%(officer)s chưa có tài khoản nên chưa giao được vai trò; xin mở tài khoản trước.")
ACCOUNT_TAKEN = _("Tài khoản này đã gắn với %(officer)s; xin chọn tài khoản khác.")
HEAD_TAKEN = _("%(place)s đã có người đứng đầu là %(officer)s trong cùng thời gian; xin ghi thôi giữ chức vụ trước.")
DELEGATION_RUNS = _("%(officer)s đang trong thời hạn ủy quyền đến hết ngày %(day)s; xin chấm dứt ủy quyền trước.")


def add_officer(*, actor: Actor, officer: Officer, key: str = "") -> Officer:
    """Add a person in office (not yet stored). Raises Invalid without a name, Refused for an account already linked."""
    officer.full_name = check_named(officer.full_name, "full_name")
    with deed(actor):
        if not is_repeat(officer.locality, key):
            _check_account(actor, officer, officer.user)
        return create("officer.add", actor=actor, obj=officer, key=key)


def edit_officer(*, actor: Actor, officer: Officer, changes: Mapping[str, Any]) -> Officer:
    """Correct name, phone or address of an officer."""
    values = tidied(changes, OFFICER_FIELDS)
    if "full_name" in values:
        check_named(values["full_name"], "full_name")
    return perform("officer.edit", actor=actor, obj=officer, changes=values)


def link_account(*, actor: Actor, officer: Officer, user: User) -> Officer:
    """Link the account an officer signs in with; delegations made to her before take effect in it."""
    _check_account(actor, officer, user)
    with deed(actor):
        perform("officer.edit", actor=actor, obj=officer, changes={"user": user})
        for delegation in _open_delegations(officer).filter(to_officer=officer).select_related("body", "locality"):
            grant_delegated_role(delegation)
    return officer


def end_officer(*, actor: Actor, officer: Officer, last_day: date) -> Officer:
    """Let an officer go: her posts and the roles that come with them end after ``last_day``."""
    with deed(actor):
        for post in _held_after(Post.objects.of(officer.locality).filter(officer=officer), last_day):
            relieve(actor=actor, post=post, last_day=last_day)
        return perform("officer.end", actor=actor, obj=officer)


def appoint(*, actor: Actor, post: Post, roles: Iterable[str] = (), key: str = "") -> Post:
    """Record a post (not yet stored) with the roles that come with it over its place while it is held.

    Without a title the head or deputy gets the usual one. Raises Invalid (no title, roles without an account) and
    Refused when the place has another head at the time.
    """
    roles = tuple(roles)
    post.title = check_title(post)
    check_span(post.valid_from, post.valid_to)
    if roles and post.officer.user_id is None:
        raise Invalid("post.no_account", NO_ACCOUNT, field="officer", officer=post.officer.full_name)
    with deed(actor):
        if not is_repeat(post.locality, key):
            _check_head_free(post)
        stored = create("post.add", actor=actor, obj=post, key=key)
        if stored is post:  # a form sent twice finds the post it made the first time, roles and all
            grant_post_roles(actor, post, roles, {post.place.scope})
    return stored


def edit_post(*, actor: Actor, post: Post, title: str) -> Post:
    """Correct the title of a post; to change place or days, end it and record the new one."""
    if not (title := tidy(title)):
        raise Invalid("post.no_title", TITLE_MISSING, field="title")
    return perform("post.edit", actor=actor, obj=post, changes={"title": title})


def relieve(*, actor: Actor, post: Post, last_day: date) -> Post:
    """End a post after ``last_day``, with the roles that came with it. Refused while the holder's delegation runs."""
    check_span(post.valid_from, last_day)
    _check_no_delegation_beyond(post, last_day)
    with deed(actor):
        end_grants_of(post, last_day)
        return perform("post.end", actor=actor, obj=post, changes={"valid_to": last_day})


def end_posts_in(*, actor: Actor, place: Body | Unit | Hamlet, last_day: date) -> list[Post]:
    """End every post held in a place beyond ``last_day``; return them."""
    posts = _held_after(place.posts.of(place.locality), last_day)
    return [relieve(actor=actor, post=post, last_day=max(last_day, post.valid_from or last_day)) for post in posts]


def check_title(post: Post) -> str:
    """Return the title, or the usual one of head or deputy. Raises Invalid when there is neither."""
    if title := tidy(post.title):
        return title
    if post.hamlet and post.is_head:
        return post.hamlet.head_title
    usual = {"is_head": "head_post", "is_deputy": "deputy_post"}
    titles = [getattr(post.body, name) for flag, name in usual.items() if post.body and getattr(post, flag)]
    if not titles:
        raise Invalid("post.no_title", TITLE_MISSING, field="title")
    return str(titles[0])


def _held_after(posts: DatedQuerySet[Post], last_day: date) -> list[Post]:
    held = posts.filter(state=Standing.CURRENT).exclude(valid_to__lte=last_day)
    return list(held.select_related("officer__user", "body", "unit", "hamlet", "locality"))


def _check_account(actor: Actor, officer: Officer, user: User | None) -> None:
    """An account carries delegations, so only who may give roles links one. Raises NotAllowed, Refused."""
    if user is None:
        return
    require(actor, "grant.add")
    other = Officer.objects.of(officer.locality).filter(user=user).exclude(pk=officer.pk).first()
    if other is not None:
        raise Refused("officer.account_taken", ACCOUNT_TAKEN, officer=other.full_name)


def _check_head_free(post: Post) -> None:
    if not post.is_head:
        return
    at_the_time = Post.objects.of(post.locality).within(post.valid_from, post.valid_to).filter(is_head=True)
    same_place = at_the_time.filter(body=post.body, unit=post.unit, hamlet=post.hamlet)
    if other := same_place.select_related("officer").first():
        raise Refused("post.head_taken", HEAD_TAKEN, place=str(post.place), officer=other.officer.full_name)


def _check_no_delegation_beyond(post: Post, last_day: date) -> None:
    beyond = _open_delegations(post.officer).filter(valid_to__gt=last_day, body=post.body)
    if (delegation := beyond.first()) and delegation.valid_to:
        raise Refused(
            "post.delegation_runs",
            DELEGATION_RUNS,
            officer=post.officer.full_name,
            day=format_date(delegation.valid_to),
        )


def _open_delegations(officer: Officer) -> DatedQuerySet[Delegation]:
    delegations: DatedQuerySet[Delegation] = Delegation.objects.of(officer.locality)
    either = Q(from_officer=officer) | Q(to_officer=officer)
    return delegations.filter(either, state=DelegationState.CURRENT, valid_to__gte=clock.today())
