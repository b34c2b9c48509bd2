"""Bodies, units and hamlets through their pages."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from nghedan.domain.organisations.models import Body, Hamlet, Officer, Post, Unit
from nghedan.foundation.tenancy.models import Locality
from tests.interfaces.console.settings.pages import SETTINGS, body, confirmed, form_of

pytestmark = pytest.mark.usefixtures("frozen_today")

MakeHamlet = Callable[..., Hamlet]
LIST = "Thôn Lũng Mây; 412 cử tri; Trưởng thôn Nông Văn Kha\nXóm 3; 210\nkhông rõ gì"


def hamlets(locality: Locality) -> list[tuple[str, int | None]]:
    return [(str(row), row.voters) for row in Hamlet.objects.of(locality).order_by("pk")]


def test_a_list_is_shown_line_by_line_then_stored(clerk: Client, locality: Locality) -> None:
    paste = SETTINGS + "hamlets/paste/"
    look = body(clerk.post(paste, {"text": LIST, "kind": ""}))
    assert "thôn Lũng Mây · 412 cử tri · Trưởng thôn Nông Văn Kha" in look
    assert "không rõ gì" in look
    assert hamlets(locality) == []
    assert clerk.post(paste, {"text": LIST, "kind": "", "confirmed": "1"}).headers["Location"] == SETTINGS + "hamlets/"
    assert hamlets(locality) == [("Thôn Lũng Mây", 412), ("Xóm 3", 210)]


def test_the_same_list_again_changes_nothing_and_new_counts_are_taken(clerk: Client, locality: Locality) -> None:
    paste = SETTINGS + "hamlets/paste/"
    for _time in range(2):
        clerk.post(paste, {"text": LIST, "kind": "", "confirmed": "1"})
    assert hamlets(locality) == [("Thôn Lũng Mây", 412), ("Xóm 3", 210)]
    clerk.post(paste, {"text": "Xóm 3; 215", "kind": "", "confirmed": "1"})
    assert hamlets(locality) == [("Thôn Lũng Mây", 412), ("Xóm 3", 215)]


def test_a_list_that_is_too_long_stays_in_the_field(clerk: Client) -> None:
    answer = clerk.post(SETTINGS + "hamlets/paste/", {"text": "Thôn A\n" * 2001, "kind": ""})
    assert (answer.status_code, "dài quá 2000 dòng" in body(answer)) == (422, True)


def test_the_list_of_hamlets_counts_ten_percent(clerk: Client, make_hamlet: MakeHamlet) -> None:
    make_hamlet("Lũng Mây", voters=412)
    make_hamlet("Đồng Chanh", voters=275)
    make_hamlet("Mới")
    page = body(clerk.get(SETTINGS + "hamlets/"))
    assert [figure in page for figure in ("687", ">69<", "1 thôn chưa ghi số cử tri")] == [True] * 3


def test_a_hamlet_sent_twice_is_added_once(clerk: Client, locality: Locality) -> None:
    path = SETTINGS + "hamlets/add/"
    data = {**form_of(clerk, path), "kind": "thon", "name": "Lũng Mây", "voters": "1.204"}
    assert [clerk.post(path, data).status_code for _time in range(2)] == [302, 302]
    assert hamlets(locality) == [("Thôn Lũng Mây", 1204)]


def test_an_old_page_shows_both_texts_and_keeps_what_was_typed(clerk: Client, make_hamlet: MakeHamlet) -> None:
    hamlet = make_hamlet("Lũng Mây", voters=412)
    path = f"{SETTINGS}hamlets/{hamlet.public_id}/"
    old = {**form_of(clerk, path), "kind": "thon", "name": "Lũng Mây", "cluster": ""}
    assert clerk.post(path, {**old, "voters": "420"}).status_code == 302
    late = clerk.post(path, {**old, "voters": "431"})
    assert late.status_code == 409
    page = body(late)
    assert "Có người vừa sửa trước" in page
    assert ("431" in page, "420" in page) == (True, True)
    hamlet.refresh_from_db()
    assert hamlet.voters == 420
    assert clerk.post(path, {**old, "version": "2", "voters": "431"}).status_code == 302


def test_a_new_head_follows_the_one_before(clerk: Client, make_hamlet: MakeHamlet) -> None:
    hamlet = make_hamlet("Lũng Mây")
    path = f"{SETTINGS}hamlets/{hamlet.public_id}/head/"
    first = {**form_of(clerk, path), "full_name": "Nông Văn Kha", "phone": "", "since": "01/01/2026"}
    second = {**form_of(clerk, path), "full_name": "Lý Thị Mẩy", "phone": "0912 345 678", "since": "10/3/2026"}
    for data in (first, second, second):
        assert clerk.post(path, data).headers["Location"] == SETTINGS + "hamlets/"
    posts = Post.objects.of(hamlet.locality).filter(hamlet=hamlet).order_by("valid_from")
    assert [(post.officer.full_name, post.valid_to) for post in posts] == [
        ("Nông Văn Kha", date(2026, 3, 9)),
        ("Lý Thị Mẩy", None),
    ]


def test_merging_hamlets_says_who_leaves_and_goes_back_with_what_was_typed(
    clerk: Client, make_hamlet: MakeHamlet, locality: Locality
) -> None:
    one, two = make_hamlet("Lũng Mây", voters=412), make_hamlet("Đồng Chanh", voters=268)
    head = f"{SETTINGS}hamlets/{one.public_id}/head/"
    clerk.post(head, {**form_of(clerk, head), "full_name": "Nông Văn Kha", "since": "01/01/2026"})
    path = SETTINGS + "hamlets/merge/"
    data = {"hamlets": [one.public_id, two.public_id], "kind": "thon", "name": "Lũng Mây", "on": "01/4/2026"}
    look = body(clerk.post(path, data))
    assert "Nông Văn Kha thôi giữ chức vụ Trưởng thôn" in look
    assert "680" in look
    back = path + "?" + look.split(path + "?")[1].split('"')[0]
    assert 'value="Lũng Mây"' in body(clerk.get(back))
    assert confirmed(clerk, path, data).headers["Location"] == SETTINGS + "hamlets/"
    one.refresh_from_db()
    assert (one.valid_to, one.merged_into and one.merged_into.voters) == (date(2026, 3, 31), 680)
    again = clerk.post(path, {**data, "confirmed": "1"})
    assert again.status_code == 422  # the old ones can no longer be chosen
    assert Hamlet.objects.of(locality).count() == 3


def test_units_are_seen_as_of_a_day(clerk: Client, locality: Locality, office: Unit) -> None:
    path = SETTINGS + "bodies/add/"
    for code in ("people-until-2025", "people-2025", "people-2025"):
        assert clerk.post(path, {"code": code}).headers["Location"] == SETTINGS + "bodies/"
    before, now = body(clerk.get(SETTINGS + "units/?on=30/6/2025")), body(clerk.get(SETTINGS + "units/"))
    assert ("Công chức Tài chính - Kế toán" in before, "Công chức Tài chính - Kế toán" in now) == (True, False)
    assert ("Phòng Văn hóa - Xã hội" in before, "Phòng Văn hóa - Xã hội" in now) == (False, True)
    assert Body.objects.of(locality).count() == 1


def test_a_day_that_is_none_is_told(clerk: Client) -> None:
    answer = clerk.get(SETTINGS + "units/?on=31/2/2025")
    assert (answer.status_code, "Ngày chưa đúng" in body(answer)) == (200, True)


def test_a_unit_is_added_once_and_corrected(clerk: Client, committee: Body, locality: Locality) -> None:
    path = SETTINGS + "units/add/"
    data = {**form_of(clerk, path), "name": "Phòng Kinh tế", "kind": "economy", "body": committee.public_id}
    for _time in range(2):
        assert clerk.post(path, data).headers["Location"] == SETTINGS + "units/"
    unit = Unit.objects.of(locality).get()
    page = f"{SETTINGS}units/{unit.public_id}/"
    edited = {**data, **form_of(clerk, page), "contact": "ông Kiên, 0912 345 678", "sort_order": "3"}
    assert clerk.post(page, edited).status_code == 302
    unit.refresh_from_db()
    assert (unit.contact, unit.sort_order, unit.body) == ("ông Kiên, 0912 345 678", 3, committee)


def test_a_taken_name_is_refused_in_the_form(clerk: Client, office: Unit) -> None:
    path = SETTINGS + "units/add/"
    answer = clerk.post(path, {**form_of(clerk, path), "name": office.name, "kind": "office", "body": ""})
    assert (answer.status_code, f"Đã có “{office.name}”" in body(answer)) == (409, True)


def test_a_renamed_unit_keeps_its_old_name_for_the_days_before(clerk: Client, office: Unit) -> None:
    path = f"{SETTINGS}units/{office.public_id}/rename/"
    data = {**form_of(clerk, path), "name": "Văn phòng UBND xã", "short_name": "", "on": "01/4/2026"}
    assert clerk.post(path, data).status_code == 302
    assert clerk.post(path, data).status_code == 409
    office.refresh_from_db()
    assert (office.valid_to, office.replaced_by and office.replaced_by.name) == (date(2026, 3, 31), "Văn phòng UBND xã")


def test_merging_units_says_who_moves_and_who_leaves(
    clerk: Client, office: Unit, economy: Unit, in_post: Callable[..., Officer]
) -> None:
    in_post("Bùi Trung Kiên", "Trưởng phòng", unit=economy, is_head=True)
    in_post("Lò Thị Sao", "Chuyên viên", unit=economy)
    path = SETTINGS + "units/merge/"
    data = {
        "units": [office.public_id, economy.public_id], "name": "Văn phòng - Kinh tế", "kind": "office", "body": "",
        "on": "01/4/2026",
    }  # fmt: skip
    look = body(clerk.post(path, data))
    assert "Bùi Trung Kiên thôi giữ chức vụ Trưởng phòng" in look
    assert "Chuyển sang Văn phòng - Kinh tế: Lò Thị Sao." in look
    assert confirmed(clerk, path, data).status_code == 302
    economy.refresh_from_db()
    assert economy.replaced_by is not None
    assert [post.officer.full_name for post in economy.replaced_by.posts.all()] == ["Lò Thị Sao"]


def test_one_unit_cannot_be_merged(clerk: Client, office: Unit) -> None:
    data = {"units": [office.public_id], "name": "Mới", "kind": "office", "body": "", "on": "01/4/2026"}
    answer = clerk.post(SETTINGS + "units/merge/", {**data, "confirmed": "1"})
    assert (answer.status_code, "Xin chọn từ hai đơn vị" in body(answer)) == (422, True)


def test_a_body_is_corrected_and_ended_after_a_last_look(clerk: Client, party: Body) -> None:
    page = f"{SETTINGS}bodies/{party.public_id}/"
    data = {
        **form_of(clerk, page), "name": party.name, "head_post": party.head_post, "deputy_post": party.deputy_post,
        "signature_authority": "T/M BAN CHẤP HÀNH", "document_code": "ĐU", "committee_term_from": "15/8/2025",
    }  # fmt: skip
    assert clerk.post(page, data).status_code == 302
    party.refresh_from_db()
    assert (party.signature_authority, party.committee_term_from) == ("T/M BAN CHẤP HÀNH", date(2025, 8, 15))
    end = page + "end/"
    assert confirmed(clerk, end, {**form_of(clerk, end), "last_day": "31/3/2026"}).status_code == 302
    party.refresh_from_db()
    assert party.valid_to == date(2026, 3, 31)


def test_a_clerk_of_one_body_does_not_change_the_other(
    party_clerk: object, client_of: Callable[..., Client], committee: Body, office: Unit
) -> None:
    client = client_of(party_clerk)
    assert client.get(f"{SETTINGS}bodies/{committee.public_id}/").status_code == 404
    refused = client.get(f"{SETTINGS}units/{office.public_id}/")
    told = "Quyền được giao không bao gồm hồ sơ này; nếu cần, xin hỏi người quản trị."
    assert (refused.status_code, told in body(refused)) == (403, True)
    assert f"{SETTINGS}units/{office.public_id}/" not in body(client.get(SETTINGS + "units/"))
