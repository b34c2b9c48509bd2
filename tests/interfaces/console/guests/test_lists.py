"""The pages of a list handed in: kept text, verdicts, correcting in place, writing."""

import pytest
from django.test import Client
from django.urls import reverse

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.queries import guests_of
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor

PASTED = "Họ và tên\tThôn\nHoàng Văn Dần\tĐá Bạc\nLý Thị Liên\tĐá Bac\nLý Thị Liên\tĐá Bạc\n"


@pytest.fixture
def page(clerk: Client, dated: Dialogue, hamlets: list[Hamlet]) -> str:
    """The address of a pasted list that waits to be looked at."""
    new = reverse("console:guest-list-new", kwargs={"locality": "suoi-lanh", "dialogue_id": dated.public_id})
    empty = clerk.get(new)
    assert clerk.post(new, {"form_key": empty.context["form_key"], "group": "people"}).status_code == 422
    answer = clerk.post(new, {"form_key": empty.context["form_key"], "group": "people", "lines": PASTED})
    return str(answer["Location"])


def test_a_row_is_corrected_where_it_stands_and_the_list_written(
    clerk: Client, an: Actor, dated: Dialogue, page: str
) -> None:
    shown = clerk.get(page)
    assert [row.tag.text for row in shown.context["rows"]] == ["Ghi vào danh sách", "Cần sửa", "Ghi vào danh sách"]
    unknown = "Thôn, tổ dân phố: Chưa có thôn, tổ dân phố nào tên như vậy; xin sửa tên, hoặc thêm ở Cài đặt."
    assert unknown in shown.content.decode()
    sent = {"at": "3", "r3-name": "Lý Thị Liễu", "r3-hamlet": "Thôn Đá Bạc"}
    assert clerk.post(f"{page}row/", sent)["Location"] == f"{page}#dong-3"
    clerk.post(f"{page}row/", {"at": "4", "decision": "skip"})
    shown = clerk.get(page)
    assert clerk.post(page, {"version": shown.context["listed"].version}).status_code == 302
    assert [guest.number for guest in guests_of(an, dated)] == [1, 2]
    assert clerk.get(page).status_code == 404


def test_a_list_given_up_writes_nobody(clerk: Client, an: Actor, dated: Dialogue, page: str) -> None:
    assert clerk.post(f"{page}discard/").status_code == 302
    assert list(guests_of(an, dated)) == []


def test_nonsense_in_the_form_is_nothing(clerk: Client, head: Client, page: str) -> None:
    for sent in ({"at": "x"}, {"at": "99"}, {"at": "2", "decision": "shred"}):
        assert clerk.post(f"{page}row/", sent).status_code == 404
    assert head.get(page).status_code == 404
