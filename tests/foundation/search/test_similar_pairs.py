"""How often the same matter, told again in other words, misspelled or without marks, is among the first five.

The pairs to judge by were written by somebody who did not know how it is done, and are never edited; those of
development are the ones it was made with.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest

from nghedan.foundation.search.indexing import index
from nghedan.foundation.search.similar import similar
from nghedan.foundation.tenancy.models import Locality
from tests.foundation.search.matter_texts import matter_text
from tests.support.things.models import Thing

HERE = Path(__file__).parent
BLIND = HERE.parents[1] / "domain" / "matters" / "wording" / "similar_pairs.tsv"
DEVELOPMENT = HERE / "development_pairs.tsv"
OTHERS = 300
FIRST = 5
AIM = 0.9

Pair = tuple[str, str, str]


def pairs_in(path: Path) -> list[Pair]:
    """Return way, text and the text told again; a line that begins with # is a remark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(way, text, again) for line in lines if line[0] != "#" for way, text, again in [line.split("\t")]]


def halves(texts: list[str]) -> Iterable[str]:
    """Yield texts that come near two of the given each: how one begins and how the next ends."""
    for one, other in zip(texts, [*texts[1:], texts[0]], strict=True):
        first, second = one.split(), other.split()
        yield " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])


def kept(where: Locality, text: str) -> Thing:
    """Keep a text under an id of its own making, so that the sample by which words are rare is always the same."""
    public_id = sha256(text.encode()).hexdigest()[:12]
    thing = Thing(locality=where, public_id=public_id, title=text[:60], state="open")
    thing.save()
    index(thing, title=text)
    return thing


def places(where: Locality, pairs: list[Pair], others: Iterable[str]) -> list[int]:
    """Return for each pair at which place, from 0, its partner is among the first; -1 when it is not."""
    for text in others:
        kept(where, text)
    partners = [kept(where, text).public_id for _way, text, _again in pairs]
    found = []
    for (_way, _text, again), partner in zip(pairs, partners, strict=True):
        ids = [row.subject_id for row in similar(where, again, visible=[Thing.objects.of(where)], limit=FIRST)]
        found.append(ids.index(partner) if partner in ids else -1)
    return found


@pytest.mark.parametrize("path", [BLIND, DEVELOPMENT], ids=["blind", "development"])
def test_the_partner_is_among_the_first_five(path: Path, locality: Locality) -> None:
    pairs = pairs_in(path)
    others = [*map(matter_text, range(OTHERS)), *halves([text for _way, text, _again in pairs])]
    found = places(locality, pairs, others)
    assert sum(place >= 0 for place in found) >= AIM * len(pairs)
