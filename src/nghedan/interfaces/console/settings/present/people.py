"""People in office and accounts: rows of the list, and one person or account."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.organisations.models import Officer, Post
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import ROLE_LABELS
from nghedan.foundation.access.decide import decide
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import Scope
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.ui.models import Colour, Link, SummaryRow, Tag
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.people import scope_name
from nghedan.interfaces.console.settings.forms.places import capital
from nghedan.kernel.vietnamese import format_date, name_key


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody in the list: an officer, or an account that is no officer's."""

    name: str
    href: str
    contact: str
    posts: Sequence[str]
    username: str
    account: Tag | None
    roles: Sequence[str]


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post somebody holds or held."""

    title: str
    place: str
    days: str
    end_href: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role an account holds."""

    role: str
    scope: str
    days: str
    actions: Sequence[Link]


def person_rows(
    locality: Locality,
    officers: Iterable[Officer],
    posts: Iterable[Post],
    accounts: Iterable[User],
    roles: Mapping[int, Sequence[RoleGrant]],
    names: Mapping[Scope, str],
    with_card: Collection[int],
) -> list[PersonRow]:
    """Return everybody by given name; ``with_card`` are the ids of accounts that have a sign-in card."""
    held = defaultdict(list)
    for post in posts:
        held[post.officer_id].append(post_in_words(post))
    linked = set()
    rows = []
    for officer in officers:
        linked.add(officer.user_id)
        to = href("settings-person", locality, officer_id=officer.public_id)
        contact = " · ".join(filter(None, (officer.phone, officer.email)))
        rows.append(_row(officer.full_name, to, contact, held[officer.pk], officer.user, roles, names, with_card))
    for user in accounts:
        if user.pk not in linked:
            to = href("settings-account", locality, user_id=user.public_id)
            rows.append(_row(user.full_name, to, user.email, (), user, roles, names, with_card))
    return sorted(rows, key=lambda row: name_key(row.name))


def _row(
    name: str, to: str, contact: str, posts: Sequence[str], user: User | None,
    roles: Mapping[int, Sequence[RoleGrant]], names: Mapping[Scope, str], with_card: Collection[int],
) -> PersonRow:  # fmt: skip
    given = [in_words(grant, names) for grant in roles.get(user.pk, ())] if user else []
    tag = account_tag(user, has_card=user is not None and user.pk in with_card)
    return PersonRow(name, to, contact, posts, user.username if user else "", tag, given)


def post_in_words(post: Post) -> str:
    """Return a post as people say it: "Trưởng thôn Lũng Mây"; of a body, whose posts name it, the title alone."""
    if post.hamlet:
        return f"{post.title} {post.hamlet.name}"
    return f"{post.title}, {post.unit}" if post.unit else post.title


def account_tag(user: User | None, *, has_card: bool = False) -> Tag | None:
    """Return how an account stands; none where there is no account. With a sign-in card it needs no password."""
    if user is None:
        return None
    if not user.is_active:
        return Tag(_("đã đóng"), Colour.GREY)
    if has_card or user.has_usable_password():
        return Tag(_("đang dùng"), Colour.GREEN)
    return Tag(_("chờ đặt mật khẩu"), Colour.YELLOW)


def in_words(grant: RoleGrant, names: Mapping[Scope, str]) -> str:
    """Return a role with its reach: "Văn phòng, thư ký · Đảng ủy xã"."""
    role = _(ROLE_LABELS.get(grant.role, grant.role))
    return f"{role} · {scope_name(grant.scope, names)}"


def days(first: date | None, last: date | None) -> str:
    """Return from when to when, as it stands in a row."""
    if first and last:
        return f"{format_date(first)} – {format_date(last)}"
    if last:
        return _("đến hết %(day)s") % {"day": format_date(last)}
    return _("từ %(day)s") % {"day": format_date(first)} if first else ""


def officer_summary(officer: Officer) -> list[SummaryRow]:
    """Return name and contact."""
    return [
        SummaryRow(_("Họ và tên"), officer.full_name),
        SummaryRow(_("Điện thoại"), officer.phone),
        SummaryRow(_("Thư điện tử"), officer.email),
    ]


def post_row(actor: Actor, post: Post, today: date) -> PostRow:
    """Return a post; one that goes on and may be ended by this actor leads there."""
    goes_on = post.valid_to is None or post.valid_to >= today
    open_to_actor = goes_on and post.state == "current" and decide(actor, "post.end", post).allowed
    to = href("settings-post-end", post.locality, post_id=post.public_id) if open_to_actor else ""
    return PostRow(post.title, capital(str(post.place)), days(post.valid_from, post.valid_to), to)


def role_row(actor: Actor, grant: RoleGrant, names: Mapping[Scope, str]) -> RoleRow:
    """Return a role with what this actor may do to it; one that comes with a post or delegation follows that."""
    actions = []
    if not grant.source:
        offered = (
            ("grant.edit", "settings-role-days", _("Sửa ngày")),
            ("grant.end", "settings-role-end", _("Thôi giao")),
        )
        actions = [
            Link(text, href(name, grant.locality, grant_id=grant.public_id))
            for code, name, text in offered
            if decide(actor, code, grant).allowed
        ]
    role = _(ROLE_LABELS.get(grant.role, grant.role))
    return RoleRow(role, scope_name(grant.scope, names), days(grant.valid_from, grant.valid_to), actions)
