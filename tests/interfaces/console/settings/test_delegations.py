"""Delegation through its pages: by the head, and at seven in the morning by the clerk."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from nghedan.domain.organisations.models import Body, Delegation, Officer, Post
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.models import Instruction
from tests.interfaces.console.settings.pages import SETTINGS, body, confirmed, form_of

pytestmark = pytest.mark.usefixtures("frozen_today", "chairman")

LIST, BEGIN = SETTINGS + "delegations/", SETTINGS + "delegations/begin/"


@pytest.fixture
def given(deputy: Officer, locality: Locality) -> dict[str, str]:
    """What the head types."""
    post = Post.objects.of(locality).get(officer=deputy)
    return {"to": post.public_id, "valid_from": "10/3/2026", "valid_to": "12/3/2026", "reason": "Họp ở tỉnh"}


TOLD = {
    "decided_by": "Trần Văn Bình, Chủ tịch", "decided_at": "10/3/2026", "decided_time": "7h00", "way": "phone",
    "paper_due": "on",
}  # fmt: skip


def test_the_head_delegates(head: Client, given: dict[str, str], locality: Locality) -> None:
    data = {**form_of(head, BEGIN), **given, "document_number": "07/GUQ-UBND"}
    assert head.post(BEGIN, data).headers["Location"] == LIST
    row = Delegation.objects.of(locality).get()
    assert (str(row), row.document_number, row.instruction) == ("Trần Văn Bình → Ngô Đăng Khoa", "07/GUQ-UBND", None)
    page = body(head.get(LIST))
    assert ("đang ủy quyền" in page, "Chấm dứt" in page) == (True, True)


def test_at_seven_in_the_morning_the_clerk_records_it_and_adds_the_paper_later(
    clerk: Client, given: dict[str, str], locality: Locality
) -> None:
    data = {**form_of(clerk, BEGIN), **given, **TOLD}
    assert clerk.post(BEGIN, data).headers["Location"] == LIST
    row = Delegation.objects.of(locality).get()
    assert (row.paper_due, row.instruction and row.instruction.way) == (True, "phone")
    page = body(clerk.get(LIST))
    assert "Trần Văn Bình, Chủ tịch, qua điện thoại, 07:00 ngày 10/3/2026" in page
    assert "chờ văn bản" in page

    paper = f"{LIST}{row.public_id}/paper/"
    assert clerk.post(paper, {**form_of(clerk, paper), "document_number": "07/GUQ-UBND"}).headers["Location"] == LIST
    row.refresh_from_db()
    assert (row.document_number, row.paper_due) == ("07/GUQ-UBND", False)


@pytest.mark.parametrize("who", ["head", "clerk"])
def test_sent_twice_it_is_recorded_once(
    request: pytest.FixtureRequest, given: dict[str, str], locality: Locality, who: str
) -> None:
    client: Client = request.getfixturevalue(who)
    data = {**form_of(client, BEGIN), **given, **TOLD}
    assert [client.post(BEGIN, data).headers["Location"] for _time in range(2)] == [LIST, LIST]
    assert Delegation.objects.of(locality).count() == 1
    assert Instruction.objects.of(locality).count() == (who == "clerk")
    assert RoleGrant.objects.of(locality).filter(source__startswith="delegation:").count() == 1


def test_without_paper_it_is_told_at_the_field(clerk: Client, given: dict[str, str], locality: Locality) -> None:
    answer = clerk.post(BEGIN, {**form_of(clerk, BEGIN), **given, **TOLD, "paper_due": ""})
    assert (answer.status_code, "đánh dấu “văn bản bổ sung sau”" in body(answer)) == (422, True)
    assert not Instruction.objects.of(locality).exists()


def test_two_in_the_same_days_are_refused(head: Client, given: dict[str, str]) -> None:
    data = {**given, "document_number": "07/GUQ-UBND"}
    head.post(BEGIN, {**form_of(head, BEGIN), **data})
    answer = head.post(BEGIN, {**form_of(head, BEGIN), **data, "reason": "Họp khác"})
    assert (answer.status_code, "đã ủy quyền cho Ngô Đăng Khoa" in body(answer)) == (409, True)
    assert "Họp khác" in body(answer)


def test_the_head_ends_it_after_a_last_look(head: Client, given: dict[str, str], locality: Locality) -> None:
    head.post(BEGIN, {**form_of(head, BEGIN), **given, "document_number": "07/GUQ-UBND"})
    row = Delegation.objects.of(locality).get()
    end = f"{LIST}{row.public_id}/end/"
    look = body(head.post(end, form_of(head, end)))
    assert "Ngô Đăng Khoa thôi quyền chủ trì ngay từ lúc này." in look
    assert confirmed(head, end, form_of(head, end)).headers["Location"] == LIST
    row.refresh_from_db()
    assert (row.state, row.valid_to) == ("ended", date(2026, 3, 10))


def test_the_clerk_ends_it_as_told(clerk: Client, given: dict[str, str], locality: Locality) -> None:
    clerk.post(BEGIN, {**form_of(clerk, BEGIN), **given, **TOLD})
    row = Delegation.objects.of(locality).get()
    end = f"{LIST}{row.public_id}/end/"
    assert confirmed(clerk, end, {**form_of(clerk, end), **TOLD}).headers["Location"] == LIST
    row.refresh_from_db()
    assert (row.state, Instruction.objects.of(locality).count()) == ("ended", 2)


def test_the_deputy_cannot_delegate_to_herself(
    given: dict[str, str], deputy: Officer, client_of: Callable[[Actor], Client], officer: Client
) -> None:
    assert officer.post(BEGIN, given).status_code == 403


def test_without_a_deputy_it_says_whom_to_add_first(head: Client, committee: Body) -> None:
    assert "Chưa ghi cấp phó nào" in body(head.get(BEGIN))


def test_without_a_head_it_is_refused(
    clerk: Client, given: dict[str, str], chairman: Officer, locality: Locality
) -> None:
    Post.objects.of(locality).filter(officer=chairman).update(valid_to=date(2026, 3, 1))
    answer = clerk.post(BEGIN, {**form_of(clerk, BEGIN), **given, **TOLD})
    assert (answer.status_code, "chưa có Chủ tịch Ủy ban nhân dân xã" in body(answer)) == (409, True)
