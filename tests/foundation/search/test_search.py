"""One search: the same hits in the same order on both databases, within what the reader may see."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.db import clock
from nghedan.foundation.search.find import search
from nghedan.foundation.search.indexing import index, remove
from nghedan.foundation.search.models import SearchEntry
from nghedan.foundation.search.words import least_matches, terms_of, words_of
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import Unscoped
from tests.conftest import TUESDAY
from tests.support.things.models import Thing

TEXTS = {
    "Đường liên thôn": "Đường từ xóm Rẫy ra chợ hỏng nặng, đề nghị sửa trước mùa mưa.",
    "Rác thải": "Rác ở đầu xóm Rẫy ba tuần không ai thu gom.",
    "Nước sạch": "Trạm nước ngừng từ tháng 3/2026; công văn 15/CV-UBND chưa trả lời.",
    "Đèn đường": "Đèn ở ngõ 12 tắt đã lâu.",
}


@pytest.fixture
def things(locality: Locality) -> dict[str, Thing]:
    """Four things in the index, a day apart, the last the most recent."""
    found = {}
    for day, (title, text) in enumerate(TEXTS.items()):
        found[title] = Thing(locality=locality, title=title, state="open", unit_id=day)
        found[title].save()
        index(found[title], title=title, text=text, at=TUESDAY + timedelta(days=day))
    return found


def titles(where: Locality, text: str, visible: Sequence[Any] | None = None, **more: Any) -> list[str]:
    seen = [Thing.objects.of(where)] if visible is None else visible
    return [hit.title for hit in search(where, text, visible=seen, **more)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rác", ["Rác thải"]),
        ("RÁC", ["Rác thải"]),
        ("rac", ["Rác thải"]),
        ("r\u0061\u0301c", ["Rác thải"]),
        ("đường", ["Đèn đường", "Đường liên thôn"]),
        ("duong", ["Đèn đường", "Đường liên thôn"]),
        ("Đuờng", ["Đèn đường", "Đường liên thôn"]),
        ("xóm rẫy", ["Rác thải", "Đường liên thôn"]),
        ("xóm rẫy chợ", ["Đường liên thôn", "Rác thải"]),
        ("đường xóm rẫy", ["Đường liên thôn", "Rác thải"]),
        ("đèn xóm", []),
        ("15/CV-UBND", ["Nước sạch"]),
        ("3/2026", ["Nước sạch"]),
        ("ngõ 12", ["Đèn đường"]),
        ("không có chữ nào", []),
        ("", []),
        ("   ", []),
        ("?!…", []),
    ],
)
def test_what_is_found_and_in_which_order(
    text: str, expected: list[str], things: dict[str, Thing], locality: Locality
) -> None:
    assert titles(locality, text) == expected


def test_a_hit_names_its_row_and_how_much_matched(things: dict[str, Thing], locality: Locality) -> None:
    first, second = search(locality, "đường xóm rẫy", visible=[Thing.objects.of(locality)])
    assert (first.kind, first.subject_id, first.matched) == ("things.thing", things["Đường liên thôn"].public_id, 3)
    assert (second.subject_id, second.matched) == (things["Rác thải"].public_id, 2)


def test_equal_matches_come_most_recent_first_then_latest_entered(locality: Locality) -> None:
    for title, at in (("cũ", TUESDAY), ("mới", TUESDAY + timedelta(hours=1)), ("cũ nữa", TUESDAY)):
        thing = Thing(locality=locality, title=title, state="open")
        thing.save()
        index(thing, title=title, text="giếng", at=at)
    assert titles(locality, "giếng") == ["mới", "cũ nữa", "cũ"]


def test_pages_follow_each_other_without_gap_or_repeat(locality: Locality) -> None:
    for number in range(23):
        thing = Thing(locality=locality, title=f"{number}", state="open")
        thing.save()
        index(thing, title=f"{number}", text="giếng làng" if number % 3 else "giếng xóm", at=at_hour(number % 4))
    whole = search(locality, "giếng làng cổ", visible=[Thing.objects.of(locality)], limit=100)
    pages, after = [], None
    while page := search(locality, "giếng làng cổ", visible=[Thing.objects.of(locality)], limit=5, after=after):
        pages += page
        after = page[-1].place
    assert (len(whole), pages) == (15, whole)


def at_hour(hour: int) -> datetime:
    return TUESDAY + timedelta(hours=hour)


def test_one_locality_never_finds_anothers(
    things: dict[str, Thing], locality: Locality, other_locality: Locality
) -> None:
    theirs = Thing(locality=other_locality, title="Rác ở phường", state="open")
    theirs.save()
    index(theirs, title=theirs.title)
    everything = [Thing.objects.of(locality) | Thing.objects.of(other_locality)]
    assert titles(locality, "rác", everything) == ["Rác thải"]
    assert titles(other_locality, "rác", everything) == ["Rác ở phường"]
    assert titles(locality, f"§{locality.public_id}") == []
    assert titles(locality, locality.public_id) == []


def test_only_what_the_reader_may_see_is_found(things: dict[str, Thing], locality: Locality) -> None:
    hers = Thing.objects.of(locality).filter(unit_id__in=[1, 2])
    assert titles(locality, "xóm rẫy", [hers]) == ["Rác thải"]
    assert titles(locality, "xóm rẫy", [hers.order_by("title")]) == ["Rác thải"]
    assert titles(locality, "xóm rẫy", [Thing.objects.none()]) == []
    assert titles(locality, "xóm rẫy", [Thing.objects.of(locality).filter(unit_id__in=[])]) == []
    assert titles(locality, "xóm rẫy", []) == []
    assert titles(locality, "xóm rẫy", [RoleGrant.objects.of(locality)]) == []
    assert titles(locality, "xóm rẫy", [RoleGrant.objects.of(locality), hers]) == ["Rác thải"]
    with pytest.raises(Unscoped):
        titles(locality, "xóm rẫy", [Thing.objects.all()])


def test_a_row_indexed_again_is_found_by_its_new_words_only(things: dict[str, Thing], locality: Locality) -> None:
    index(things["Rác thải"], title="Chuồng trại", text="mùi hôi")
    assert (titles(locality, "rác"), titles(locality, "mùi hôi")) == ([], ["Chuồng trại"])
    assert SearchEntry.objects.of(locality).count() == 4


def test_what_is_removed_leaves_at_once_even_the_index(things: dict[str, Thing], locality: Locality) -> None:
    remove(things["Rác thải"])
    remove(things["Rác thải"])
    assert titles(locality, "rác") == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_words WHERE search_words MATCH 'rac'")
            assert cursor.fetchone() == (0,)
            cursor.execute("INSERT INTO search_words(search_words, rank) VALUES ('integrity-check', 1)")


def test_a_transaction_that_fails_leaves_the_index_as_it_was(things: dict[str, Thing], locality: Locality) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        remove(things["Rác thải"])
        index(things["Nước sạch"], title="Khác hẳn")
        raise ZeroDivisionError
    assert (titles(locality, "rác"), titles(locality, "nước"), titles(locality, "khác")) == (
        ["Rác thải"],
        ["Nước sạch"],
        [],
    )


def test_a_search_is_a_count_and_a_query_that_uses_the_index(
    things: dict[str, Thing], locality: Locality, django_assert_num_queries: Callable[..., Any]
) -> None:
    with django_assert_num_queries(2) as captured:
        titles(locality, "đường xóm rẫy ra chợ")
    sql = captured.captured_queries[1]["sql"]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("EXPLAIN QUERY PLAN " + sql)
            plan = "\n".join(str(row[3]) for row in cursor.fetchall())
            assert "SCAN search_words VIRTUAL TABLE INDEX" in plan
            assert "SEARCH entry USING INTEGER PRIMARY KEY" in plan
        else:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("EXPLAIN " + sql)
            assert "Bitmap Index Scan on search_words" in "\n".join(row[0] for row in cursor.fetchall())


SYNTAX = ['"', "'", "*", "(", ")", "AND", "OR", "NOT", "NEAR", "^", ":", "words:", "-", "+", "%", "%s", "\\", "&", "|", "!", "<->", "§", "\0", "{", "}", ";", "--"]  # fmt: skip  # noqa: E501


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(text=st.lists(st.sampled_from([*SYNTAX, "rác", "xóm", " "]) | st.text(max_size=8), max_size=10).map("".join))
def test_nothing_that_is_typed_is_read_as_syntax(text: str, things: dict[str, Thing], locality: Locality) -> None:
    terms = terms_of(text)
    holding = {title: len(set(terms) & set(words_of(f"{title}\n{body}"))) for title, body in TEXTS.items()}
    expected = sorted(
        (title for title, matched in holding.items() if terms and matched >= least_matches(len(terms))),
        key=lambda title: (-holding[title], -list(TEXTS).index(title)),
    )
    assert titles(locality, text) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(text=st.text(max_size=60))
def test_every_word_of_any_text_finds_it_again(text: str, locality: Locality) -> None:
    with transaction.atomic():
        thing = Thing(locality=locality, title="x", state="open")
        thing.save()
        index(thing, title="x", text=text.replace("\0", " "))
        for word in words_of(text):
            assert titles(locality, word) == ["x"], word
        transaction.set_rollback(True)


def test_long_texts_and_titles_are_cut_not_refused(locality: Locality) -> None:
    thing = Thing(locality=locality, title="x", state="open")
    thing.save()
    index(thing, title="Tên " * 200, text=" ".join(f"từ{number}" for number in range(40_000)) + "ý" * 5000)
    assert [len(title) for title in titles(locality, "từ7")] == [300]
    assert titles(locality, "ý " * 5000 + "từ7") == []


def test_recency_is_now_unless_said_otherwise(locality: Locality) -> None:
    thing = Thing(locality=locality, title="x", state="open")
    thing.save()
    with clock.frozen(TUESDAY):
        index(thing, title="x")
    assert SearchEntry.objects.of(locality).get().recency == int(TUESDAY.timestamp())


@pytest.mark.parametrize(("terms", "least"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (12, 8)])
def test_how_many_terms_must_match(terms: int, least: int) -> None:
    assert least_matches(terms) == least


def test_words() -> None:
    assert words_of("Đường ĐƯỜNG, số 05/KH-UBND_2026: “ý kiến”") == [
        "duong",
        "so",
        "05",
        "kh",
        "ubnd",
        "2026",
        "y",
        "kien",
    ]
