"""Editing a plan part by part."""

from collections.abc import Callable

import pytest
from django.test import Client

from nghedan.domain.organisations.models import Unit
from nghedan.domain.plans.content import LegalBasis, Procedure, Unscheduled
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.services import drafting
from nghedan.foundation.access.actor import Actor
from tests.domain.plans.samples import CONTENT
from tests.interfaces.console.plans.papers import PLANS

NEW_ITEM = {
    "kind": "thematic",
    "openness": "internal",
    "topics": "Chi bộ thôn\nĐảng viên trẻ",
    "month": "9",
    "year": "",
}


def address(plan: Plan, rest: str) -> str:
    return f"{PLANS}{plan.public_id}/{rest}"


def stored(plan: Plan) -> Plan:
    return Plan.objects.of(plan.locality).get(pk=plan.pk)


def test_title_and_year(clerk: Client, plan: Plan) -> None:
    clerk.post(address(plan, "edit/head/"), {"version": plan.version, "title": "Tên mới", "year": "2027"})
    assert (stored(plan).title, stored(plan).year) == ("Tên mới", 2027)


@pytest.mark.parametrize(
    "part",
    ["roles", "bases", "aims", "occasions", "procedure", "limits", "committee", "recipients", "signer", "attendance"],
)
def test_a_part_sent_back_as_it_was_shown_changes_nothing(part: str, clerk: Client, plan: Plan) -> None:
    form = clerk.get(address(plan, f"edit/{part}/")).context["form"]
    shown = {field.html_name: field.value() for field in form if field.value() not in (None, False)}
    assert clerk.post(address(plan, f"edit/{part}/"), shown).status_code == 302
    assert (stored(plan).words, stored(plan).version) == (CONTENT, plan.version + 1)


def test_a_basis_keeps_the_number_read_from_it(clerk: Client, plan: Plan) -> None:
    old = CONTENT.legal_bases[0]
    typed = f"Luật mới\n{old.text}"
    clerk.post(address(plan, "edit/bases/"), {"version": plan.version, "legal_bases": typed})
    assert stored(plan).words.legal_bases == (LegalBasis("Luật mới"), old)


def test_records_within_the_content(clerk: Client, plan: Plan) -> None:
    clerk.post(address(plan, "edit/procedure/"), {"version": 1, "before": "Một\nHai", "during": "", "after": "Ba"})
    clerk.post(address(plan, "edit/occasions/"), {"version": 2, "frequency_per_year_min": "2", "text": "Khi cần"})
    words = stored(plan).words
    assert words.procedure == Procedure(("Một", "Hai"), (), ("Ba",))
    assert (words.frequency_per_year_min, words.unscheduled) == (2, Unscheduled(text="Khi cần"))


def test_an_old_page_shows_both_texts(clerk: Client, an: Actor, plan: Plan) -> None:
    drafting.edit_plan(actor=an, plan=stored(plan), changes={"title": "Của người trước"})
    form = {"version": plan.version, "title": "Của tôi", "year": "2026"}
    late = clerk.post(address(plan, "edit/head/"), form)
    assert late.status_code == 409
    assert [(one.label, one.mine, one.theirs) for one in late.context["disagreements"]] == [
        ("Trích yếu", "Của tôi", "Của người trước")
    ]
    assert late.context["faster"].by == "Nguyễn Thị An"
    again = late.context["form"].data.dict()
    assert clerk.post(address(plan, "edit/head/"), again).status_code == 302
    assert stored(plan).title == "Của tôi"


def test_a_dialogue_is_added_once_and_edited(clerk: Client, plan: Plan) -> None:
    key = clerk.get(address(plan, "items/new/")).context["form_key"]
    form = {"version": plan.version, "form_key": key, **NEW_ITEM}
    for _press in range(2):
        assert clerk.post(address(plan, "items/new/"), form).status_code == 302
    added = plan.items.last()
    assert plan.items.count() == 2
    assert (added.kind, added.openness, added.topics, added.month, added.year) == (
        "thematic", "internal", ["Chi bộ thôn", "Đảng viên trẻ"], 9, 2026,
    )  # fmt: skip
    clerk.post(address(plan, f"items/{added.public_id}/"), {"version": 1, **NEW_ITEM, "held_on": "18/9/2026"})
    added.refresh_from_db()
    assert (added.held_on.isoformat(), added.version) == ("2026-09-18", 2)


def test_a_dialogue_goes_up_and_out(clerk: Client, an: Actor, plan: Plan) -> None:
    first = plan.items.get()
    second = drafting.add_item(actor=an, plan=plan, item=drafting.item_draft(first))
    clerk.post(address(plan, f"items/{second.public_id}/up/"), {"version": second.version})
    assert list(plan.items.order_by("position")) == [second, first]
    old = clerk.post(address(plan, f"items/{second.public_id}/drop/"), {"version": second.version})
    assert old.status_code == 409
    clerk.post(address(plan, f"items/{second.public_id}/drop/"), {"version": second.version + 1})
    assert list(plan.items.filter(state="current")) == [first]


def test_a_duty_is_added_linked_and_dropped(clerk: Client, plan: Plan, economy: Unit) -> None:
    key = clerk.get(address(plan, "duties/new/")).context["form_key"]
    form = {"version": 1, "form_key": key, "unit_text": "Kinh tế", "unit": economy.pk, "text": "Dự trù kinh phí"}
    for _press in range(2):
        clerk.post(address(plan, "duties/new/"), form)
    duty = plan.duties.last()
    assert (plan.duties.count(), duty.unit, duty.text) == (4, economy, "Dự trù kinh phí")
    edited = {"version": 1, "unit_text": "Kinh tế", "unit": "", "text": "Dự trù"}
    clerk.post(address(plan, f"duties/{duty.public_id}/"), edited)
    duty.refresh_from_db()
    assert (duty.unit, duty.text) == (None, "Dự trù")
    clerk.post(address(plan, f"duties/{duty.public_id}/up/"), {"version": 2})
    clerk.post(address(plan, f"duties/{duty.public_id}/drop/"), {"version": 3})
    duty.refresh_from_db()
    assert (duty.state, duty.position) == ("ended", 3)


def test_an_issued_plan_keeps_what_is_typed_and_says_why_it_is_locked(clerk: Client, issued: Plan) -> None:
    form = {"version": issued.version, "title": "Sửa lén", "year": "2026"}
    answer = clerk.post(address(issued, "edit/head/"), form)
    assert (answer.status_code, answer.context["form"]["title"].value()) == (409, "Sửa lén")
    assert answer.context.get("faster") is None


def test_what_is_not_there_does_not_exist(
    clerk: Client, plan: Plan, state_clerk: Actor, party_clerk: Actor, client_of: Callable[[Actor], Client]
) -> None:
    assert clerk.get(address(plan, "edit/nothing/")).status_code == 404
    assert clerk.get(address(plan, "items/nothing/")).status_code == 404
    assert clerk.get(address(plan, "moves/plan.nothing/")).status_code == 404
    assert client_of(state_clerk).get(address(plan, "edit/aims/")).status_code == 200
    assert client_of(party_clerk).get(address(plan, "edit/aims/")).status_code == 404
