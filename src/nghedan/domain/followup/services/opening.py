"""What an issued conclusion gives to units becomes commitments."""

from datetime import date
from typing import Any

from nghedan.domain.conclusions.models import ConclusionItem
from nghedan.domain.conclusions.queries import items_in_force
from nghedan.domain.conclusions.terms import ItemGroup
from nghedan.domain.followup.models import Commitment
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import OPEN_STATES
from nghedan.domain.papers.models import OfficialPaper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform


def open_commitments(*, actor: Actor, paper: OfficialPaper) -> list[Commitment]:
    """Open a commitment for every item that an issued conclusion gives to a unit and that has none, and put its
    matter, if it was never reached, to be answered in writing; a consequence, done by the system. May be repeated."""
    system = Actor.system(paper.locality)
    given = items_in_force(paper.dialogue).filter(group=ItemGroup.ASSIGNED, commitments=None)
    rows = [_commitment(item, paper, item.due_on) for item in given if item.unit_id is not None and item.due_on]
    with deed(actor):
        for row in rows:
            create("commitment.open", actor=system, obj=row, facts={"asked_by": actor.key})
            if row.matter is not None and row.matter.state in OPEN_STATES:
                _put_in_writing(system, row.matter, row)
    return rows


def _commitment(item: ConclusionItem, paper: OfficialPaper, due_on: date) -> Commitment:
    return Commitment(
        locality=item.locality, item=item, paper=paper, dialogue=item.dialogue, matter=item.matter, unit=item.unit,
        supporting=item.supporting, text=item.text, product=item.product, due_on=due_on,
        first_due_on=due_on,
    )  # fmt: skip


def _put_in_writing(system: Actor, matter: Matter, commitment: Commitment) -> None:
    changes: dict[str, Any] = {"writing_due_on": commitment.due_on}
    if matter.unit_id is None:
        changes["unit"] = commitment.unit
    perform("matter.put_in_writing", actor=system, obj=matter, changes=changes)
