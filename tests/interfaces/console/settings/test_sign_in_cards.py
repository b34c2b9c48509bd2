"""Printed sign-in cards: issued, shown once, withdrawn, through the pages."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.organisations.models import Hamlet, Officer
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.models import SignInCard
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.settings.pages import SETTINGS, body, form_of
from tests.support import people

pytestmark = pytest.mark.usefixtures("frozen_today")

CARDS, MANY, PEOPLE = SETTINGS + "sign-in-cards/", SETTINGS + "sign-in-cards/new/", SETTINGS + "people/"
PIN = re.compile(r'settings-code">(\d{3} \d{3})<')
PICTURE = re.compile(r'<img src="data:image/svg\+xml;charset=utf-8,[^"]+"')


@pytest.fixture
def heads(locality: Locality, make_hamlet: Callable[..., Hamlet]) -> list[User]:
    """Heads of two hamlets, with accounts that have no password."""
    users = []
    for username, full_name, name in (("pha", "Lò Văn Pha", "Lũng Mây"), ("en", "Quàng Thị Én", "Nà Lin")):
        user = User(username=username, full_name=full_name)
        user.set_unusable_password()
        user.save()
        people.grant(user, locality, "hamlet_head", make_hamlet(name).scope)
        users.append(user)
    return users


def account(user: User, page: str = "") -> str:
    return f"{SETTINGS}accounts/{user.public_id}/{page}"


def printed(client: Client, path: str) -> str:
    """Issue at the address and return the page that shows what was issued."""
    sent = client.post(path, form_of(client, path))
    assert (sent.status_code, sent.headers.get("Location")) == (302, CARDS), body(sent)
    return body(client.get(CARDS))


def test_a_card_is_looked_at_printed_and_shown_once(admin: Client, heads: list[User]) -> None:
    assert "In thẻ đăng nhập" in body(admin.get(account(heads[0])))
    look = body(admin.get(account(heads[0], "sign-in-card/")))
    assert ("Lò Văn Pha" in look, "Thôn Lũng Mây" in look, "chỉ hiện một lần" in look) == (True, True, True)

    page = printed(admin, account(heads[0], "sign-in-card/"))

    assert (len(PIN.findall(page)), len(PICTURE.findall(page))) == (1, 1)
    assert ("Lò Văn Pha" in page, "Thôn Lũng Mây" in page, "Giữ như chìa khóa nhà." in page) == (True, True, True)
    again = body(admin.get(CARDS))
    assert (PIN.findall(again), "Thẻ đã được hiện" in again) == ([], True)


def test_the_same_form_sent_twice_issues_one_card(admin: Client, heads: list[User], locality: Locality) -> None:
    path = account(heads[0], "sign-in-card/")
    data = form_of(admin, path)
    assert [admin.post(path, data).headers["Location"] for _time in range(2)] == [CARDS, CARDS]
    assert SignInCard.objects.of(locality).count() == 1


def test_all_heads_of_hamlets_without_a_card_get_theirs_on_one_page(
    admin: Client, heads: list[User], in_post: Callable[..., Officer], make_hamlet: Callable[..., Hamlet]
) -> None:
    in_post("Vi Văn Sáng", "Trưởng thôn", hamlet=make_hamlet("Khau Giang"), is_head=True)
    printed(admin, account(heads[0], "sign-in-card/"))
    look = body(admin.get(MANY))
    assert re.findall(r'<dt class="govuk-summary-list__key">\s*([^<]+?)\s*</dt>', look) == ["Quàng Thị Én"]
    assert "Chưa có tài khoản nên chưa in được thẻ: Vi Văn Sáng." in look

    page = printed(admin, MANY)

    assert (len(PIN.findall(page)), "Quàng Thị Én" in page, "Lò Văn Pha" in page) == (1, True, False)
    assert "Không còn ai cần thẻ" in body(admin.get(MANY))


def test_the_printed_picture_opens_the_sign_in(
    admin: Client, heads: list[User], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    links = []
    settings.NGHEDAN_PUBLIC_URL = "https://nghedan.example.vn"
    monkeypatch.setattr("nghedan.interfaces.console.settings.present.cards._picture", lambda link: links.append(link) or "")  # fmt: skip  # noqa: E501
    (pin,) = PIN.findall(printed(admin, account(heads[0], "sign-in-card/")))
    (link,) = links
    assert re.fullmatch(r"https://nghedan\.example\.vn/account/card/[2-9a-z]{28}/", link)
    phone = Client()
    assert phone.get(link.removeprefix("https://nghedan.example.vn")).headers["Location"] == "/account/card/"
    assert phone.post("/account/card/", {"pin": pin}).headers["Location"] == "/"
    assert phone.get("/console/suoi-lanh/", follow=True).redirect_chain == [("/console/suoi-lanh/hamlet/", 302)]


def test_a_lost_card_is_withdrawn_with_one_press(admin: Client, heads: list[User], locality: Locality) -> None:
    printed(admin, account(heads[0], "sign-in-card/"))
    assert "Mất thẻ: thu hồi ngay" in body(admin.get(account(heads[0])))
    assert admin.get(account(heads[0], "sign-in-card/withdraw/")).status_code == 405
    assert admin.post(account(heads[0], "sign-in-card/withdraw/")).headers["Location"] == account(heads[0])
    assert SignInCard.objects.of(locality).get().state == "ended"
    codes = JournalEntry.objects.filter(code__startswith="sign_in_card").order_by("number")
    assert [entry.code for entry in codes] == ["sign_in_card.issue", "sign_in_card.withdraw"]


def test_a_head_of_the_commune_gets_none_and_is_told_why(admin: Client, binh: Actor) -> None:
    user = User.objects.get(pk=binh.user_id)
    assert "Tài khoản này không dùng thẻ đăng nhập" in body(admin.get(account(user)))
    path = account(user, "sign-in-card/")
    refused = admin.post(path, form_of(admin, path))
    assert (refused.status_code, "Tài khoản của Trần Văn Bình không dùng được thẻ" in body(refused)) == (409, True)


def test_an_account_with_a_card_waits_for_no_password(admin: Client, heads: list[User]) -> None:
    assert body(admin.get(PEOPLE)).count("chờ đặt mật khẩu") == 2
    printed(admin, MANY)
    assert "chờ đặt mật khẩu" not in body(admin.get(PEOPLE))


def test_cards_are_the_administrators(clerk: Client, head: Client, heads: list[User]) -> None:
    for client in (clerk, head):
        answers = [client.get(path).status_code for path in (CARDS, MANY, account(heads[0], "sign-in-card/"))]
        assert answers == [403, 403, 403]
        assert client.post(account(heads[0], "sign-in-card/withdraw/")).status_code == 404
        assert "In thẻ cho các trưởng thôn" not in body(client.get(PEOPLE))


def test_accounts_of_another_locality_do_not_exist(admin: Client, giang: Actor) -> None:
    theirs = User.objects.get(pk=giang.user_id)
    pages = [admin.get(account(theirs, "sign-in-card/")), admin.post(account(theirs, "sign-in-card/withdraw/"))]
    assert [answer.status_code for answer in pages] == [404, 404]
