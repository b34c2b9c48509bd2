"""The people's pages: what is shown, and what is not."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from django.core.cache import cache
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning, scheduling
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.intake import ItemDraft
from nghedan.domain.plans.services import drafting, signing
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from tests.domain.plans.samples import DRAFT

HOME = "/suoi-lanh/"
HELD_ON = date(2026, 9, 16)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    cache.clear()


@pytest.fixture
def dialogue(an: Actor, committee: Body, frozen_today: date) -> Dialogue:
    items = (*DRAFT.items, ItemDraft(quarter=4, topics=("Họp kín của cấp ủy",), openness=Openness.INTERNAL))
    plan = drafting.draft_plan(actor=an, body=committee, draft=replace(DRAFT, items=items))
    signing.record_issued(actor=an, plan=plan, number="05/KH-UBND", issued_on=date(2026, 2, 12))
    made, _internal = planning.adopt_plan(actor=an, plan=plan)
    return made


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_home_shows_what_is_open_and_nothing_internal(client: Client, dialogue: Dialogue) -> None:
    page = text(client, HOME)
    assert "Đường liên thôn" in page
    assert "Họp kín" not in page
    assert "Quý III/2026" in page


def test_draft_plan_is_not_public(client: Client, an: Actor, committee: Body, frozen_today: date) -> None:
    plan = drafting.draft_plan(actor=an, body=committee, draft=DRAFT)
    (made,) = planning.adopt_plan(actor=an, plan=plan)
    assert "Đường liên thôn" not in text(client, HOME)
    assert client.get(f"{HOME}doi-thoai/{made.public_id}/").status_code == 404


def test_page_is_kept_until_something_is_done(
    client: Client, an: Actor, dialogue: Dialogue, django_assert_num_queries: object
) -> None:
    text(client, HOME)
    with django_assert_num_queries(2):  # type: ignore[operator]
        text(client, HOME)
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=HELD_ON, starts_at=time(7, 30))
    assert "16/9/2026" in text(client, HOME)


@pytest.mark.parametrize("more", [0, 2])
def test_first_look_costs_the_same_whatever_there_is(
    client: Client, an: Actor, dialogue: Dialogue, more: int, django_assert_num_queries: object
) -> None:
    plan = dialogue.items.get().plan
    signing.amend_plan(actor=an, plan=plan, reason="Thêm")
    for number in range(more):
        drafting.add_item(actor=an, plan=plan, item=ItemDraft(quarter=4, topics=(f"Việc {number}",)))
    planning.adopt_plan(actor=an, plan=plan)
    with django_assert_num_queries(9):  # type: ignore[operator]
        text(client, HOME)


def test_dialogue_page_and_calendar_entry(client: Client, an: Actor, dialogue: Dialogue) -> None:
    address = f"{HOME}doi-thoai/{dialogue.public_id}/"
    assert client.get(f"{address}lich.ics").status_code == 404
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=HELD_ON, starts_at=time(7, 30))
    assert "theo Kế hoạch số 05/KH-UBND" in " ".join(text(client, address).split())
    entry = text(client, f"{address}lich.ics").splitlines()
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20260916T073000" in entry


def test_a_dialogue_that_is_over_calls_nobody_and_is_not_late(client: Client, an: Actor, dialogue: Dialogue) -> None:
    address = f"{HOME}doi-thoai/{dialogue.public_id}/"
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=HELD_ON, starts_at=time(7, 30))
    calls = ("lich.ics", "Cách tham gia", "quá 1 ngày")
    page = text(client, address)
    assert [part in page for part in calls] == [True, True, False]
    cache.clear()
    with clock.frozen(datetime(2026, 9, 17, 9, tzinfo=clock.LOCAL_ZONE)):
        page = text(client, address)
    assert [part in page for part in (*calls, "16/9/2026")] == [False, False, False, True]


def test_internal_dialogue_has_no_page(client: Client, dialogue: Dialogue) -> None:
    internal = Dialogue.objects.of(dialogue.locality).get(openness=Openness.INTERNAL)
    assert client.get(f"{HOME}doi-thoai/{internal.public_id}/").status_code == 404


def test_dialogue_of_another_locality_is_not_found(client: Client, dialogue: Dialogue, giang: Actor) -> None:
    assert client.get(f"/go-nang/doi-thoai/{dialogue.public_id}/").status_code == 404


def test_unknown_locality_and_senseless_year_are_not_found(client: Client, dialogue: Dialogue) -> None:
    assert client.get("/khong-co/").status_code == 404
    assert client.get(f"{HOME}chuong-trinh/9999/").status_code == 404


def test_period_that_is_over_is_not_announced_as_next(client: Client, an: Actor, committee: Body) -> None:
    with clock.frozen(datetime(2026, 3, 1, tzinfo=clock.LOCAL_ZONE)):
        plan = drafting.draft_plan(actor=an, body=committee, draft=DRAFT)
        signing.record_issued(actor=an, plan=plan, number="05/KH-UBND", issued_on=date(2026, 2, 12))
        planning.adopt_plan(actor=an, plan=plan)
        assert "Cuộc đối thoại sắp tới" in text(client, HOME)
    with clock.frozen(datetime(2026, 10, 1, tzinfo=clock.LOCAL_ZONE)):
        assert "Chưa có cuộc đối thoại nào sắp tới" in text(client, HOME)
