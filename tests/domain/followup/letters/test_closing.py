"""Closing: what stands against it, one by one and all at once; what is left goes to the next dialogue."""

from datetime import date

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services import planning
from nghedan.domain.dialogues.services.scheduling import schedule_dialogue
from nghedan.domain.dialogues.services.session import close_dialogue
from nghedan.domain.followup.queries.closing import closing_facts, matters_to_close, unsettled_before
from nghedan.domain.followup.queries.referrals import referrals_in
from nghedan.domain.followup.rules import closing as rules
from nghedan.domain.followup.rules.closing import ClosingFacts, against_closing
from nghedan.domain.followup.services.closing import bring_forward, close_matter, close_matters
from nghedan.domain.followup.services.referrals import draft_referral, sent_elsewhere
from nghedan.domain.followup.services.verdicts import VerdictDraft, give_verdict
from nghedan.domain.followup.terms import ReferralState, Satisfaction
from nghedan.domain.matters.models import Matter, Raising
from nghedan.domain.matters.queries import matter_for
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.models import Body
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.door import perform
from nghedan.kernel.errors import NotAllowed, Refused
from tests.domain.followup.letters.conftest import fresh, held

S, R = MatterState, ReferralState
CASES = [
    (ClosingFacts(S.ANSWERED_IN_HALL), ""),
    (ClosingFacts(S.SETTLED), ""),
    (ClosingFacts(S.SET_ASIDE), ""),
    (ClosingFacts(S.ANSWERED), rules.NOT_OUT),
    (ClosingFacts(S.ANSWERED, has_letter=True), ""),
    (ClosingFacts(S.ANSWERED, was_told=True), ""),
    (ClosingFacts(S.REFERRED), rules.NOT_SENT),
    (ClosingFacts(S.REFERRED, referral=R.DRAFTED), rules.NOT_SENT),
    (ClosingFacts(S.REFERRED, referral=R.SENT), rules.NO_DAY),
    (ClosingFacts(S.REFERRED, referral=R.SENT, expected_on=date(2026, 4, 1)), ""),
    (ClosingFacts(S.REFERRED, referral=R.REPLIED), rules.NOT_TOLD),
    (ClosingFacts(S.REFERRED, referral=R.PASSED_ON), ""),
    (ClosingFacts(S.REFERRED, referral=R.CLOSED), ""),
    (ClosingFacts(S.IN_WRITING), rules.NOT_YET),
    (ClosingFacts(S.ANSWERED, has_letter=True, commitment_runs=True), rules.COMMITMENT_RUNS),
    (ClosingFacts(S.ANSWERED, has_letter=True, waits_for_head=True), rules.NOT_LOOKED_AT),
]


@pytest.mark.parametrize(("facts", "why"), CASES)
def test_what_stands_against_closing(facts: ClosingFacts, why: str) -> None:
    assert against_closing(facts) == why


@pytest.mark.parametrize(("facts", "why"), CASES)
def test_a_reason_stands_for_a_proof_and_for_nothing_else(facts: ClosingFacts, why: str) -> None:
    lasting = (rules.COMMITMENT_RUNS, rules.NOT_LOOKED_AT)
    assert against_closing(facts, with_reason=True) == (why if why in lasting else "")


@pytest.mark.django_db
def test_an_issued_letter_lets_a_matter_close(an: Actor, sent: OfficialPaper, promised: Matter) -> None:
    matter = close_matter(actor=an, matter=fresh(promised))
    assert (matter.state, matter.closed_on) == ("closed", date(2026, 3, 10))


@pytest.mark.django_db
def test_without_proof_it_needs_a_reason(an: Actor, promised: Matter) -> None:
    matter = perform("matter.answer", actor=an, obj=promised, changes={"answered_on": date(2026, 3, 10)})
    with pytest.raises(Refused) as refused:
        close_matter(actor=an, matter=matter)
    assert refused.value.code == "matter.not_settled"
    close_matter(actor=an, matter=matter, reason="Người dân đã nhận trả lời tại trụ sở")
    assert (matter.state, matter.reason) == ("closed", "Người dân đã nhận trả lời tại trụ sở")


@pytest.mark.django_db
def test_many_at_once_say_which_could_not(
    an: Actor, dialogue: Dialogue, sent: OfficialPaper, promised: Matter, referred: Matter
) -> None:
    closed = close_matters(actor=an, matters=list(matters_to_close(an, dialogue)))
    assert ([one.pk for one in closed.done], [(one.pk, why) for one, why in closed.left]) == (
        [promised.pk], [(referred.pk, rules.NOT_SENT)],
    )  # fmt: skip


@pytest.mark.django_db
def test_the_facts_of_any_number_take_as_many_queries(
    promised: Matter, referred: Matter, django_assert_num_queries: object
) -> None:
    for matters in ([promised], [promised, referred]):
        with django_assert_num_queries(2):  # type: ignore[operator]
            closing_facts(matters)


@pytest.mark.django_db
def test_a_dialogue_closes_when_nothing_of_it_is_open(
    an: Actor, dialogue: Dialogue, sent: OfficialPaper, promised: Matter, referred: Matter
) -> None:
    held(an, dialogue)
    with pytest.raises(Refused) as refused:
        close_dialogue(actor=an, dialogue=dialogue)
    assert dict(refused.value.params) == {"matters": 2, "commitments": 0, "referrals": 0}
    paper = draft_referral(actor=an, dialogue=dialogue, matters=[referred], to_body="Sở Xây dựng")
    with pytest.raises(Refused) as refused:
        close_dialogue(actor=an, dialogue=dialogue)
    assert refused.value.params["referrals"] == 1
    [row] = referrals_in(paper)
    sent_elsewhere(actor=an, referral=row, number="9/UBND", on=date(2026, 3, 10))
    close_matters(actor=an, matters=list(matters_to_close(an, dialogue)))
    close_dialogue(actor=an, dialogue=dialogue)
    assert (dialogue.state, dialogue.closed_on) == ("closed", date(2026, 3, 10))


@pytest.mark.django_db
def test_what_is_reopened_waits_for_the_head(
    an: Actor, opinion: Opinion, sent: OfficialPaper, promised: Matter
) -> None:
    matter = fresh(promised)
    give_verdict(actor=an, opinion=opinion, matter=matter, draft=VerdictDraft(Satisfaction.NOT, "Vẫn tắc"))
    perform("matter.answer", actor=an, obj=matter, changes={"answered_on": date(2026, 3, 10)})
    with pytest.raises(Refused) as refused:
        close_matter(actor=an, matter=matter, reason="Thôi")
    assert refused.value.message == rules.NOT_LOOKED_AT


@pytest.mark.django_db
def test_only_the_clerk_closes(binh: Actor, economist: Actor, sent: OfficialPaper, promised: Matter) -> None:
    for actor in (binh, economist):
        with pytest.raises(NotAllowed):
            close_matter(actor=actor, matter=fresh(promised))


@pytest.fixture
def coming(an: Actor, committee: Body, dialogue: Dialogue) -> Dialogue:
    draft = planning.DialogueDraft(theme="Đối thoại năm sau", year=2027)
    row = planning.plan_dialogue(actor=an, body=committee, draft=draft)
    return schedule_dialogue(actor=an, dialogue=row, held_on=date(2027, 4, 14))


@pytest.mark.django_db
def test_what_is_left_goes_to_the_next_dialogue_once(
    an: Actor, coming: Dialogue, referred: Matter, sent: OfficialPaper, promised: Matter
) -> None:
    today = date(2026, 3, 10)
    assert list(unsettled_before(an, coming, today)) == [referred]
    [matter] = bring_forward(actor=an, dialogue=coming, matters=[referred])
    assert (matter.title, matter.year, matter.state, matter.continues) == (referred.title, 2027, "screened", referred)
    voices = [set(Raising.objects.of(one.locality).filter(matter=one).values_list("opinion", flat=True)) for one in (matter, referred)]  # fmt: skip  # noqa: E501
    assert voices[0] == voices[1] != set()
    assert list(unsettled_before(an, coming, today)) == []
    assert matter_for(an, matter.public_id).dialogue == coming
    with pytest.raises(Refused):
        bring_forward(actor=an, dialogue=coming, matters=[referred])
