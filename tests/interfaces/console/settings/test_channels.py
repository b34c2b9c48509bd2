"""The settings page of the ways of handing in."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.opinions.services.channels import add_channel
from nghedan.domain.opinions.terms import Origin
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.reading import CONSOLE, filled, form_key, words_of

CHANNELS = f"{CONSOLE}settings/channels/"
QUERIES = 5


def test_a_way_is_opened_changed_and_closed(clerk: Client) -> None:
    add = f"{CHANNELS}add/"
    typed = {"form_key": form_key(clerk, add), "origin": "phone", "details": "0206 3 812 345", "position": "1"}
    assert clerk.post(add, typed)["Location"] == CHANNELS
    ((label, details, address),) = clerk.get(CHANNELS).context["rows"]
    assert (label, details) == ("Điện thoại, đường dây nóng", "0206 3 812 345")
    clerk.post(address, {**filled(clerk.get(address).context["form"]), "details": "0206 3 812 999"})
    assert "0206 3 812 999" in words_of(clerk.get(CHANNELS))
    again = clerk.post(add, {**typed, "form_key": form_key(clerk, add)})
    assert (again.status_code, "Kênh này đã có" in words_of(again)) == (422, True)
    clerk.post(f"{address}end/", filled(clerk.get(f"{address}end/").context["form"]))
    assert clerk.get(CHANNELS).context["rows"] == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_every_length(
    rows: int, clerk: Client, an: Actor, locality: Locality
) -> None:
    for origin in (Origin.BOX, Origin.PHONE, Origin.LETTER)[:rows]:
        add_channel(actor=an, locality=locality, origin=origin, details="Ở cổng UBND xã")
    clerk.get(CHANNELS)
    with CaptureQueriesContext(connection) as counted:
        page = clerk.get(CHANNELS)
    assert (len(page.context["rows"]), len(counted)) == (rows, QUERIES)


def test_others_open_no_ways(head: Client, officer: Client) -> None:
    assert [one.get(CHANNELS).status_code for one in (head, officer)] == [403, 403]


def test_a_way_of_another_locality_does_not_exist(clerk: Client, giang: Actor) -> None:
    elsewhere = add_channel(actor=giang, locality=giang.locality, origin=Origin.BOX, details="Ở chợ")  # type: ignore[arg-type]
    pages = [f"{CHANNELS}{elsewhere.public_id}/", f"{CHANNELS}{elsewhere.public_id}/end/"]
    assert [clerk.get(page).status_code for page in pages] == [404, 404]
