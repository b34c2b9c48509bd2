"""The same form sent twice: the same content finds the row it made, other content is a conflict."""

from datetime import timedelta

import pytest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.door import create
from nghedan.foundation.transitions.keys import check_key, issue_key
from nghedan.kernel.errors import Conflict, Invalid
from tests.support.state import counts, stored
from tests.support.things.models import Thing


def add(actor: Actor, where: Locality, key: str, title: str = "Cái cuốc", **values: object) -> Thing:
    return create("thing.add", actor=actor, obj=Thing(locality=where, title=title, **values), key=key)


def test_the_same_key_and_content_give_the_same_row(an: Actor, locality: Locality) -> None:
    first = add(an, locality, "k1")
    before = stored()
    assert add(an, locality, "k1") == first
    assert stored() == before


def test_a_moment_or_a_secret_set_by_the_row_itself_is_no_other_content(an: Actor, locality: Locality) -> None:
    with clock.frozen(clock.now()):
        first = add(an, locality, "k1", pin="khóa 1")
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        assert add(an, locality, "k1", pin="khóa 2") == first


def test_the_same_key_with_other_content_is_a_conflict(an: Actor, locality: Locality) -> None:
    add(an, locality, "k1")
    before = stored()
    with pytest.raises(Conflict) as conflict:
        add(an, locality, "k1", title="Cái liềm")
    assert conflict.value.code == "key.other_content"
    assert stored() == before
    assert add(an, locality, "k2", title="Cái liềm").title == "Cái liềm"


def test_a_key_is_spent_only_by_a_row_that_was_stored(an: Actor, locality: Locality) -> None:
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        add(an, locality, "k1", amount=-1)
    assert counts()["UsedKey"] == 0
    assert add(an, locality, "k1", amount=1).amount == 1


def test_each_locality_has_its_own_keys(an: Actor, giang: Actor) -> None:
    assert an.locality is not None
    assert giang.locality is not None
    assert add(an, an.locality, "k1") != add(giang, giang.locality, "k1")


def test_a_key_is_bound_to_form_and_actor(an: Actor, binh: Actor) -> None:
    key = issue_key(an, "thing")
    check_key(key, an, "thing")
    for wrong_key, actor, form in (
        (key, binh, "thing"),
        (key, an, "other"),
        (key[:-1], an, "thing"),
        ("x" + key, an, "thing"),
        ("", an, "thing"),
        ("a.ổ", an, "thing"),
    ):
        with pytest.raises(Invalid):
            check_key(wrong_key, actor, form)
    assert issue_key(an, "thing") != key
