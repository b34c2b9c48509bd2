"""Units' requests to adjust a plan."""

import pytest
from django.test import Client

from nghedan.domain.organisations.models import Unit
from nghedan.domain.plans.models import AdjustmentRequest, Plan
from nghedan.domain.plans.services import signing
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.models import Instruction
from tests.interfaces.console.plans.papers import PLANS

pytestmark = pytest.mark.usefixtures("frozen_today")


@pytest.fixture
def asked(economist: Actor, economy: Unit, issued: Plan) -> AdjustmentRequest:
    return signing.request_adjustment(actor=economist, plan=issued, unit=economy, text="Xin dời sang tháng 9")


def address(plan: Plan, rest: str = "") -> str:
    return f"{PLANS}{plan.public_id}/requests/{rest}"


def stored(asked: AdjustmentRequest) -> AdjustmentRequest:
    return AdjustmentRequest.objects.of(asked.locality).get(pk=asked.pk)


def test_a_unit_asks_once_in_its_own_name(officer: Client, issued: Plan, economy: Unit, office: Unit) -> None:
    page = officer.get(address(issued))
    assert list(page.context["form"].fields["unit"].queryset) == [economy]
    form = {"form_key": page.context["form_key"], "unit": economy.pk, "text": "Xin dời sang tháng 9"}
    for _press in range(2):
        assert officer.post(address(issued), form).status_code == 302
    [asked] = issued.adjustment_requests.all()
    assert (asked.unit, asked.text, asked.state) == (economy, "Xin dời sang tháng 9", "open")
    assert officer.post(address(issued), {**form, "unit": office.pk}).status_code == 422


def test_the_head_answers(head: Client, asked: AdjustmentRequest, issued: Plan) -> None:
    bare = head.post(address(issued, f"{asked.public_id}/"), {"version": 1, "verdict": "decline", "answer": ""})
    assert (bare.status_code, list(bare.context["form"].errors)) == (422, ["answer"])
    head.post(address(issued, f"{asked.public_id}/"), {"version": 1, "verdict": "accept", "answer": "Đồng ý"})
    assert (stored(asked).state, stored(asked).answer) == ("accepted", "Đồng ý")


def test_the_clerk_records_the_answer(clerk: Client, asked: AdjustmentRequest, issued: Plan) -> None:
    form = {
        "version": 1, "verdict": "decline", "answer": "Đã báo dân ngày cũ", "decided_by": "Trần Văn Bình",
        "decided_at": "9/3/2026", "way": "note",
    }  # fmt: skip
    clerk.post(address(issued, f"{asked.public_id}/"), form)
    assert (stored(asked).state, Instruction.objects.of(issued.locality).count()) == ("declined", 1)


def test_an_officer_answers_nothing(officer: Client, asked: AdjustmentRequest, issued: Plan) -> None:
    form = {"version": 1, "verdict": "accept"}
    assert officer.post(address(issued, f"{asked.public_id}/"), form).status_code == 403
    assert stored(asked).state == "open"


def test_the_page_of_the_plan_counts_what_waits(clerk: Client, asked: AdjustmentRequest, issued: Plan) -> None:
    pages = clerk.get(f"{PLANS}{issued.public_id}/").context["pages"]
    assert [(link.text, link.count) for link in pages if link.count] == [("Đề nghị điều chỉnh", 1)]
