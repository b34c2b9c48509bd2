"""Sign-in, second factor, password cards, first run: through the pages."""

import html
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import reverse

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import services
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from tests.support.pace import let_a_code_live
from tests.support.people import PASSWORD

ClientOf = Callable[[Actor], Client]
NINE = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)
WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."
NEW = "cau-treo-mua-lu"
ON = "?next=%2Fconsole%2Fsuoi-lanh%2Fpage%2F"


def sign_in(client: Client, username: str, password: str, come_back: str = "") -> Any:
    return client.post("/account/sign-in/", {"login": username, "password": password, "next": come_back})


def body(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def code_now(secret: str) -> str:
    let_a_code_live(3)
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_signing_in_leads_to_the_own_locality(an: Actor, client: Client) -> None:
    answer = sign_in(client, " AN ", PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/").headers["Location"] == "/console/suoi-lanh/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(an: Actor, client: Client) -> None:
    assert sign_in(client, "an", PASSWORD, "/console/suoi-lanh/page/").headers["Location"] == "/console/suoi-lanh/page/"


def test_signing_in_never_leads_to_a_foreign_place(an: Actor, client: Client) -> None:
    assert sign_in(client, "an", PASSWORD, "https://evil.example/").headers["Location"] == "/"


def test_the_answer_does_not_tell_whether_the_name_exists(an: Actor, client: Client) -> None:
    wrong_password, no_such_name = sign_in(client, "an", "sai-roi-nhe"), sign_in(client, "khong.co", "sai-roi-nhe")
    assert WRONG in body(wrong_password)
    assert re.sub(r'value="[^"]*"', "", body(wrong_password)) == re.sub(r'value="[^"]*"', "", body(no_such_name))


def test_wrong_tries_slow_the_account_for_everybody_and_never_lock_it(an: Actor, client: Client) -> None:
    with clock.frozen(NINE):
        for _try in range(6):
            sign_in(client, "an", "sai-roi-nhe")
        assert WRONG in body(sign_in(Client(REMOTE_ADDR="203.0.113.9"), "an", PASSWORD))
    with clock.frozen(NINE + timedelta(seconds=2)):
        assert sign_in(client, "an", PASSWORD).status_code == 302


def test_one_address_may_try_many_accounts(an: Actor, chi: Actor, client: Client) -> None:
    with clock.frozen(NINE):
        for _try in range(30):
            sign_in(client, "an", "sai-roi-nhe")
        assert sign_in(client, "chi", PASSWORD).status_code == 302


def test_a_closed_account_gets_a_page_that_says_so(an: Actor, client: Client) -> None:
    User.objects.filter(pk=an.user_id).update(is_active=False)
    assert sign_in(client, "an", PASSWORD).headers["Location"] == "/account/closed/"
    assert "Tài khoản đã đóng" in body(client.get("/account/closed/"))


def test_nobody_signs_up_or_resets_by_mail(client: Client, locality: Locality) -> None:
    for path in ("/account/signup/", "/account/password/reset/", "/account/email/", "/accounts/login/"):
        assert client.get(path).status_code == 404


def test_changing_the_own_password(an: Actor, client_of: ClientOf, client: Client) -> None:
    signed_in = client_of(an)
    data = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert "Mật khẩu hiện nay" in body(signed_in.get("/account/password/"))
    assert "Mật khẩu không đúng." in body(signed_in.post("/account/password/", {**data, "oldpassword": "sai"}))
    assert signed_in.post("/account/password/", data).status_code == 302
    assert signed_in.get("/console/suoi-lanh/").status_code == 200
    assert sign_in(client, "an", PASSWORD).status_code == 200
    assert sign_in(client, "an", NEW).status_code == 302


def test_a_head_sets_up_the_second_factor_and_needs_it_from_then_on(binh: Actor, client: Client) -> None:
    sign_in(client, "binh", PASSWORD)
    sent_to = client.get("/console/suoi-lanh/page/").headers["Location"]
    assert sent_to == f"/account/second-factor/app/{ON}"
    page = client.get(sent_to)
    assert page.status_code == 200
    secret = page.context["form"].secret
    assert client.post("/account/second-factor/app/", {"code": "000000"}).status_code == 200
    assert '<input type="hidden" name="next" value="/console/suoi-lanh/page/">' in body(page)
    done = client.post("/account/second-factor/app/", {"code": code_now(secret), "next": "/console/suoi-lanh/page/"})
    assert done.headers["Location"] == f"/account/second-factor/spare/{ON}"
    page = client.get(done.headers["Location"])
    assert 'href="/console/suoi-lanh/page/">Đã cất mã' in body(page)
    spare = page.context["unused_codes"]
    assert client.get("/console/suoi-lanh/").status_code == 200
    assert secret not in str(Authenticator.objects.get(type="totp").data)

    other = Client()
    assert sign_in(other, "binh", PASSWORD).headers["Location"] == "/account/second-factor/code/"
    assert other.get("/console/suoi-lanh/").status_code == 302
    assert "Mã không đúng." in body(other.post("/account/second-factor/code/", {"code": "000000"}))
    assert other.post("/account/second-factor/code/", {"code": spare[0]}).headers["Location"] == "/"
    assert other.get("/console/suoi-lanh/").status_code == 200


def test_setting_up_the_second_factor_never_leads_to_a_foreign_place(binh: Actor, client: Client) -> None:
    sign_in(client, "binh", PASSWORD)
    page = client.get("/account/second-factor/app/?next=https://evil.example/")
    assert "evil.example" not in body(page)
    code = code_now(page.context["form"].secret)
    done = client.post("/account/second-factor/app/", {"code": code, "next": "https://evil.example/"})
    assert done.headers["Location"] == "/account/second-factor/spare/"


def test_a_second_factor_that_the_role_demands_stays(binh: Actor, client: Client) -> None:
    sign_in(client, "binh", PASSWORD)
    secret = client.get("/account/second-factor/app/").context["form"].secret
    client.post("/account/second-factor/app/", {"code": code_now(secret)})
    assert "không tắt được" in body(client.post("/account/second-factor/app/off/"))
    assert Authenticator.objects.filter(user_id=binh.user_id, type="totp").count() == 1


@pytest.mark.parametrize(
    "name",
    ["account_logout", "account_change_password", "account_reauthenticate", "mfa_index", "mfa_activate_totp",
     "account_inactive", "account_login"],
)  # fmt: skip
def test_every_page_around_sign_in_is_ours(an: Actor, client: Client, name: str) -> None:
    if name != "account_login":
        sign_in(client, "an", PASSWORD)
    page = body(client.get(reverse(name)))
    assert '<h1 class="govuk-heading-l">' in page
    assert 'class="nd-head"' in page
    assert "placeholder=" not in page


def test_a_card_from_link_to_sign_in(ha: Actor, an: Actor, client: Client) -> None:
    _card, code = services.issue_password_card(actor=ha, user=User.objects.get(pk=an.user_id))

    opened = client.get(f"/password-card/{code}/")
    assert opened.headers["Location"] == "/password-card/use/"
    assert "Nguyễn Thị An" in body(client.get("/password-card/use/"))
    different = client.post("/password-card/use/", {"password": NEW, "password_again": "khac-hoan-toan"})
    assert (different.status_code, "chưa giống nhau" in body(different)) == (422, True)
    assert client.post("/password-card/use/", {"password": "1234", "password_again": "1234"}).status_code == 422
    done = client.post("/password-card/use/", {"password": NEW, "password_again": NEW})
    assert done.headers["Location"] == "/account/sign-in/"
    assert sign_in(client, "an", NEW).status_code == 302
    assert client.get("/password-card/use/").headers["Location"] == "/password-card/"


def test_a_wrong_card_is_told_at_the_field(client: Client, locality: Locality) -> None:
    for answer in (client.get("/password-card/abcd-efgh/"), client.post("/password-card/", {"code": "abcd"})):
        assert answer.status_code == 422
        assert "Mã không đúng, đã được dùng hoặc đã quá hạn 3 ngày." in body(answer)
