from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection, connections

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.access.scope import HAMLET, Scope
from nghedan.foundation.accounts import queries, services
from nghedan.foundation.accounts.cards import digest_of
from nghedan.foundation.accounts.models import SignInCard
from nghedan.foundation.accounts.rules import rest_after
from nghedan.foundation.accounts.services.sign_in_cards import IssuedCard
from nghedan.foundation.accounts.throttle import is_slowed, rests_until, take_try
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people

NINE = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)


@pytest.fixture(autouse=True)
def _today(frozen_today: date) -> None:
    assert frozen_today == NINE.date()


@pytest.fixture
def pha(locality: Locality) -> User:
    """Pha, head of a hamlet, without a password."""
    user = User(username="pha", full_name="Lò Văn Pha")
    user.set_unusable_password()
    user.save()
    people.grant(user, locality, "hamlet_head", Scope(HAMLET, 3))
    return user


def issue(actor: Actor, user: User) -> IssuedCard:
    (issued,) = services.issue_sign_in_cards(actor=actor, users=[user])
    return issued


def use(issued: IssuedCard, pin: str = "") -> SignInCard:
    return services.use_sign_in_card(card_id=issued.card.public_id, pin=pin or issued.pin)


def wrong(issued: IssuedCard) -> str:
    """Return a PIN that is not the card's."""
    return f"{(int(issued.pin) + 1) % 1_000_000:06}"


def codes_of(locality: Locality) -> list[str]:
    return list(JournalEntry.objects.filter(locality=locality).order_by("number").values_list("code", flat=True))


def test_a_card_is_found_by_its_token_and_used_with_its_pin(ha: Actor, pha: User, locality: Locality) -> None:
    issued = issue(ha, pha)

    assert services.find_sign_in_card(issued.token) == issued.card
    assert use(issued, f"{issued.pin[:3]} {issued.pin[3:]}").user == pha
    assert codes_of(locality) == ["sign_in_card.issue", "sign_in_card.use"]


def test_neither_token_nor_pin_is_stored(ha: Actor, pha: User) -> None:
    issued = issue(ha, pha)
    assert (len(issued.token), len(issued.pin)) == (28, 6)

    pin_hash = SignInCard.objects.of(issued.card.locality).get().pin_hash
    assert (check_password(issued.pin, pin_hash), check_password(digest_of(issued.pin), pin_hash)) == (False, True)
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [str(row) for row in cursor.fetchall()]
    assert [row for row in rows if issued.token in row] == []
    assert [body for body in JournalEntry.objects.values_list("body", flat=True) if issued.pin in body] == []


def test_a_new_card_withdraws_the_one_before(ha: Actor, pha: User, locality: Locality) -> None:
    first, second = issue(ha, pha), issue(ha, pha)

    for refused in (lambda: services.find_sign_in_card(first.token), lambda: use(first)):
        with pytest.raises(Invalid):
            refused()
    assert use(second).pk == second.card.pk
    assert codes_of(locality)[:3] == ["sign_in_card.issue", "sign_in_card.withdraw", "sign_in_card.issue"]


def test_a_lost_card_is_withdrawn(ha: Actor, an: Actor, pha: User) -> None:
    issued = issue(ha, pha)
    with pytest.raises(NotAllowed):
        services.withdraw_sign_in_cards(actor=an, user=pha)

    services.withdraw_sign_in_cards(actor=ha, user=pha)

    assert not queries.is_opened_by_card(pha, issued.card.public_id, NINE.date())
    with pytest.raises(Invalid):
        services.find_sign_in_card(issued.token)


@pytest.mark.parametrize("role", ["head", "administrator", "receiver"])
def test_who_decides_or_administers_has_no_card(ha: Actor, pha: User, locality: Locality, role: str) -> None:
    people.grant(pha, locality, role)
    with pytest.raises(Refused) as raised:
        issue(ha, pha)
    assert (raised.value.code, raised.value.params) == ("sign_in_card.not_for_roles", {"name": "Lò Văn Pha"})
    assert SignInCard.objects.of(locality).count() == 0


def test_a_strict_role_given_later_stops_the_card_as_long_as_it_lasts(
    ha: Actor, pha: User, locality: Locality
) -> None:
    issued = issue(ha, pha)
    tomorrow = NINE.date() + timedelta(days=1)
    people.grant(pha, locality, "head", since=tomorrow, until=tomorrow)

    days = [tomorrow + timedelta(days=n) for n in (-1, 0, 1)]
    opened = [queries.is_opened_by_card(pha, issued.card.public_id, day) for day in days]
    assert opened == [True, False, True]
    with clock.frozen(NINE + timedelta(days=1)), pytest.raises(Invalid):
        use(issued)


def test_a_card_ends_with_the_roles_and_with_the_account(ha: Actor, pha: User, locality: Locality) -> None:
    issued = issue(ha, pha)
    RoleGrant.objects.of(locality).filter(user=pha).update(valid_to=NINE.date())
    assert queries.is_opened_by_card(pha, issued.card.public_id, NINE.date())
    assert not queries.is_opened_by_card(pha, issued.card.public_id, NINE.date() + timedelta(days=1))

    services.close_account(actor=ha, user=pha)
    assert issued.card.state == "current"
    issued.card.refresh_from_db()
    assert issued.card.state == "ended"


def test_a_card_opens_no_other_locality(ha: Actor, pha: User, other_locality: Locality) -> None:
    issued = issue(ha, pha)
    people.grant(pha, other_locality, "observer", since=NINE.date() + timedelta(days=9))
    with pytest.raises(Refused):
        issue(ha, pha)
    with pytest.raises(Invalid):
        use(issued)


def test_nobody_issues_cards_for_strangers_or_without_the_right(
    ha: Actor, an: Actor, giang: Actor, pha: User, locality: Locality
) -> None:
    with pytest.raises(NotAllowed):
        issue(an, pha)
    with pytest.raises(Refused) as raised:
        services.issue_sign_in_cards(actor=ha, users=[pha, User.objects.get(pk=giang.user_id)])
    assert raised.value.code == "account.not_of_here"
    assert SignInCard.objects.of(locality).count() == 0


def test_four_wrong_pins_are_free_then_the_card_rests_ten_minutes_each() -> None:
    assert [rest_after(n).total_seconds() for n in (1, 4, 5, 6, 500)] == [0, 0, 600, 600, 600]


def test_wrong_pins_rest_that_card_only_and_a_right_one_begins_anew(ha: Actor, pha: User, an: Actor) -> None:
    issued, other = issue(ha, pha), issue(ha, User.objects.get(pk=an.user_id))
    for _try in range(4):
        with pytest.raises(Invalid) as told:
            use(issued, wrong(issued))
        assert told.value.field == "pin"
    for pin in (wrong(issued), issued.pin):
        with pytest.raises(Refused) as resting:
            use(issued, pin)
        assert resting.value.params == {"until": "09:10"}
    assert use(other).user_id == an.user_id
    assert not is_slowed(pha)

    with clock.frozen(NINE + timedelta(minutes=10)):
        use(issued)
        assert rests_until(issued.card) is None
        with pytest.raises(Invalid):
            use(issued, wrong(issued))


@pytest.mark.django_db(transaction=True)
def test_many_tries_at_once_count_one_by_one(ha: Actor, pha: User) -> None:
    card = issue(ha, pha).card

    def try_once(_number: int) -> bool:
        try:
            return take_try(card)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(try_once, range(24)))
    assert 1 <= sum(taken) <= 5
