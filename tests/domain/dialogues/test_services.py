"""Deeds on dialogues: adopting a plan, choosing the day, agreeing, unscheduled occasions."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.models import Dialogue, Task
from nghedan.domain.dialogues.queries import standing_of, voter_requests_visible_to
from nghedan.domain.dialogues.services import occasions, planning, preparing, scheduling
from nghedan.domain.dialogues.services.limits import preview_day
from nghedan.domain.dialogues.terms import Chair, DialogueState, Medium, Step
from nghedan.domain.organisations.models import Body, Hamlet, Unit
from nghedan.domain.plans.content import CommitteeMember
from nghedan.domain.plans.intake import DutyDraft, ItemDraft
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.services import drafting, signing
from nghedan.domain.plans.terms import ItemKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.foundation.deadlines.services import fix_deadline, meet_deadline
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.outbox.worker import run_once
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.domain.plans.samples import DRAFT

FRIDAY = date(2026, 9, 25)
WEDNESDAY = date(2026, 9, 16)
TODAY = date(2026, 6, 1)


@pytest.fixture
def plan(an: Actor, committee: Body, office: Unit, economy: Unit) -> Plan:
    plan = drafting.draft_plan(actor=an, body=committee, draft=DRAFT)
    return signing.record_issued(actor=an, plan=plan, number="05/KH-UBND", issued_on=date(2026, 5, 12))


@pytest.fixture
def dialogue(an: Actor, plan: Plan) -> Dialogue:
    (made,) = planning.adopt_plan(actor=an, plan=plan)
    return made


@pytest.fixture
def hamlets(locality: Locality) -> list[Hamlet]:
    rows = [
        Hamlet(locality=locality, kind="thon", name=name, voters=voters, state="current")
        for name, voters in (("Đá Bạc", 301), ("Lân Hạ", 204))
    ]
    for row in rows:
        row.save()
    return rows


def due(dialogue: Dialogue) -> dict[str, date]:
    return {row.rule_code: row.due_on for row in deadlines_of(dialogue)}


def test_adopting_makes_dialogues_and_tasks_once(an: Actor, plan: Plan, dialogue: Dialogue) -> None:
    assert (dialogue.theme, dialogue.quarter, dialogue.state) == ("Đường liên thôn", 3, DialogueState.PLANNED)
    assert [task.title for task in dialogue.tasks.order_by("pk")] == [
        "Tổng hợp ý kiến.", "Ra giấy mời.", "Chuẩn bị nội dung trả lời.",
    ]  # fmt: skip
    assert [(p.part, p.post_title) for p in dialogue.presiding.order_by("pk")] == [
        (Chair.CHAIR, "Chủ tịch Ủy ban nhân dân xã"),
        (Chair.CO_CHAIR, "Đại diện Thường trực Hội đồng nhân dân"),
    ]
    assert planning.adopt_plan(actor=an, plan=plan) == []
    assert verify_all() == []


def test_amended_plan_adds_only_what_is_new(an: Actor, plan: Plan, dialogue: Dialogue) -> None:
    signing.amend_plan(actor=an, plan=plan, reason="Thêm một cuộc")
    drafting.add_item(actor=an, plan=plan, item=ItemDraft(quarter=4, topics=("Nước sạch",)))
    (second,) = planning.adopt_plan(actor=an, plan=plan)
    assert (second.theme, second.quarter) == ("Nước sạch", 4)


def test_two_plans_share_one_dialogue(an: Actor, plan: Plan, party: Body, dialogue: Dialogue) -> None:
    other = drafting.draft_plan(actor=an, body=party, draft=replace(DRAFT, title="Đối thoại của Bí thư"))
    planning.join_plan(actor=an, dialogue=dialogue, item=other.items.get())
    assert {item.plan for item in dialogue.items.all()} == {plan, other}
    assert ("co_chair", "Bí thư Đảng ủy") in [(p.part, p.post_title) for p in dialogue.presiding.all()]
    assert planning.adopt_plan(actor=an, plan=other) == []


def test_day_brings_every_limit_with_its_rank(an: Actor, dialogue: Dialogue) -> None:
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=WEDNESDAY, starts_at=time(8))
    plan = dialogue.items.get().plan
    assert due(dialogue) == {
        deadlines.COLLECT: date(2026, 8, 27),
        deadlines.CUT_OFF: date(2026, 9, 4),
        deadlines.TO_UNITS: date(2026, 9, 5),
        deadlines.NOTICE: date(2026, 9, 9),
        deadlines.DRAFTS: date(2026, 9, 9),
        f"plan.{plan.public_id}.1": date(2026, 9, 9),
        deadlines.CONCLUSION: date(2026, 9, 25),
        deadlines.RESULT: date(2026, 9, 28),
        deadlines.REPORT: date(2026, 9, 28),
    }


def test_friday_is_a_trap_and_says_so(dialogue: Dialogue) -> None:
    preview = preview_day(dialogue, FRIDAY, TODAY)
    assert {warning.code for warning in preview.warnings} == {"limits_collide", "limits_same_day"}
    assert preview.outside_period is False
    assert preview_day(dialogue, date(2026, 10, 7), TODAY).outside_period is True


def test_moving_the_day_moves_limits_and_tasks_but_not_what_was_fixed(an: Actor, dialogue: Dialogue) -> None:
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=WEDNESDAY)
    notice = next(row for row in deadlines_of(dialogue) if row.rule_code == deadlines.NOTICE)
    fix_deadline(actor=an, deadline=notice, due_on=date(2026, 9, 7), reason="Loa hỏng thứ Tư")
    by_hand = dialogue.tasks.get(title="Ra giấy mời.")
    preparing.edit_task(actor=an, task=by_hand, changes={"due_on": date(2026, 9, 1)})
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 9, 17))
    moved = due(dialogue)
    assert (moved[deadlines.NOTICE], moved[deadlines.CUT_OFF]) == (date(2026, 9, 7), date(2026, 9, 5))
    notice.refresh_from_db()
    assert notice.differs_from_count is True
    assert dialogue.tasks.get(title="Ra giấy mời.").due_on == date(2026, 9, 1)
    assert dialogue.tasks.get(title="Tổng hợp ý kiến.").due_on == date(2026, 9, 5)


def test_task_follows_a_limit_fixed_by_hand(an: Actor, dialogue: Dialogue) -> None:
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=WEDNESDAY)
    cut_off = next(row for row in deadlines_of(dialogue) if row.rule_code == deadlines.CUT_OFF)
    fix_deadline(actor=an, deadline=cut_off, due_on=date(2026, 9, 3), reason="Nghỉ lễ")
    run_once()
    assert dialogue.tasks.get(title="Tổng hợp ý kiến.").due_on == date(2026, 9, 3)


def test_agreement_is_the_heads_and_lapses_with_the_contents(an: Actor, binh: Actor, dialogue: Dialogue) -> None:
    with pytest.raises(NotAllowed):
        scheduling.agree_dialogue(actor=an, dialogue=dialogue, on=TODAY)
    scheduling.agree_dialogue(actor=binh, dialogue=dialogue, on=TODAY)
    planning.edit_dialogue(actor=an, dialogue=dialogue, changes={"venue": "Sân đình"})
    assert dialogue.agreed_on == TODAY
    planning.edit_dialogue(actor=an, dialogue=dialogue, changes={"topics": ["Việc khác"]})
    assert dialogue.agreed_on is None


def test_nothing_to_agree_is_refused(an: Actor, binh: Actor, committee: Body) -> None:
    empty = planning.plan_dialogue(actor=an, body=committee, draft=planning.DialogueDraft(theme="Đột xuất", year=2026))
    with pytest.raises(Refused):
        scheduling.agree_dialogue(actor=binh, dialogue=empty, on=TODAY)


def test_postponing_opens_the_day_and_drops_the_limits(an: Actor, binh: Actor, dialogue: Dialogue) -> None:
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=WEDNESDAY)
    scheduling.postpone_dialogue(actor=binh, dialogue=dialogue, reason="Bão số 9")
    assert (dialogue.held_on, dialogue.state, due(dialogue)) == (None, DialogueState.POSTPONED, {})
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 9, 23))
    assert dialogue.state == DialogueState.PLANNED
    assert due(dialogue)[deadlines.NOTICE] == date(2026, 9, 16)


def test_postponing_needs_a_reason(binh: Actor, dialogue: Dialogue) -> None:
    with pytest.raises(Invalid):
        scheduling.postpone_dialogue(actor=binh, dialogue=dialogue, reason="  ")


def test_proposal_of_a_unit_becomes_an_unscheduled_dialogue(
    economist: Actor, binh: Actor, committee: Body, economy: Unit
) -> None:
    proposal = occasions.make_proposal(
        actor=economist, body=committee, unit=economy, subject="Bồi thường tuyến kênh", text="Dân hai thôn bức xúc"
    )
    made = occasions.accept_proposal(actor=binh, proposal=proposal)
    assert (made.kind, made.theme, proposal.dialogue) == (ItemKind.UNSCHEDULED, "Bồi thường tuyến kênh", made)
    assert made.medium == Medium.IN_PERSON


def test_proposal_is_declined_with_a_reason(economist: Actor, binh: Actor, committee: Body, economy: Unit) -> None:
    proposal = occasions.make_proposal(actor=economist, body=committee, unit=economy, subject="Chợ", text="")
    with pytest.raises(Invalid):
        occasions.decline_proposal(actor=binh, proposal=proposal, answer="")
    occasions.decline_proposal(actor=binh, proposal=proposal, answer="Đã có lịch tiếp dân ngày 20")
    assert proposal.state == "declined"


def test_threshold_stamps_and_unstamps(an: Actor, committee: Body, hamlets: list[Hamlet]) -> None:
    request = occasions.receive_voter_request(actor=an, body=committee, subject="Mỏ đá", received_on=TODAY)
    assert (request.voters_total, request.threshold_percent) == (505, Decimal(10))
    occasions.count_hamlet(actor=an, request=request, hamlet=hamlets[0], supporters=50)
    with pytest.raises(Refused) as refused:
        occasions.accept_voter_request(actor=an, request=request)
    assert str(refused.value) == "Mới có 50 trên 51 cử tri cần thiết ký tên; còn thiếu 1, xin ghi thêm khi có chữ ký."
    occasions.count_hamlet(actor=an, request=request, hamlet=hamlets[1], supporters=1)
    (seen,) = voter_requests_visible_to(an)
    assert standing_of(seen).is_reached is True
    occasions.count_hamlet(actor=an, request=request, hamlet=hamlets[1], supporters=0)
    (seen,) = voter_requests_visible_to(an)
    assert standing_of(seen).is_reached is False
    occasions.count_hamlet(actor=an, request=request, hamlet=hamlets[1], supporters=4)
    made = occasions.accept_voter_request(actor=an, request=request)
    assert (made.kind, made.occasion) == ("unscheduled", "voters")


def test_no_more_signatures_than_voters(an: Actor, committee: Body, hamlets: list[Hamlet]) -> None:
    request = occasions.receive_voter_request(actor=an, body=committee, subject="Mỏ đá", received_on=TODAY)
    with pytest.raises(Invalid) as refused:
        occasions.count_hamlet(actor=an, request=request, hamlet=hamlets[1], supporters=205)
    assert refused.value.field == "supporters"


def test_task_is_finished_by_its_unit(economist: Actor, dialogue: Dialogue) -> None:
    task = Task.objects.of(dialogue.locality).get(title="Chuẩn bị nội dung trả lời.")
    preparing.finish_task(actor=economist, task=task, on=TODAY, note="Đã gửi")
    assert (task.state, task.done_on) == ("done", TODAY)
    other = Task.objects.of(dialogue.locality).get(title="Ra giấy mời.")
    with pytest.raises(NotAllowed):
        preparing.finish_task(actor=economist, task=other, on=TODAY)


def test_added_task_keeps_its_own_day(an: Actor, dialogue: Dialogue, office: Unit) -> None:
    task = preparing.add_task(
        actor=an, dialogue=dialogue, title="Mượn loa", unit=office, due_on=date(2026, 9, 10), step=Step.CONFERENCE
    )
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=WEDNESDAY)
    task.refresh_from_db()
    assert (task.due_on, task.due_by_hand) == (date(2026, 9, 10), True)


def test_duty_that_names_one_audience_goes_to_that_dialogue_only(an: Actor, committee: Body) -> None:
    items = (
        ItemDraft(quarter=1, topics=("Thi đua",), audience=("Hội viên Hội Cựu chiến binh xã",)),
        ItemDraft(quarter=2, topics=("Đất đai",), audience=("Công dân thôn Đá Bạc",)),
    )
    duties = (
        DutyDraft("Hội Cựu chiến binh xã", ("Mời hội viên Hội Cựu chiến binh.",)),
        DutyDraft("Văn phòng", ("Chuẩn bị hội trường.",)),
    )
    plan = drafting.draft_plan(actor=an, body=committee, draft=replace(DRAFT, items=items, duties=duties))
    first, second = planning.adopt_plan(actor=an, plan=plan)
    assert [t.unit_text for t in first.tasks.order_by("pk")] == ["Hội Cựu chiến binh xã", "Văn phòng"]
    assert [t.unit_text for t in second.tasks.order_by("pk")] == ["Văn phòng"]


def test_what_was_done_for_another_day_is_to_be_done_again(an: Actor, binh: Actor, dialogue: Dialogue) -> None:
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=date(2026, 1, 21))
    notice = next(row for row in deadlines_of(dialogue) if row.rule_code == deadlines.NOTICE)
    meet_deadline(actor=an, deadline=notice, on=date(2026, 1, 12), note="Đã phát loa")
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=WEDNESDAY)
    notice.refresh_from_db()
    assert (notice.met_on, notice.due_on) == (None, date(2026, 9, 9))


def test_two_items_of_one_plan_count_its_limits_once(an: Actor, plan: Plan, dialogue: Dialogue) -> None:
    signing.amend_plan(actor=an, plan=plan, reason="Thêm một cuộc")
    item = drafting.add_item(actor=an, plan=plan, item=ItemDraft(quarter=4, topics=("Nước sạch",)))
    planning.join_plan(actor=an, dialogue=dialogue, item=item)
    scheduling.schedule_dialogue(actor=an, dialogue=dialogue, held_on=WEDNESDAY)
    assert [code for code in due(dialogue) if code.startswith("plan.")] == [f"plan.{plan.public_id}.1"]


def test_co_chairs_named_in_the_plan_preside(an: Actor, committee: Body) -> None:
    named = (CommitteeMember("Đồng chủ trì", "Chủ tịch UBMTTQ xã"), CommitteeMember("Thư ký", "Công chức Văn phòng"))
    draft = replace(DRAFT, content=replace(DRAFT.content, committee=named))
    (made,) = planning.adopt_plan(actor=an, plan=drafting.draft_plan(actor=an, body=committee, draft=draft))
    assert [(p.part, p.post_title) for p in made.presiding.order_by("pk")] == [
        (Chair.CHAIR, "Chủ tịch Ủy ban nhân dân xã"),
        (Chair.CO_CHAIR, "Chủ tịch UBMTTQ xã"),
    ]
