"""The page from which invitations are mailed: what is offered, what went, what is said where there is no server."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.services.guests import GuestDraft, add_guest
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.services.issuing import issue_paper, sign_paper, submit_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.mail import sending
from nghedan.foundation.mail.models import Message
from tests.interfaces.console.guests.test_pages import at

MO = "mo@vidu.example"
NO_SERVER = "Chưa có máy chủ thư nên không gửi được thư điện tử; xin báo người quản trị."


@pytest.fixture
def mo(an: Actor, dated: Dialogue, hamlets: list[Hamlet]) -> Guest:
    draft = GuestDraft(person=Person(name="Lò Thị Mơ", contact=MO), hamlet=hamlets[0])
    return add_guest(actor=an, dialogue=dated, draft=draft)


@pytest.fixture
def issued(an: Actor, binh: Actor, dated: Dialogue, mo: Guest, settings: Any) -> OfficialPaper:
    """The letters, issued, in an installation that sends."""
    settings.NGHEDAN_EMAIL_FROM = "vanphong@suoilanh.example"
    Dialogue.objects.of(dated.locality).filter(pk=dated.pk).update(starts_at="07:30", venue="Hội trường")
    paper = draft_paper(actor=an, dialogue=dated, code="invitation")
    submit_paper(actor=an, paper=paper)
    sign_paper(actor=binh, paper=paper)
    return issue_paper(actor=an, paper=paper, number="31/GM-UBND", issued_on=clock.today())


def test_letters_are_mailed_and_the_list_says_when(
    clerk: Client, dated: Dialogue, issued: OfficialPaper, mo: Guest, guest_of: Callable[..., Guest]
) -> None:
    guest_of("Hoàng Văn Dần")
    guest_of("", post_title="Phóng viên")
    page = at("guests-mail", dated)
    fresh = clerk.get(page)
    assert [(row.name, row.address, row.is_ticked) for row in fresh.context["offered"]] == [("Lò Thị Mơ", MO, True)]
    assert [(row.name, row.told) for row in fresh.context["others"]] == [
        ("Hoàng Văn Dần", "chưa có địa chỉ thư điện tử"), ("Phóng viên", "chưa có địa chỉ thư điện tử"),
    ]  # fmt: skip
    assert clerk.post(page, {}).status_code == 422
    assert clerk.post(page, {"guests": [mo.public_id]}).status_code == 302
    assert "thư điện tử đang chờ gửi" in clerk.get(at("guests", dated)).content.decode()
    assert sending.send_due() == 1
    at_now = clock.local(clock.now())
    told = f"đã gửi thư điện tử lúc {at_now.hour}:"
    listed = clerk.get(at("guests", dated)).content.decode()
    assert (listed.count(told), listed.count("chưa có địa chỉ thư điện tử"), MO in listed) == (1, 2, False)
    again = clerk.get(page)
    assert (again.context["offered"], "Không còn ai có địa chỉ" in again.content.decode()) == ([], True)
    assert [one.to for one in mail.outbox] == [[MO]]


def test_what_waits_is_stopped_on_the_page(clerk: Client, dated: Dialogue, issued: OfficialPaper, mo: Guest) -> None:
    page = at("guests-mail", dated)
    clerk.post(page, {"guests": [mo.public_id]})
    assert "Thôi gửi 1 thư đang chờ" in clerk.get(page).content.decode()
    clerk.post(at("guests-mail-stop", dated))
    assert (sending.send_due(), mail.outbox) == (0, [])
    assert "Thôi gửi" not in clerk.get(page).content.decode()


def test_without_a_server_the_page_says_so_and_offers_the_list(clerk: Client, dated: Dialogue, mo: Guest) -> None:
    page = at("guests-mail", dated)
    shown = clerk.get(page).content.decode()
    paper = f"/console/suoi-lanh/papers/hand-delivery-list/{dated.public_id}/"
    assert (NO_SERVER in shown, paper in shown, "Gửi cho người đã đánh dấu" in shown) == (True, True, False)
    refused = clerk.post(page, {"guests": [mo.public_id]})
    assert (refused.status_code, Message.objects.of(dated.locality).count()) == (409, 0)
    assert "thư điện tử" not in clerk.get(at("guests", dated)).content.decode().replace("qua thư điện tử", "")


def test_before_the_letters_are_issued_none_is_mailed(
    clerk: Client, dated: Dialogue, mo: Guest, settings: Any
) -> None:
    settings.NGHEDAN_EMAIL_FROM = "vanphong@suoilanh.example"
    page = at("guests-mail", dated)
    shown = clerk.get(page).content.decode()
    assert "Giấy mời chưa ban hành nên chưa gửi qua thư điện tử được; xin ban hành trước." in shown
    assert clerk.post(page, {"guests": [mo.public_id]}).status_code == 409


def test_nobody_but_the_clerk_has_the_page(
    head: Client, officer: Client, stranger: Client, dated: Dialogue, issued: OfficialPaper, mo: Guest
) -> None:
    page, stop = at("guests-mail", dated), at("guests-mail-stop", dated)
    assert [client.get(page).status_code for client in (head, officer, stranger)] == [403, 403, 404]
    assert [client.post(stop).status_code for client in (head, officer, stranger)] == [403, 403, 404]


@pytest.mark.parametrize("count", [1, 3, 30])
def test_the_page_runs_the_same_number_of_queries(
    clerk: Client, an: Actor, dated: Dialogue, issued: OfficialPaper, count: int,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:  # fmt: skip
    for number in range(count):
        person = Person(name=f"Người {number}", contact=f"nguoi{number}@vidu.example")
        add_guest(actor=an, dialogue=dated, draft=GuestDraft(person=person))
    clerk.get(at("guests-mail", dated))
    with django_assert_max_num_queries(24):  # type: ignore[attr-defined]  # the read of the names is a deed
        page = clerk.get(at("guests-mail", dated))
    assert len(page.context["offered"]) == count + 1


def test_an_odd_address_is_not_taken_by_the_form(clerk: Client, dated: Dialogue) -> None:
    fresh = clerk.get(at("guest-new", dated))
    sent = {"form_key": fresh.context["form_key"], "group": "people", "name": "Lý Thị Liên"}
    refused = clerk.post(at("guest-new", dated), {**sent, "contact": "lien@vidu.example\nBcc: ai@vidu.example"})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["contact"])
    assert clerk.post(at("guest-new", dated), {**sent, "contact": "lien@vidu.example"}).status_code == 302
