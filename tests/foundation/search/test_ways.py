"""Whichever way a search goes, the hits and their order are the same."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import QuerySet

from nghedan.foundation.search import ways
from nghedan.foundation.search.conditions import ids_of
from nghedan.foundation.search.find import search
from nghedan.foundation.search.indexing import index
from nghedan.foundation.search.models import SearchEntry
from nghedan.foundation.search.sample import Sample
from nghedan.foundation.search.words import least_matches, terms_of, words_of
from nghedan.foundation.tenancy.models import Locality
from tests.conftest import TUESDAY
from tests.foundation.search.matter_texts import matter_text
from tests.support.things.models import Thing

TEXTS = 120
QUERIES = [
    "đề nghị", "duong", "đường thôn", "xóm Bãi Cát", "rác đường nước", "sửa chữa trạm bơm ở ấp Gò Mỹ",
    "đề nghị xã sửa chữa đường thôn Đồng Lạc trước mùa mưa", "karaoke", "tàu vũ trụ",
]  # fmt: skip


@pytest.fixture
def texts(locality: Locality) -> dict[str, tuple[int, int, set[str]]]:
    """Texts by the id of their thing: recency, unit, words; two at a time have the same moment."""
    found = {}
    for number in range(TEXTS):
        text, at = matter_text(number), TUESDAY + timedelta(minutes=number * 7919 % TEXTS // 2)
        thing = Thing(locality=locality, title=text[:60], state="open", unit_id=number % 10)
        thing.save()
        index(thing, title=text, at=at)
        found[thing.public_id] = (int(at.timestamp()), number % 10, set(words_of(text)))
    return found


def expected(texts: dict[str, tuple[int, int, set[str]]], query: str, units: range) -> list[str]:
    """Return what brute force finds."""
    terms, place = terms_of(query), {public_id: place for place, public_id in enumerate(texts)}
    ranked = [
        (len(words.intersection(terms)), recency, place[public_id], public_id)
        for public_id, (recency, unit, words) in texts.items()
        if unit in units and len(words.intersection(terms)) >= least_matches(len(terms))
    ]
    return [public_id for *_rank, public_id in sorted(ranked, reverse=True)]


def seen_by_units(locality: Locality, units: range) -> QuerySet[Thing]:
    return Thing.objects.of(locality).filter(unit_id__in=list(units))


@pytest.mark.parametrize("few", [0, 20, 3_000])
@pytest.mark.parametrize("units", [range(10), range(1)], ids=["sees all", "sees a tenth"])
@pytest.mark.parametrize("query", QUERIES)
def test_all_ways_lead_to_the_same(
    query: str, units: range, few: int, texts: dict[str, tuple[int, int, set[str]]], locality: Locality,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(ways, "FEW", few)
    monkeypatch.setattr("nghedan.foundation.search.find.FEW", few)
    found, after = [], None
    while page := search(locality, query, visible=[seen_by_units(locality, units)], limit=7, after=after):
        found += page
        after = page[-1].place
    assert [hit.subject_id for hit in found] == expected(texts, query, units)


def test_a_reader_of_repeats_finds_each_once(locality: Locality, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "FEW", 0)
    monkeypatch.setattr("nghedan.foundation.search.find.FEW", 0)
    whole = Thing(locality=locality, title="giếng", state="open")
    whole.save()
    index(whole, title="giếng")
    for _part in range(3):
        Thing(locality=locality, title="gạch", state="open", parent=whole).save()
    seen = Thing.objects.of(locality).filter(parts__title="gạch").distinct()
    for visible in (seen, seen.filter(pk=whole.pk)):
        assert [hit.subject_id for hit in search(locality, "giếng", visible=[visible])] == [whole.public_id]


WORDS = [f"w{number}" for number in range(12)]


@pytest.mark.parametrize("terms", range(1, 13))
def test_groups_hold_whatever_has_enough_terms(terms: int) -> None:
    wanted, chance = WORDS[:terms], random.Random(terms)
    for least in range(1, terms + 1):
        groups = ways.groups(wanted, least)
        for _time in range(20):
            held = set(chance.sample(wanted, chance.randint(least, terms)))
            assert all(held.intersection(group) for group in groups)


def sample(total: int, holding: int, seen: int, of: int = 100) -> Sample:
    """Return a sample in which so many hold the word, and so many others or the same are seen."""
    texts = [(frozenset(["duong"] if number < holding else []), number >= of - seen) for number in range(of)]
    return Sample(total, texts)


@pytest.mark.parametrize(
    ("drawn", "way"),
    [
        (sample(1_000, holding=100, seen=100), "words"),
        (sample(100_000, holding=1, seen=100), "words"),
        (sample(100_000, holding=90, seen=100), "latest"),
        (sample(100_000, holding=100, seen=2), "seen"),
        (sample(100_000, holding=30, seen=60), "words"),
        (sample(100_000, holding=60, seen=30), "seen"),
    ],
    ids=["few entries", "rare word", "common word", "sees few", "never seen together", "never together, seen fewer"],
)
def test_the_way_with_the_fewest_entries_is_gone(drawn: Sample, way: str, locality: Locality) -> None:
    kinds = ids_of([Thing.objects.of(locality)])
    (gone, *_more) = ways.ways(drawn, locality, ["duong"], kinds, 1, 1, 25)
    of = {
        "words": ways.by_words(locality, ["duong"], kinds, 1, 1),
        "seen": ways.by_what_is_seen(locality, ["duong"], kinds, 1, 1),
        "latest": ways.from_the_latest(kinds, 1),
    }
    assert gone == of[way]


def test_the_latest_and_the_sample_come_by_an_index(
    texts: dict[str, tuple[int, int, set[str]]], locality: Locality
) -> None:
    entries = SearchEntry.objects.of(locality)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    assert "search_entry_latest" in entries.order_by("-recency", "-id")[:5].explain()
    assert "search_entry_sample" in entries.order_by("subject_id")[:5].explain()
