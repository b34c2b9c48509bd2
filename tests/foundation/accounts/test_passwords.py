from datetime import date, datetime, timedelta

import pytest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import services
from nghedan.foundation.accounts.models import PasswordCard
from nghedan.foundation.accounts.throttle import is_slowed, note_failure
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, NotAllowed, Refused
from tests.support import people

NINE = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)
NEW_PASSWORD = "cau-treo-mua-lu"


@pytest.fixture(autouse=True)
def _today(frozen_today: date) -> None:
    assert frozen_today == NINE.date()


@pytest.fixture
def ans_user(an: Actor) -> User:
    return User.objects.get(pk=an.user_id)


def test_a_card_sets_the_password_once(ha: Actor, ans_user: User, locality: Locality) -> None:
    card, code = services.issue_password_card(actor=ha, user=ans_user)

    user = services.use_password_card(code=code.upper().replace("-", " "), password=NEW_PASSWORD)

    assert user.check_password(NEW_PASSWORD)
    assert User.objects.get(pk=ans_user.pk).check_password(NEW_PASSWORD)
    assert PasswordCard.objects.of(locality).get(pk=card.pk).state == "used"
    with pytest.raises(Invalid) as raised:
        services.use_password_card(code=code, password=NEW_PASSWORD)
    assert raised.value.field == "code"


@pytest.mark.parametrize(("later", "open_still"), [(timedelta(days=3, seconds=-1), True), (timedelta(days=3), False)])
def test_a_card_lives_three_days(ha: Actor, ans_user: User, later: timedelta, open_still: bool) -> None:
    _card, code = services.issue_password_card(actor=ha, user=ans_user)

    with clock.frozen(NINE + later):
        if open_still:
            assert services.find_card(code).user == ans_user
        else:
            with pytest.raises(Invalid):
                services.find_card(code)


def test_a_new_card_withdraws_the_earlier_one(ha: Actor, ans_user: User, locality: Locality) -> None:
    _first, first_code = services.issue_password_card(actor=ha, user=ans_user)
    _second, second_code = services.issue_password_card(actor=ha, user=ans_user)

    with pytest.raises(Invalid):
        services.find_card(first_code)
    assert services.find_card(second_code).user == ans_user
    codes = JournalEntry.objects.filter(locality=locality).order_by("number").values_list("code", flat=True)
    assert list(codes) == ["password_card.issue", "password_card.withdraw", "password_card.issue"]


def test_a_card_for_someone_with_a_role_elsewhere_is_refused(
    ha: Actor, ans_user: User, other_locality: Locality
) -> None:
    people.grant(ans_user, other_locality, "head")
    with pytest.raises(Refused) as raised:
        services.issue_password_card(actor=ha, user=ans_user)
    assert raised.value.code == "account.also_elsewhere"


def test_a_clerk_issues_no_cards(an: Actor, ans_user: User) -> None:
    with pytest.raises(NotAllowed):
        services.issue_password_card(actor=an, user=ans_user)


def test_a_weak_password_leaves_the_card_unused(ha: Actor, ans_user: User) -> None:
    _card, code = services.issue_password_card(actor=ha, user=ans_user)
    with pytest.raises(Invalid) as raised:
        services.use_password_card(code=code, password="123456")
    assert raised.value.field == "password"
    assert services.find_card(code).user == ans_user


def test_changing_the_password_is_journalled_wherever_a_role_is_held(
    an: Actor, ans_user: User, locality: Locality, other_locality: Locality
) -> None:
    people.grant(ans_user, other_locality, "observer")

    services.change_password(user=ans_user, password=NEW_PASSWORD)

    entries = JournalEntry.objects.filter(code="account.password").order_by("locality_id")
    assert [(entry.locality, entry.actor_key) for entry in entries] == [
        (locality, an.key),
        (other_locality, an.key),
    ]
    assert User.objects.get(pk=ans_user.pk).check_password(NEW_PASSWORD)


def test_wrong_tries_slow_an_account_and_a_used_card_frees_it(ha: Actor, ans_user: User) -> None:
    for _try in range(5):
        note_failure(ans_user)
    assert not is_slowed(ans_user)
    note_failure(ans_user)
    assert is_slowed(ans_user)
    with clock.frozen(NINE + timedelta(seconds=2)):
        assert not is_slowed(ans_user)

    _card, code = services.issue_password_card(actor=ha, user=ans_user)
    services.use_password_card(code=code, password=NEW_PASSWORD)
    assert not is_slowed(ans_user)
