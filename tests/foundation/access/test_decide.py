"""May this actor do this, here, today? Denied unless declared, granted, in force and within reach."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import rules

from nghedan.config import roles
from nghedan.foundation.access import catalogue
from nghedan.foundation.access.actor import Actor, ActorKind, actor_of
from nghedan.foundation.access.decide import (
    ALLOWED,
    NOT_GRANTED,
    NOT_HERE,
    OTHER_LOCALITY,
    Decision,
    Reach,
    decide,
    reach_of,
    require,
)
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT, WHOLE_LOCALITY, Scope
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import NotAllowed
from tests.support import people
from tests.support.things.models import Thing

CHIS = people.CHIS_UNIT.id


@pytest.fixture
def actors(an: Actor, binh: Actor, chi: Actor, dung: Actor, giang: Actor, locality: Locality) -> dict[str, Actor]:
    return {
        "An": an,
        "Bình": binh,
        "Chi": chi,
        "Dũng": dung,
        "Giang": giang,
        "the system": Actor.system(locality),
        "the system everywhere": Actor.system(),
    }


@pytest.mark.parametrize(
    ("who", "code", "unit", "expected"),
    [
        ("An", "thing.add", None, ALLOWED),
        ("An", "thing.add", CHIS, ALLOWED),
        ("An", "thing.close", None, NOT_GRANTED),
        ("An", "thing.fly", None, NOT_GRANTED),
        ("Bình", "thing.close", 99, ALLOWED),
        ("Bình", "thing.add", None, NOT_GRANTED),
        ("Chi", "thing.add", CHIS, ALLOWED),
        ("Chi", "thing.add", 99, NOT_HERE),
        ("Chi", "thing.add", None, NOT_HERE),
        ("Chi", "thing.look", CHIS, NOT_GRANTED),
        ("Dũng", "thing.add", None, NOT_GRANTED),
        ("Giang", "thing.add", None, OTHER_LOCALITY),
        ("Giang", "thing.fly", None, NOT_GRANTED),
        ("the system", "thing.close", 99, ALLOWED),
        ("the system", "thing.fly", None, NOT_GRANTED),
        ("the system everywhere", "thing.close", 99, ALLOWED),
    ],
)
def test_the_table_of_decisions(
    who: str, code: str, unit: int | None, expected: Decision, actors: dict[str, Actor], locality: Locality
) -> None:
    thing = Thing(locality=locality, unit_id=unit)
    assert decide(actors[who], code, thing) == expected
    if expected.allowed:
        require(actors[who], code, thing)
    else:
        with pytest.raises(NotAllowed) as denied:
            require(actors[who], code, thing)
        assert (denied.value.message, denied.value.params) == (expected.reason, {"permission": code})


def test_without_an_object_a_grant_anywhere_in_the_locality_is_enough(actors: dict[str, Actor]) -> None:
    allowed = {who for who, actor in actors.items() if decide(actor, "thing.add").allowed}
    assert allowed == {"An", "Chi", "Giang", "the system", "the system everywhere"}


def test_the_system_of_one_locality_does_nothing_in_another(actors: dict[str, Actor], other_locality: Locality) -> None:
    thing = Thing(locality=other_locality)
    assert decide(actors["the system"], "thing.add", thing) == OTHER_LOCALITY
    assert decide(actors["the system everywhere"], "thing.add", thing) == ALLOWED


def test_an_object_of_no_locality_belongs_to_nobody(an: Actor) -> None:
    assert decide(an, "thing.add", object()) == OTHER_LOCALITY


def test_a_locality_is_its_own(an: Actor, locality: Locality, other_locality: Locality) -> None:
    assert decide(an, "thing.add", locality) == ALLOWED
    assert decide(an, "thing.add", other_locality) == OTHER_LOCALITY


def test_a_predicate_narrows_a_grant_but_not_the_system(
    an: Actor, locality: Locality, monkeypatch: pytest.MonkeyPatch
) -> None:
    @rules.predicate
    def is_cheap(actor: Actor, thing: Thing) -> bool:
        return thing.amount < 10

    @rules.predicate
    def is_mine(actor: Actor, thing: Thing) -> bool:
        return thing.title == actor.label

    declared = catalogue.Permission("thing.add", "Thêm", is_cheap | is_mine)
    monkeypatch.setitem(catalogue.PERMISSIONS._items, "thing.add", declared)
    cheap, dear = Thing(locality=locality, amount=5), Thing(locality=locality, amount=50)
    mine = Thing(locality=locality, amount=50, title="Nguyễn Thị An")
    assert [decide(an, "thing.add", thing) for thing in (cheap, dear, mine)] == [ALLOWED, NOT_HERE, ALLOWED]
    assert decide(Actor.system(locality), "thing.add", dear) == ALLOWED
    assert decide(an, "thing.add") == ALLOWED


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (date(2026, 3, 9), False),
        (date(2026, 3, 10), True),
        (date(2026, 3, 15), True),
        (date(2026, 3, 20), True),
        (date(2026, 3, 21), False),
    ],
    ids=["the day before", "first day", "between", "last day", "the day after"],
)
def test_a_grant_counts_from_its_first_to_its_last_day(day: date, in_force: bool, locality: Locality) -> None:
    holder = people.user("lan", "Đỗ Thị Lan")
    people.grant(holder, locality, roles.CLERK, since=date(2026, 3, 10), until=date(2026, 3, 20))
    actor = actor_of(holder, locality, day)
    assert actor.roles == (frozenset({roles.CLERK}) if in_force else frozenset())
    assert decide(actor, "thing.add").allowed is in_force


def test_a_grant_without_an_end_stays_and_an_ended_one_is_gone(locality: Locality) -> None:
    holder = people.user("lan", "Đỗ Thị Lan")
    row = people.grant(holder, locality, roles.CLERK)
    assert actor_of(holder, locality, date(2090, 1, 1)).roles == {roles.CLERK}
    RoleGrant.objects.of(locality).filter(pk=row.pk).update(state="ended")
    assert actor_of(holder, locality, date(2026, 3, 10)).roles == frozenset()


def test_an_actor_is_read_in_one_query_and_only_for_its_locality(
    locality: Locality, other_locality: Locality, django_assert_num_queries: Callable[..., object]
) -> None:
    holder = people.user("lan", "Đỗ Thị Lan")
    people.grant(holder, locality, roles.OFFICER, Scope(UNIT, 7))
    people.grant(holder, locality, roles.OFFICER, Scope(HAMLET, 3))
    people.grant(holder, other_locality, roles.HEAD)
    with django_assert_num_queries(1):
        actor = actor_of(holder, locality, date(2026, 3, 10))
    assert [(grant.role, grant.scope) for grant in actor.grants] == [
        (roles.OFFICER, Scope(UNIT, 7)),
        (roles.OFFICER, Scope(HAMLET, 3)),
    ]
    assert (actor.kind, actor.key, actor.label) == (ActorKind.STAFF, f"staff:{holder.public_id}", "Đỗ Thị Lan")


def test_reach_is_what_queries_filter_by(an: Actor, chi: Actor, dung: Actor, locality: Locality) -> None:
    assert reach_of(an, "thing.add").everywhere
    assert reach_of(Actor.system(locality), "thing.add").everywhere
    chis = reach_of(chi, "thing.add")
    assert (chis.everywhere, chis.nowhere, chis.ids(UNIT), chis.ids(BODY)) == (False, False, {CHIS}, frozenset())
    assert reach_of(dung, "thing.add").nowhere
    assert Reach(frozenset({WHOLE_LOCALITY})).ids(UNIT) == frozenset()
    assert not chis.covers(object())


def test_names_of_actors_in_the_journal(locality: Locality, an: Actor) -> None:
    assert Actor.system(locality).key == Actor.system().key == "system"
    assert Actor.public(locality).key == "public"
    assert an.key == f"staff:{User.objects.get(username='an').public_id}"
    assert list(an.readable_localities or ()) == [locality.pk]
    assert Actor.system().readable_localities is None


def test_an_account_has_no_rights_of_djangos_own(an: Actor) -> None:
    user = User.objects.get_by_natural_key("AN")
    assert (user.is_staff, user.has_perm("thing.add"), user.full_name) == (False, False, an.label)


def test_roles_may_hold_declared_permissions_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_holders", {})
    monkeypatch.setattr(catalogue, "ROLE_LABELS", {})
    with pytest.raises(ValueError, match=r"nobody declared: \['thing.fly'\]"):
        catalogue.install_roles({"clerk": "Văn phòng"}, {"clerk": frozenset({"thing.add", "thing.fly"})})
    catalogue.install_roles({"clerk": "Văn phòng"}, {"clerk": frozenset({"thing.add"})})
    assert catalogue.ROLE_LABELS == {"clerk": "Văn phòng"}
    assert [catalogue.roles_holding(code) for code in ("thing.add", "thing.close", "thing.fly")] == [
        {"clerk"},
        frozenset(),
        frozenset(),
    ]
    with pytest.raises(ValueError, match="registered twice"):
        catalogue.permission("thing.add", "Thêm")


@pytest.mark.parametrize(
    "wrong",
    [
        {"valid_to": people.LONG_AGO - timedelta(days=1)},
        {"scope_kind": UNIT, "scope_id": None},
        {"scope_id": 7},
    ],
    ids=["ends before it begins", "a unit without its id", "a locality with an id"],
)
def test_the_database_refuses_a_grant_that_cannot_be(wrong: dict[str, object], locality: Locality) -> None:
    from django.db import IntegrityError, transaction

    row = people.grant(people.user("lan", "Đỗ Thị Lan"), locality, roles.CLERK)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.of(locality).filter(pk=row.pk).update(**wrong)
