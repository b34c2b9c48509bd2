"""The page of one plan, and leading it from draft to force and beyond."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.services import drafting, signing
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.models import Instruction
from tests.interfaces.console.plans.papers import ISSUED_ON, PLANS

pytestmark = pytest.mark.usefixtures("frozen_today")
WORD = {"decided_by": "Trần Văn Bình", "decided_at": "10/3/2026", "decided_time": "7h05", "way": "phone"}


def address(plan: Plan, rest: str = "") -> str:
    return f"{PLANS}{plan.public_id}/{rest}"


def move(code: str) -> str:
    return f"moves/{code}/"


def stored(plan: Plan) -> Plan:
    return Plan.objects.of(plan.locality).get(pk=plan.pk)


def next_moves(client: Client, plan: Plan) -> list[tuple[str, bool]]:
    return [(one.code, one.allowed) for one in client.get(address(plan)).context["step"].moves]


def test_each_sees_what_is_next_for_whom(clerk: Client, head: Client, an: Actor, plan: Plan) -> None:
    assert next_moves(clerk, plan) == [("plan.submit", True)]
    assert next_moves(head, plan) == []
    signing.submit_plan(actor=an, plan=plan)
    assert next_moves(head, plan) == [("plan.sign", True), ("plan.return", True)]
    labels = [one.label for one in clerk.get(address(plan)).context["step"].moves]
    assert labels == ["Ghi nhận đã ký", "Ghi nhận trả lại"]


def test_submit_by_one_press_and_twice_is_once(clerk: Client, plan: Plan) -> None:
    for _press in range(2):
        answer = clerk.post(address(plan, move("plan.submit")), {"version": plan.version})
        assert (answer.status_code, answer["Location"]) == (302, address(plan))
    assert (stored(plan).state, stored(plan).version) == ("submitted", plan.version + 1)


def test_submit_from_an_old_page_is_a_conflict(clerk: Client, an: Actor, plan: Plan) -> None:
    drafting.edit_plan(actor=an, plan=stored(plan), changes={"title": "Tên khác"})
    assert clerk.post(address(plan, move("plan.submit")), {"version": plan.version}).status_code == 409
    assert stored(plan).state == "draft"


def test_the_head_signs_by_his_own_press(head: Client, an: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    head.post(address(plan, move("plan.sign")), {"version": plan.version})
    assert stored(plan).state == "signed"


def test_the_clerk_records_that_the_head_signed(clerk: Client, an: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    clerk.post(address(plan, move("plan.sign")), {"version": plan.version, **WORD, "paper_due": "on"})
    word = Instruction.objects.of(plan.locality).get()
    assert (word.decided_by, word.way, word.paper_due) == ("Trần Văn Bình", "phone", True)
    assert word.decided_at.isoformat() == "2026-03-10T00:05:00+00:00"
    assert stored(plan).state == "signed"


def test_a_word_in_the_future_signs_nothing(clerk: Client, an: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    form = {"version": plan.version, **WORD, "decided_at": "11/3/2026"}
    answer = clerk.post(address(plan, move("plan.sign")), form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["decided_at"])
    assert (stored(plan).state, Instruction.objects.of(plan.locality).count()) == ("submitted", 0)


def test_returned_with_a_reason_the_clerk_reads_it_first(clerk: Client, head: Client, an: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    bare = head.post(address(plan, move("plan.return")), {"version": plan.version, "reason": " "})
    assert bare.status_code == 422
    head.post(address(plan, move("plan.return")), {"version": plan.version, "reason": "Thêm thôn Bãi Dâu"})
    assert clerk.get(address(plan)).context["step"].text == "Thêm thôn Bãi Dâu"


def test_issuing_shows_itself_once_more_before_it_is_done(clerk: Client, an: Actor, binh: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    signing.sign_plan(actor=binh, plan=plan)
    assert "01/KH-UBND" in clerk.get(address(plan, move("plan.issue"))).context["hint"]
    form = {"version": plan.version, "number": "05/KH-UBND", "issued_on": "5/2/2026"}
    check = clerk.post(address(plan, move("plan.issue")), form)
    assert [row.value for row in check.context["check_rows"]] == [plan.title, "05/KH-UBND", "5/2/2026"]
    assert check.context["warning"] == ""
    assert stored(plan).state == "signed"
    clerk.post(address(plan, move("plan.issue")), {**form, "confirmed": "1"})
    assert (stored(plan).state, stored(plan).number, stored(plan).issued_on) == ("issued", "05/KH-UBND", ISSUED_ON)


def test_a_number_used_before_is_warned_of_and_taken(clerk: Client, an: Actor, issued: Plan) -> None:
    other = drafting.clone_plan(actor=an, plan=issued, year=2026)
    form = {"version": other.version, "number": issued.number, "issued_on": "6/2/2026"}
    assert clerk.post(address(other, move("plan.record_issued")), form).context["warning"] != ""
    clerk.post(address(other, move("plan.record_issued")), {**form, "confirmed": "1"})
    assert (stored(other).state, stored(other).number) == ("issued", issued.number)


def test_a_number_that_is_missing_is_asked_for(clerk: Client, plan: Plan) -> None:
    form = {"version": plan.version, "number": "", "issued_on": "31/2/2026"}
    answer = clerk.post(address(plan, move("plan.record_issued")), form)
    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["issued_on", "number"])
    assert answer.context["form"]["issued_on"].value() == "31/2/2026"


def test_amend_share_and_close(clerk: Client, issued: Plan) -> None:
    clerk.post(address(issued, move("plan.share")), {"version": issued.version})
    assert stored(issued).shared is True
    check = clerk.get(address(issued, move("plan.close")))
    assert [row.value for row in check.context["check_rows"]] == [issued.title]
    clerk.post(address(issued, move("plan.amend")), {"version": issued.version + 1, "reason": "Dời ngày"})
    assert (stored(issued).state, stored(issued).amend_reason) == ("amending", "Dời ngày")


def test_closing_asks_once_more(clerk: Client, issued: Plan) -> None:
    asked = clerk.post(address(issued, move("plan.close")), {"version": issued.version})
    assert (asked.status_code, stored(issued).state) == (200, "issued")
    clerk.post(address(issued, move("plan.close")), {"version": issued.version, "confirmed": "1"})
    assert stored(issued).state == "closed"


def test_editions_show_what_changed(clerk: Client, an: Actor, issued: Plan) -> None:
    signing.amend_plan(actor=an, plan=issued, reason="Dời ngày")
    drafting.edit_plan(actor=an, plan=issued, changes={"title": "Tên mới"})
    page = clerk.get(address(issued, "editions/"))
    assert [(one.label, one.theirs, one.mine) for one in page.context["working"]] == [
        ("Trích yếu", "Đối thoại giữa Chủ tịch UBND xã với Nhân dân năm 2026", "Tên mới")
    ]
    assert [one.edition.number for one in page.context["editions"]] == ["05/KH-UBND"]


def test_a_plan_never_issued_has_no_editions(clerk: Client, plan: Plan) -> None:
    assert clerk.get(address(plan, "editions/")).context["editions"] == []


def test_history_tells_the_latest_first(clerk: Client, issued: Plan) -> None:
    entries = clerk.get(address(issued, "history/")).context["entries"]
    assert [(one.title, one.by) for one in entries[:3]] == [
        ("Ban hành kế hoạch", "Nguyễn Thị An"),
        ("Ký kế hoạch", "Trần Văn Bình"),
        ("Trình ký kế hoạch", "Nguyễn Thị An"),
    ]


def test_dialogues_are_made_once(clerk: Client, issued: Plan) -> None:
    assert clerk.get(address(issued)).context["may_adopt"] is True
    clerk.post(address(issued, "dialogues/"))
    clerk.post(address(issued, "dialogues/"))
    [dialogue] = Dialogue.objects.of(issued.locality)
    page = clerk.get(address(issued))
    assert [one.dialogue for one in page.context["items"]] == [dialogue]
    assert page.context["may_adopt"] is False


def test_next_year_begins_with_this_one(clerk: Client, issued: Plan) -> None:
    key = clerk.get(address(issued)).context["form_key"]
    first = clerk.post(address(issued, "clone/"), {"form_key": key})["Location"]
    assert clerk.post(address(issued, "clone/"), {"form_key": key})["Location"] == first
    copy = Plan.objects.of(issued.locality).get(year=2027)
    assert first == address(copy)
    assert (copy.cloned_from, copy.state, copy.items.count()) == (issued, "draft", 1)


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_page_costs_the_same_for_any_number_of_parts(
    count: int, clerk: Client, plan: Plan, an: Actor, django_assert_num_queries: Callable[[int], Any]
) -> None:
    item, duty = plan.items.get(), plan.duties.first()
    for row in (item, duty):
        copies = []
        for number in range(1, count):
            fields = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
            del fields["id"], fields["public_id"]
            copies.append(type(row)(**{**fields, "position": number + 10}))
        type(row).objects.bulk_create(copies)
    clerk.get(address(plan))  # notes the activity in the session
    with django_assert_num_queries(10):
        assert len(clerk.get(address(plan)).context["items"]) == count


@pytest.mark.parametrize(
    ("page", "queries"), [("editions/", 10), ("requests/", 11), ("history/", 9), ("moves/plan.amend/", 7)]
)
def test_the_other_pages_stay_within_their_budget(
    page: str, queries: int, clerk: Client, issued: Plan, django_assert_num_queries: Callable[[int], Any]
) -> None:
    clerk.get(address(issued, page))  # notes the activity in the session
    with django_assert_num_queries(queries):
        clerk.get(address(issued, page))


def test_who_sees_and_moves_what(
    plan: Plan, officer: Client, party_clerk: Actor, giang: Actor, client_of: Callable[[Actor], Client]
) -> None:
    assert officer.get(address(plan)).status_code == 404
    assert client_of(party_clerk).get(address(plan)).status_code == 404
    assert client_of(giang).get(address(plan)).status_code == 404
    assert client_of(giang).get(address(plan).replace("suoi-lanh", "go-nang")).status_code == 404
    assert Client().get(address(plan)).status_code == 302


def test_an_officer_reads_an_issued_plan_and_changes_nothing(officer: Client, issued: Plan) -> None:
    page = officer.get(address(issued))
    assert (page.context["step"].moves, page.context["other_moves"], page.context["may_edit"]) == ([], [], False)
    for code in ("plan.amend", "plan.share", "plan.close"):
        assert officer.post(address(issued, move(code)), {"version": issued.version}).status_code == 403
    assert officer.get(address(issued, "edit/head/")).status_code == 403
    assert officer.post(address(issued, "dialogues/")).status_code == 403
    assert stored(issued).version == issued.version


def test_the_clerk_cannot_press_sign_without_saying_who(clerk: Client, an: Actor, plan: Plan) -> None:
    signing.submit_plan(actor=an, plan=plan)
    answer = clerk.post(address(plan, move("plan.sign")), {"version": plan.version})
    assert (answer.status_code, stored(plan).state) == (422, "submitted")


def test_the_paper_is_shown_and_sent(clerk: Client, officer: Client, plan: Plan) -> None:
    paper = f"/console/suoi-lanh/papers/plan/{plan.public_id}"
    shown = clerk.get(f"{paper}/")
    assert (shown["X-Frame-Options"], "Đường liên thôn" in shown.content.decode()) == ("SAMEORIGIN", True)
    assert "<style" not in shown.content.decode()
    beginnings = {"docx": b"PK", "pdf": b"%PDF"}
    for ending, beginning in beginnings.items():
        assert clerk.get(f"{paper}.{ending}").content.startswith(beginning)
    assert "KẾ HOẠCH" in clerk.get(f"{paper}.txt").content.decode()
    assert clerk.get(f"{paper}.exe").status_code == 404
    assert clerk.get(paper.replace("/plan/", "/nothing/") + "/").status_code == 404
    assert officer.get(f"{paper}.txt").status_code == 404


def test_the_day_is_the_one_typed(clerk: Client, plan: Plan) -> None:
    form = {"version": plan.version, "number": "5/KH-UBND", "issued_on": "05-02-2026", "confirmed": "1"}
    clerk.post(address(plan, move("plan.record_issued")), form)
    assert stored(plan).issued_on == date(2026, 2, 5)
