"""Sending on what is not ours: one letter, its clock, the reply, passing it on."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Referral
from nghedan.domain.followup.queries.referrals import (
    late_referrals,
    matters_to_refer,
    referral_for,
    referrals_in,
    referrals_visible_to,
)
from nghedan.domain.followup.services import referrals
from nghedan.domain.followup.terms import ReferralState
from nghedan.domain.followup.workflow import REFERRAL
from nghedan.domain.matters.models import Matter
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.documents.types import DOCUMENT_TYPES
from nghedan.foundation.transitions.moves import moves_for
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.domain.followup.letters.conftest import NAME, issue

TODAY = date(2026, 3, 10)
FIFTEEN_LATER = date(2026, 3, 31)
"""Fifteen working days after Tuesday 10 March 2026."""


@pytest.fixture
def drafted(an: Actor, dialogue: Dialogue, referred: Matter) -> OfficialPaper:
    return referrals.draft_referral(actor=an, dialogue=dialogue, matters=[referred], to_body="Sở Xây dựng")


@pytest.fixture
def on_its_way(an: Actor, binh: Actor, drafted: OfficialPaper) -> Referral:
    issue(an, binh, drafted, "126/UBND-VP", TODAY)
    [row] = referrals_in(drafted)
    return referral_for(an, row.public_id)


@pytest.mark.django_db
def test_the_letter_tells_contents_and_place_and_no_name(an: Actor, drafted: OfficialPaper) -> None:
    kind = DOCUMENT_TYPES[drafted.kind]
    text = kind.render(kind.find(an, drafted.public_id), "text").decode()
    told = ("Kính gửi: Sở Xây dựng", "vượt thẩm quyền", "Mở rộng quốc lộ qua xã", "Nà Lốc", NAME)
    assert [part in text for part in told] == [True, True, True, True, False]


@pytest.mark.django_db
def test_issuing_starts_the_clock(on_its_way: Referral) -> None:
    assert (on_its_way.state, on_its_way.sent_number, on_its_way.sent_on, on_its_way.expected_on) == (
        "sent", "126/UBND-VP", TODAY, FIFTEEN_LATER,
    )  # fmt: skip


@pytest.mark.django_db
def test_what_is_begun_is_no_longer_to_be_sent(an: Actor, dialogue: Dialogue, referred: Matter) -> None:
    assert list(matters_to_refer(an, dialogue)) == [referred]
    paper = referrals.draft_referral(actor=an, dialogue=dialogue, matters=[referred], to_body="Sở Xây dựng")
    assert list(matters_to_refer(an, dialogue)) == []
    [row] = referrals_in(paper)
    referrals.drop_referral(actor=an, referral=row, reason="Gửi nhầm sở")
    assert list(matters_to_refer(an, dialogue)) == [referred]


@pytest.mark.django_db
def test_only_what_is_anothers_is_sent_on(an: Actor, dialogue: Dialogue, promised: Matter, referred: Matter) -> None:
    with pytest.raises(Refused) as refused:
        referrals.draft_referral(actor=an, dialogue=dialogue, matters=[promised], to_body="Sở Xây dựng")
    assert refused.value.code == "referral.not_referred"
    for matters, body, field in (([], "Sở", "matters"), ([referred], " ", "to_body")):
        with pytest.raises(Invalid) as error:
            referrals.draft_referral(actor=an, dialogue=dialogue, matters=matters, to_body=body)
        assert error.value.field == field
    assert Referral.objects.of(dialogue.locality).count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "late"), [(date(2026, 3, 31), 0), (date(2026, 4, 1), 1)])
def test_late_from_the_day_after(
    an: Actor, on_its_way: Referral, later: Callable[[date], None], day: date, late: int
) -> None:
    assert late_referrals(an, day).count() == late


@pytest.mark.django_db
def test_asking_again_counts_and_begins_the_clock_anew(
    an: Actor, on_its_way: Referral, later: Callable[[date], None]
) -> None:
    later(date(2026, 4, 2))
    referrals.ask_again(actor=an, referral=on_its_way, expected_on=date(2026, 4, 20))
    assert (on_its_way.asked_again, on_its_way.asked_on, on_its_way.expected_on) == (1, date(2026, 4, 2), date(2026, 4, 20))  # fmt: skip  # noqa: E501
    with pytest.raises(Invalid):
        referrals.ask_again(actor=an, referral=on_its_way, expected_on=date(2026, 4, 2))


@pytest.mark.django_db
def test_the_reply_is_kept_passed_on_and_closed(an: Actor, on_its_way: Referral) -> None:
    with pytest.raises(Invalid) as error:
        referrals.record_reply(actor=an, referral=on_its_way, text=" ", number="1/SXD", on=TODAY)
    assert error.value.field == "reply"
    referrals.record_reply(actor=an, referral=on_its_way, text="Đưa vào kế hoạch 2027.", number="77/SXD-KH", on=TODAY)
    referrals.pass_on(actor=an, referral=on_its_way)
    referrals.close_referral(actor=an, referral=on_its_way)
    assert (on_its_way.state, on_its_way.told_on, on_its_way.reply_number) == ("closed", TODAY, "77/SXD-KH")


@pytest.mark.django_db
def test_without_a_reply_it_is_closed_only_with_a_reason(an: Actor, on_its_way: Referral) -> None:
    with pytest.raises(Invalid) as error:
        referrals.close_referral(actor=an, referral=on_its_way)
    assert error.value.field == "reason"
    referrals.close_referral(actor=an, referral=on_its_way, reason="Sở đã trả lời trực tiếp cho dân")
    assert on_its_way.state == "closed"


MOVES = {
    ReferralState.DRAFTED: {"referral.edit", "referral.send", "referral.drop"},
    ReferralState.SENT: {"referral.edit", "referral.ask_again", "referral.reply", "referral.close"},
    ReferralState.REPLIED: {"referral.pass_on"},
    ReferralState.PASSED_ON: {"referral.close"},
    ReferralState.CLOSED: set(),
    ReferralState.DROPPED: set(),
}


@pytest.mark.parametrize("state", list(ReferralState))
def test_what_leads_on_from_each_state(state: ReferralState) -> None:
    assert {transition.code for transition in REFERRAL.moves_from(state)} == MOVES[state]


@pytest.mark.django_db
def test_only_the_clerk_sends_on_and_officers_and_observers_read(
    an: Actor, binh: Actor, economist: Actor, observer: Actor, thu: Actor, on_its_way: Referral
) -> None:
    seen = {name: referrals_visible_to(actor).count() for name, actor in (("an", an), ("binh", binh), ("kien", economist), ("oanh", observer), ("thu", thu))}  # fmt: skip  # noqa: E501
    assert seen == {"an": 1, "binh": 1, "kien": 0, "oanh": 1, "thu": 0}
    assert [move.code for move in moves_for(binh, on_its_way)] == []
    with pytest.raises(NotAllowed):
        referrals.ask_again(actor=binh, referral=on_its_way)
