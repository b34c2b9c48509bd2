"""Giving matters to units, their limits, and what becomes of "not ours"."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.deadlines import limit_of
from nghedan.domain.matters.models import Bounce, Matter, Support
from nghedan.domain.matters.queries import matters_visible_to, open_bounces
from nghedan.domain.matters.services import assigning
from nghedan.domain.matters.services.answering import AnswerDraft, hand_in, save_answer
from nghedan.domain.matters.terms import AnswerState, BounceState, Competence, MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.restricting import mark_conduct
from nghedan.domain.organisations.models import Body, Officer, Post, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.status import explain
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.instructions import record_instruction
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.kernel.errors import Invalid, NotAllowed, Refused

pytestmark = pytest.mark.django_db


def assign(actor: Actor, matter: Matter, unit: Unit, **options: object) -> Matter:
    return assigning.assign_matter(actor=actor, matter=matter, unit=unit, **options)  # type: ignore[arg-type]


def bounce(actor: Actor, matter: Matter, to: Unit, reason: str = "Việc của phòng khác") -> Bounce:
    matter.refresh_from_db()
    return assigning.bounce_matter(actor=actor, matter=matter, proposed_unit=to, reason=reason)


def decide(actor: Actor, given_back: Bounce, unit: Unit, **options: object) -> Bounce:
    return assigning.decide_bounce(actor=actor, bounce=given_back, unit=unit, **options)  # type: ignore[arg-type]


def test_a_matter_goes_to_the_unit_that_leads_and_those_that_support(
    an: Actor, matter: Matter, economy: Unit, culture: Unit, office: Unit
) -> None:
    assign(an, matter, economy, supports=[culture, office])
    assert (matter.state, matter.unit, matter.assigned_on) == (MatterState.ASSIGNED, economy, date(2026, 3, 10))
    assign(an, matter, economy, supports=[office])
    supports = Support.objects.of(matter.locality).filter(matter=matter).order_by("unit__name")
    assert [(row.unit, row.state) for row in supports] == [(culture, "ended"), (office, "current")]


def test_outside_a_dialogue_the_days_of_the_field_count_and_the_steps_are_kept(
    an: Actor, matter: Matter, economy: Unit
) -> None:
    assign(an, matter, economy)
    limit = limit_of(matter)
    assert limit is not None
    assert (matter.due_on, limit.due_on) == (date(2026, 3, 24), date(2026, 3, 24))
    assert explain(limit)[-1] == "Đủ 10 ngày làm việc: thứ Ba 24/3/2026"


def test_for_a_dialogue_its_limit_for_drafts_counts(
    an: Actor, dialogue: Dialogue, raised: Callable[..., Matter], economy: Unit
) -> None:
    matter = assign(an, raised(of=dialogue), economy)
    assert matter.due_on == date(2026, 4, 8)
    with clock.frozen(clock.now().replace(month=4, day=9)):
        late = assign(an, raised("Nạo vét mương", of=dialogue), economy)
    assert late.due_on == date(2026, 4, 8)


def test_a_day_given_by_hand_stays_until_released(an: Actor, matter: Matter, economy: Unit, culture: Unit) -> None:
    assign(an, matter, economy, due_on=date(2026, 3, 20))
    assign(an, matter, culture)
    assert (matter.due_on, matter.due_by_hand) == (date(2026, 3, 20), True)
    assigning.release_due(actor=an, matter=matter)
    assert (matter.due_on, matter.due_by_hand) == (date(2026, 3, 24), False)
    with pytest.raises(Invalid, match="không thể ở trước hôm nay"):
        assigning.fix_due(actor=an, matter=matter, due_on=date(2026, 3, 9))


def test_many_matters_go_to_one_unit_all_or_none(an: Actor, raised: Callable[..., Matter], economy: Unit) -> None:
    first, second = raised("Sửa đường"), raised("Sửa cầu", competence=Competence.ABOVE)
    with pytest.raises(Refused, match=r"^2/2026: Nội dung không thuộc thẩm quyền của địa phương"):
        assigning.assign_matters(actor=an, matters=[first, second], unit=economy)
    first.refresh_from_db()
    assert first.state == MatterState.SCREENED
    assigning.assign_matters(actor=an, matters=[first], unit=economy)
    assert first.state == MatterState.ASSIGNED


def test_who_works_for_another_body_or_unit_does_not_assign(
    party_clerk: Actor, economist: Actor, matter: Matter, economy: Unit
) -> None:
    for actor in (party_clerk, economist):
        with pytest.raises(NotAllowed):
            assign(actor, matter, economy)


@pytest.fixture
def about_official(
    an: Actor, said: Callable[..., Opinion], raised: Callable[..., Matter], locality: Locality
) -> Matter:
    """A matter about the manner of Kiên, who has an account in the economic division."""
    matter = raised("Thái độ của cán bộ một cửa")
    opinion = Opinion.objects.of(locality).get(raisings__matter=matter)
    mark_conduct(actor=an, opinion=opinion)
    Matter.objects.of(locality).filter(pk=matter.pk).update(level="conduct")
    matter.refresh_from_db()
    return matter


def name(an: Actor, matter: Matter, full_name: str, user: User | None = None) -> Officer:
    officer = Officer(locality=matter.locality, full_name=full_name, user=user, state="current")
    officer.save()
    opinion = Opinion.objects.of(matter.locality).get(raisings__matter=matter)
    mark_conduct(actor=an, opinion=opinion, named=[officer])
    return officer


def test_comments_on_officials_go_to_who_is_in_charge_of_personnel(
    an: Actor, about_official: Matter, economy: Unit, culture: Unit
) -> None:
    with pytest.raises(Refused, match="chỉ giao cho đơn vị phụ trách công tác cán bộ"):
        assign(an, about_official, economy)
    with pytest.raises(Refused, match="chỉ giao cho đơn vị phụ trách công tác cán bộ"):
        assign(an, about_official, culture, supports=[economy])
    about_official.refresh_from_db()
    assert assign(an, about_official, culture).state == MatterState.ASSIGNED


@pytest.mark.parametrize("by", ["post", "account"])
def test_comments_on_officials_never_go_where_somebody_named_works(
    an: Actor, hoa: Actor, about_official: Matter, culture: Unit, by: str
) -> None:
    account = User.objects.get(pk=hoa.user_id) if by == "account" else None
    officer = name(an, about_official, "Lý Thị Hoa", account)
    if by == "post":
        Post(locality=culture.locality, officer=officer, title="Chuyên viên", unit=culture, state="current").save()
    with pytest.raises(Refused, match="Người được nêu trong ý kiến công tác tại đơn vị này"):
        assign(an, about_official, culture)


def test_a_grouped_matter_is_worked_on_at_the_main_one(
    an: Actor, matter: Matter, raised: Callable[..., Matter], economy: Unit
) -> None:
    other = raised("Đường thôn Nà Lốc hỏng")
    Matter.objects.of(other.locality).filter(pk=other.pk).update(grouped_into=matter)
    other.refresh_from_db()
    with pytest.raises(Refused, match="xin xử lý ở nội dung chính"):
        assign(an, other, economy)


def test_a_unit_gives_a_matter_back_and_keeps_it_until_somebody_decides(
    an: Actor, economist: Actor, hoa: Actor, matter: Matter, economy: Unit, culture: Unit, office: Unit
) -> None:
    assign(an, matter, economy, supports=[culture])
    given_back = bounce(economist, matter, culture)
    assert (given_back.position, given_back.unit, matter.unit, matter.bounces) == (1, economy, economy, 1)
    with pytest.raises(Refused, match="Đơn vị đã trả lại nội dung này"):
        bounce(economist, matter, culture)
    with pytest.raises(NotAllowed):
        bounce(hoa, matter, office)
    assert list(open_bounces(an)) == [given_back]
    decide(an, given_back, culture)
    matter.refresh_from_db()
    assert (matter.unit, given_back.state, list(open_bounces(an))) == (culture, BounceState.REASSIGNED, [])
    assert [list(matters_visible_to(who)) for who in (economist, hoa)] == [[], [matter]]


@pytest.mark.parametrize(("reason", "own", "told"), [
    pytest.param(" ", False, "Xin ghi lý do", id="no-reason"),
    pytest.param("Không phải", True, "Xin chọn đơn vị khác", id="own-unit"),
])  # fmt: skip
def test_a_bounce_needs_a_reason_and_another_unit(
    an: Actor, economist: Actor, matter: Matter, economy: Unit, culture: Unit, reason: str, own: bool, told: str
) -> None:
    assign(an, matter, economy)
    with pytest.raises(Invalid, match=told):
        bounce(economist, matter, economy if own else culture, reason)


def test_assigning_anew_decides_what_was_given_back(
    an: Actor, economist: Actor, matter: Matter, economy: Unit, culture: Unit
) -> None:
    assign(an, matter, economy)
    given_back = bounce(economist, matter, culture)
    assign(an, matter, economy)
    given_back.refresh_from_db()
    assert given_back.state == BounceState.CONFIRMED


def thrice(an: Actor, economist: Actor, matter: Matter, economy: Unit, culture: Unit) -> Bounce:
    assign(an, matter, economy)
    for _time in range(2):
        decide(an, bounce(economist, matter, culture), economy)
    return bounce(economist, matter, culture)


def test_the_third_bounce_is_the_heads(
    an: Actor, binh: Actor, economist: Actor, matter: Matter, economy: Unit, culture: Unit
) -> None:
    third = thrice(an, economist, matter, economy, culture)
    assert assigning.is_for_the_head(third)
    for unit in (economy, culture):
        with pytest.raises(NotAllowed):
            decide(an, third, unit)
    with pytest.raises(NotAllowed):
        assign(an, matter, culture)
    decide(binh, third, culture)
    matter.refresh_from_db()
    assert (matter.unit, third.state) == (culture, BounceState.REASSIGNED)


def test_the_clerk_records_what_the_head_said_of_the_third(
    an: Actor, economist: Actor, matter: Matter, economy: Unit, culture: Unit
) -> None:
    third = thrice(an, economist, matter, economy, culture)
    said = record_instruction(
        actor=an, about=matter, decided_by="Trần Văn Bình", decided_at=clock.now(), way=InstructionWay.PHONE,
        content="Giữ nguyên",
    )  # fmt: skip
    decide(an, third, economy, instruction=said)
    assert (matter.unit, third.state) == (economy, BounceState.CONFIRMED)


def test_the_head_may_decide_the_first_too(
    an: Actor, binh: Actor, economist: Actor, matter: Matter, economy: Unit, culture: Unit
) -> None:
    assign(an, matter, economy)
    assert decide(binh, bounce(economist, matter, culture), culture).state == BounceState.REASSIGNED


def test_another_unit_goes_on_with_the_draft(
    an: Actor, economist: Actor, matter: Matter, economy: Unit, culture: Unit, party: Body
) -> None:
    assign(an, matter, economy)
    answer = save_answer(actor=economist, matter=matter, draft=AnswerDraft(text="Sẽ sửa", short="Sẽ sửa trong tháng 4"))
    hand_in(actor=economist, answer=answer)
    assign(an, matter, culture)
    answer.refresh_from_db()
    assert (answer.unit, answer.state, answer.text) == (culture, AnswerState.DRAFT, "Sẽ sửa")
    assert answer.return_reason == "Nội dung được giao cho đơn vị khác chuẩn bị trả lời; cần góp ý, xin báo Văn phòng."
