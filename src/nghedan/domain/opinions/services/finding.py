"""Letting opinions be found, in the transaction that changes them: what is restricted is gone at once."""

from datetime import UTC, datetime, time

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level, OpinionState
from nghedan.foundation.search.indexing import Indexed, index_many, remove

TITLE_SIGNS = 200


def let_be_found(*opinions: Opinion) -> None:
    """Index opinions as they read now, or take them out."""
    found = []
    for opinion in opinions:
        if opinion.level == Level.RESTRICTED or opinion.state in (OpinionState.HELD, OpinionState.DISCARDED):
            remove(opinion)
            continue
        place = str(opinion.hamlet) if opinion.hamlet else ""
        text = "\n".join((opinion.text, opinion.source, place, f"số {opinion.number} {opinion.number}/{opinion.year}"))
        at = datetime.combine(opinion.received_on, time(), UTC)
        found.append(Indexed(opinion, opinion.text[:TITLE_SIGNS], text, at))
    index_many(found)
