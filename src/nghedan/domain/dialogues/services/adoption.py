"""From a plan's file to everything it brings about, in one deed."""

from collections.abc import Sequence
from datetime import date

from nghedan.domain.dialogues.services.planning import adopt_plan
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.intake import PlanDraft, draft_of
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.domain.plans.services.correcting import correct_number
from nghedan.domain.plans.services.drafting import draft_plan
from nghedan.domain.plans.services.reading import adopt_reading
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed


def adopt_reading_with_dialogues(
    *,
    actor: Actor,
    reading: PlanReading,
    body: Body,
    number: str,
    issued_on: date | None,
    issued: bool,
    choices: Sequence[tuple[ItemKind, Openness]] | None = None,
) -> Plan:
    """Make the plan of a reading, its dialogues, and of its duties their tasks.

    An issued plan takes number and date as confirmed by the clerk; a draft goes on to signature with its dialogues
    already in the programme. ``choices`` are kind and openness of every dialogue, said before anything is public;
    without them what its audience suggests holds. Raises Invalid while something is missing, NotAllowed, Refused,
    Conflict.
    """
    with deed(actor):
        read = draft_of(reading.data)
        if issued and (read.number, read.issued_on) != (number, issued_on):
            correct_number(actor=actor, reading=reading, number=number, issued_on=issued_on)
        plan = adopt_reading(actor=actor, reading=reading, body=body, issued=issued, choices=choices)
        adopt_plan(actor=actor, plan=plan)
    return plan


def draft_plan_with_dialogues(*, actor: Actor, body: Body, draft: PlanDraft, key: str = "") -> Plan:
    """Store a newly composed plan and put its dialogues into the programme at once. Raises Invalid, NotAllowed."""
    with deed(actor):
        plan = draft_plan(actor=actor, body=body, draft=draft, key=key)
        adopt_plan(actor=actor, plan=plan)
    return plan
