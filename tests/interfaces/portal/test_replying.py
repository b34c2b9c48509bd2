"""Answering an invitation by its link: no account, no name shown, wrong codes slowed, nothing kept on the way."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_of
from nghedan.domain.invitations.reply_codes import reply_code
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.interfaces.web.logs import scrubbed
from tests.domain.invitations.conftest import dialogue, guest_of

__all__ = ["dialogue", "guest_of"]


@pytest.fixture
def guest(guest_of: Callable[..., Guest]) -> Guest:
    return guest_of("Hoàng Văn Dần")


def address(guest: Guest) -> str:
    return f"/suoi-lanh/giay-moi/{guest.public_id}/"


def test_the_link_leads_to_the_question_and_shows_no_name(client: Client, guest: Guest) -> None:
    page = client.get(address(guest), {"ma": reply_code(guest.public_id)})
    shown = page.content.decode()
    assert (page.status_code, "Giấy mời số 1" in shown, "Dần" in shown) == (200, True, False)
    assert ("no-store" in page["Cache-Control"], page["Referrer-Policy"]) == (True, "strict-origin")
    assert "07:30, thứ Tư 15/4/2026" in shown


def test_an_answer_counts_and_the_last_one_wins(client: Client, an: Actor, guest: Guest) -> None:
    sent = {"ma": reply_code(guest.public_id), "answer_sent": "1"}
    assert client.post(address(guest), sent).status_code == 422
    assert client.post(address(guest), {**sent, "answer": "replaced"}).status_code == 422
    for answer in ({"answer": "accepted"}, {"answer": "replaced", "name": "Lý Thị Liên"}, {"answer": "declined"}):
        assert client.post(address(guest), {**sent, **answer}).status_code == 200
    assert [row.state for row in guests_of(an, guest.dialogue)] == ["declined"]
    entry = JournalEntry._base_manager.filter(code="guest.decline").latest("pk")
    assert (entry.actor_key, '"by_link":true' in entry.body.replace(" ", "")) == ("system", True)


def test_wrong_codes_slow_down_this_invitation_alone(client: Client, guest: Guest) -> None:
    for _number in range(5):
        assert client.get(address(guest), {"ma": "2222-2222"}).status_code == 422
    slowed = client.get(address(guest), {"ma": reply_code(guest.public_id)})
    assert (slowed.status_code, "Đã thử sai nhiều lần" in slowed.content.decode()) == (422, True)


def test_without_a_code_it_is_asked_for(client: Client, guest: Guest) -> None:
    page = client.get(address(guest))
    assert (page.status_code, "Mã trả lời" in page.content.decode(), "Giấy mời số" in page.content.decode()) == (200, True, False)  # fmt: skip  # noqa: E501


def test_what_is_no_invitation_does_not_exist(client: Client, guest: Guest) -> None:
    code = {"ma": reply_code(guest.public_id)}
    assert client.get("/suoi-lanh/giay-moi/abcdefghjkmn/", code).status_code == 404
    Dialogue.objects.of(guest.locality).filter(pk=guest.dialogue_id).update(openness="internal")
    assert [client.get(address(guest), one).status_code for one in (code, {}, {"ma": "x"})] == [404, 404, 404]


def test_an_invitation_taken_back_is_answered_no_more(client: Client, an: Actor, guest: Guest) -> None:
    Guest.objects.of(guest.locality).filter(pk=guest.pk).update(state="removed")
    sent = {"ma": reply_code(guest.public_id), "answer_sent": "1", "answer": "accepted"}
    assert client.post(address(guest), sent).status_code == 409
    assert "không nhận trả lời trên mạng nữa" in client.get(address(guest), sent).content.decode()
    assert list(guests_of(an, guest.dialogue)) == []


def test_the_code_is_in_no_log(guest: Guest) -> None:
    assert reply_code(guest.public_id) not in scrubbed(f"GET {address(guest)}?ma={reply_code(guest.public_id)} 200")
