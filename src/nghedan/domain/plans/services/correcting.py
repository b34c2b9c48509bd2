"""Correcting a plan's file beside its lines: every correction keeps the shape and the links to the source."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nghedan.domain.plans.content import PlanContent
from nghedan.domain.plans.corrections import assignment_of, corrected, session_of, with_content, with_line, without
from nghedan.domain.plans.intake import DutyDraft, ItemDraft
from nghedan.domain.plans.linking import relinked
from nghedan.domain.plans.models import PlanReading
from nghedan.domain.plans.services.reading import replace_data
from nghedan.foundation.access.actor import Actor


def correct_head(
    *, actor: Actor, reading: PlanReading, title: str, year: int, number: str, place: str, issued_on: date | None
) -> PlanReading:
    """Correct what stands at the top of the paper. Raises Refused, Conflict."""
    head = {"title": title, "year": year, "number": number or None, "place": place or None}
    return _keep(actor, reading, {**reading.data, **head, "date": _date_parts(reading, issued_on)})


def correct_number(*, actor: Actor, reading: PlanReading, number: str, issued_on: date | None) -> PlanReading:
    """Correct number and date alone. Raises Refused, Conflict."""
    parts = {"number": number or None, "date": _date_parts(reading, issued_on)}
    return _keep(actor, reading, {**reading.data, **parts})


def correct_content(*, actor: Actor, reading: PlanReading, content: PlanContent) -> PlanReading:
    """Correct what the plan says besides its head, dialogues and duties. Raises Refused, Conflict."""
    return _keep(actor, reading, with_content(reading.data, content))


def correct_dialogue(*, actor: Actor, reading: PlanReading, position: int | None, item: ItemDraft) -> PlanReading:
    """Correct one planned dialogue, or add one at the end when ``position`` is None. Raises Invalid, Conflict."""
    return _keep(actor, reading, _with_entry(reading.data, "sessions", position, session_of(item)))


def correct_duty(*, actor: Actor, reading: PlanReading, position: int | None, duty: DutyDraft) -> PlanReading:
    """Correct one unit's duties, or add a unit at the end when ``position`` is None. Raises Invalid, Conflict."""
    return _keep(actor, reading, _with_entry(reading.data, "assignments", position, assignment_of(duty)))


def take_out(*, actor: Actor, reading: PlanReading, path: str) -> PlanReading:
    """Take a dialogue or a unit out ("sessions.1"). Raises Invalid for an unknown place, Conflict."""
    return _keep(actor, reading, without(reading.data, path))


def place_lines(*, actor: Actor, reading: PlanReading, targets: Mapping[int, str]) -> PlanReading:
    """Put lines that found no place at the end of the lists chosen for them: number of the line -> path of the list.

    Raises Invalid for an unknown place, Conflict.
    """
    texts = {line["number"]: line["text"] for line in reading.lines}
    data, places = dict(reading.data), dict(reading.places)
    for number, path in sorted(targets.items()):
        data = with_line(data, path, _bare(texts[number]))
        places[str(number)] = [f"{path}.{_length(data, path) - 1}"]
    return replace_data(actor=actor, reading=reading, data=data, places=places)


def _keep(actor: Actor, reading: PlanReading, data: Mapping[str, Any]) -> PlanReading:
    places = relinked(reading.data, data, reading.places, reading.lines)
    return replace_data(actor=actor, reading=reading, data=data, places=places)


def _with_entry(data: Mapping[str, Any], name: str, position: int | None, entry: dict[str, Any]) -> Mapping[str, Any]:
    if position is None:
        return {**data, name: [*data[name], entry]}
    return corrected(data, f"{name}.{position}", entry)


def _date_parts(reading: PlanReading, issued_on: date | None) -> dict[str, int | None]:
    """Return a whole date in its parts; without one, what was read (a year with day and month left blank) stays."""
    if issued_on is None:
        return {"year": reading.data["date"]["year"], "month": reading.data["date"]["month"], "day": None}
    return {"year": issued_on.year, "month": issued_on.month, "day": issued_on.day}


def _bare(line: str) -> str:
    """Return a line without the mark of a list before it and the semicolon behind."""
    return " ".join(line.replace("*", "").split()).lstrip("-–+• ").rstrip("; ")


def _length(data: Mapping[str, Any], path: str) -> int:
    holder: Any = data
    for part in path.split("."):
        holder = holder[int(part) if part.isdigit() else part]
    return len(holder)
