"""Fields in the settings: the shipped ones, changed, added, ended."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.domain.matters.models import Field
from nghedan.domain.matters.queries import fields_of
from nghedan.domain.matters.services.fields import install_starting_fields
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.reading import CONSOLE, filled

pytestmark = pytest.mark.usefixtures("frozen_today", "committee")

PAGE = f"{CONSOLE}settings/fields/"
QUERIES = 5


@pytest.fixture
def roads(an: Actor, locality: Locality, economy: Unit) -> Field:
    install_starting_fields(actor=an, locality=locality)
    return fields_of(locality).get(code="transport")


def sent(client: Client, field: Field, **typed: str) -> Any:
    address = f"{PAGE}{field.public_id}/"
    return client.post(address, {**filled(client.get(address).context["form"]), **typed})


def test_the_shipped_fields_come_once_with_the_unit_of_their_kind(
    clerk: Client, locality: Locality, economy: Unit
) -> None:
    clerk.post(f"{PAGE}start/")
    codes = list(fields_of(locality).values_list("code", flat=True))
    assert (len(codes), codes[0], codes[-1]) == (25, "land", "other")
    assert fields_of(locality).get(code="transport").unit == economy
    assert [row.code for row in fields_of(locality).filter(is_conduct=True)] == ["conduct"]
    clerk.post(f"{PAGE}start/")
    assert fields_of(locality).count() == 25


def test_what_was_ended_is_not_shipped_again(clerk: Client, roads: Field, locality: Locality) -> None:
    clerk.post(f"{PAGE}{roads.public_id}/end/", {"version": roads.version})
    clerk.post(f"{PAGE}start/")
    assert list(fields_of(locality).filter(code="transport")) == []


def test_words_unit_and_days_are_changed_and_the_version_before_stays(clerk: Client, roads: Field) -> None:
    assert sent(clerk, roads, keywords="Đường\nổ gà\n\nđường", days="7", unit="").status_code == 302
    roads.refresh_from_db()
    assert (roads.keywords, roads.days, roads.unit) == (["đường", "ổ gà"], 7, None)
    assert [one.code for one in timeline_of(roads)] == ["field.edit", "field.add"]


def test_a_field_is_added_under_a_name_of_its_own(clerk: Client, roads: Field, locality: Locality) -> None:
    form = clerk.get(f"{PAGE}add/")
    typed = {**filled(form.context["form"]), "form_key": form.context["form_key"], "name": "Biên giới, cửa khẩu"}
    clerk.post(f"{PAGE}add/", typed)
    assert fields_of(locality).get(name="Biên giới, cửa khẩu").code == "bien-gioi-cua-khau"
    again = clerk.get(f"{PAGE}add/").context["form_key"]
    assert clerk.post(f"{PAGE}add/", {**typed, "form_key": again}).status_code == 422


@pytest.mark.parametrize("rows", [1, 25])
def test_the_list_takes_the_same_queries(
    rows: int, clerk: Client, roads: Field, locality: Locality, frozen_today: date
) -> None:
    if rows == 1:
        Field.objects.of(locality).exclude(pk=roads.pk).delete()
    clerk.get(PAGE)
    with CaptureQueriesContext(connection) as counted:
        page = clerk.get(PAGE)
    assert (len(page.context["rows"]), len(counted)) == (rows, QUERIES)


def test_officers_and_strangers_do_not_come_here(officer: Client, stranger: Client) -> None:
    assert [client.get(PAGE).status_code for client in (officer, stranger)] == [403, 404]
