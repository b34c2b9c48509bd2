"""The first run through its pages: from the code in the terminal to the two ways on."""

import html
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.organisations.models import Body, Hamlet, Officer, Post, Unit
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.accounts import first_run
from nghedan.foundation.tenancy.models import Locality

NEW = "cau-treo-mua-lu"
PLACE = {
    "level": "commune", "name": "Suối Lành", "province_name": "Đông Sơn",
    "bodies": ["people_committee", "party_committee"], "units": "since",
}  # fmt: skip
LIST = "Thôn Lũng Mây; 412 cử tri; Trưởng thôn Nông Văn Kha\nXóm 3; 210"
ACCOUNT = {"full_name": "Đỗ Thu", "username": "thu", "password": NEW, "password_again": NEW}

CODE, LOCALITY, HAMLETS, OWN, DONE = (
    f"/first-run/{step}" for step in ("", "locality/", "hamlets/", "account/", "done/")
)


def body(answer: Any) -> str:
    return html.unescape(answer.content.decode())


@pytest.fixture
def set_up_code(db: None, settings: Any, tmp_path: Path) -> str:
    settings.NGHEDAN_DATA = tmp_path
    return first_run.new_set_up_code()


@pytest.fixture
def opened(client: Client, set_up_code: str) -> Client:
    """A browser in which the code was typed."""
    client.post(CODE, {"code": set_up_code})
    return client


def test_an_empty_installation_is_set_up_from_code_to_the_ways_on(client: Client, set_up_code: str) -> None:
    assert client.get("/").headers["Location"] == CODE
    assert client.get(LOCALITY).headers["Location"] == CODE
    assert client.post(CODE, {"code": "sai"}).status_code == 422
    assert client.post(CODE, {"code": set_up_code}).headers["Location"] == LOCALITY
    assert client.post(LOCALITY, PLACE).headers["Location"] == HAMLETS
    assert client.post(HAMLETS, {"text": LIST, "kind": ""}).headers["Location"] == OWN
    assert not Locality.objects.exists()
    assert client.post(OWN, ACCOUNT).headers["Location"] == DONE

    locality = Locality.objects.get()
    assert (locality.slug, locality.superior_name) == ("suoi-lanh", "UBND tỉnh Đông Sơn")
    assert [row.short_name for row in Body.objects.of(locality).order_by("kind")] == ["Đảng ủy xã", "UBND xã Suối Lành"]
    assert Unit.objects.of(locality).count() == 17
    assert [str(row) for row in Hamlet.objects.of(locality).order_by("pk")] == ["Thôn Lũng Mây", "Xóm 3"]
    assert Post.objects.of(locality).get().officer.full_name == "Nông Văn Kha"
    assert Officer.objects.of(locality).get(user__isnull=False).full_name == "Đỗ Thu"
    assert sorted(RoleGrant.objects.of(locality).values_list("role", flat=True)) == ["administrator", "clerk"]
    page = body(client.get(DONE))
    assert "/account/sign-in/?next=/console/suoi-lanh/plans/readings/new/" in page
    assert "/account/sign-in/?next=/console/suoi-lanh/plans/new/" in page
    signed_in = client.post("/account/sign-in/", {"login": "thu", "password": NEW})
    assert signed_in.status_code == 302


def test_the_list_of_hamlets_may_be_left_out(opened: Client) -> None:
    opened.post(LOCALITY, PLACE)
    assert opened.post(HAMLETS, {"text": "", "kind": ""}).headers["Location"] == OWN
    assert opened.post(OWN, ACCOUNT).headers["Location"] == DONE
    assert not Hamlet.objects.of(Locality.objects.get()).exists()


def test_unclear_lines_are_shown_before_going_on_and_may_stay_out(opened: Client) -> None:
    opened.post(LOCALITY, PLACE)
    unclear = {"text": "Lũng Mây; 412\nThôn Mới; 90", "kind": ""}
    assert opened.post(HAMLETS, unclear).headers["Location"] == HAMLETS
    page = body(opened.get(HAMLETS))
    assert "Đầu dòng thiếu chữ “thôn”" in page
    assert "thôn Mới · 90 cử tri" in page
    assert opened.post(HAMLETS, unclear).headers["Location"] == OWN
    opened.post(OWN, ACCOUNT)
    assert [str(row) for row in Hamlet.objects.of(Locality.objects.get())] == ["Thôn Mới"]


def test_a_preview_stays_on_the_step(opened: Client) -> None:
    opened.post(LOCALITY, PLACE)
    assert opened.post(HAMLETS, {"text": LIST, "kind": "", "preview": "1"}).headers["Location"] == HAMLETS
    assert "thôn Lũng Mây · 412 cử tri · Trưởng thôn Nông Văn Kha" in body(opened.get(HAMLETS))


def test_going_back_loses_nothing(opened: Client) -> None:
    opened.post(LOCALITY, {**PLACE, "units": "both"})
    opened.post(HAMLETS, {"text": LIST, "kind": "xom"})
    assert opened.post(OWN, {**ACCOUNT, "password": "1234", "password_again": "1234"}).status_code == 422
    page = body(opened.get(LOCALITY))
    assert 'value="Suối Lành"' in page
    assert 'value="both" id="id_units_2" checked' in page
    assert "Xóm 3; 210" in body(opened.get(HAMLETS))
    assert opened.post(OWN, ACCOUNT).headers["Location"] == DONE
    assert Unit.objects.of(Locality.objects.get()).filter(valid_to__isnull=False).exists()


def test_a_step_cannot_be_jumped(opened: Client) -> None:
    assert opened.get(OWN).headers["Location"] == LOCALITY
    assert opened.get(DONE).headers["Location"] == CODE


def test_sent_twice_it_is_set_up_once(opened: Client) -> None:
    opened.post(LOCALITY, PLACE)
    assert opened.post(OWN, ACCOUNT).headers["Location"] == DONE
    assert opened.post(OWN, ACCOUNT).headers["Location"] == DONE
    assert (Locality.objects.count(), User.objects.count()) == (1, 1)


@pytest.mark.parametrize("path", [CODE, LOCALITY, HAMLETS, OWN])
def test_a_second_visitor_gets_a_clear_answer(opened: Client, path: str) -> None:
    opened.post(LOCALITY, PLACE)
    opened.post(OWN, ACCOUNT)
    answer = Client().get(path)
    assert answer.status_code == 410
    assert "Nghe Dân đã được cài đặt" in body(answer)


def test_two_browsers_at_once_set_up_one_installation(opened: Client, set_up_code: str) -> None:
    late = Client()
    late.post(CODE, {"code": set_up_code})
    for browser in (opened, late):
        browser.post(LOCALITY, PLACE)
    assert opened.post(OWN, ACCOUNT).headers["Location"] == DONE
    assert late.post(OWN, {**ACCOUNT, "username": "khac"}).status_code == 410
    assert User.objects.count() == 1


def test_a_failure_at_the_end_stores_nothing(opened: Client) -> None:
    opened.post(LOCALITY, PLACE)
    opened.post(HAMLETS, {"text": LIST, "kind": ""})
    assert opened.post(OWN, {**ACCOUNT, "username": "Tên có dấu"}).status_code == 422
    assert (Locality.objects.count(), User.objects.count()) == (0, 0)


def test_a_level_without_units_of_that_time_is_told(opened: Client) -> None:
    answer = opened.post(LOCALITY, {**PLACE, "level": "district", "units": "since"})
    assert (answer.status_code, "Chưa có bộ đơn vị của thời kỳ này" in body(answer)) == (422, True)


@pytest.mark.parametrize("name", ["Console", "…", "Static"])
def test_a_locality_may_not_take_an_address_of_the_product(opened: Client, name: str) -> None:
    assert opened.post(LOCALITY, {**PLACE, "name": name}).status_code == 422


def test_every_set_is_offered_with_its_basis(opened: Client) -> None:
    page = body(opened.get(LOCALITY))
    assert "Nghị định 150/2025/NĐ-CP" in page
    assert "Quy định 298-QĐ/TW ngày 09/6/2025" in page
