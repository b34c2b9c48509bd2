"""Deeds on units: the names of the day, renaming, merging, and who goes along."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from nghedan.domain.organisations.models import Body, Officer, Unit
from nghedan.domain.organisations.queries import posts_on, unit_names_on, units_on
from nghedan.domain.organisations.services.units import add_unit, edit_unit, end_unit, merge_units, rename_unit
from nghedan.domain.organisations.terms import UnitKind
from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people

CHANGE = date(2026, 7, 1)
DAY_BEFORE = date(2026, 6, 30)
pytestmark = pytest.mark.usefixtures("frozen_today")


@pytest.fixture
def account(locality: Locality) -> User:
    holder = people.user("lua", "Lò Thị Lúa")
    people.grant(holder, locality, "observer")
    return holder


def new_unit(body: Body, name: str) -> Unit:
    return Unit(locality=body.locality, kind=UnitKind.ECONOMY.value, name=name, body=body)


def reached(account: User, locality: Locality, day: date) -> set[Scope]:
    return {grant.scope for grant in actor_of(account, locality, day).grants if grant.role == "officer"}


def names_on(locality: Locality, day: date) -> list[str]:
    return sorted(unit.name for unit in units_on(locality, day))


def test_a_renamed_unit_prints_the_name_of_the_day(ha: Actor, locality: Locality, economy: Unit, office: Unit) -> None:
    renamed = rename_unit(actor=ha, unit=economy, name="Phòng Kinh tế và Hạ tầng", on=CHANGE)
    old, new = "Phòng Kinh tế", "Phòng Kinh tế và Hạ tầng"
    assert names_on(locality, DAY_BEFORE) == [old, office.name]
    assert names_on(locality, CHANGE) == [new, office.name]
    for day, name in ((DAY_BEFORE, old), (CHANGE, new), (CHANGE + timedelta(days=400), new)):
        names = unit_names_on(locality, day)
        assert (names[economy.pk], names[renamed.pk]) == (name, name)
    assert (renamed.kind, renamed.body, economy.replaced_by) == (economy.kind, economy.body, renamed)
    assert verify_all() == []


def test_names_are_followed_through_several_changes(ha: Actor, locality: Locality, economy: Unit) -> None:
    second = rename_unit(actor=ha, unit=economy, name="Phòng Hai", on=CHANGE)
    third = rename_unit(actor=ha, unit=second, name="Phòng Ba", on=CHANGE + timedelta(days=100))
    days = (DAY_BEFORE, CHANGE, CHANGE + timedelta(days=99), CHANGE + timedelta(days=100))
    expected = ["Phòng Kinh tế", "Phòng Hai", "Phòng Hai", "Phòng Ba"]
    for unit in (economy, second, third):
        assert [unit_names_on(locality, day)[unit.pk] for day in days] == expected


def test_a_renaming_takes_posts_and_roles_along(
    ha: Actor, locality: Locality, economy: Unit, in_post: Callable[..., Officer], account: User
) -> None:
    head = in_post("Lò Thị Lúa", "Trưởng phòng", user=account, unit=economy, is_head=True, roles=("officer",))
    renamed = rename_unit(actor=ha, unit=economy, name="Phòng Kinh tế và Hạ tầng", on=CHANGE)
    (before,), (after,) = posts_on(locality, DAY_BEFORE), posts_on(locality, CHANGE)
    assert (before.officer, before.unit, before.valid_to) == (head, economy, DAY_BEFORE)
    assert (after.officer, after.unit, after.title, after.is_head) == (head, renamed, "Trưởng phòng", True)
    assert reached(account, locality, DAY_BEFORE) == {economy.scope}
    assert reached(account, locality, CHANGE) == {economy.scope, renamed.scope}  # the old files stay in reach


def test_a_role_given_by_hand_reaches_the_new_unit_too(
    ha: Actor, locality: Locality, economy: Unit, account: User
) -> None:
    people.grant(account, locality, "officer", Scope(UNIT, economy.pk), until=date(2026, 12, 31))
    renamed = rename_unit(actor=ha, unit=economy, name="Phòng Kinh tế và Hạ tầng", on=CHANGE)
    carried = RoleGrant.objects.of(locality).get(user=account, scope_id=renamed.pk)
    assert (carried.role, carried.valid_from, carried.valid_to) == ("officer", CHANGE, date(2026, 12, 31))


def test_merged_units_keep_their_own_names_for_earlier_days(
    ha: Actor, locality: Locality, economy: Unit, office: Unit, committee: Body
) -> None:
    merged = merge_units(
        actor=ha, units=[economy, office], merged=new_unit(committee, "Văn phòng - Kinh tế"), on=CHANGE
    )
    before, after = unit_names_on(locality, DAY_BEFORE), unit_names_on(locality, CHANGE)
    assert (before[economy.pk], before[office.pk]) == ("Phòng Kinh tế", "Văn phòng HĐND và UBND xã")
    assert before[merged.pk] == "Văn phòng - Kinh tế"  # two stood in its place: it keeps its own
    assert {after[unit.pk] for unit in (economy, office, merged)} == {"Văn phòng - Kinh tế"}
    assert names_on(locality, CHANGE) == ["Văn phòng - Kinh tế"]


def test_a_merger_takes_officers_along_but_not_leaders(
    ha: Actor, locality: Locality, economy: Unit, office: Unit, committee: Body, in_post: Callable[..., Officer]
) -> None:
    in_post("Lê Văn Đầu", "Trưởng phòng", unit=economy, is_head=True)
    member = in_post("Lò Thị Lúa", "Chuyên viên", unit=economy)
    merged = merge_units(
        actor=ha, units=[economy, office], merged=new_unit(committee, "Văn phòng - Kinh tế"), on=CHANGE
    )
    assert [(post.officer, post.unit) for post in posts_on(locality, CHANGE)] == [(member, merged)]


def test_one_unit_is_no_merger(ha: Actor, economy: Unit, committee: Body) -> None:
    with pytest.raises(Invalid):
        merge_units(actor=ha, units=[economy], merged=new_unit(committee, "Khác"), on=CHANGE)


def test_a_merger_into_a_name_in_use_leaves_everything(
    ha: Actor, locality: Locality, economy: Unit, office: Unit, committee: Body
) -> None:
    add_unit(actor=ha, unit=new_unit(committee, "Phòng Khác"))
    before = names_on(locality, CHANGE)
    with pytest.raises(Refused):
        merge_units(actor=ha, units=[economy, office], merged=new_unit(committee, "phòng khác"), on=CHANGE)
    assert names_on(locality, CHANGE) == before


def test_a_slip_is_corrected_in_place(ha: Actor, locality: Locality, economy: Unit, office: Unit) -> None:
    edit_unit(actor=ha, unit=economy, changes={"name": "  Phòng  Kinh Tế "})
    assert unit_names_on(locality, DAY_BEFORE)[economy.pk] == "Phòng Kinh Tế"
    with pytest.raises(Refused):
        edit_unit(actor=ha, unit=economy, changes={"name": office.name})


def test_a_unit_ends_with_its_posts(
    ha: Actor, locality: Locality, economy: Unit, in_post: Callable[..., Officer]
) -> None:
    in_post("Lò Thị Lúa", "Chuyên viên", unit=economy)
    end_unit(actor=ha, unit=economy, last_day=DAY_BEFORE)
    assert (len(posts_on(locality, DAY_BEFORE)), posts_on(locality, CHANGE)) == (1, [])
    with pytest.raises(Refused):
        end_unit(actor=ha, unit=economy, last_day=CHANGE)


def test_a_clerk_of_one_body_leaves_the_other_alone(state_clerk: Actor, party_clerk: Actor, economy: Unit) -> None:
    with pytest.raises(NotAllowed):
        edit_unit(actor=party_clerk, unit=economy, changes={"contact": "Tầng 2"})
    assert edit_unit(actor=state_clerk, unit=economy, changes={"contact": "Tầng 2"}).contact == "Tầng 2"
