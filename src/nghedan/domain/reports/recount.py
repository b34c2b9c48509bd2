"""The same figures counted anew from the journal alone, to prove that no table tells otherwise."""

import json
from datetime import date
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Outcome
from nghedan.domain.hall.terms import OutcomeState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.terms import Level
from nghedan.domain.reports.figures import SAID
from nghedan.domain.reports.rules.counting import MatterFacts, Tally, tally
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import LocalityModel

DAYS = ("writing_due_on", "answered_on")
Told = dict[str, dict[str, Any]]
"""Public id of a row -> what its columns are after everything that was done to it."""


def recount(dialogue: Dialogue, today: date) -> Tally:
    """Count the ordinary matters of a dialogue that stand alone from what the journal says was done to each; of the
    table of matters only which id bears which name."""
    matters = _told(dialogue, Matter)
    names = dict(Matter.objects.of(dialogue.locality).values_list("pk", "public_id"))
    restricted = {name for name, told in matters.items() if told.get("level") == Level.RESTRICTED}
    heard = {
        names.get(told["matter"], told["matter"])
        for told in _told(dialogue, Outcome).values()
        if _is_of(told, dialogue) and told["state"] == OutcomeState.STANDING and told["kind"] in SAID
    }
    counted = [
        _facts(told, heard=name in heard)
        for name, told in matters.items()
        if _is_of(told, dialogue)
        and told["state"] != MatterState.VOID
        and told.get("level", Level.ORDINARY) == Level.ORDINARY
        and (told.get("grouped_into") is None or names.get(told["grouped_into"], told["grouped_into"]) in restricted)
    ]
    return tally(counted, today)


def _told(dialogue: Dialogue, table: type[LocalityModel]) -> Told:
    entries = JournalEntry.objects.filter(locality=dialogue.locality, subject_type=subject_type_of(table))
    rows: Told = {}
    for subject_id, body in entries.order_by("pk").values_list("subject_id", "body").iterator():
        rows.setdefault(subject_id, {}).update(_after(json.loads(body)["facts"]))
    return rows


def _is_of(told: dict[str, Any], dialogue: Dialogue) -> bool:
    return told.get("dialogue") in (dialogue.pk, dialogue.public_id)


def _after(facts: dict[str, Any]) -> dict[str, Any]:
    """Return what an entry says a row's columns are since then; a foreign key is named by its column or its row."""
    told = {name.removesuffix("_id"): pair[1] for name, pair in facts.items() if isinstance(pair, list)}
    return {**told, "state": facts["state"]} if "state" in facts else told


def _facts(told: dict[str, Any], *, heard: bool) -> MatterFacts:
    due_on, answered_on = (date.fromisoformat(told[name]) if told.get(name) else None for name in DAYS)
    return MatterFacts(
        state=told["state"], outcome=told.get("outcome", ""), field=told.get("field"), hamlet=told.get("hamlet"),
        unit=told.get("unit"), due_on=due_on, answered_on=answered_on, heard=heard,
    )  # fmt: skip
