"""Whatever way a query over a locality's table is run, it says first whose rows it means."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Now

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import Unscoped
from tests.support.things.models import Thing

RUNS: dict[str, Callable[[Any], Any]] = {
    "iterate": list,
    "bool": bool,
    "len": len,
    "index": lambda rows: rows[0],
    "slice": lambda rows: list(rows[:2]),
    "repr": repr,
    "contained": lambda rows: Thing(pk=1) in rows,
    "get": lambda rows: rows.get(pk=1),
    "first": lambda rows: rows.first(),
    "last": lambda rows: rows.last(),
    "earliest": lambda rows: rows.earliest("created_at"),
    "latest": lambda rows: rows.latest("created_at"),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "contains": lambda rows: rows.contains(Thing(pk=1)),
    "iterator": lambda rows: list(rows.iterator()),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "aggregate": lambda rows: rows.aggregate(Sum("amount")),
    "aggregate over groups": lambda rows: rows.values("title").annotate(n=Count("pk")).aggregate(Sum("n")),
    "annotate": lambda rows: list(rows.annotate(now=Now())),
    "values": lambda rows: list(rows.values("title")),
    "values_list": lambda rows: list(rows.values_list("title", flat=True)),
    "dates": lambda rows: list(rows.dates("created_at", "year")),
    "datetimes": lambda rows: list(rows.datetimes("created_at", "year")),
    "distinct": lambda rows: list(rows.distinct()),
    "union": lambda rows: list(rows.order_by().union(rows.order_by())),
    "or": lambda rows: list(rows | rows),
    "explain": lambda rows: rows.explain(),
    "sql text": lambda rows: str(rows.query),
    "raw": lambda rows: rows.raw("SELECT * FROM things_thing"),
    "update": lambda rows: rows.update(title="x"),
    "delete": lambda rows: rows.delete(),
    "bulk_update": lambda rows: rows.bulk_update([Thing(pk=1, title="x")], ["title"]),
    "get_or_create": lambda rows: rows.get_or_create(title="x"),
    "update_or_create": lambda rows: rows.update_or_create(title="x"),
    "subquery": lambda rows: list(Locality.objects.filter(pk__in=rows.values("locality"))),
    "Subquery": lambda rows: list(Locality.objects.annotate(t=Subquery(rows.values("title")[:1]))),
    "Exists": lambda rows: list(Locality.objects.filter(Exists(rows.filter(locality=OuterRef("pk"))))),
}


@pytest.fixture
def hoe(make_thing: Callable[..., Thing]) -> Thing:
    return make_thing("Cái cuốc", amount=3)


@pytest.fixture
def foreign(other_locality: Locality) -> Thing:
    thing = Thing(locality=other_locality, title="Cái cày", state="open")
    thing.save()
    return thing


@pytest.mark.parametrize("way", RUNS)
def test_a_query_without_a_locality_is_refused(way: str, hoe: Thing) -> None:
    with pytest.raises(Unscoped), transaction.atomic():
        RUNS[way](Thing.objects.all())
    assert Thing.objects.of(hoe.locality).get().title == "Cái cuốc"


@pytest.mark.parametrize("way", sorted(set(RUNS) - {"raw", "delete", "get_or_create", "update_or_create"}))
def test_the_same_query_runs_with_a_locality(way: str, hoe: Thing) -> None:
    Thing.objects.of(hoe.locality).update(id=1)
    RUNS[way](Thing.objects.of(hoe.locality))


def test_async_iteration_is_refused_too() -> None:
    from asgiref.sync import async_to_sync

    async def titles() -> list[str]:
        return [thing.title async for thing in Thing.objects.all()]

    with pytest.raises(Unscoped):
        async_to_sync(titles)()


def test_of_gives_one_localitys_rows(hoe: Thing, foreign: Thing) -> None:
    assert list(Thing.objects.of(hoe.locality)) == [hoe]
    assert list(Thing.objects.of(foreign.locality)) == [foreign]
    assert Thing.objects.of(hoe.locality).filter(Q(title="Cái cày")).count() == 0


def test_a_union_of_a_scoped_and_an_unscoped_query_is_refused(hoe: Thing, foreign: Thing) -> None:
    scoped = Thing.objects.of(hoe.locality)
    with pytest.raises(Unscoped):
        list(scoped | Thing.objects.all())
    with pytest.raises(Unscoped):
        list(Thing.objects.all() | scoped)
    with pytest.raises(Unscoped):
        list(scoped.order_by().union(Thing.objects.order_by()))
    assert list(scoped & Thing.objects.all()) == [hoe]
    assert set(scoped | Thing.objects.of(foreign.locality)) == {hoe, foreign}


def test_an_empty_query_reads_nobodys_rows() -> None:
    assert list(Thing.objects.none()) == []
    assert Thing.objects.none().count() == 0


def test_across_reads_what_the_actor_may_read(hoe: Thing, foreign: Thing, an: Actor, giang: Actor) -> None:
    assert list(Thing.objects.across(an)) == [hoe]
    assert list(Thing.objects.across(giang)) == [foreign]
    assert list(Thing.objects.across(Actor.system(hoe.locality))) == [hoe]
    assert list(Thing.objects.across(Actor.system())) == [hoe, foreign]


def test_related_managers_need_no_locality(hoe: Thing, make_thing: Callable[..., Thing]) -> None:
    handle = make_thing("Cán cuốc", parent=hoe)
    hoe.friends.add(handle)
    assert list(hoe.parts.all()) == [handle]
    assert hoe.parts.filter(title="Cán cuốc").exists()
    assert hoe.parts.count() == 1
    assert list(hoe.friends.all()) == [handle]
    assert list(handle.friends.values_list("title", flat=True)) == ["Cái cuốc"]
    assert Thing.objects.of(hoe.locality).get(pk=handle.pk).parent == hoe


def test_prefetching_needs_no_locality(
    hoe: Thing, make_thing: Callable[..., Thing], django_assert_num_queries: Any
) -> None:
    handle = make_thing("Cán cuốc", parent=hoe)
    hoe.friends.add(handle)
    rows = Thing.objects.of(hoe.locality).select_related("parent")
    with django_assert_num_queries(3):
        first, second = rows.prefetch_related("friends", Prefetch("parts", queryset=Thing.objects.order_by("title")))
    assert list(first.parts.all()) == [handle]
    assert list(first.friends.all()) == [second]
    assert second.parent == hoe


def test_refresh_save_and_delete_of_one_row_need_no_locality(hoe: Thing) -> None:
    hoe.refresh_from_db()
    hoe.save()
    hoe.delete()
    assert not Thing.objects.of(hoe.locality).exists()


def test_deleting_a_row_takes_its_parts_along(hoe: Thing, make_thing: Callable[..., Thing]) -> None:
    make_thing("Cán cuốc", parent=hoe)
    Thing.objects.of(hoe.locality).filter(pk=hoe.pk).delete()
    assert not Thing.objects.of(hoe.locality).exists()
