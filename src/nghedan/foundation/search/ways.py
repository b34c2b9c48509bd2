"""Three ways to the same entries: by the words they hold, by what the reader may see, from the latest on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghedan.foundation.search.conditions import Sql, entries_of, holding, joined, seen_by
from nghedan.foundation.search.sample import Sample
from nghedan.foundation.search.words import place_word
from nghedan.foundation.tenancy.models import Locality

FEW = 3_000
"""Entries that may be looked through one by one, whatever else would be quicker."""

MATCHED_FIRST = "matched DESC, recency DESC, id DESC"
RECENT_FIRST = "recency DESC, id DESC"

OWN = "SELECT %s AS locality_id, %s AS kind, public_id FROM ({ids}) AS ids"
ITS_ENTRY = "entry.locality_id = few.locality_id AND entry.kind = few.kind AND entry.subject_id = few.public_id"

EVERYTHING = Sql("1 = 1")

Kinds = Sequence[tuple[str, Sql]]


@dataclass(frozen=True, slots=True)
class Way:
    """Where entries come from, on what condition, in which order; for those that hold ``least`` to ``most`` terms."""

    most: int
    least: int
    source: Sql
    condition: Sql
    order: str = MATCHED_FIRST


def groups(terms: Sequence[str], least: int) -> list[Sequence[str]]:
    """Return groups of terms of each of which a text that holds ``least`` of the terms must hold one."""
    size = len(terms) - least + 1
    return [terms[start : start + size] for start in range(0, len(terms) - size + 1, size)]


def by_words(locality: Locality, terms: Sequence[str], kinds: Kinds, most: int, least: int) -> Way:
    """Return the way over the full-text index."""
    held = holding([[place_word(locality.public_id)], *groups(terms, least)])
    return Way(most, least, entries_of(held, "entry.id = few.id"), seen_by(kinds))


def by_what_is_seen(locality: Locality, _terms: Sequence[str], kinds: Kinds, most: int, least: int) -> Way:
    """Return the way over everything the reader may see."""
    own = joined(" UNION ", [Sql(OWN.format(ids=ids.text), (locality.pk, kind, *ids.params)) for kind, ids in kinds])
    return Way(most, least, entries_of(own, ITS_ENTRY), EVERYTHING)


def from_the_latest(kinds: Kinds, level: int) -> Way:
    """Return the way from the latest entry on: short when what is looked for is everywhere."""
    return Way(level, level, Sql("search_searchentry AS entry"), seen_by(kinds), RECENT_FIRST)


def ways(
    sample: Sample, locality: Locality, terms: Sequence[str], kinds: Kinds, most: int, least: int, limit: int
) -> Iterator[Way]:
    """Yield, one after the other, the ways to the entries with ``most`` to ``least`` terms.

    As the sample foretells: all at once when that means to look at few entries, or at no more than for those with most;
    else number by number.
    """
    terms = sorted(terms, key=sample.holding)
    seen = sample.expected(lambda _words, seen: seen)

    def holders(level: int) -> float:
        wanted = groups(terms, level)
        return sample.expected(lambda words, _seen: all(not words.isdisjoint(group) for group in wanted))

    for level in range(most, least - 1, -1):
        matching = sample.share(lambda words, seen: seen and len(words.intersection(terms)) == level)  # noqa: B023
        latest, all_held = limit / matching if matching else sample.total, holders(least)
        if min(all_held, seen) <= max(FEW, min(latest, holders(level))):
            yield (by_words if all_held <= seen else by_what_is_seen)(locality, terms, kinds, level, least)
            return
        if latest <= holders(level):
            yield from_the_latest(kinds, level)
        else:
            yield by_words(locality, terms, kinds, level, level)
