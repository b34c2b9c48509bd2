"""Idle sessions are locked, typed text is kept."""

import html
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from tests.support.people import PASSWORD

ClientOf = Callable[[Actor], Client]
NINE = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)
OURS = {"HTTP_ORIGIN": "http://testserver"}
WORDS = {"words": "Đường liên thôn xuống cấp,\nmong được sửa trước mùa mưa.", "hamlet": "3"}


def after(minutes: float) -> Any:
    return clock.frozen(NINE + timedelta(minutes=minutes))


@pytest.fixture
def ans_client(an: Actor, client_of: ClientOf) -> Client:
    """An's browser, last used at nine."""
    client = client_of(an)
    with clock.frozen(NINE):
        assert client.get("/console/suoi-lanh/").status_code == 200
    return client


@pytest.mark.parametrize(("minutes", "status"), [(59, 200), (60, 200), (60.1, 302)])
def test_an_ordinary_session_is_locked_after_an_hour_of_nothing(
    ans_client: Client, minutes: float, status: int
) -> None:
    with after(minutes):
        assert ans_client.get("/console/suoi-lanh/").status_code == status


def test_activity_keeps_a_session_open(ans_client: Client) -> None:
    for minutes in (50, 100, 150):
        with after(minutes):
            assert ans_client.get("/console/suoi-lanh/").status_code == 200


@pytest.mark.parametrize(("minutes", "status"), [(15, 200), (15.1, 302)])
def test_a_heads_session_is_locked_after_a_quarter_of_an_hour(
    locality: Locality, binh: Actor, client_of: ClientOf, minutes: float, status: int
) -> None:
    Locality.objects.update(is_demo=True)  # no second factor in the way
    client = client_of(binh)
    with clock.frozen(NINE):
        client.get("/console/suoi-lanh/")
    with after(minutes):
        assert client.get("/console/suoi-lanh/").status_code == status


def test_reading_pages_notes_activity_at_most_once_a_minute(ans_client: Client, django_assert_num_queries: Any) -> None:
    with after(0.9), django_assert_num_queries(4):
        ans_client.get("/console/suoi-lanh/")


def test_after_signing_in_again_one_is_back_on_the_same_page(ans_client: Client) -> None:
    with after(61):
        locked = ans_client.get("/console/suoi-lanh/page/?nam=2026")
        assert locked.headers["Location"] == "/account/sign-in/?next=%2Fconsole%2Fsuoi-lanh%2Fpage%2F%3Fnam%3D2026"
        page = html.unescape(ans_client.get(locked.headers["Location"]).content.decode())
        assert "Đã khóa vì 60 phút không dùng đến." in page


def test_text_sent_from_an_idle_session_waits_behind_the_sign_in(ans_client: Client) -> None:
    note = "/console/suoi-lanh/note/refused/"
    with after(61):
        locked = ans_client.post(note, WORDS, **OURS)
        assert locked.headers["Location"] == "/account/sign-in/?next=%2Fkept%2F"
        stored = "".join(session.session_data + str(session.get_decoded()) for session in Session.objects.all())
        assert "xuống cấp" not in stored

        signed_in = ans_client.post("/account/sign-in/", {"login": "an", "password": PASSWORD, "next": "/kept/"})
        assert signed_in.headers["Location"] == "/kept/"
        page = html.unescape(ans_client.get("/kept/").content.decode())
        assert f'action="{note}"' in page
        assert "\nmong được sửa trước mùa mưa.</textarea>" in page
        assert '<input type="hidden" name="hamlet" value="3">' in page

        assert ans_client.post(note, WORDS, **OURS).status_code == 409
        assert ans_client.get("/kept/").headers["Location"] == "/"


def test_kept_text_is_not_shown_to_another_person(ans_client: Client, chi: Actor) -> None:
    with after(61):
        ans_client.post("/console/suoi-lanh/note/refused/", WORDS, **OURS)
        ans_client.post("/account/sign-in/", {"login": "chi", "password": PASSWORD})
        assert ans_client.get("/kept/").headers["Location"] == "/"


def test_text_sent_without_a_session_is_given_back_and_stored_nowhere(client: Client, locality: Locality) -> None:
    answer = client.post("/console/suoi-lanh/note/refused/", WORDS, **OURS)
    assert answer.status_code == 403
    assert "mong được sửa trước mùa mưa.</textarea>" in answer.content.decode()
    assert Session.objects.count() == 0


def test_a_fragment_sends_the_whole_page_to_sign_in(client: Client, locality: Locality) -> None:
    answer = client.get(
        "/console/suoi-lanh/page/",
        HTTP_HX_REQUEST="true",
        HTTP_HX_CURRENT_URL="http://testserver/console/suoi-lanh/?a=1",
    )
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == "/account/sign-in/?next=%2Fconsole%2Fsuoi-lanh%2F%3Fa%3D1"
