"""Fixtures of the organisation: head and deputy in their posts, with and without accounts."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.domain.organisations.models import Body, Hamlet, Officer, Post
from nghedan.domain.organisations.services.hamlets import add_hamlet
from nghedan.domain.organisations.services.officers import add_officer, appoint
from nghedan.domain.organisations.terms import HamletKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.tenancy.models import Locality
from tests.support import people

Appoint = Callable[..., Officer]


@pytest.fixture
def in_post(ha: Actor, locality: Locality) -> Appoint:
    """Return a function by which Hà adds an officer and records her post."""

    def put(
        full_name: str, title: str = "", *, user: User | None = None, roles: tuple[str, ...] = (), **post: object
    ) -> Officer:
        officer = add_officer(actor=ha, officer=Officer(locality=locality, full_name=full_name, user=user))
        appoint(actor=ha, post=Post(locality=locality, officer=officer, title=title, **post), roles=roles)
        return officer

    return put


@pytest.fixture
def chairman(in_post: Appoint, binh: Actor, committee: Body) -> Officer:
    """Bình, who holds the head's post and has an account."""
    return in_post("Trần Văn Bình", user=User.objects.get(pk=binh.user_id), body=committee, is_head=True)


@pytest.fixture
def deputy_account(locality: Locality) -> User:
    """The deputy's account: an officer of one unit, nothing more."""
    holder = people.user("khoa", "Ngô Đăng Khoa")
    people.grant(holder, locality, "officer", people.CHIS_UNIT)
    return holder


@pytest.fixture
def deputy(in_post: Appoint, deputy_account: User, committee: Body) -> Officer:
    return in_post("Ngô Đăng Khoa", user=deputy_account, body=committee, is_deputy=True)


@pytest.fixture
def make_hamlet(an: Actor, locality: Locality) -> Callable[..., Hamlet]:
    """Return a function by which An adds a hamlet."""

    def make(name: str, kind: HamletKind = HamletKind.THON, *, valid_from: date | None = None, **values: int) -> Hamlet:
        hamlet = Hamlet(locality=locality, kind=kind.value, name=name, valid_from=valid_from, **values)
        return add_hamlet(actor=an, hamlet=hamlet)

    return make
