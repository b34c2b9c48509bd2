"""What is restricted vanishes with everything that hangs on it, for everybody, at once; lowering brings it back."""

from collections.abc import Callable

import pytest

from nghedan.config import roles
from nghedan.domain.matters.models import Field, Matter, Support
from nghedan.domain.matters.queries import matters_of_unit, matters_visible_to, standing_alone
from nghedan.domain.matters.services.assigning import assign_matter, set_supports
from nghedan.domain.matters.services.grouping import group
from nghedan.domain.matters.services.raising import MatterDraft, also_raises, raise_matter
from nghedan.domain.matters.services.restricting import lower, mark_conduct, restrict
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import restricted_visible_to
from nghedan.domain.opinions.services.restricting import read_restricted
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Body, Delegation, Hamlet, Officer, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.access.scope import BODY, HAMLET, Scope
from nghedan.foundation.db import clock
from nghedan.foundation.search.find import search
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import NotAllowed
from tests.support import people

pytestmark = pytest.mark.django_db

WORDS = "Kế toán xã nhận tiền làm đường"


def officer(actor: Actor, locality: Locality) -> Officer:
    row = Officer(locality=locality, full_name=actor.label, user=User.objects.get(pk=actor.user_id), state="current")
    row.save()
    return row


def fresh(matter: Matter) -> Matter:
    return Matter.objects.of(matter.locality).get(pk=matter.pk)


def of(actor: Actor, opinion: Opinion) -> bool:
    return restricted_visible_to(actor).filter(pk=opinion.pk).exists()


@pytest.fixture
def opinion(said: Callable[..., Opinion]) -> Opinion:
    return said(WORDS)


@pytest.fixture
def assigned(an: Actor, opinion: Opinion, roads: Field, economy: Unit) -> Matter:
    """A matter that only the opinion raises, given to the economic division."""
    matter = raise_matter(actor=an, opinion=opinion, draft=MatterDraft(title=WORDS, field=roads))
    return assign_matter(actor=an, matter=matter, unit=economy)


@pytest.fixture
def receiver(locality: Locality, committee: Body) -> Actor:
    return people.staff("thu", "Lê Thị Thu", locality, roles.RECEIVER, Scope(BODY, committee.pk))


@pytest.fixture
def superior(locality: Locality) -> Actor:
    return people.staff("son", "Hà Văn Sơn", locality, roles.SUPERIOR_RECEIVER)


def test_what_only_it_raises_vanishes_for_everybody_and_from_search(
    an: Actor, binh: Actor, economist: Actor, observer: Actor, opinion: Opinion, assigned: Matter
) -> None:
    assert list(matters_of_unit(economist)) == [assigned]
    restrict(actor=an, opinion=opinion)
    assert [list(matters_visible_to(who)) for who in (an, binh, economist, observer)] == [[], [], [], []]
    assert list(matters_of_unit(economist)) == []
    system = Actor.system(an.locality)
    assert search(opinion.locality, "kế toán làm đường", visible=[matters_visible_to(system)]) == []
    assert search(opinion.locality, "kế toán làm đường", visible=[Matter.objects.of(opinion.locality)]) == []


def test_what_others_raise_too_stays(
    an: Actor, opinion: Opinion, assigned: Matter, said: Callable[..., Opinion]
) -> None:
    also_raises(actor=an, opinion=said("Đường làm dối"), matter=assigned)
    restrict(actor=an, opinion=opinion)
    assert list(matters_visible_to(an)) == [assigned]


def test_a_grouped_matter_stands_alone_while_its_main_one_is_restricted(
    an: Actor, binh: Actor, opinion: Opinion, assigned: Matter, raised: Callable[..., Matter]
) -> None:
    other = group(actor=an, matter=raised("Đường làm dối"), into=assigned)
    restrict(actor=an, opinion=opinion)
    assert list(standing_alone(matters_visible_to(an))) == [other]
    lower(actor=binh, opinion=Opinion.objects.of(an.locality).get(pk=opinion.pk))
    assert list(standing_alone(matters_visible_to(an))) == [assigned]


def test_a_grouped_matter_that_only_it_raises_vanishes_and_the_main_one_stays(
    an: Actor, opinion: Opinion, assigned: Matter, raised: Callable[..., Matter]
) -> None:
    main = raised("Đường làm dối")
    group(actor=an, matter=assigned, into=main)
    restrict(actor=an, opinion=opinion)
    assert list(matters_visible_to(an)) == [main]


def test_lowering_brings_back_level_unit_and_place_in_search(
    an: Actor, binh: Actor, economist: Actor, opinion: Opinion, assigned: Matter
) -> None:
    before = {name: getattr(fresh(assigned), name) for name in ("level", "unit_id", "state", "due_on", "title")}
    restrict(actor=an, opinion=opinion)
    lower(actor=binh, opinion=opinion)
    assert {name: getattr(fresh(assigned), name) for name in before} == before
    assert list(matters_of_unit(economist)) == [assigned]
    hits = search(opinion.locality, "kế toán làm đường", visible=[matters_visible_to(an)])
    assert [hit.subject_id for hit in hits] == [assigned.public_id]


def test_marking_conduct_takes_its_matter_along_and_leaves_what_others_raise(
    an: Actor, observer: Actor, opinion: Opinion, assigned: Matter, said: Callable[..., Opinion]
) -> None:
    mark_conduct(actor=an, opinion=opinion)
    assert fresh(assigned).level == Level.CONDUCT
    assert list(matters_visible_to(observer)) == []
    also_raises(actor=an, opinion=said("Đường làm dối"), matter=fresh(assigned))
    assert fresh(assigned).level == Level.ORDINARY


def test_what_becomes_about_officials_leaves_a_unit_that_may_not_hear_of_it(
    an: Actor, economist: Actor, opinion: Opinion, assigned: Matter, economy: Unit, culture: Unit
) -> None:
    set_supports(actor=an, matter=assigned, units=[culture])
    mark_conduct(actor=an, opinion=opinion)
    left = fresh(assigned)
    assert (left.state, left.unit, left.due_on, left.assigned_on) == (MatterState.SCREENED, None, None, None)
    assert list(matters_of_unit(economist)) == []
    assert [row.unit for row in Support.objects.of(an.locality).filter(state="current")] == [culture]
    assert assign_matter(actor=an, matter=left, unit=culture).state == MatterState.ASSIGNED


def test_it_leaves_a_unit_for_personnel_as_soon_as_somebody_there_is_named(
    an: Actor, hoa: Actor, opinion: Opinion, roads: Field, culture: Unit, locality: Locality
) -> None:
    matter = raise_matter(actor=an, opinion=opinion, draft=MatterDraft(title=WORDS, field=roads))
    assign_matter(actor=an, matter=matter, unit=culture)
    mark_conduct(actor=an, opinion=opinion)
    assert fresh(matter).unit == culture
    mark_conduct(actor=an, opinion=opinion, named=[officer(hoa, locality)])
    assert fresh(matter).unit is None


@pytest.mark.parametrize("who", ["head", "receiver", "hamlet_head", "cell_secretary", "deputy"])
def test_whoever_is_named_and_whoever_acts_for_them_never_sees_it(
    who: str, an: Actor, binh: Actor, receiver: Actor, superior: Actor, opinion: Opinion, locality: Locality,
    committee: Body, hamlet: Hamlet,
) -> None:  # fmt: skip
    deputy = people.staff("nga", "Lý Thị Nga", locality, roles.HEAD, Scope(BODY, committee.pk))
    pao = people.staff("pao", "Giàng A Páo", locality, roles.HAMLET_HEAD, Scope(HAMLET, hamlet.pk))
    cell = people.staff("su", "Thào A Sử", locality, roles.OBSERVER)
    head_officer, deputy_officer = officer(binh, locality), officer(deputy, locality)
    if who == "deputy":
        Delegation(
            locality=locality, body=committee, from_officer=head_officer, to_officer=deputy_officer, reason="Đi vắng",
            paper_due=True, valid_from=clock.today(), valid_to=clock.today(), state="current",
        ).save()  # fmt: skip
    named = {
        "head": head_officer, "deputy": head_officer, "receiver": officer(receiver, locality),
        "hamlet_head": officer(pao, locality), "cell_secretary": officer(cell, locality),
    }[who]  # fmt: skip
    sees = {
        "head": {"deputy", "receiver"}, "deputy": {"receiver"}, "receiver": {"head", "deputy"},
        "hamlet_head": {"head", "deputy", "receiver"}, "cell_secretary": {"head", "deputy", "receiver"},
    }[who]  # fmt: skip
    restrict(actor=an, opinion=opinion, named=[named])
    everybody = {
        "clerk": an, "head": binh, "deputy": deputy, "receiver": receiver, "superior": superior,
        "hamlet_head": pao, "cell_secretary": cell,
    }  # fmt: skip
    assert {name for name, actor in everybody.items() if of(actor, opinion)} == sees


def test_when_head_and_receiver_are_named_only_the_superior_opens_it(
    an: Actor, binh: Actor, receiver: Actor, superior: Actor, opinion: Opinion, locality: Locality
) -> None:
    restrict(actor=an, opinion=opinion, named=[officer(binh, locality), officer(receiver, locality)])
    assert [of(actor, opinion) for actor in (an, binh, receiver, superior)] == [False, False, False, True]
    with pytest.raises(NotAllowed):
        read_restricted(actor=binh, opinion=opinion)
    assert read_restricted(actor=superior, opinion=opinion).words == WORDS
