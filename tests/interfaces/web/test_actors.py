"""Who may reach which page of which locality."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.accounts import services
from nghedan.foundation.tenancy.models import Locality
from tests.support import people

ClientOf = Callable[[Actor], Client]


def test_the_address_says_which_locality_and_the_grants_say_who(an: Actor, client_of: ClientOf) -> None:
    answer = client_of(an).get("/console/suoi-lanh/")
    assert answer.json() == {"actor": an.key, "locality": "suoi-lanh", "roles": ["clerk"]}


def test_a_staff_page_costs_session_account_locality_and_grants(
    an: Actor, client_of: ClientOf, django_assert_num_queries: Any
) -> None:
    client = client_of(an)
    client.get("/console/suoi-lanh/")
    with django_assert_num_queries(4):
        client.get("/console/suoi-lanh/")


def test_a_public_page_is_seen_by_the_public_even_when_staff_look(
    an: Actor, client_of: ClientOf, django_assert_num_queries: Any
) -> None:
    client = client_of(an)
    with django_assert_num_queries(1):
        answer = client.get("/suoi-lanh/")
    assert answer.json() == {"actor": "public", "locality": "suoi-lanh", "roles": ["public"]}


@pytest.mark.parametrize("path", ["/console/suoi-lanh/", "/console/khong-co/"])
def test_without_sign_in_no_staff_page_tells_whether_it_exists(locality: Locality, client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"/account/sign-in/?next={path.replace('/', '%2F')}",
    )


def test_a_locality_where_one_holds_no_role_does_not_exist(
    giang: Actor, locality: Locality, client_of: ClientOf
) -> None:
    assert client_of(giang).get("/console/suoi-lanh/").status_code == 404
    assert client_of(giang).get("/console/go-nang/").status_code == 200
    assert client_of(giang).get("/khong-co/").status_code == 404


def test_a_role_that_ends_closes_the_pages_at_the_next_request(
    an: Actor, ha: Actor, locality: Locality, client_of: ClientOf
) -> None:
    client = client_of(an)
    assert client.get("/console/suoi-lanh/").status_code == 200
    services.end_grant(actor=ha, grant=RoleGrant.objects.of(locality).get(user_id=an.user_id))
    assert client.get("/console/suoi-lanh/").status_code == 404


SET_UP = "/account/second-factor/app/?next=%2Fconsole%2Fsuoi-lanh%2F"


@pytest.mark.parametrize(("name", "status"), [("an", 200), ("chi", 200), ("binh", 302), ("ha", 302)])
def test_heads_and_administrators_first_set_up_a_second_factor(
    request: pytest.FixtureRequest, client_of: ClientOf, name: str, status: int
) -> None:
    answer = client_of(request.getfixturevalue(name)).get("/console/suoi-lanh/")
    assert answer.status_code == status
    assert answer.headers.get("Location") == (SET_UP if status == 302 else None)


def test_a_demonstration_demands_no_second_factor(locality: Locality, client_of: ClientOf) -> None:
    Locality.objects.update(is_demo=True)
    assert client_of(people.binh(locality)).get("/console/suoi-lanh/").status_code == 200
