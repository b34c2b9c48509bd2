from datetime import date, timedelta

import pytest

from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import UNIT, Scope
from nghedan.foundation.accounts import queries, services
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people

TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def _today(frozen_today: date) -> None:
    assert frozen_today == TODAY


def open_account(actor: Actor, username: str = "lan", role: str = "clerk") -> tuple[User, str]:
    return services.create_account(
        actor=actor, username=username, full_name="Đỗ Thị Lan", role=role, valid_from=TODAY, valid_to=None
    )


def codes_of(locality: Locality) -> list[str]:
    return list(JournalEntry.objects.filter(locality=locality).order_by("number").values_list("code", flat=True))


def test_opening_an_account_gives_a_role_and_a_card_but_no_password(ha: Actor, locality: Locality) -> None:
    user, code = open_account(ha, " Lan ")

    assert user.username == "lan"
    assert not user.has_usable_password()
    assert actor_of(user, locality, TODAY).roles == {"clerk"}
    assert services.find_card(code).user == user
    assert codes_of(locality) == ["grant.add", "password_card.issue"]


def test_the_journal_names_the_account_and_never_holds_the_code(ha: Actor, locality: Locality) -> None:
    user, code = open_account(ha)

    added, issued = JournalEntry.objects.filter(locality=locality).order_by("number")
    assert added.facts()["facts"]["account"] == user.public_id
    assert added.facts()["facts"]["opened"] == "lan"
    assert added.actor_key == ha.key
    assert set(issued.facts()["facts"]) == {"account", "state", "user_id", "valid_until"}
    assert code not in issued.body


def test_only_who_may_give_roles_opens_accounts(an: Actor, ha: Actor) -> None:
    with pytest.raises(NotAllowed):
        open_account(an)
    assert not User.objects.filter(username="lan").exists()


@pytest.mark.parametrize(("username", "field"), [("Nguyễn Lan", "username"), ("ha", "username")])
def test_a_bad_or_taken_name_is_told_at_its_field(ha: Actor, username: str, field: str) -> None:
    with pytest.raises(Invalid) as raised:
        open_account(ha, username)
    assert raised.value.field == field


def test_an_unknown_role_leaves_nothing_behind(ha: Actor, locality: Locality) -> None:
    with pytest.raises(Invalid) as raised:
        open_account(ha, role="emperor")
    assert raised.value.code == "grant.unknown_role"
    assert not User.objects.filter(username="lan").exists()
    assert codes_of(locality) == []


def test_a_role_reaches_where_and_as_long_as_it_is_given(ha: Actor, locality: Locality) -> None:
    user, _code = open_account(ha)
    services.grant_role(
        actor=ha, user=user, role="officer", scope=Scope(UNIT, 3), valid_from=TODAY, valid_to=TODAY + timedelta(days=2)
    )

    assert actor_of(user, locality, TODAY + timedelta(days=2)).roles == {"clerk", "officer"}
    assert actor_of(user, locality, TODAY + timedelta(days=3)).roles == {"clerk"}


def test_a_role_cannot_end_before_it_begins(ha: Actor) -> None:
    user, _code = open_account(ha)
    with pytest.raises(Invalid) as raised:
        services.grant_role(actor=ha, user=user, role="head", valid_from=TODAY, valid_to=TODAY - timedelta(days=1))
    assert raised.value.field == "valid_to"


def test_an_administrator_does_not_draw_in_an_account_of_another_locality(ha: Actor, giang: Actor) -> None:
    with pytest.raises(Refused) as raised:
        services.grant_role(actor=ha, user=User.objects.get(pk=giang.user_id), role="clerk", valid_from=TODAY)
    assert raised.value.code == "account.not_of_here"


def test_ending_a_role_takes_effect_at_once(ha: Actor, an: Actor, locality: Locality) -> None:
    user = User.objects.get(pk=an.user_id)
    grant = RoleGrant.objects.of(locality).get(user=user)

    services.end_grant(actor=ha, grant=grant)

    assert actor_of(user, locality, TODAY).roles == frozenset()
    assert (grant.state, grant.valid_to) == ("ended", TODAY)


def test_a_role_of_the_future_is_ended_before_it_begins(ha: Actor, locality: Locality) -> None:
    user, _code = open_account(ha)
    later = services.grant_role(actor=ha, user=user, role="head", valid_from=TODAY + timedelta(days=5))

    services.end_grant(actor=ha, grant=later)

    assert actor_of(user, locality, TODAY + timedelta(days=5)).roles == {"clerk"}


def test_moving_the_days_of_a_role(ha: Actor, an: Actor, locality: Locality) -> None:
    user = User.objects.get(pk=an.user_id)
    grant = RoleGrant.objects.of(locality).get(user=user)

    services.change_grant(actor=ha, grant=grant, valid_from=TODAY, valid_to=TODAY)

    assert actor_of(user, locality, TODAY).roles == {"clerk"}
    assert actor_of(user, locality, TODAY + timedelta(days=1)).roles == frozenset()


def test_the_last_administrator_stays(ha: Actor, locality: Locality) -> None:
    grant = RoleGrant.objects.of(locality).get(user_id=ha.user_id)
    with pytest.raises(Refused) as raised:
        services.end_grant(actor=ha, grant=grant)
    assert raised.value.code == "grant.last_keeper"

    open_account(ha, role="administrator")
    services.end_grant(actor=ha, grant=grant)
    assert actor_of(User.objects.get(pk=ha.user_id), locality, TODAY).roles == frozenset()


def test_closing_an_account_ends_its_roles_and_its_cards(ha: Actor, locality: Locality) -> None:
    user, code = open_account(ha)

    services.close_account(actor=ha, user=user)

    assert not User.objects.get(pk=user.pk).is_active
    assert actor_of(user, locality, TODAY).roles == frozenset()
    with pytest.raises(Invalid):
        services.find_card(code)
    assert codes_of(locality)[-2:] == ["grant.end", "password_card.withdraw"]


def test_an_account_with_a_role_elsewhere_stays_open(ha: Actor, an: Actor, other_locality: Locality) -> None:
    user = User.objects.get(pk=an.user_id)
    people.grant(user, other_locality, "observer")

    services.close_account(actor=ha, user=user)

    assert User.objects.get(pk=user.pk).is_active
    assert list(queries.localities_of(user, clock.today())) == [other_locality]


def test_only_the_administrator_sees_the_accounts_and_only_those_of_here(ha: Actor, an: Actor, giang: Actor) -> None:
    assert [user.username for user in queries.accounts_visible_to(ha)] == ["ha", "an"]
    assert list(queries.accounts_visible_to(an)) == []
    assert list(queries.accounts_visible_to(giang)) == []
