"""What happened to a row, as its page tells it."""

from collections.abc import Callable
from typing import Any

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.door import perform
from tests.support.things.models import Thing


def test_the_latest_comes_first_and_only_what_concerns_the_rows_asked_for(
    an: Actor, binh: Actor, make_thing: Callable[..., Thing], django_assert_num_queries: Any
) -> None:
    hoe, sickle, _sieve = make_thing("Cái cuốc"), make_thing("Cái liềm"), make_thing("Cái sàng")
    perform("thing.edit", actor=an, obj=hoe, changes={"amount": 2})
    perform("thing.close", actor=binh, obj=sickle)
    with django_assert_num_queries(1):
        told = timeline_of(hoe, sickle)
    assert [(one.code, one.by) for one in told] == [
        ("thing.close", "Trần Văn Bình"),
        ("thing.edit", "Nguyễn Thị An"),
        ("thing.add", "Nguyễn Thị An"),
        ("thing.add", "Nguyễn Thị An"),
    ]
    assert told[1].facts == {"amount": [0, 2]}
    assert [one.code for one in timeline_of(hoe, sickle, most=1)] == ["thing.close"]
    assert timeline_of() == []


def test_a_row_nothing_happened_to_has_no_timeline(locality: Locality) -> None:
    assert timeline_of(Thing(locality=locality, public_id="aaaaaaaaaaaa")) == []
