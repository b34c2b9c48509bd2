"""Canonical text is one text for one content, and refuses what it cannot say faithfully."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghedan.foundation.journal.sealing import canonical, entry_seal, head_seal, words_digest
from nghedan.foundation.tenancy.models import Locality

WORDS = st.dictionaries(st.text(), st.text() | st.integers() | st.none() | st.lists(st.text()))


def test_keys_are_sorted_and_letters_kept() -> None:
    assert canonical({"b": "đối thoại", "a": [1, None, True]}) == '{"a":[1,null,true],"b":"đối thoại"}'


def test_days_sums_sets_and_rows_have_one_form() -> None:
    place = Locality(public_id="abcdefghjkmn")
    facts = {
        "day": date(2026, 3, 10),
        "moment": datetime(2026, 3, 10, 2, tzinfo=UTC),
        "sum": Decimal("1.50"),
        "set": {"b", "a"},
        "row": place,
    }
    assert canonical(facts) == (
        '{"day":"2026-03-10","moment":"2026-03-10T02:00:00+00:00","row":"abcdefghjkmn","set":["a","b"],"sum":"1.50"}'
    )


def test_what_has_no_faithful_form_is_refused() -> None:
    with pytest.raises(TypeError, match="not for the journal: bytes"):
        canonical({"file": b"..."})


@given(WORDS)
def test_order_never_matters(words: dict[str, object]) -> None:
    assert canonical(words) == canonical(dict(reversed(words.items())))


@given(WORDS, WORDS)
def test_other_words_have_another_digest(words: dict[str, object], others: dict[str, object]) -> None:
    assert (words_digest(words) == words_digest(others)) == (canonical(words) == canonical(others))


def test_seals_of_entries_heads_and_words_never_coincide() -> None:
    assert len({entry_seal("", "x"), head_seal("", 0, "x"), words_digest({"": "x"})}) == 3
    assert entry_seal("a", "x") != entry_seal("b", "x")
    assert head_seal("a", 1, "x") != head_seal("a", 2, "x")
