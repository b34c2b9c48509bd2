"""Rows that may speak of the same: within what the reader may see, and gone at once when they are removed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.search import similar as module
from nghedan.foundation.search.indexing import Indexed, index, index_many, remove
from nghedan.foundation.search.models import SearchEntry
from nghedan.foundation.search.sample import Sample
from nghedan.foundation.search.similar import similar
from nghedan.foundation.search.words import sounds_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import Unscoped
from tests.support.things.models import Thing

TEXTS = {
    "road": "Đường liên thôn từ xóm Rẫy ra chợ Đình hỏng nặng, nhiều ổ gà.",
    "rubbish": "Rác thải ở đầu xóm Rẫy ba tuần không ai thu gom.",
    "well": "Giếng khoan thôn Nà Lốc nhiễm phèn, đề nghị kiểm tra chất lượng nước.",
    "lamp": "Đèn đường ở ngõ 12 tắt đã lâu.",
}


@pytest.fixture
def things(locality: Locality) -> dict[str, Thing]:
    found = {}
    for unit, (name, text) in enumerate(TEXTS.items()):
        found[name] = Thing(locality=locality, title=name, state="open", unit_id=unit)
        found[name].save()
        index(found[name], title=name, text=text)
    return found


def names(where: Locality, text: str, *visible: Any, limit: int = 1) -> list[str]:
    return [row.title for row in similar(where, text, visible=visible or [Thing.objects.of(where)], limit=limit)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Con lộ xóm Rẫy đi chợ Đình lồi lõm ổ gà quá", "road"),
        ("duong tu xom ray ra cho dinh hong", "road"),
        ("Dác thải đầu sóm Rẩy 3 tuần hông ai thu gôm", "rubbish"),
        ("diếng khoang Là Lốt nhiểm phèng", "well"),
        ("bóng đèn ngõ 12 cháy", "lamp"),
    ],
)
def test_the_same_in_other_words_is_first(text: str, name: str, things: dict[str, Thing], locality: Locality) -> None:
    assert names(locality, text) == [name]


def test_the_text_itself_scores_one_and_order_goes_by_score(things: dict[str, Thing], locality: Locality) -> None:
    rows = similar(locality, f"road\n{TEXTS['road']}", visible=[Thing.objects.of(locality)])
    assert (rows[0].kind, rows[0].subject_id, rows[0].score) == (
        "things.thing",
        things["road"].public_id,
        pytest.approx(1),
    )
    assert [row.score for row in rows] == sorted((row.score for row in rows), reverse=True)
    assert all(0 <= row.score < 1 for row in rows[1:])


@pytest.mark.parametrize("text", ["", "  ", "?!…", "không liên can", "\0"])
def test_nothing_is_like_nothing(text: str, locality: Locality) -> None:
    assert names(locality, text) == []


def test_only_what_the_reader_may_see_is_suggested(
    things: dict[str, Thing], locality: Locality, other_locality: Locality
) -> None:
    theirs = Thing(locality=other_locality, title="theirs", state="open")
    theirs.save()
    index(theirs, title=theirs.title, text=TEXTS["road"])
    everything = Thing.objects.of(locality) | Thing.objects.of(other_locality)
    hers = Thing.objects.of(locality).exclude(pk=things["road"].pk)
    assert names(locality, TEXTS["road"], everything, limit=9) == ["road", "rubbish", "lamp", "well"]
    assert names(other_locality, TEXTS["road"], everything, limit=9) == ["theirs"]
    assert names(locality, TEXTS["road"], hers) == ["rubbish"]
    assert names(locality, TEXTS["road"], Thing.objects.none()) == []
    assert names(locality, TEXTS["road"], RoleGrant.objects.of(locality)) == []
    assert names(locality, TEXTS["road"], RoleGrant.objects.of(locality), hers) == ["rubbish"]
    assert similar(locality, TEXTS["road"], visible=[]) == []
    with pytest.raises(Unscoped):
        names(locality, TEXTS["road"], Thing.objects.all())


def test_what_is_removed_leaves_nothing_behind(things: dict[str, Thing], locality: Locality) -> None:
    remove(things["rubbish"])
    assert names(locality, TEXTS["rubbish"], limit=9) == ["road", "lamp"]
    assert SearchEntry.objects.of(locality).count() == 3
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for sound in sounds_of("thu gom"):
                cursor.execute("SELECT count(*) FROM search_words WHERE search_words MATCH %s", [f'"{sound}"'])
                assert cursor.fetchone() == (0,)
            cursor.execute("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")


def test_what_changes_is_like_its_new_text_and_a_failed_change_changes_nothing(
    things: dict[str, Thing], locality: Locality
) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        index(things["lamp"], title="lamp", text=TEXTS["well"])
        remove(things["well"])
        raise ZeroDivisionError
    assert names(locality, TEXTS["well"]) == ["well"]
    index_many([Indexed(things["lamp"], title="lamp", text="Trạm y tế thiếu thuốc huyết áp")])
    assert names(locality, "tram i te thieu thuoc") == ["lamp"]
    assert names(locality, "bóng đèn ngõ 12 cháy") == []


def test_it_takes_three_queries_however_long_the_text(
    things: dict[str, Thing], locality: Locality, django_assert_num_queries: Callable[..., Any]
) -> None:
    for text in ("rác", TEXTS["road"] * 100):
        with django_assert_num_queries(3):
            names(locality, text)


def test_the_rarest_sounds_are_taken_as_long_as_few_entries_hold_them(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(frozenset(["a"] + ["b"] * (n < 50) + ["c"] * (n < 2)), True) for n in range(100)]
    drawn = Sample(10_000, texts)
    assert module._rarest(["a", "b", "c", "d"], drawn) == ["d", "c"]
    assert module._rarest(["a", "b"], drawn) == []
    assert module._rarest(["a", "b"], Sample(100, texts)) == ["b", "a"]
    monkeypatch.setattr(module, "MOST_RARE", 1)
    assert module._rarest(["a", "c", "d"], drawn) == ["d"]


def test_sounds_stand_alone_and_in_pairs() -> None:
    assert sounds_of("Sửa đường, sửa cầu") == ["≈xua", "≈duon", "≈kau", "≈xua≈duon", "≈duon≈xua", "≈xua≈kau"]
    assert len(sounds_of("a " * 5_000)) == 2
