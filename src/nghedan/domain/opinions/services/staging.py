"""The rows of a list as they wait: in locked boxes, and judged against what is there already."""

import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator
from dataclasses import asdict

from nghedan.domain.opinions.models import ListRow, Opinion, OpinionList
from nghedan.domain.opinions.queries import COUNTED
from nghedan.domain.opinions.rules.list_rows import Key, StagedRow, Surroundings
from nghedan.domain.opinions.terms import ListColumn
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.domain.organisations.rules.hamlet_names import HamletNames, KnownName
from nghedan.foundation.db import clock
from nghedan.foundation.keys import key_for
from nghedan.foundation.keys.boxes import lock, unlock

BOXES = "lists"
AT_ONCE = 500


def columns_of(listed: OpinionList) -> dict[int, ListColumn]:
    """Return what the columns of a list hold, by their places; the others are not used."""
    return {int(place): ListColumn(meaning) for place, meaning in listed.columns["meanings"].items()}


def surroundings_of(listed: OpinionList) -> Surroundings:
    """Return what the rows of a list are judged against today (one query)."""
    today = clock.today()
    names = HamletNames(KnownName(one.pk, one.kind_term, one.name) for one in hamlets_on(listed.locality, today))
    return Surroundings(names, today, listed.received_on, listed.hamlet_id)


def known_among(listed: OpinionList, words: Collection[str]) -> set[Key]:
    """Return which of some words stand in the body's ledger already, with their hamlets; not those from this list."""
    own = listed.rows.filter(opinion__isnull=False)
    ledger = Opinion.objects.of(listed.locality).filter(body_id=listed.body_id, state__in=COUNTED)
    ledger = ledger.exclude(pk__in=own.values("opinion_id")).order_by()
    return {
        pair
        for some in _parts(list(words))
        for pair in ledger.filter(words__in=some).values_list("hamlet_id", "words")
    }


def lock_row(listed: OpinionList, position: int, row: StagedRow) -> str:
    """Return a row locked; its box opens in its own place only."""
    content = json.dumps(asdict(row), ensure_ascii=False).encode()
    return b64encode(lock(key_for(BOXES), content, f"{listed.public_id}/{position}")).decode()


def opened(listed: OpinionList, row: ListRow) -> StagedRow:
    """Return what a row holds. Raises DamagedError."""
    box = unlock(key_for(BOXES), b64decode(row.content), f"{listed.public_id}/{row.position}")
    content = json.loads(box)
    return StagedRow(
        tuple(content["cells"]), tuple(content["formulas"]), merged=content["merged"], decision=content["decision"]
    )


def _parts(words: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(words), AT_ONCE):
        yield words[first : first + AT_ONCE]
