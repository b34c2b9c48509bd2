"""Letting matters be found by their words, in the transaction that changes them."""

from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.terms import Level
from nghedan.foundation.search.indexing import index, remove


def let_be_found(*matters: Matter) -> None:
    """Index matters as they read now, or take them out when they are restricted or were a mistake."""
    for matter in matters:
        if matter.level == Level.RESTRICTED or matter.state == MatterState.VOID:
            remove(matter)
            continue
        parts = (
            matter.text,
            matter.promise,
            str(matter.hamlet) if matter.hamlet else "",
            matter.field.name if matter.field else "",
            matter.unit.name if matter.unit else "",
            f"nội dung {matter.number}/{matter.year}",
        )
        index(matter, title=matter.title, text="\n".join(part for part in parts if part))
