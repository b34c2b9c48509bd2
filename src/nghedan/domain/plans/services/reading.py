"""Taking in a plan that was issued on paper: read its file, correct beside it, make the plan."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.core.files.base import ContentFile

from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.corrections import corrected
from nghedan.domain.plans.intake import PlanDraft, draft_of, with_choices
from nghedan.domain.plans.models import Plan, PlanReading
from nghedan.domain.plans.queries import SOURCE
from nghedan.domain.plans.reader import read_plan
from nghedan.domain.plans.services.drafting import draft_plan
from nghedan.domain.plans.services.signing import record_issued
from nghedan.domain.plans.terms import ItemKind, Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.attachments.formats import DOCUMENTS
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid


def read_plan_file(
    *, actor: Actor, source: bytes, filename: str, body: Body | None = None, key: str = ""
) -> PlanReading:
    """Read a plan's file and keep it with what was understood, for the clerk to confirm; whoever works for one body
    reads in its name.

    Raises UnreadablePlan (one clear sentence; nothing is stored), NotAllowed.
    """
    digest = hashlib.sha256(source).hexdigest()
    reading = PlanReading(locality=actor.locality, body=body, filename=filename[:200], digest=digest)
    require(actor, "plan_reading.read", reading)
    understood = read_plan(source, filename)
    reading.lines = [{"number": line.number, "text": line.text, "page": line.page} for line in understood.lines]
    reading.places = {str(number): list(paths) for number, paths in understood.places.items()}
    reading.data = dict(understood.data)
    with deed(actor):
        kept = create("plan_reading.read", actor=actor, obj=reading, key=key)
        if kept is reading:
            _keep_source(actor, reading, source)
    return kept


def _keep_source(actor: Actor, reading: PlanReading, source: bytes) -> None:
    """Keep the file itself. What can be read but is not taken in (text in an old encoding) goes without: its lines are
    kept in any case."""
    with suppress(Invalid):
        attach(
            actor=actor, subject=reading, upload=ContentFile(source, reading.filename), kind=SOURCE, formats=DOCUMENTS
        )


def correct_reading(*, actor: Actor, reading: PlanReading, path: str, value: Any) -> PlanReading:
    """Put a typed value at its place. Raises Invalid for an unknown place or shape, Conflict."""
    return replace_data(actor=actor, reading=reading, data=corrected(reading.data, path, value))


def replace_data(
    *, actor: Actor, reading: PlanReading, data: Mapping[str, Any], places: Mapping[str, list[str]] | None = None
) -> PlanReading:
    """Keep corrected data, and with a line placed by hand its new place. Raises Conflict."""
    changes: dict[str, Any] = {"data": dict(data)}
    if places is not None:
        changes["places"] = dict(places)
    return perform("plan_reading.correct", actor=actor, obj=reading, changes=changes)


def adopt_reading(
    *,
    actor: Actor,
    reading: PlanReading,
    body: Body,
    issued: bool,
    choices: Sequence[tuple[ItemKind, Openness]] | None = None,
) -> Plan:
    """Make the plan of a reading: a draft, or - with number and date in the reading - one already issued.

    ``choices`` are kind and openness of every dialogue; without them the suggestions hold.
    Raises Invalid while year, title, or for an issued plan number or date, are missing.
    """
    draft = draft_of(reading.data)
    if choices is not None:
        draft = with_choices(draft, choices)
    with deed(actor):
        plan = draft_plan(actor=actor, body=body, draft=draft)
        if issued:
            record_issued(actor=actor, plan=plan, number=draft.number, issued_on=draft.issued_on)
        perform("plan_reading.adopt", actor=actor, obj=reading, changes={"plan_id": plan.pk})
    return plan


def discard_reading(*, actor: Actor, reading: PlanReading) -> PlanReading:
    """Put a reading aside."""
    return perform("plan_reading.discard", actor=actor, obj=reading)


def draft_in(reading: PlanReading) -> PlanDraft:
    """Return what would be made of a reading, for the page that shows it before the one button."""
    return draft_of(reading.data)
