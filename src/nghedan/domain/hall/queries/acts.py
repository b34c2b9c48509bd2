"""The latest acts at a desk, as the journal of this installation tells them, and which of them were taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils.translation import gettext

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.models import AgendaItem, Outcome, SpeakerRequest, Turn
from nghedan.domain.hall.terms import AgendaState, OutcomeState, TurnState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import PERMISSIONS
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.tenancy.models import LocalityModel

MOST_ACTS = 10
LOOKED_AT = 120
"""Entries read to find the last ten acts among the acts of other halls, and those that took others back."""

UNDOES = "undoes"
"""Fact of an entry: the number of the entry it takes back."""

ACTS: Mapping[str, type[AgendaItem] | type[SpeakerRequest] | type[Turn] | type[Outcome]] = {
    "agenda_item.start": AgendaItem,
    "agenda_item.end": AgendaItem,
    "agenda_item.skip": AgendaItem,
    "speaker_request.register": SpeakerRequest,
    "speaker_request.override": SpeakerRequest,
    "speaker_request.pass": SpeakerRequest,
    "speaker_request.withdraw": SpeakerRequest,
    "turn.start": Turn,
    "turn.pause": Turn,
    "turn.go_on": Turn,
    "turn.extend": Turn,
    "turn.end": Turn,
    "turn.note_opinion": Turn,
    "turn.split": Turn,
    "outcome.record": Outcome,
}
"""Code of an act that can be taken back -> the table it is done to."""

BACK = (
    "turn.void", "turn.reopen", "speaker_request.requeue", "speaker_request.take_back", "outcome.undo",
    "agenda_item.not_begun", "agenda_item.go_on", "agenda_item.reopen",
)  # fmt: skip
"""Moves by which acts are taken back; others bear the code of an act and the fact."""


LEADS_TO = {
    "agenda_item.start": AgendaState.RUNNING,
    "agenda_item.end": AgendaState.DONE,
    "agenda_item.skip": AgendaState.SKIPPED,
}
"""Step of the programme -> where it leaves its item."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act at the desk: its entry's number, what was done (translated), by whom, to which row."""

    number: int
    code: str
    title: str
    by: str
    subject: LocalityModel
    told: Mapping[str, Any]
    """What its entry tells beside the row."""


def acts_of(dialogue: Dialogue) -> list[Act]:
    """Return the last ten acts in a hall that have not been taken back, the latest first (at most five queries).

    What the system did is no act at the desk. A step of the programme is one while the conference lasts and the item
    still stands where that step led.
    """
    mine = JournalEntry.objects.filter(
        chain__site=settings.NGHEDAN_SITE, locality_id=dialogue.locality_id, code__in=(*ACTS, *BACK)
    )
    entries = list(mine.order_by("-number")[:LOOKED_AT])
    bodies = {entry.number: entry.facts() for entry in entries}
    undone = {body["facts"][UNDOES] for body in bodies.values() if UNDOES in body["facts"]}
    system = Actor.system(dialogue.locality).key
    rows = _rows(dialogue, entries)
    acts = [
        Act(
            entry.number, entry.code, gettext(PERMISSIONS[entry.code].label),
            gettext(bodies[entry.number]["actor_label"]), rows[entry.subject_id],
            bodies[entry.number]["facts"],
        )
        for entry in entries
        if entry.code in ACTS and entry.subject_id in rows and UNDOES not in bodies[entry.number]["facts"]
        and entry.actor_key != system and _stands(entry.code, rows[entry.subject_id])
    ]  # fmt: skip
    return [act for act in acts[:MOST_ACTS] if act.number not in undone]


def _stands(code: str, row: LocalityModel) -> bool:
    if not isinstance(row, AgendaItem):
        return True
    return row.state == LEADS_TO[code] and row.dialogue.state == DialogueState.IN_SESSION


def _rows(dialogue: Dialogue, entries: list[JournalEntry]) -> dict[str, LocalityModel]:
    """Return public id -> row of this hall that the entries tell of."""
    linked: dict[type[Model], tuple[str, ...]] = {
        AgendaItem: ("dialogue__locality", "locality"),
        SpeakerRequest: ("dialogue", "locality"),
        Turn: ("dialogue__body", "request__dialogue", "request__guest", "request__hamlet", "opinion", "locality"),
        Outcome: ("dialogue", "matter__grouped_into", "matter__unit", "turn", "locality"),
    }
    found: dict[str, LocalityModel] = {}
    for model in set(ACTS.values()):
        ids = {entry.subject_id for entry in entries if ACTS.get(entry.code) is model}
        if ids:
            rows = model.objects.of(dialogue.locality).select_related(*linked[model])
            standing = rows.exclude(state__in=(OutcomeState.UNDONE, TurnState.VOID))  # taken back by own button
            found |= {row.public_id: row for row in standing.filter(public_id__in=ids, dialogue=dialogue)}
    return found
