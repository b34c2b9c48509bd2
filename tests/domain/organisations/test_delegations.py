"""Delegation from the head to a deputy: judged at each request, by day and by the moment of entry."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from nghedan.domain.organisations.models import Body, Delegation, Officer
from nghedan.domain.organisations.queries import acting_head_of, delegations_visible_to, head_of, running_delegation
from nghedan.domain.organisations.services.delegations import add_delegation_paper, begin_delegation, end_delegation
from nghedan.domain.organisations.services.officers import add_officer, link_account, relieve
from nghedan.domain.organisations.terms import DelegationState
from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.decide import decide
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.keys import issue_key
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people

TODAY = date(2026, 3, 10)
SEVEN = datetime(2026, 3, 10, 7, 0, tzinfo=clock.LOCAL_ZONE)
pytestmark = pytest.mark.usefixtures("frozen_today")


@pytest.fixture
def draft(committee: Body, chairman: Officer, deputy: Officer) -> Callable[..., Delegation]:
    def make(first: date = TODAY, last: date = TODAY, **values: object) -> Delegation:
        given: dict[str, object] = {
            "from_officer": chairman,
            "to_officer": deputy,
            "reason": "Họp đột xuất ở tỉnh",
            "document_number": "07/GUQ-UBND",
        }
        return Delegation(
            locality=committee.locality, body=committee, valid_from=first, valid_to=last, **(given | values)
        )

    return make


def may_preside(account: User, locality: Locality, body: Body, day: date) -> bool:
    """Ask as a request does: grants read anew, then the head's own right over a row of the body."""
    return decide(actor_of(account, locality, day), "delegation.end", body).allowed


def test_a_delegation_runs_from_its_first_to_its_last_day(
    binh: Actor,
    draft: Callable[..., Delegation],
    committee: Body,
    deputy: Officer,
    chairman: Officer,
    deputy_account: User,
) -> None:
    first, last = date(2026, 3, 12), date(2026, 3, 14)
    begin_delegation(actor=binh, delegation=draft(first, last))
    days = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
    allowed = [may_preside(deputy_account, committee.locality, committee, day) for day in days]
    assert allowed == [False, True, True, False]
    assert [acting_head_of(committee, day) for day in days] == [chairman, deputy, deputy, chairman]
    assert [head_of(committee, day) for day in days] == [chairman] * 4


def test_at_seven_in_the_morning_with_the_paper_to_follow(
    an: Actor, draft: Callable[..., Delegation], committee: Body, deputy_account: User
) -> None:
    with clock.frozen(SEVEN):
        assert not may_preside(deputy_account, committee.locality, committee, clock.today())
        said = record_instruction(
            actor=an, about=committee, decided_by="Trần Văn Bình", decided_at=SEVEN, way=InstructionWay.PHONE,
            content="Đồng chí Khoa chủ trì thay sáng nay", paper_due=True,
        )  # fmt: skip
        delegation = begin_delegation(actor=an, delegation=draft(document_number="", paper_due=True), instruction=said)
        assert may_preside(deputy_account, committee.locality, committee, clock.today())
    assert (delegation.instruction, delegation.paper_due, delegation.document_number) == (said, True, "")
    add_delegation_paper(actor=an, delegation=delegation, document_number=" 07/GUQ-UBND ")
    assert (delegation.paper_due, delegation.document_number) == (False, "07/GUQ-UBND")
    entry = JournalEntry.objects.filter(code="delegation.begin").get()
    assert (entry.actor_key, entry.facts()["facts"]["instruction"]) == (an.key, said.public_id)
    assert verify_all() == []


def test_the_clerk_needs_the_heads_word(an: Actor, draft: Callable[..., Delegation]) -> None:
    with pytest.raises(NotAllowed):
        begin_delegation(actor=an, delegation=draft())
    assert RoleGrant.objects.of(an.locality).filter(role="head").count() == 1  # type: ignore[arg-type]


def test_the_grant_names_its_delegation_and_reaches_one_body(
    binh: Actor, draft: Callable[..., Delegation], committee: Body, party: Body, deputy_account: User
) -> None:
    delegation = begin_delegation(actor=binh, delegation=draft())
    grant = RoleGrant.objects.of(committee.locality).get(source=f"delegation:{delegation.public_id}")
    assert (grant.user, grant.role, grant.scope) == (deputy_account, "head", committee.scope)
    assert (grant.valid_from, grant.valid_to) == (TODAY, TODAY)
    assert not may_preside(deputy_account, committee.locality, party, TODAY)


def test_ending_takes_effect_at_once(
    binh: Actor, draft: Callable[..., Delegation], committee: Body, chairman: Officer, deputy_account: User
) -> None:
    delegation = begin_delegation(actor=binh, delegation=draft(TODAY, TODAY + timedelta(days=5)))
    end_delegation(actor=binh, delegation=delegation)
    assert (delegation.state, delegation.valid_to) == (DelegationState.ENDED, TODAY)
    assert not may_preside(deputy_account, committee.locality, committee, TODAY)
    assert acting_head_of(committee, TODAY) == chairman
    begin_delegation(actor=binh, delegation=draft())
    assert may_preside(deputy_account, committee.locality, committee, TODAY)


def test_it_can_be_ended_on_its_only_day(binh: Actor, draft: Callable[..., Delegation]) -> None:
    delegation = end_delegation(actor=binh, delegation=begin_delegation(actor=binh, delegation=draft(TODAY, TODAY)))
    assert (delegation.state, delegation.valid_to) == (DelegationState.ENDED, TODAY)


def test_a_delegation_to_come_is_withdrawn(
    binh: Actor, draft: Callable[..., Delegation], committee: Body, chairman: Officer, deputy_account: User
) -> None:
    later = TODAY + timedelta(days=3)
    delegation = end_delegation(actor=binh, delegation=begin_delegation(actor=binh, delegation=draft(later, later)))
    assert (delegation.state, delegation.valid_from) == (DelegationState.WITHDRAWN, later)
    assert not may_preside(deputy_account, committee.locality, committee, later)
    assert (acting_head_of(committee, later), running_delegation(committee, later)) == (chairman, None)


def test_one_that_is_over_cannot_be_ended(binh: Actor, draft: Callable[..., Delegation]) -> None:
    delegation = begin_delegation(actor=binh, delegation=draft())
    with clock.frozen(SEVEN + timedelta(days=1)), pytest.raises(Refused) as refused:
        end_delegation(actor=binh, delegation=delegation)
    assert str(refused.value) == "Thời hạn ủy quyền đã hết từ ngày 10/3/2026; cần nữa, xin ghi ủy quyền mới."


def test_what_is_missing_is_named(binh: Actor, draft: Callable[..., Delegation]) -> None:
    wrong = {
        "reason": draft(reason=" "),
        "document_number": draft(document_number=""),
        "valid_to": draft(TODAY, TODAY - timedelta(days=1)),
        "valid_from": draft(None),  # type: ignore[arg-type]
    }
    for field, delegation in wrong.items():
        with pytest.raises(Invalid) as refused:
            begin_delegation(actor=binh, delegation=delegation)
        assert refused.value.field == field


def test_nobody_delegates_to_himself(binh: Actor, draft: Callable[..., Delegation], chairman: Officer) -> None:
    with pytest.raises(Refused) as refused:
        begin_delegation(actor=binh, delegation=draft(to_officer=chairman))
    assert str(refused.value) == "Không thể tự ủy quyền cho chính mình; xin chọn người khác."


def test_the_deputy_does_not_record_it_for_himself(
    locality: Locality, committee: Body, draft: Callable[..., Delegation], deputy_account: User
) -> None:
    people.grant(deputy_account, locality, "clerk")
    khoa = people.actor(deputy_account, locality)
    said = record_instruction(
        actor=khoa, about=committee, decided_by="Trần Văn Bình", decided_at=SEVEN, way=InstructionWay.PHONE, content="…"
    )
    with pytest.raises(Refused) as refused:
        begin_delegation(actor=khoa, delegation=draft(), instruction=said)
    assert refused.value.code == "delegation.by_the_deputy"


def test_only_the_head_gives_and_only_a_deputy_takes(
    ha: Actor, binh: Actor, locality: Locality, draft: Callable[..., Delegation], deputy: Officer
) -> None:
    somebody = add_officer(actor=ha, officer=Officer(locality=locality, full_name="Vi Thị Lan"))
    with pytest.raises(Refused) as refused:
        begin_delegation(actor=binh, delegation=draft(to_officer=somebody))
    assert str(refused.value) == (
        "Vi Thị Lan không phải Phó Chủ tịch Ủy ban nhân dân xã vào ngày 10/3/2026; "
        "chỉ ủy quyền chủ trì cho cấp phó, xin chọn người khác."
    )
    with pytest.raises(Refused) as refused:
        begin_delegation(actor=binh, delegation=draft(from_officer=somebody))
    assert refused.value.code == "delegation.not_head"


def test_two_delegations_never_overlap(binh: Actor, draft: Callable[..., Delegation]) -> None:
    begin_delegation(actor=binh, delegation=draft(date(2026, 3, 12), date(2026, 3, 14)))
    for first, last in ((14, 16), (10, 12), (13, 13), (11, 20)):
        with pytest.raises(Refused) as refused:
            begin_delegation(actor=binh, delegation=draft(date(2026, 3, first), date(2026, 3, last)))
        assert str(refused.value) == (
            "Từ ngày 12/3/2026 đến hết ngày 14/3/2026 đã ủy quyền cho Ngô Đăng Khoa; xin chấm dứt ủy quyền đó trước."
        )
    assert begin_delegation(actor=binh, delegation=draft(date(2026, 3, 15), date(2026, 3, 16))).pk is not None


def test_a_power_received_is_not_handed_on(
    binh: Actor, draft: Callable[..., Delegation], locality: Locality, deputy_account: User
) -> None:
    """Nghị định 30/2020/NĐ-CP, Điều 13: whoever is authorised does not authorise another."""
    begin_delegation(actor=binh, delegation=draft())
    khoa = actor_of(deputy_account, locality, TODAY)
    assert decide(khoa, "delegation.end", draft()).allowed
    assert not decide(khoa, "delegation.begin", draft()).allowed
    assert decide(binh, "delegation.begin", draft()).allowed


def test_a_form_sent_twice_delegates_once(binh: Actor, draft: Callable[..., Delegation]) -> None:
    key = issue_key(binh, "delegation")
    first, second = (begin_delegation(actor=binh, delegation=draft(), key=key) for _ in range(2))
    assert first.pk == second.pk
    assert RoleGrant.objects.of(first.locality).filter(source__startswith="delegation:").count() == 1


def test_a_deputy_without_account_gets_the_role_with_the_account(
    ha: Actor, binh: Actor, locality: Locality, in_post: Callable[..., Officer], committee: Body,
    draft: Callable[..., Delegation], deputy_account: User,
) -> None:  # fmt: skip
    second = in_post("Vi Thị Lan", body=committee, is_deputy=True)
    begin_delegation(actor=binh, delegation=draft(to_officer=second))
    account = User.objects.get(pk=ha.user_id)
    link_account(actor=ha, officer=second, user=account)
    assert may_preside(account, locality, committee, TODAY)


def test_a_clerk_does_not_link_accounts(an: Actor, deputy: Officer) -> None:
    """Otherwise she could sit down in the deputy's chair."""
    with pytest.raises(NotAllowed):
        link_account(actor=an, officer=deputy, user=User.objects.get(pk=an.user_id))


def test_nobody_leaves_a_post_while_a_delegation_runs(
    ha: Actor, binh: Actor, draft: Callable[..., Delegation], chairman: Officer, deputy: Officer
) -> None:
    delegation = begin_delegation(actor=binh, delegation=draft(TODAY, date(2026, 3, 14)))
    for officer in (chairman, deputy):
        post = officer.posts.of(officer.locality).get()
        with pytest.raises(Refused) as refused:
            relieve(actor=ha, post=post, last_day=TODAY)
        assert refused.value.code == "post.delegation_runs"
    end_delegation(actor=binh, delegation=delegation)
    assert relieve(actor=ha, post=deputy.posts.of(deputy.locality).get(), last_day=TODAY).valid_to == TODAY


def test_who_works_for_the_body_sees_its_delegations(
    binh: Actor, draft: Callable[..., Delegation], state_clerk: Actor, party_clerk: Actor, giang: Actor
) -> None:
    delegation = begin_delegation(actor=binh, delegation=draft())
    seen = [list(delegations_visible_to(actor)) for actor in (state_clerk, party_clerk, giang)]
    assert seen == [[delegation], [], []]
