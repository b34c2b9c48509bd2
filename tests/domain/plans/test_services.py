"""Deeds on plans."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.plans.intake import DutyDraft, ItemDraft
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.services import drafting, signing
from nghedan.domain.plans.services.snapshot import changes_between, snapshot_of
from nghedan.domain.plans.terms import PlanState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.keys import issue_key
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused
from tests.domain.plans.samples import DRAFT

ISSUED_ON = date(2026, 5, 12)


@pytest.fixture
def plan(an: Actor, committee: Body, office: Unit, economy: Unit) -> Plan:
    return drafting.draft_plan(actor=an, body=committee, draft=DRAFT)


def codes() -> list[str]:
    return list(JournalEntry.objects.order_by("number").values_list("code", flat=True))


def issued(an: Actor, binh: Actor, plan: Plan) -> Plan:
    signing.submit_plan(actor=an, plan=plan)
    signing.sign_plan(actor=binh, plan=plan)
    return signing.issue_plan(actor=an, plan=plan, number="05/KH-UBND", issued_on=ISSUED_ON)


def test_draft_plan_stores_the_whole_draft(plan: Plan, office: Unit) -> None:
    assert drafting.draft_from(plan) == replace(DRAFT, body_kind="people_committee")
    assert [duty.unit for duty in plan.duties.order_by("position")][:2] == [office, office]
    assert codes() == ["plan.draft", "plan_item.add", "duty.add", "duty.add", "duty.add"]
    assert verify_all() == []


@pytest.mark.parametrize(
    ("field", "draft"), [("year", replace(DRAFT, year=None)), ("title", replace(DRAFT, title=" "))]
)
def test_draft_plan_names_the_field_that_is_missing(an: Actor, committee: Body, field: str, draft: object) -> None:
    with pytest.raises(Invalid) as refused:
        drafting.draft_plan(actor=an, body=committee, draft=draft)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert Plan.objects.of(committee.locality).count() == 0


def test_draft_plan_sent_twice_makes_one_plan(an: Actor, committee: Body) -> None:
    key = issue_key(an, "plan")
    first = drafting.draft_plan(actor=an, body=committee, draft=DRAFT, key=key)
    second = drafting.draft_plan(actor=an, body=committee, draft=DRAFT, key=key)
    assert first == second
    assert second.items.count() == 1
    with pytest.raises(Conflict):
        drafting.draft_plan(actor=an, body=committee, draft=replace(DRAFT, title="Khác"), key=key)


def test_officer_may_not_draft(economist: Actor, committee: Body) -> None:
    with pytest.raises(NotAllowed):
        drafting.draft_plan(actor=economist, body=committee, draft=DRAFT)


def test_clerk_of_the_other_body_may_not_draft(party_clerk: Actor, committee: Body) -> None:
    with pytest.raises(NotAllowed):
        drafting.draft_plan(actor=party_clerk, body=committee, draft=DRAFT)


def test_submit_is_refused_with_what_is_missing(an: Actor, committee: Body) -> None:
    bare = replace(DRAFT, items=(), duties=())
    plan = drafting.draft_plan(actor=an, body=committee, draft=bare)
    with pytest.raises(Refused) as refused:
        signing.submit_plan(actor=an, plan=plan)
    assert str(refused.value) == (
        "Chưa trình ký được: chưa có cuộc đối thoại nào; chưa giao nhiệm vụ cho đơn vị nào; xin bổ sung."
    )


def test_from_draft_to_issue(an: Actor, binh: Actor, plan: Plan) -> None:
    issued(an, binh, plan)
    plan.refresh_from_db()
    assert (plan.state, plan.number, plan.issued_on) == (PlanState.ISSUED, "05/KH-UBND", ISSUED_ON)
    edition = plan.editions.get()
    assert edition.snapshot == snapshot_of(drafting.draft_from(plan))
    assert codes()[-4:] == ["plan.submit", "plan.sign", "plan.issue", "plan_edition.add"]


def test_sign_needs_the_head_or_his_recorded_word(an: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    with pytest.raises(NotAllowed):
        signing.sign_plan(actor=an, plan=plan)
    word = record_instruction(
        actor=an, about=plan, decided_by="Trần Văn Bình, Chủ tịch", decided_at=datetime(2026, 3, 1, tzinfo=UTC),
        way=InstructionWay.PHONE, content="Đồng ý ký", paper_due=True,
    )  # fmt: skip
    signing.sign_plan(actor=an, plan=plan, instruction=word)
    assert plan.state == PlanState.SIGNED
    assert JournalEntry.objects.get(code="plan.sign").facts()["facts"]["instruction"] == word.public_id


def test_submission_cannot_be_recorded_as_an_instruction(an: Actor, plan: Plan) -> None:
    word = record_instruction(
        actor=an, about=plan, decided_by="Trần Văn Bình", decided_at=datetime(2026, 3, 1, tzinfo=UTC),
        way=InstructionWay.NOTE, content="Ban hành",
    )  # fmt: skip
    signing.submit_plan(actor=an, plan=plan)
    signing.sign_plan(actor=an, plan=plan, instruction=word)
    with pytest.raises(Refused):
        signing.perform("plan.issue", actor=an, obj=plan, instruction=word)


def test_return_keeps_the_reason_until_submitted_again(an: Actor, binh: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    signing.return_plan(actor=binh, plan=plan, reason="Thiếu cụm thôn vùng cao")
    assert (plan.state, plan.return_reason) == (PlanState.DRAFT, "Thiếu cụm thôn vùng cao")
    signing.submit_plan(actor=an, plan=plan)
    assert plan.return_reason == ""


def test_issued_plan_is_not_edited_directly(an: Actor, binh: Actor, plan: Plan) -> None:
    issued(an, binh, plan)
    with pytest.raises(Refused):
        drafting.edit_plan(actor=an, plan=plan, changes={"title": "Khác"})
    with pytest.raises(Refused):
        drafting.add_item(actor=an, plan=plan, item=ItemDraft())


def test_amendment_keeps_the_edition_people_were_told(an: Actor, binh: Actor, plan: Plan) -> None:
    issued(an, binh, plan)
    signing.amend_plan(actor=an, plan=plan, reason="Thêm một cuộc ở vùng cao")
    drafting.add_item(actor=an, plan=plan, item=ItemDraft(quarter=4, topics=("Nước sạch",)))
    signing.submit_plan(actor=an, plan=plan)
    signing.sign_plan(actor=binh, plan=plan)
    signing.issue_plan(actor=an, plan=plan, number="19/KH-UBND", issued_on=date(2026, 8, 3))
    first, second = plan.editions.order_by("edition")
    assert (first.number, second.number) == ("05/KH-UBND", "19/KH-UBND")
    assert [change.part for change in changes_between(first.snapshot, second.snapshot)] == ["items.2"]


def test_issue_needs_number_and_date(an: Actor, binh: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    signing.sign_plan(actor=binh, plan=plan)
    with pytest.raises(Invalid) as no_number:
        signing.issue_plan(actor=an, plan=plan, number=" ", issued_on=ISSUED_ON)
    with pytest.raises(Invalid) as no_date:
        signing.issue_plan(actor=an, plan=plan, number="05/KH-UBND", issued_on=None)
    assert (no_number.value.field, no_date.value.field) == ("number", "issued_on")


def test_clone_moves_the_year_and_opens_the_days(an: Actor, plan: Plan) -> None:
    item = plan.items.get()
    drafting.edit_item(actor=an, item=item, draft=replace(drafting.item_draft(item), held_on=date(2026, 9, 16)))
    copy = drafting.clone_plan(actor=an, plan=plan, year=2027)
    assert (copy.year, copy.title) == (2027, "Đối thoại giữa Chủ tịch UBND xã với Nhân dân năm 2027")
    moved = copy.items.get()
    assert (moved.year, moved.month, moved.held_on) == (2027, 9, None)
    assert copy.duties.count() == plan.duties.count()
    assert copy.cloned_from == plan


def test_request_for_adjustment_is_answered(
    an: Actor, binh: Actor, economist: Actor, plan: Plan, economy: Unit
) -> None:
    issued(an, binh, plan)
    request = signing.request_adjustment(actor=economist, plan=plan, unit=economy, text="Lùi sang quý IV")
    with pytest.raises(Invalid):
        signing.answer_adjustment(actor=binh, request=request, accept=False, answer="")
    signing.answer_adjustment(actor=binh, request=request, accept=True, answer="")
    assert request.state == "accepted"


def test_unit_asks_only_in_its_own_name(economist: Actor, plan: Plan, office: Unit) -> None:
    with pytest.raises(NotAllowed):
        signing.request_adjustment(actor=economist, plan=plan, unit=office, text="Lùi sang quý IV")


def test_duty_of_an_unknown_unit_keeps_its_words(an: Actor, plan: Plan) -> None:
    (duty,) = drafting.add_duties(actor=an, plan=plan, duties=[DutyDraft("Hợp tác xã Mây Tre", ("Trưng bày.",))])
    assert (duty.unit, duty.unit_text, duty.position) == (None, "Hợp tác xã Mây Tre", 4)
