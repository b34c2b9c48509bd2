"""Every settings page: who reaches it, what it costs, whatever the number of rows."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Post, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.tenancy.models import Locality
from tests.foundation.ui.markup import Page
from tests.interfaces.console.settings.pages import SETTINGS, body
from tests.support import people

pytestmark = pytest.mark.usefixtures("frozen_today")

READ = ("", "bodies/", "units/", "hamlets/", "people/", "roles/", "delegations/", "calendar/", "limits/")
CHANGE = ("bodies/add/", "units/add/", "units/merge/", "hamlets/paste/", "hamlets/add/", "hamlets/merge/", "people/add/", "calendar/add/", "delegations/begin/")  # fmt: skip  # noqa: E501
NOT_GIVEN = "Tài khoản chưa được giao quyền này; nếu cần, xin hỏi người quản trị."
ACCOUNTS = ("backup/", "card/", "sign-in-cards/", "sign-in-cards/new/")


@pytest.mark.parametrize("page", (*READ, *CHANGE))
def test_a_clerk_reaches_what_a_clerk_may(clerk: Client, committee: Body, page: str) -> None:
    assert clerk.get(SETTINGS + page).status_code == 200


@pytest.mark.parametrize("page", ACCOUNTS)
def test_accounts_are_the_administrators(clerk: Client, admin: Client, page: str) -> None:
    refused = clerk.get(SETTINGS + page)
    assert (refused.status_code, NOT_GIVEN in body(refused)) == (403, True)
    assert admin.get(SETTINGS + page).status_code == 200


@pytest.mark.parametrize("page", READ)
def test_an_officer_may_look(officer: Client, committee: Body, page: str) -> None:
    assert officer.get(SETTINGS + page).status_code == 200


@pytest.mark.parametrize("page", CHANGE)
def test_an_officer_may_not_change(officer: Client, page: str) -> None:
    refused = officer.get(SETTINGS + page)
    assert (refused.status_code, NOT_GIVEN in body(refused)) == (403, True)


@pytest.mark.parametrize("page", READ)
def test_another_locality_does_not_exist(giang: Actor, client_of: Callable[[Actor], Client], page: str, locality: Locality) -> None:  # fmt: skip  # noqa: E501
    assert client_of(giang).get(SETTINGS + page).status_code == 404


def test_rows_of_another_locality_do_not_exist(
    admin: Client, other_locality: Locality, giang: Actor, ha: Actor
) -> None:
    theirs = Unit(locality=other_locality, kind="office", name="Văn phòng", state="current")
    hamlet = Hamlet(locality=other_locality, kind="thon", name="Gò", state="current")
    day = DayOff(
        locality=other_locality, day=date(2026, 3, 20), kind="holiday", name="Hội", source="x", state="current"
    )
    for row in (theirs, hamlet, day):
        row.save()
    pages = (
        f"units/{theirs.public_id}/", f"units/{theirs.public_id}/rename/", f"units/{theirs.public_id}/end/",
        f"hamlets/{hamlet.public_id}/", f"hamlets/{hamlet.public_id}/head/", f"calendar/{day.public_id}/",
        f"accounts/{giang.user_public_id}/", f"accounts/{giang.user_public_id}/card/",
        f"accounts/{giang.user_public_id}/close/",
    )  # fmt: skip
    assert [admin.get(SETTINGS + page).status_code for page in pages] == [404] * len(pages)


COSTS = {
    "": 4, "bodies/": 6, "units/": 5, "hamlets/": 6, "people/": 11, "roles/": 4, "delegations/": 5, "calendar/": 6,
    "limits/": 5, "sign-in-cards/new/": 10,
}  # fmt: skip


@pytest.mark.parametrize("rows", [1, 3, 300])
@pytest.mark.parametrize("page", COSTS)
def test_a_page_costs_the_same_whatever_the_rows(
    admin: Client, locality: Locality, committee: Body, chairman: Officer, deputy: Officer, rows: int, page: str,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    _fill(locality, committee, chairman, deputy, rows)
    admin.get(SETTINGS + page)
    with django_assert_num_queries(COSTS[page]):
        assert admin.get(SETTINGS + page).status_code == 200


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_a_list_with_every_action_costs_the_same(
    clerk: Client, locality: Locality, committee: Body, chairman: Officer, deputy: Officer, rows: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    _fill(locality, committee, chairman, deputy, rows)
    clerk.get(SETTINGS)
    with django_assert_num_queries(5):
        assert "Bổ sung văn bản" in body(clerk.get(SETTINGS + "delegations/"))


def _fill(locality: Locality, committee: Body, chairman: Officer, deputy: Officer, rows: int) -> None:
    """Store so many of everything, as set-up; the product goes through the door."""
    own = {"locality": locality, "state": "current"}
    units = Unit.objects.bulk_create([Unit(**own, kind="other", name=f"Ban {n}", body=committee) for n in range(rows)])
    hamlets = Hamlet.objects.bulk_create([Hamlet(**own, kind="thon", name=str(n), voters=n) for n in range(rows)])
    accounts = [people.user(f"u{n}", f"Lò Văn {n}") for n in range(min(rows, 20))]
    officers = Officer.objects.bulk_create(
        [Officer(**own, full_name=f"Lò Thị {n}", user=accounts[n] if n < len(accounts) else None) for n in range(rows)]
    )
    for n, account in enumerate(accounts):
        people.grant(account, locality, "officer", units[n].scope)
        people.grant(account, locality, "hamlet_head", hamlets[n].scope)
    Post.objects.bulk_create(
        [Post(**own, officer=officers[n], title="Trưởng", hamlet=hamlets[n], is_head=True) for n in range(rows)]
    )
    Delegation.objects.bulk_create(
        [
            Delegation(
                **own, body=committee, from_officer=chairman, to_officer=deputy, reason="Họp", paper_due=True,
                valid_from=date(2026, 3, 10), valid_to=date(2026, 3, 12),
            )
            for _n in range(rows)
        ]
    )  # fmt: skip
    DayOff.objects.bulk_create(
        [
            DayOff(
                **own, day=date.fromordinal(date(2026, 3, 11).toordinal() + n), kind="holiday", name="Hội", source="x"
            )
            for n in range(min(rows, 200))
        ]
    )


@pytest.mark.parametrize("page", (*READ, *CHANGE, *ACCOUNTS))
def test_a_page_is_well_made(
    admin: Client, ha: Actor, locality: Locality, committee: Body, chairman: Officer, deputy: Officer, page: str
) -> None:
    people.grant(User.objects.get(pk=ha.user_id), locality, "clerk")
    _fill(locality, committee, chairman, deputy, 2)
    read = Page(admin.get(SETTINGS + page).content.decode())
    levels = [int(element.tag[1]) for element in read.all("h1", "h2", "h3", "h4")]
    ids = read.ids()
    assert (read.faults, sorted(ids), levels[0]) == ([], sorted(set(ids)), 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [element.attrs for element in read.elements if "style" in element.attrs] == []
