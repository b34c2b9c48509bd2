"""The plans of a year."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.dialogues.services import planning, scheduling
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.domain.plans.services import drafting
from nghedan.foundation.access.actor import Actor
from tests.interfaces.console.plans.papers import PLANS
from tests.interfaces.console.reading import words_of

pytestmark = pytest.mark.usefixtures("frozen_today")


def test_an_empty_year_says_what_to_do(clerk: Client, committee: Body) -> None:
    page = clerk.get(PLANS)
    assert (page.context["year"], page.context["rows"], page.context["may_draft"]) == (2026, [], True)
    assert "Nhập kế hoạch đã ban hành" in page.content.decode()


def test_a_row_says_state_and_next_move(clerk: Client, plan: Plan) -> None:
    [row] = clerk.get(PLANS).context["rows"]
    assert (row.plan, row.tag.text, row.dialogues, row.waits_for) == (plan, "Dự thảo", "1 cuộc đối thoại", "Trình ký")


def test_a_row_says_why_the_next_move_is_not_open(clerk: Client, an: Actor, plan: Plan) -> None:
    drafting.drop_item(actor=an, item=plan.items.get())
    [row] = clerk.get(PLANS).context["rows"]
    assert row.waits_for == "Chưa trình ký được: chưa có cuộc đối thoại nào; xin bổ sung."


def test_a_plan_in_force_asks_for_a_day_first(clerk: Client, an: Actor, issued: Plan) -> None:
    [row] = clerk.get(PLANS).context["rows"]
    assert (row.waits_for, row.distance) == ("Lập các cuộc đối thoại", "")
    [dialogue] = planning.adopt_plan(actor=an, plan=issued)
    [row] = clerk.get(PLANS).context["rows"]
    assert (row.waits_for, row.distance) == (f"Chọn ngày cho “{dialogue.theme}”", "Quý III năm 2026")
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 9, 16))
    [row] = clerk.get(PLANS).context["rows"]
    assert (row.waits_for, row.distance) == (f"{dialogue.theme}, ngày 16/9/2026", "còn 190 ngày")


def test_a_title_begins_with_a_capital_in_lists_and_headings(clerk: Client, an: Actor, plan: Plan) -> None:
    drafting.edit_plan(actor=an, plan=plan, changes={"title": "đối thoại với Nhân dân năm 2026"})
    assert "Đối thoại với Nhân dân năm 2026" in words_of(clerk.get(PLANS))
    heading = clerk.get(f"{PLANS}{plan.public_id}/").content.decode().partition("<h1")[2].partition("</h1>")[0]
    assert "Đối thoại với Nhân dân năm 2026" in heading


def test_other_years_are_a_press_away(clerk: Client, an: Actor, plan: Plan) -> None:
    drafting.clone_plan(actor=an, plan=plan, year=2027)
    page = clerk.get(f"{PLANS}?year=2027")
    assert [(link.text, link.current) for link in page.context["years"]] == [("2027", True), ("2026", False)]
    assert [row.plan.year for row in page.context["rows"]] == [2027]
    assert clerk.get(f"{PLANS}?year=x").context["year"] == 2026


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_list_costs_the_same_for_any_number_of_plans(
    count: int, clerk: Client, plan: Plan, reading: PlanReading, django_assert_num_queries: Callable[[int], Any]
) -> None:
    copies = (
        Plan(locality=plan.locality, body=plan.body, year=2026, title=f"Kế hoạch {number}", state="draft")
        for number in range(1, count)
    )
    Plan.objects.bulk_create(copies)
    clerk.get(PLANS)  # notes the activity in the session
    with django_assert_num_queries(10):
        assert len(clerk.get(PLANS).context["rows"]) == count


def test_each_sees_the_own_plans(
    plan: Plan, officer: Client, party_clerk: Actor, giang: Actor, client_of: Callable[[Actor], Client]
) -> None:
    assert officer.get(PLANS).context["rows"] == []
    assert officer.get(PLANS).context["may_draft"] is False
    assert client_of(party_clerk).get(PLANS).context["rows"] == []
    assert client_of(giang).get(PLANS).status_code == 404
    assert Client().get(PLANS)["Location"] == f"/account/sign-in/?next={PLANS.replace('/', '%2F')}"
