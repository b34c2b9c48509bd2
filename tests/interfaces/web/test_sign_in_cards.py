"""Signing in with a printed card and a PIN: through the pages, as a phone without scripts does."""

import logging
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.accounts import services
from nghedan.foundation.accounts.services.sign_in_cards import IssuedCard
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web.logs import ScrubbingFormatter
from tests.foundation.ui.markup import Page
from tests.interfaces.console.settings.pages import body
from tests.support import people

ClientOf = Callable[[Actor], Client]
NINE = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)
CONSOLE = "/console/suoi-lanh/"
CARD = "/account/card/"


@pytest.fixture(autouse=True)
def _today(frozen_today: date) -> None:
    assert frozen_today == NINE.date()


@pytest.fixture
def pha(locality: Locality) -> User:
    """Pha, head of a hamlet, without a password."""
    user = User(username="pha", full_name="Lò Văn Pha")
    user.set_unusable_password()
    user.save()
    people.grant(user, locality, "hamlet_head", Scope(HAMLET, 3))
    return user


@pytest.fixture
def issued(ha: Actor, pha: User) -> IssuedCard:
    (card,) = services.issue_sign_in_cards(actor=ha, users=[pha])
    return card


def scan(client: Client, issued: IssuedCard, query: str = "") -> Any:
    return client.get(f"{CARD}{issued.token}/{query}")


def enter(client: Client, pin: str, come_back: str = "") -> Any:
    return client.post(CARD, {"pin": pin, "next": come_back})


def wrong(issued: IssuedCard) -> str:
    return f"{(int(issued.pin) + 1) % 1_000_000:06}"


@pytest.fixture
def phone(client: Client, issued: IssuedCard) -> Client:
    """Pha's phone, signed in with the card at nine."""
    scan(client, issued)
    assert enter(client, issued.pin).status_code == 302
    return client


def test_from_the_card_to_the_console(client: Client, issued: IssuedCard) -> None:
    assert scan(client, issued).headers["Location"] == CARD
    page = body(client.get(CARD))
    assert "Lò Văn Pha" in page
    assert re.search(r'<input type="text" name="pin"[^>]*inputmode="numeric"', page)
    assert enter(client, f" {issued.pin[:3]} {issued.pin[3:]} ").headers["Location"] == "/"
    assert client.get("/").headers["Location"] == CONSOLE
    assert client.get(CONSOLE).json()["actor"] == f"staff:{issued.card.user.public_id}"


def test_the_page_that_was_wanted_comes_after_the_pin_and_no_foreign_one(client: Client, issued: IssuedCard) -> None:
    assert scan(client, issued, f"?next={CONSOLE}page/").headers["Location"] == f"{CARD}?next=%2Fconsole%2Fsuoi-lanh%2Fpage%2F"  # fmt: skip  # noqa: E501
    assert f'name="next" value="{CONSOLE}page/"' in body(client.get(f"{CARD}?next={CONSOLE}page/"))
    assert scan(client, issued, "?next=https://evil.example/").headers["Location"] == CARD
    assert enter(client, issued.pin, f"{CONSOLE}page/").headers["Location"] == f"{CONSOLE}page/"


def test_scanning_again_while_signed_in_leads_straight_on(phone: Client, issued: IssuedCard) -> None:
    assert scan(phone, issued).headers["Location"] == "/"


@pytest.mark.parametrize(("days", "status"), [(1, 200), (29.9, 200), (30.1, 302)])
def test_a_hamlet_head_stays_signed_in_for_weeks(phone: Client, days: float, status: int) -> None:
    assert phone.get(CONSOLE).status_code == 200
    with clock.frozen(NINE + timedelta(days=days)):
        assert phone.get(CONSOLE).status_code == status


def test_the_cookie_lasts_as_long(phone: Client) -> None:
    assert phone.cookies["sessionid"]["max-age"] == 30 * 24 * 3600


def test_a_clerk_with_a_card_is_locked_like_any_clerk(ha: Actor, an: Actor, client: Client) -> None:
    (issued,) = services.issue_sign_in_cards(actor=ha, users=[User.objects.get(pk=an.user_id)])
    scan(client, issued)
    enter(client, issued.pin)
    assert (client.get(CONSOLE).status_code, client.cookies["sessionid"]["max-age"]) == (200, 3600)
    with clock.frozen(NINE + timedelta(minutes=61)):
        assert client.get(CONSOLE).status_code == 302


def test_wrong_pins_are_told_then_the_card_rests(client: Client, issued: IssuedCard) -> None:
    scan(client, issued)
    short = enter(client, "12345")
    assert (short.status_code, "Mã PIN gồm 6 số" in body(short)) == (422, True)
    for _try in range(4):
        told = enter(client, wrong(issued))
        assert (told.status_code, "Mã PIN chưa đúng." in body(told)) == (422, True)
        assert wrong(issued) not in body(told)
    for pin in (wrong(issued), issued.pin):
        resting = enter(client, pin)
        assert (resting.status_code, "Thẻ tạm khóa đến 09:10" in body(resting)) == (409, True)
    assert f'href="{CARD}?next=%2Fconsole%2Fsuoi-lanh%2F"' in body(enter(client, issued.pin, CONSOLE))
    other_phone = Client(REMOTE_ADDR="203.0.113.9")
    scan(other_phone, issued)
    assert enter(other_phone, issued.pin).status_code == 409
    with clock.frozen(NINE + timedelta(minutes=10)):
        assert enter(client, issued.pin).status_code == 302


def test_one_phone_may_carry_two_cards(ha: Actor, an: Actor, client: Client, issued: IssuedCard) -> None:
    (other,) = services.issue_sign_in_cards(actor=ha, users=[User.objects.get(pk=an.user_id)])
    scan(client, issued)
    scan(client, other)
    assert "Nguyễn Thị An" in body(client.get(CARD))
    assert enter(client, issued.pin).status_code == 422
    assert enter(client, other.pin).status_code == 302
    assert client.get(CONSOLE).json()["roles"] == ["clerk"]


def test_a_withdrawn_card_opens_nothing_and_ends_its_sessions(
    ha: Actor, phone: Client, issued: IssuedCard, pha: User
) -> None:
    stranger = Client()
    scan(stranger, issued)
    services.withdraw_sign_in_cards(actor=ha, user=pha)

    out = phone.get(CONSOLE)
    assert (out.status_code, out.headers["Location"]) == (302, CARD)
    assert "không còn giá trị" in body(phone.get(CARD))
    assert enter(stranger, issued.pin).status_code == 200
    assert stranger.get(CONSOLE).status_code == 302
    scanned = scan(Client(), issued)
    assert (scanned.status_code, "Thẻ này không còn dùng được" in body(scanned)) == (410, True)


def test_a_strict_role_ends_the_session_instead_of_asking_for_a_second_factor(
    phone: Client, pha: User, locality: Locality
) -> None:
    people.grant(pha, locality, "head")
    assert phone.get(CONSOLE).headers["Location"] == CARD
    assert phone.get("/account/second-factor/app/").headers["Location"].startswith("/account/sign-in/")


def test_another_locality_does_not_exist(phone: Client, other_locality: Locality) -> None:
    assert phone.get("/console/go-nang/").status_code == 404


def test_who_has_no_password_is_told_so_where_one_would_be_changed(phone: Client, pha: User) -> None:
    User.objects.filter(pk=pha.pk).update(must_change_password=True)
    for path, words in (("password/", "không có mật khẩu"), ("second-factor/app/", "đã là hai lớp")):
        told = phone.get(f"/account/{path}")
        assert (told.status_code, words in body(told)) == (409, True)
    assert phone.get(CONSOLE).status_code == 200


def test_a_second_factor_somebody_has_is_asked_for_after_the_pin(client: Client, issued: IssuedCard) -> None:
    Authenticator.objects.create(user=issued.card.user, type="totp", data={"secret": "x"})
    scan(client, issued)
    assert enter(client, issued.pin).headers["Location"] == "/account/second-factor/code/"
    assert client.get(CONSOLE).status_code == 302


def test_without_a_card_the_page_asks_for_one(client: Client, locality: Locality) -> None:
    asked = client.get(CARD)
    assert (asked.status_code, "Xin soi lại thẻ đăng nhập" in body(asked)) == (200, True)
    assert enter(client, "123456").status_code == 200


def test_the_token_is_in_no_log_and_in_no_table(
    client: Client, ha: Actor, issued: IssuedCard, pha: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    scan(client, issued, f"?next={CONSOLE}")
    enter(client, wrong(issued))
    enter(client, issued.pin)
    services.withdraw_sign_in_cards(actor=ha, user=pha)
    scan(Client(), issued)
    written = [ScrubbingFormatter("%(message)s").format(record) for record in caplog.records]
    assert "Gone: /account/card/<token>/" in written
    decoded = [str(session.get_decoded()) for session in Session.objects.all()]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            decoded += [str(row) for row in cursor.fetchall()]
    assert [text for text in (*written, *decoded) if issued.token in text] == []


def test_the_pages_are_well_made(client: Client, issued: IssuedCard) -> None:
    pages = [client.get(CARD), client.get(f"{CARD}abcdefgh/")]
    scan(client, issued)
    pages += [client.get(CARD), enter(client, "1")]
    for answer in pages:
        read = Page(answer.content.decode())
        assert (read.faults, len([*read.all("h1")])) == ([], 1)
