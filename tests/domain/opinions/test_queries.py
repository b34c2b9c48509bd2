"""Who may read which opinion: one rule for the ledger, one for what is restricted."""

from collections import Counter
from datetime import date

import pytest

from nghedan.config import roles
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import (
    counts_by_origin,
    ledger_of,
    opinions_visible_to,
    restricted_visible_to,
)
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion, submit_opinion
from nghedan.domain.opinions.services.restricting import lower_level, mark_conduct, restrict_opinion
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer
from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import BODY, HAMLET, Scope
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.keys import issue_key
from nghedan.kernel.errors import NotAllowed
from tests.support import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver(locality: Locality, committee: Body) -> Actor:
    return people.staff("thu", "Lê Thị Thu", locality, roles.RECEIVER, Scope(BODY, committee.pk))


@pytest.fixture
def superior(locality: Locality) -> Actor:
    return people.staff("son", "Hà Văn Sơn", locality, roles.SUPERIOR_RECEIVER)


@pytest.fixture
def hamlet(locality: Locality) -> Hamlet:
    row = Hamlet(locality=locality, kind="thon", name="Nà Lốc", state="current")
    row.save()
    return row


@pytest.fixture
def hamlet_head(locality: Locality, hamlet: Hamlet) -> Actor:
    return people.staff("pao", "Giàng A Páo", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlet.pk))


def officer_of(actor: Actor, locality: Locality) -> Officer:
    row = Officer(locality=locality, full_name=actor.label, user=User.objects.get(pk=actor.user_id), state="current")
    row.save()
    return row


def said(words: str, origin: Origin = Origin.PHONE, hamlet: Hamlet | None = None) -> OpinionDraft:
    return OpinionDraft(words=words, origin=origin, hamlet=hamlet)


def ids(actor: Actor) -> set[str]:
    return {opinion.words for opinion in opinions_visible_to(actor)}


def restricted(actor: Actor) -> set[str]:
    return {opinion.words for opinion in restricted_visible_to(actor)}


def test_each_reads_the_ledger_of_her_own_body(
    an: Actor,
    chi: Actor,
    giang: Actor,
    dung: Actor,
    state_clerk: Actor,
    party_clerk: Actor,
    committee: Body,
    party: Body,
) -> None:
    receive_opinion(actor=an, body=committee, draft=said("Đường hỏng"))
    receive_opinion(actor=an, body=party, draft=said("Chi bộ ít họp"))
    assert ids(an) == {"Đường hỏng", "Chi bộ ít họp"}
    assert ids(state_clerk) == {"Đường hỏng"}
    assert ids(party_clerk) == {"Chi bộ ít họp"}
    assert (ids(chi), ids(giang), ids(dung)) == (set(), set(), set())


def test_who_leads_a_hamlet_reads_what_she_handed_in_and_no_more(
    an: Actor, hamlet_head: Actor, committee: Body, hamlet: Hamlet
) -> None:
    receive_opinion(actor=an, body=committee, draft=said("Của người khác", hamlet=hamlet))
    own = receive_opinion(actor=an, body=committee, draft=said("Của thôn gửi", hamlet=hamlet))
    Opinion.objects.of(committee.locality).filter(pk=own.pk).update(entered_by_id=hamlet_head.user_id)
    assert ids(hamlet_head) == {"Của thôn gửi"}
    mark_conduct(actor=an, opinion=Opinion.objects.of(committee.locality).get(pk=own.pk))
    assert ids(hamlet_head) == set()


def test_what_is_about_officials_is_not_for_those_it_names(
    an: Actor, binh: Actor, locality: Locality, committee: Body
) -> None:
    observer = people.staff("mai", "Trần Thị Mai", locality, roles.OBSERVER)
    opinion = receive_opinion(actor=an, body=committee, draft=said("Cán bộ nói năng khó nghe"))
    assert ids(observer) == {"Cán bộ nói năng khó nghe"}
    mark_conduct(actor=an, opinion=opinion, named=[officer_of(binh, locality)])
    assert (ids(an), ids(binh), ids(observer)) == ({"Cán bộ nói năng khó nghe"}, set(), set())
    assert ledger_of(binh).count() == 1


def test_what_is_restricted_is_for_the_head_and_the_receiver_only(
    an: Actor, binh: Actor, receiver: Actor, superior: Actor, party_clerk: Actor, committee: Body
) -> None:
    opinion = receive_opinion(actor=an, body=committee, draft=said("Ông ấy nhận tiền"))
    restrict_opinion(actor=an, opinion=opinion)
    everybody = (an, binh, receiver, superior, party_clerk)
    assert [ids(actor) for actor in everybody] == [set()] * 5
    assert [restricted(actor) for actor in everybody] == [
        set(),
        {"Ông ấy nhận tiền"},
        {"Ông ấy nhận tiền"},
        set(),
        set(),
    ]
    assert counts_by_origin(an) == Counter({"": 1})


def test_whoever_restricted_it_can_neither_read_nor_lower_it(an: Actor, binh: Actor, committee: Body) -> None:
    opinion = receive_opinion(actor=an, body=committee, draft=said("Ông ấy nhận tiền"))
    restrict_opinion(actor=an, opinion=opinion)
    with pytest.raises(NotAllowed):
        lower_level(actor=an, opinion=opinion)
    with pytest.raises(NotAllowed):
        mark_conduct(actor=an, opinion=opinion)
    lower_level(actor=binh, opinion=opinion)
    assert ids(an) == {"Ông ấy nhận tiền"}


def test_the_accused_head_and_whoever_acts_for_him_are_no_readers(
    an: Actor, binh: Actor, receiver: Actor, locality: Locality, committee: Body
) -> None:
    deputy = people.staff("nga", "Lý Thị Nga", locality, roles.HEAD, Scope(BODY, committee.pk))
    head, acting = officer_of(binh, locality), officer_of(deputy, locality)
    Delegation(
        locality=locality, body=committee, from_officer=head, to_officer=acting, reason="Đi công tác", paper_due=True,
        valid_from=date(2025, 3, 1), valid_to=date(2025, 3, 5), state="ended",
    ).save()  # fmt: skip
    opinion = receive_opinion(actor=an, body=committee, draft=said("Chủ tịch nhận tiền"))
    restrict_opinion(actor=an, opinion=opinion, named=[head])
    assert (restricted(binh), restricted(deputy), restricted(receiver)) == (set(), set(), {"Chủ tịch nhận tiền"})
    assert not opinion.is_sealed


def test_when_nobody_is_left_it_is_sealed_for_the_superiors_receiver(
    an: Actor, binh: Actor, superior: Actor, locality: Locality, committee: Body
) -> None:
    opinion = receive_opinion(actor=an, body=committee, draft=said("Chủ tịch nhận tiền"))
    restrict_opinion(actor=an, opinion=opinion, named=[officer_of(binh, locality)])
    assert opinion.is_sealed
    later = people.staff("thu", "Lê Thị Thu", locality, roles.RECEIVER)
    assert [restricted(actor) for actor in (binh, later, superior)] == [set(), set(), {"Chủ tịch nhận tiền"}]


def test_the_system_never_reads_what_is_restricted(an: Actor, locality: Locality, committee: Body) -> None:
    opinion = receive_opinion(actor=an, body=committee, draft=said("Ông ấy nhận tiền"))
    restrict_opinion(actor=an, opinion=opinion)
    system = Actor.system(locality)
    assert (ids(system), restricted(system)) == (set(), set())


def test_what_is_held_has_no_number_and_counts_nowhere(an: Actor, dung: Actor, committee: Body) -> None:
    draft = said("Mua nick giá rẻ", Origin.PORTAL)
    held = submit_opinion(actor=dung, body=committee, draft=draft, key=issue_key(dung, "give"), is_suspect=True)
    sent = submit_opinion(actor=dung, body=committee, draft=draft, key=issue_key(dung, "give"))
    assert (held.number, sent.number) == (None, 1)
    assert counts_by_origin(an) == Counter({"portal": 1})


def test_a_right_that_ended_yesterday_shows_nothing_today(locality: Locality, committee: Body, an: Actor) -> None:
    user = people.user("cu", "Hoàng Văn Cũ")
    people.grant(user, locality, roles.RECEIVER, until=date(2026, 3, 9))
    opinion = receive_opinion(actor=an, body=committee, draft=said("Ông ấy nhận tiền"))
    restrict_opinion(actor=an, opinion=opinion)
    assert restricted(actor_of(user, locality, date(2026, 3, 9))) == set()  # sealed: nobody could read it
    assert restricted(actor_of(user, locality, clock.today())) == set()
