"""Who sees which plan."""

from dataclasses import replace
from datetime import date

import pytest

from nghedan.domain.organisations.models import Body, Unit
from nghedan.domain.plans.intake import ItemDraft
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.queries import plan_for, plans_visible_to, public_items, public_plans, suggested_number
from nghedan.domain.plans.services import drafting, signing
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from tests.domain.plans.samples import DRAFT


@pytest.fixture
def plan(an: Actor, committee: Body, economy: Unit) -> Plan:
    return drafting.draft_plan(actor=an, body=committee, draft=DRAFT)


@pytest.fixture
def party_plan(an: Actor, party: Body) -> Plan:
    return drafting.draft_plan(actor=an, body=party, draft=replace(DRAFT, title="Đối thoại của Bí thư"))


def issue(an: Actor, plan: Plan) -> None:
    signing.record_issued(actor=an, plan=plan, number="05/KH-UBND", issued_on=date(2026, 5, 12))


def test_each_body_sees_its_own(state_clerk: Actor, party_clerk: Actor, plan: Plan, party_plan: Plan) -> None:
    assert list(plans_visible_to(state_clerk)) == [plan]
    assert list(plans_visible_to(party_clerk)) == [party_plan]


def test_shared_plan_is_seen_once_issued(an: Actor, state_clerk: Actor, party_plan: Plan) -> None:
    signing.share_plan(actor=an, plan=party_plan, shared=True)
    assert list(plans_visible_to(state_clerk)) == []
    issue(an, party_plan)
    assert list(plans_visible_to(state_clerk)) == [party_plan]


def test_unit_sees_an_issued_plan_with_its_duty(an: Actor, economist: Actor, plan: Plan) -> None:
    assert list(plans_visible_to(economist)) == []
    issue(an, plan)
    assert list(plans_visible_to(economist)) == [plan]


def test_another_locality_sees_nothing(giang: Actor, dung: Actor, plan: Plan) -> None:
    assert list(plans_visible_to(giang)) == []
    assert list(plans_visible_to(dung)) == []
    with pytest.raises(Plan.DoesNotExist):
        plan_for(giang, plan.public_id)


def test_people_see_issued_plans_without_internal_dialogues(
    an: Actor, locality: Locality, plan: Plan, party_plan: Plan
) -> None:
    assert list(public_plans(locality, 2026)) == []
    drafting.add_item(actor=an, plan=plan, item=ItemDraft(openness=Openness.INTERNAL, topics=("Họp kín",)))
    issue(an, plan)
    issue(an, party_plan)
    (seen,) = public_plans(locality, 2026)
    assert [item.topics for item in public_items(seen)] == [["Đường liên thôn"]]


def test_number_is_suggested_after_the_highest_of_the_year(an: Actor, committee: Body, plan: Plan) -> None:
    assert str(suggested_number(plan, date(2026, 6, 1))) == "01/KH-UBND"
    issue(an, plan)
    other = drafting.draft_plan(actor=an, body=committee, draft=DRAFT)
    assert str(suggested_number(other, date(2026, 6, 1))) == "06/KH-UBND"
    assert str(suggested_number(other, date(2027, 1, 4))) == "01/KH-UBND"


def test_party_numbers_through_the_committee_term(an: Actor, party: Body, party_plan: Plan) -> None:
    signing.record_issued(actor=an, plan=party_plan, number="52-KH/ĐU", issued_on=date(2026, 4, 30))
    other = drafting.draft_plan(actor=an, body=party, draft=DRAFT)
    assert str(suggested_number(other, date(2027, 2, 1))) == "53-KH/ĐU"
