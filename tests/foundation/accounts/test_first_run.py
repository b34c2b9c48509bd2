from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nghedan.foundation.access.actor import Actor, actor_of
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import first_run, services
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.kernel.errors import Invalid, Refused

NINE = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)


@pytest.fixture(autouse=True)
def _fresh_data(frozen_today: date, settings: Any, tmp_path: Path) -> None:
    settings.NGHEDAN_DATA = tmp_path


def new_locality() -> Locality:
    return Locality(slug="suoi-lanh", name="Suối Lành", level="commune")


def set_up(username: str = "thu.truong", password: str = "cau-treo-mua-lu") -> User:
    return services.set_up_first_account(
        locality=new_locality(), username=username, full_name="Đỗ Thu", password=password
    )


@pytest.mark.django_db
def test_the_first_account_administers_its_locality() -> None:
    assert first_run.is_needed()

    user = set_up()

    locality = Locality.objects.get()
    assert actor_of(user, locality, NINE.date()).roles == {"administrator", "clerk"}
    assert user.check_password("cau-treo-mua-lu")
    entries = JournalEntry.objects.filter(locality=locality)
    assert [(entry.code, entry.actor_key) for entry in entries] == [("grant.add", "system")] * 2
    assert not first_run.is_needed()


def test_nobody_sets_up_twice(an: Actor) -> None:
    with pytest.raises(Refused):
        set_up()
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("username", "password", "field"), [("Thủ trưởng", "cau-treo-mua-lu", "username"), ("thu", "1234", "password")]
)
def test_a_bad_name_or_password_leaves_nothing_behind(username: str, password: str, field: str) -> None:
    with pytest.raises(Invalid) as raised:
        set_up(username, password)
    assert raised.value.field == field
    assert (Locality.objects.count(), User.objects.count()) == (0, 0)


def test_only_the_last_code_is_right(tmp_path: Path) -> None:
    earlier, code = first_run.new_set_up_code(), first_run.new_set_up_code()

    first_run.check_set_up_code(code.upper())
    with pytest.raises(Invalid):
        first_run.check_set_up_code(earlier)
    assert code not in (tmp_path / "first-run.json").read_text(encoding="utf-8")


def test_without_a_code_none_is_right() -> None:
    first_run.new_set_up_code()
    first_run.forget_set_up_code()
    with pytest.raises(Invalid):
        first_run.check_set_up_code("")


def test_wrong_codes_are_slowed_down() -> None:
    code = first_run.new_set_up_code()
    for _try in range(6):
        with pytest.raises(Invalid):
            first_run.check_set_up_code("aaaa")
    with pytest.raises(Invalid):
        first_run.check_set_up_code(code)
    with clock.frozen(NINE + timedelta(seconds=2)):
        first_run.check_set_up_code(code)
