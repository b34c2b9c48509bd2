"""The first page: what is late, near and waiting, by role."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from nghedan.config import roles
from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.services import occasions, scheduling
from nghedan.domain.organisations.models import Body, Delegation, Officer, Post, Unit
from nghedan.domain.organisations.services.delegations import begin_delegation
from nghedan.domain.plans.services import drafting, signing
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.terms import InstructionWay
from tests.domain.plans.samples import DRAFT
from tests.interfaces.console.reading import CONSOLE, words_of
from tests.support import clients, people


def page_on(actor: Actor, month: int, day: int) -> Any:
    """Return what somebody sees who signs in at nine in the morning of a day of 2026."""
    with clock.frozen(datetime(2026, month, day, 9, tzinfo=clock.LOCAL_ZONE)):
        return clients.client_of(actor).get(CONSOLE)


def titles(response: Any, part: str) -> list[str]:
    return [row.title for row in response.context[part]]


def test_an_empty_locality_is_told_where_to_begin(clerk: Client, committee: Body) -> None:
    page = clerk.get(CONSOLE)
    assert "Bắt đầu từ kế hoạch năm" in words_of(page)
    assert f'href="{CONSOLE}plans/"' in page.content.decode()


def test_without_a_day_the_next_thing_is_to_choose_one(clerk: Client, dialogue: Dialogue) -> None:
    page = clerk.get(CONSOLE)
    assert (page.context["following"], page.context["next"].title) == (dialogue, "Chọn ngày tổ chức")
    assert len(page.context["steps"]) == 7


def test_late_from_the_day_after_and_soon_within_three_working_days(an: Actor, dated: Dialogue) -> None:
    notice = next(row for row in deadlines_of(dated) if row.rule_code == deadlines.NOTICE)
    assert notice.due_on == date(2026, 9, 9)
    label = "Thông báo rộng rãi thời gian, địa điểm, nội dung, cách tham gia"
    pages = {day: page_on(an, 9, day) for day in (3, 4, 9, 10)}
    assert [label in titles(pages[day], "soon") for day in pages] == [False, True, True, False]
    assert [label in titles(pages[day], "late") for day in pages] == [False, False, False, True]
    assert "Chốt tiếp nhận, tổng hợp ý kiến" not in titles(pages[10], "late")
    assert "Tổng hợp ý kiến." in titles(pages[10], "late")


def test_what_is_cancelled_asks_for_nothing(an: Actor, binh: Actor, dated: Dialogue) -> None:
    scheduling.cancel_dialogue(actor=binh, dialogue=dated, reason="Nhập xã")
    page = page_on(an, 9, 10)
    assert (titles(page, "late"), titles(page, "soon"), page.context["following"]) == ([], [], None)


def waiting(response: Any) -> list[tuple[str, str]]:
    return [(row.badge, row.link.text) for row in response.context["waiting"]]


@pytest.fixture
def much_to_decide(
    an: Actor, committee: Body, economist: Actor, economy: Unit, dated: Dialogue, locality: Locality
) -> None:
    plan = drafting.draft_plan(actor=an, body=committee, draft=DRAFT)
    signing.submit_plan(actor=an, plan=plan)
    issued = dated.items.get().plan
    signing.request_adjustment(actor=economist, plan=issued, unit=economy, text="Đề nghị dời sang quý IV")
    occasions.make_proposal(actor=economist, body=committee, unit=economy, subject="Chợ", text="")


@pytest.mark.usefixtures("much_to_decide")
def test_decisions_wait_for_the_head_and_may_be_recorded_by_the_clerk(head: Client, clerk: Client) -> None:
    assert waiting(head.get(CONSOLE)) == [
        ("Đề nghị điều chỉnh", "Xem và trả lời"),
        ("Trình ký", "Xem và ký"),
        ("Nội dung, đối tượng", "Xem và thống nhất"),
        ("", "Xem và trả lời"),
    ]
    assert waiting(clerk.get(CONSOLE)) == [
        ("Đề nghị điều chỉnh", "Ghi ý kiến chỉ đạo"),
        ("Trình ký", "Ghi ý kiến chỉ đạo"),
        ("Nội dung, đối tượng", "Ghi ý kiến chỉ đạo"),
        ("", "Xem và trả lời"),
    ]


@pytest.mark.usefixtures("much_to_decide")
def test_each_row_leads_to_a_page(head: Client, clerk: Client) -> None:
    for client in (head, clerk):
        page = client.get(CONSOLE)
        assert {client.get(row.link.href).status_code for row in page.context["waiting"]} == {200}


def test_an_officer_sees_the_own_units_tasks_only(economist: Actor, dated: Dialogue) -> None:
    page = page_on(economist, 9, 8)
    assert (titles(page, "late"), titles(page, "soon"), titles(page, "later")) == (
        [],
        ["Chuẩn bị nội dung trả lời."],
        [],
    )
    assert page.context["soon"][0].link.text == "Báo đã xong"
    assert [link.text for group in page.context["shell"].navigation for link in group.links] == [
        "Hôm nay", "Kế hoạch", "Đối thoại", "Việc chuẩn bị", "Việc của đơn vị",
        "Theo dõi kết luận",
    ]  # fmt: skip


def test_who_leads_a_hamlet_is_led_to_the_page_made_for_a_phone(
    locality: Locality, client_of: Callable[[Actor], Client]
) -> None:
    client = client_of(people.staff("thu", "Vi Văn Thu", locality, roles.HAMLET_HEAD, Scope(HAMLET, 1)))
    assert client.get(CONSOLE).headers["Location"] == f"{CONSOLE}hamlet/"


@pytest.mark.parametrize("role", [roles.RECEIVER, roles.SUPERIOR_RECEIVER])
def test_who_receives_denunciations_is_led_to_them(
    role: str, locality: Locality, client_of: Callable[[Actor], Client]
) -> None:
    locality.is_demo = True  # no second factor is asked for
    locality.save()
    client = client_of(people.staff("truc", "Dương Văn Trực", locality, role))
    page = client.get(CONSOLE, follow=True)
    assert (page.redirect_chain, page.status_code) == ([(f"{CONSOLE}restricted/", 302)], 200)


@pytest.fixture
def delegation(locality: Locality, committee: Body, binh: Actor, frozen_today: date) -> Delegation:
    """Bình hands over to Hoa for three days, the paper to follow."""
    officers = []
    for name, is_head in (("Trần Văn Bình", True), ("Ngô Thị Hoa", False)):
        officer = Officer(locality=locality, full_name=name, state="current")
        officer.save()
        Post(locality=locality, officer=officer, body=committee, title="x", is_head=is_head, is_deputy=not is_head, state="current").save()  # fmt: skip  # noqa: E501
        officers.append(officer)
    deputy = people.user("hoa", "Ngô Thị Hoa")
    people.grant(deputy, locality, roles.OBSERVER)
    Officer.objects.of(locality).filter(pk=officers[1].pk).update(user=deputy)
    officers[1].refresh_from_db()
    return begin_delegation(
        actor=binh,
        delegation=Delegation(
            locality=locality, body=committee, from_officer=officers[0], to_officer=officers[1], reason="Đi tập huấn",
            paper_due=True, valid_from=frozen_today, valid_to=frozen_today + timedelta(days=2),
        ),
    )  # fmt: skip


def test_a_running_delegation_is_said_on_top_until_its_last_day(an: Actor, delegation: Delegation) -> None:
    said = (
        "Ngô Thị Hoa đang thay mặt Chủ tịch Ủy ban nhân dân xã Trần Văn Bình chủ trì đối thoại, đến hết ngày 12/3/2026"
    )
    assert [said in words_of(page_on(an, 3, day)) for day in (10, 12, 13)] == [True, True, False]


def test_papers_to_follow_are_owed_until_their_number_is_there(
    an: Actor, clerk: Client, committee: Body, delegation: Delegation
) -> None:
    word = record_instruction(
        actor=an, about=committee, decided_by="Bình", decided_at=clock.now(), way=InstructionWay.PHONE,
        content="Đồng ý", paper_due=True,
    )  # fmt: skip
    owed = clerk.get(CONSOLE).context["owed"]
    assert [row.title for row in owed] == ["Văn bản ghi ý kiến của Bình", "Văn bản ủy quyền cho Ngô Thị Hoa"]
    for row, version in zip(owed, (word.version, delegation.version), strict=True):
        assert clerk.post(row.link.href, {"version": version, "document_number": ""}).status_code == 422
        assert clerk.post(row.link.href, {"version": version, "document_number": "12/GUQ-UBND"}).status_code == 302
    assert clerk.get(CONSOLE).context["owed"] == []
    assert Instruction.objects.of(committee.locality).get().document_number == "12/GUQ-UBND"
    assert Delegation.objects.of(committee.locality).get().document_number == "12/GUQ-UBND"


@pytest.mark.usefixtures("much_to_decide")
@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_number_of_queries_does_not_grow(
    head: Client, clerk: Client, officer: Client, dated: Dialogue, economy: Unit, count: int,
    django_assert_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    Task.objects.of(dated.locality).bulk_create(
        [
            Task(
                locality=dated.locality,
                dialogue=dated,
                unit=economy,
                title="Việc",
                due_on=date(2026, 3, 9),
                state="open",
            )
            for _ in range(count)
        ]
    )
    for client, budget in ((head, 12), (clerk, 12), (officer, 11)):
        client.get(CONSOLE)
        with django_assert_num_queries(budget):
            assert client.get(CONSOLE).status_code == 200


def test_elsewhere_it_does_not_exist(stranger: Client, dated: Dialogue) -> None:
    assert stranger.get(CONSOLE).status_code == 404
    assert "Đường liên thôn" not in words_of(stranger.get("/console/go-nang/"))
