"""Petitions of law: out of the dialogue, on their own clock, and known to their readers alone."""

from collections.abc import Callable
from datetime import date

import pytest

from nghedan.config import roles
from nghedan.domain.matters.models import Petition
from nghedan.domain.matters.petition_limits import ACCEPT, CHECK, CONCLUDE, EXTENDED, SETTLE, limits_of, ship
from nghedan.domain.matters.queries import matters_visible_to, petitions_visible_to
from nghedan.domain.matters.services.petitions import (
    accept_petition,
    register_petition,
    reopen_petition,
    settle_petition,
    transfer_petition,
)
from nghedan.domain.matters.terms import MatterKind, PetitionState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.terms import OpinionState
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.scope import BODY, Scope
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.models import Deadline, DeadlineRuleVersion
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver(locality: Locality, committee: Body) -> Actor:
    return people.staff("thu", "Lê Thị Thu", locality, roles.RECEIVER, Scope(BODY, committee.pk))


@pytest.fixture
def complaint(an: Actor, said: Callable[..., Opinion]) -> Petition:
    opinion = said("Không đồng ý quyết định số 12 thu hồi đất của tôi")
    return register_petition(actor=an, opinion=opinion, kind=MatterKind.COMPLAINT)


@pytest.fixture
def denunciation(an: Actor, binh: Actor, said: Callable[..., Opinion]) -> Petition:
    opinion = said("Kế toán nhận tiền")
    return register_petition(actor=an, opinion=opinion, kind=MatterKind.DENUNCIATION)


def due(petition: Petition) -> dict[str, date]:
    return {limit.rule.code: limit.due_on for limit in limits_of([petition])[petition.pk]}


def test_a_complaint_leaves_the_dialogue_and_stays_with_clerk_and_head(
    an: Actor, binh: Actor, chi: Actor, receiver: Actor, complaint: Petition
) -> None:
    opinion = Opinion.objects.of(an.locality).get(pk=complaint.opinion_id)  # type: ignore[arg-type]
    assert (opinion.state, list(matters_visible_to(an))) == (OpinionState.CLASSIFIED, [])
    assert [list(petitions_visible_to(who)) for who in (an, binh, chi, receiver)] == [[complaint], [complaint], [], []]


def test_a_denunciation_vanishes_from_whoever_registers_it(
    an: Actor, binh: Actor, receiver: Actor, observer: Actor, denunciation: Petition
) -> None:
    assert [list(petitions_visible_to(who)) for who in (an, binh, receiver, observer)] == [
        [], [denunciation], [denunciation], [],
    ]  # fmt: skip
    assert list(opinions_visible_to(an)) == []
    with pytest.raises(NotAllowed):
        transfer_petition(actor=an, petition=denunciation, sent_to="Thanh tra tỉnh")


def test_no_limit_of_a_petition_is_ever_stored(complaint: Petition, denunciation: Petition, binh: Actor) -> None:
    accept_petition(actor=binh, petition=denunciation, on=clock.today())
    assert limits_of([complaint, denunciation])[denunciation.pk]
    assert Deadline.objects.of(complaint.locality).count() == 0


@pytest.mark.parametrize(
    ("registered", "last_day"),
    [
        pytest.param(date(2026, 3, 2), date(2026, 3, 12), id="thursday"),
        pytest.param(date(2026, 3, 4), date(2026, 3, 16), id="saturday-rolls-to-monday"),
    ],
)
def test_a_complaint_is_accepted_within_ten_days(complaint: Petition, registered: date, last_day: date) -> None:
    complaint.registered_on = registered
    assert due(complaint) == {ACCEPT: last_day}


def test_once_accepted_a_complaint_is_settled_in_thirty_days_or_as_the_law_extends_it(
    an: Actor, complaint: Petition
) -> None:
    accept_petition(actor=an, petition=complaint, on=clock.today())
    limits = due(complaint)
    assert limits[SETTLE] == date(2026, 4, 9)
    complex_, remote, both = EXTENDED
    assert (limits[complex_], limits[remote], limits[both]) == (date(2026, 4, 24), date(2026, 4, 24), date(2026, 5, 11))


@pytest.mark.parametrize(
    ("registered", "last_day"),
    [
        pytest.param(date(2026, 3, 10), date(2026, 3, 19), id="over-a-weekend"),
        pytest.param(date(2026, 2, 9), date(2026, 2, 25), id="over-tet"),
    ],
)
def test_a_denunciation_is_checked_within_seven_working_days(
    denunciation: Petition, registered: date, last_day: date
) -> None:
    denunciation.registered_on = registered
    assert due(denunciation) == {CHECK: last_day}


def test_a_denunciation_is_concluded_in_thirty_days(binh: Actor, denunciation: Petition) -> None:
    accept_petition(actor=binh, petition=denunciation, on=clock.today())
    assert due(denunciation) == {CONCLUDE: date(2026, 4, 9)}


def test_what_is_passed_on_or_settled_has_no_clock(an: Actor, complaint: Petition) -> None:
    with pytest.raises(Invalid):
        transfer_petition(actor=an, petition=complaint, sent_to=" ")
    transfer_petition(actor=an, petition=complaint, sent_to="Chủ tịch UBND tỉnh", document_number="12/PC")
    assert (complaint.state, due(complaint)) == (PetitionState.TRANSFERRED, {})
    reopen_petition(actor=an, petition=complaint)
    accept_petition(actor=an, petition=complaint, on=clock.today())
    settle_petition(actor=an, petition=complaint, note="Giữ nguyên quyết định", document_number="45/QĐ-UBND")
    assert due(complaint) == {}


def test_what_the_dialogue_answers_is_no_petition(an: Actor, said: Callable[..., Opinion]) -> None:
    with pytest.raises(Refused):
        register_petition(actor=an, opinion=said("Sửa đường"), kind=MatterKind.PETITION)


def test_shipping_the_rules_again_changes_nothing(locality: Locality) -> None:
    before = limits_count()
    ship()
    assert limits_count() == before


def limits_count() -> int:
    return DeadlineRuleVersion.objects.shipped().count()
