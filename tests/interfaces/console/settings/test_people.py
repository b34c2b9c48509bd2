"""People in office, their accounts and roles, through the pages."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from nghedan.domain.organisations.models import Body, Officer, Post, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import UNIT
from nghedan.foundation.accounts.models import PasswordCard
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.settings.pages import SETTINGS, body, confirmed, form_of

pytestmark = pytest.mark.usefixtures("frozen_today")

PEOPLE, CARD = SETTINGS + "people/", SETTINGS + "card/"
CODE = re.compile(r"[2-9a-z]{4}(?:-[2-9a-z]{4}){3}")


@pytest.fixture
def kien(in_post: Callable[..., Officer], economy: Unit) -> Officer:
    """Kiên of the economic division, without an account."""
    return in_post("Bùi Trung Kiên", "Trưởng phòng", unit=economy, is_head=True)


@pytest.fixture
def opening(economy: Unit) -> dict[str, str]:
    """What the administrator types to open Kiên's account."""
    return {"username": "kien.bui", "role": "officer", "scope": f"unit:{economy.public_id}", "valid_from": "10/3/2026"}


def test_people_stand_by_given_name(
    admin: Client, kien: Officer, in_post: Callable[..., Officer], office: Unit
) -> None:
    in_post("Lê Thị Ân", "Chuyên viên", unit=office)
    names = re.findall(r'<th scope="row"[^>]*><a[^>]*>([^<]+)</a>', body(admin.get(PEOPLE)))
    assert names == ["Lê Thị Ân", "Hoàng Văn Hà", "Bùi Trung Kiên"]


def test_who_may_not_read_accounts_sees_none(clerk: Client, kien: Officer, ha: Actor) -> None:
    page = body(clerk.get(PEOPLE))
    assert ("Bùi Trung Kiên" in page, "Hoàng Văn Hà" in page, "Vai trò</th>" in page) == (True, False, False)
    assert "Mở tài khoản" not in body(clerk.get(f"{PEOPLE}{kien.public_id}/"))


def test_somebody_is_added_with_a_post_once(clerk: Client, committee: Body, locality: Locality) -> None:
    path = PEOPLE + "add/"
    data = {
        **form_of(clerk, path), "full_name": "Trần Văn Bình", "place": f"body:{committee.public_id}", "rank": "head",
        "title": "", "valid_from": "",
    }  # fmt: skip
    for _time in range(2):
        assert clerk.post(path, data).headers["Location"] == PEOPLE
    post = Post.objects.of(locality).get()
    assert (post.officer.full_name, post.title, post.is_head) == ("Trần Văn Bình", committee.head_post, True)


def test_a_second_head_is_refused_and_nobody_is_added(
    clerk: Client, kien: Officer, economy: Unit, locality: Locality
) -> None:
    path = PEOPLE + "add/"
    data = {
        **form_of(clerk, path), "full_name": "Lò Văn Pha", "place": f"unit:{economy.public_id}", "rank": "head",
        "title": "Trưởng phòng", "valid_from": "10/3/2026",
    }  # fmt: skip
    answer = clerk.post(path, data)
    assert (answer.status_code, "đã có người đứng đầu là Bùi Trung Kiên" in body(answer)) == (409, True)
    assert Officer.objects.of(locality).count() == 1


def test_a_post_is_added_and_ended(clerk: Client, kien: Officer, office: Unit, locality: Locality) -> None:
    page = f"{PEOPLE}{kien.public_id}/"
    path = page + "posts/add/"
    data = {
        **form_of(clerk, path), "place": f"unit:{office.public_id}", "rank": "ordinary", "title": "Kiêm nhiệm",
        "valid_from": "01/3/2026",
    }  # fmt: skip
    for _time in range(2):
        assert clerk.post(path, data).headers["Location"] == page
    post = Post.objects.of(locality).get(title="Kiêm nhiệm")
    end = f"{SETTINGS}posts/{post.public_id}/end/"
    assert confirmed(clerk, end, {**form_of(clerk, end), "last_day": "31/3/2026"}).headers["Location"] == page
    post.refresh_from_db()
    assert post.valid_to == date(2026, 3, 31)


def test_somebody_leaves(clerk: Client, kien: Officer, locality: Locality) -> None:
    path = f"{PEOPLE}{kien.public_id}/leave/"
    assert confirmed(clerk, path, {**form_of(clerk, path), "last_day": "31/3/2026"}).headers["Location"] == PEOPLE
    assert Post.objects.of(locality).get().valid_to == date(2026, 3, 31)
    assert "Bùi Trung Kiên" not in body(clerk.get(PEOPLE))


def test_name_and_contact_are_corrected(clerk: Client, kien: Officer) -> None:
    path = f"{PEOPLE}{kien.public_id}/edit/"
    data = {**form_of(clerk, path), "full_name": "Bùi Trung Kiên", "phone": "0912 345 678", "email": ""}
    assert clerk.post(path, data).status_code == 302
    assert clerk.post(path, data).status_code == 409
    kien.refresh_from_db()
    assert kien.phone == "0912 345 678"


def test_an_account_is_opened_and_its_card_shown_once(
    admin: Client, kien: Officer, opening: dict[str, str], locality: Locality, economy: Unit
) -> None:
    path = f"{PEOPLE}{kien.public_id}/account/"
    assert admin.post(path, {**form_of(admin, path), **opening}).headers["Location"] == CARD
    stored = str(dict(admin.session))
    shown = body(admin.get(CARD))
    [code] = CODE.findall(shown)
    assert code not in stored
    assert ("kien.bui" in shown, "/password-card/" in shown, "3 ngày" in shown) == (True, True, True)
    assert CODE.findall(body(admin.get(CARD))) == []

    grant = RoleGrant.objects.of(locality).get(user__username="kien.bui")
    assert (grant.role, grant.scope_kind, grant.scope_id) == ("officer", UNIT, economy.pk)
    kien.refresh_from_db()
    assert kien.user == grant.user
    stranger = Client()
    assert stranger.get(f"/password-card/{code}/").headers["Location"] == "/password-card/use/"


def test_the_same_opening_sent_twice_leads_to_the_same_card(
    admin: Client, kien: Officer, opening: dict[str, str], locality: Locality
) -> None:
    path = f"{PEOPLE}{kien.public_id}/account/"
    data = {**form_of(admin, path), **opening}
    assert [admin.post(path, data).headers["Location"] for _time in range(2)] == [CARD, CARD]
    assert (User.objects.filter(username="kien.bui").count(), PasswordCard.objects.of(locality).count()) == (1, 1)
    assert len(CODE.findall(body(admin.get(CARD)))) == 1


def test_a_taken_name_is_told_at_the_field(
    admin: Client, kien: Officer, opening: dict[str, str], locality: Locality
) -> None:
    path = f"{PEOPLE}{kien.public_id}/account/"
    answer = admin.post(path, {**form_of(admin, path), **opening, "username": "ha"})
    assert (answer.status_code, "Tên đăng nhập “ha” đã có người dùng" in body(answer)) == (422, True)
    kien.refresh_from_db()
    assert kien.user is None


def test_a_clerk_opens_no_account(clerk: Client, kien: Officer) -> None:
    assert clerk.get(f"{PEOPLE}{kien.public_id}/account/").status_code == 403


def test_a_new_card_voids_the_one_before(admin: Client, an: Actor, locality: Locality) -> None:
    path = f"{SETTINGS}accounts/{an.user_public_id}/card/"
    for _time in range(2):
        assert admin.post(path, form_of(admin, path)).headers["Location"] == CARD
    assert sorted(PasswordCard.objects.of(locality).values_list("state", flat=True)) == ["issued", "withdrawn"]


def test_a_role_is_given_once_moved_and_ended(admin: Client, an: Actor, locality: Locality) -> None:
    account = f"{SETTINGS}accounts/{an.user_public_id}/"
    give = account + "role/"
    data = {**form_of(admin, give), "role": "observer", "scope": "locality", "valid_from": "10/3/2026", "valid_to": ""}
    for _time in range(2):
        assert admin.post(give, data).headers["Location"] == account
    grant = RoleGrant.objects.of(locality).get(role="observer")
    days = f"{SETTINGS}roles/{grant.public_id}/"
    assert (
        admin.post(days, {**form_of(admin, days), "valid_from": "10/3/2026", "valid_to": "31/12/2026"}).status_code
        == 302
    )
    grant.refresh_from_db()
    assert grant.valid_to == date(2026, 12, 31)
    assert "Theo dõi, giám sát" in body(admin.get(account))
    end = days + "end/"
    assert confirmed(admin, end, form_of(admin, end)).headers["Location"] == account
    grant.refresh_from_db()
    assert grant.state == "ended"


def test_the_last_administrator_stays(admin: Client, ha: Actor, locality: Locality) -> None:
    grant = RoleGrant.objects.of(locality).get(role="administrator")
    end = f"{SETTINGS}roles/{grant.public_id}/end/"
    refused = confirmed(admin, end, form_of(admin, end))
    assert (refused.status_code, "Đây là người quản trị cuối cùng." in body(refused)) == (409, True)


def test_an_account_is_closed_after_a_last_look(admin: Client, an: Actor) -> None:
    path = f"{SETTINGS}accounts/{an.user_public_id}/close/"
    look = body(admin.post(path, {}))
    assert ("Nguyễn Thị An không đăng nhập được nữa." in look, "Văn phòng, thư ký" in look) == (True, True)
    assert confirmed(admin, path, {}).status_code == 302
    assert not User.objects.get(pk=an.user_id).is_active


def test_the_table_of_roles_is_the_catalogues(clerk: Client) -> None:
    page = body(clerk.get(SETTINGS + "roles/"))
    row = page.split("Ủy quyền chủ trì</th>")[1].split("</tr>")[0]
    assert re.findall(r"govuk-visually-hidden\">(có|không)", row) == ["không"] * 2 + ["có"] + ["không"] * 5
