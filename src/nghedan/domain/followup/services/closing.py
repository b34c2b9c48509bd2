"""Closing matters, one or many, and bringing forward what a dialogue could not settle."""

from collections.abc import Sequence
from dataclasses import dataclass

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.queries.closing import closing_facts
from nghedan.domain.followup.rules.closing import against_closing
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.services.finding import let_be_found
from nghedan.domain.matters.services.raising import carry_over
from nghedan.domain.opinions.rules.words import clean
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform

REASON_SIGNS = 300


@dataclass(frozen=True, slots=True)
class Closed:
    """What was closed, and what could not be: each with the sentence that stands against it."""

    done: Sequence[Matter]
    left: Sequence[tuple[Matter, str]]


def close_matter(*, actor: Actor, matter: Matter, reason: str = "") -> Matter:
    """Close a matter. A reason stands for a missing proof. Raises Refused, NotAllowed, Conflict."""
    changes: dict[str, object] = {"closed_on": clock.today()}
    if said := clean(reason)[:REASON_SIGNS]:
        changes["reason"] = said
    with deed(actor):
        perform("matter.close", actor=actor, obj=matter, changes=changes)
        let_be_found(matter)
    return matter


def close_matters(*, actor: Actor, matters: Sequence[Matter]) -> Closed:
    """Close those of many that can be closed, and say of the others why not. Raises NotAllowed, Conflict."""
    facts = closing_facts(matters)
    against = {matter.pk: against_closing(facts[matter.pk]) for matter in matters}
    ready = [matter for matter in matters if not against[matter.pk]]
    with deed(actor):
        for matter in ready:
            close_matter(actor=actor, matter=matter)
    return Closed(ready, [(matter, against[matter.pk]) for matter in matters if against[matter.pk]])


def bring_forward(*, actor: Actor, dialogue: Dialogue, matters: Sequence[Matter]) -> list[Matter]:
    """Take up in a coming dialogue what earlier ones left unsettled: each becomes a matter of this one that continues
    the old, raised by the same voices. Raises Refused, NotAllowed."""
    with deed(actor):
        return [carry_over(actor=actor, matter=matter, dialogue=dialogue) for matter in matters]
