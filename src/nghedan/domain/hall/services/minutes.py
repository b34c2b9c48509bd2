"""The minutes grow from what happens in the hall: every deed of the hall tells its line here.

Growing follows from a deed somebody had the right to do, so the system does it and names who asked. It is safe to
repeat: a row has one line of a kind and occasion. What somebody wrote over is never written over in turn: the new words
wait beside it until a secretary decides.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Minutes, MinutesLine, MinutesSignature, Outcome, SpeakerRequest, Turn
from nghedan.domain.hall.rules.minutes_text import (
    UNNAMED,
    answer_line,
    called,
    conclusion_line,
    place_of,
    speech_line,
)
from nghedan.domain.hall.terms import HallOutcome, LineKind, LineState, MinutesState, SignatureState
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.tenancy.series import take_numbers
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform


def begin_minutes(*, actor: Actor, dialogue: Dialogue) -> Minutes:
    """Return the minutes of a dialogue, begun now if they were not: they open with the conference, or with the first
    line that comes before somebody says so."""
    if (known := _minutes_of(dialogue)) is not None:
        return known
    system, facts = Actor.system(dialogue.locality), {"asked_by": actor.key}
    fresh = Minutes(locality=dialogue.locality, dialogue=dialogue)
    try:
        return create("minutes.begin", actor=system, obj=fresh, facts=facts)
    except IntegrityError:  # somebody else's line began them at the same moment
        return Minutes.objects.of(dialogue.locality).select_related("dialogue", "locality").get(dialogue=dialogue)


def grow_line(
    *,
    actor: Actor,
    dialogue: Dialogue,
    kind: LineKind,
    subject: LocalityModel | None = None,
    text: str,
    at: datetime | None = None,
    occasion: str = "",
) -> MinutesLine | None:
    """Add the line that tells of ``subject``, once; a line it has already is returned as it stands.

    ``occasion`` tells several lines of one kind about one row apart. ``text`` holds no name (``place_of``). Minutes
    that were read out are opened again; signed ones grow no more, and nothing said is no line: then None.
    """
    if not text.strip():
        return None
    with deed(actor):
        minutes = begin_minutes(actor=actor, dialogue=dialogue)
        if subject is not None and (line := _line_of(minutes, kind, subject, occasion)) is not None:
            return line
        if minutes.state == MinutesState.LOCKED:
            return None
        open_again(actor=actor, minutes=minutes, keep_reading=kind == LineKind.SESSION)
        line = MinutesLine(
            locality=minutes.locality, minutes=minutes, kind=LineKind(kind).value, at=at or clock.now(),
            position=next_position(minutes), text=text.strip(), occasion=occasion[:40],
            subject_type=subject_type_of(subject) if subject is not None else "",
            subject_id=subject.public_id if subject is not None else "",
        )  # fmt: skip
        facts = {"asked_by": actor.key}
        return create("minutes_line.grow", actor=Actor.system(minutes.locality), obj=line, facts=facts)


def regrow_line(
    *,
    actor: Actor,
    dialogue: Dialogue,
    kind: LineKind,
    subject: LocalityModel,
    text: str,
    at: datetime | None = None,
    occasion: str = "",
) -> MinutesLine | None:
    """Let the line of ``subject`` say what is true now, as a new version; what a secretary wrote stays, and the new
    words wait beside it. A row without a line gets one. None once the minutes are signed."""
    with deed(actor):
        line = grow_line(
            actor=actor, dialogue=dialogue, kind=kind, subject=subject, text=text, at=at, occasion=occasion
        )
        if line is None or line.minutes.state == MinutesState.LOCKED:  # signed, or nothing to say
            return None
        said = text.strip()
        changes = {"pending_text": "" if said == line.text else said} if line.is_by_hand else {"text": said}
        if any(getattr(line, name) != value for name, value in changes.items()):
            open_again(actor=actor, minutes=line.minutes)
            _by_system("minutes_line.regrow", actor, line, changes)
        return line


def withdraw_lines(*, actor: Actor, dialogue: Dialogue, subject: LocalityModel) -> list[MinutesLine]:
    """Strike the lines that tell of a row whose deed was taken back (an undone outcome, a turn called by mistake)."""
    with deed(actor):
        lines = _lines_of(dialogue, subject).filter(state=LineState.STANDING)
        struck = [line for line in lines if line.minutes.state != MinutesState.LOCKED]
        for line in struck:
            open_again(actor=actor, minutes=line.minutes)
            _by_system("minutes_line.strike", actor, line, {})
        return struck


def withdraw_latest_line(*, actor: Actor, dialogue: Dialogue, subject: LocalityModel) -> None:
    """Strike the last standing line of a row that is told once for each time it happens."""
    with deed(actor):
        line = _lines_of(dialogue, subject).filter(state=LineState.STANDING).order_by("-position").first()
        if line is not None and line.minutes.state != MinutesState.LOCKED:
            open_again(actor=actor, minutes=line.minutes)
            _by_system("minutes_line.strike", actor, line, {})


def bring_back_lines(*, actor: Actor, dialogue: Dialogue, subject: LocalityModel) -> list[MinutesLine]:
    """Take back the striking of the lines of a row whose deed holds after all."""
    with deed(actor):
        lines = _lines_of(dialogue, subject).filter(state=LineState.STRUCK)
        restored = [line for line in lines if line.minutes.state != MinutesState.LOCKED]
        for line in restored:
            open_again(actor=actor, minutes=line.minutes)
            _by_system("minutes_line.restore", actor, line, {})
        return restored


def tell_turn(*, actor: Actor, turn: Turn) -> MinutesLine | None:
    """Tell who speaks, from where, about what: when a turn begins, and again when its words are noted or it ends."""
    said = turn.opinion.corrected or turn.opinion.words if turn.opinion else turn.request.topic
    where = str(turn.request.hamlet or "")
    text = speech_line(speaker_of(turn.request), where, said)
    return regrow_line(
        actor=actor, dialogue=turn.dialogue, kind=LineKind.SPEECH, subject=turn, text=text, at=turn.started_at
    )


def tell_outcome(*, actor: Actor, outcome: Outcome) -> list[MinutesLine]:
    """Tell what came of a matter: the answer with who gave it, and what the chair concluded; again when edited."""
    title = outcome.matter.title
    who = outcome.answered_by or (outcome.unit.name if outcome.unit else "")
    concluded = conclusion_line(
        HallOutcome(outcome.kind), title, outcome.unit.name if outcome.unit else "", outcome.due_on,
        outcome.competent_body,
    )  # fmt: skip
    told = [(LineKind.CONCLUSION, concluded)]
    if outcome.text.strip() or outcome.answered_by.strip():
        told.insert(0, (LineKind.ANSWER, answer_line(title, who, outcome.text)))
    with deed(actor):
        lines = [
            regrow_line(actor=actor, dialogue=outcome.dialogue, kind=kind, subject=outcome, text=text)
            for kind, text in told
        ]
    return [line for line in lines if line is not None]


def speaker_of(request: SpeakerRequest) -> str:
    """Return how the minutes hold a speaker: an officer by name and post, anybody else as the place of a name."""
    guest, dialogue = request.guest, request.dialogue
    is_comrade = dialogue.body.is_party and dialogue.openness == Openness.INTERNAL
    if guest is not None and guest.officer is not None:
        named = called(guest.officer.full_name, is_comrade=is_comrade)
        return ", ".join(filter(None, (named, guest.post_title)))
    identity = request.identity or (guest.identity if guest is not None else None)
    return called(place_of(identity.public_id), is_comrade=is_comrade) if identity is not None else UNNAMED


def open_again(*, actor: Actor, minutes: Minutes, keep_reading: bool = False) -> None:
    """Let signatures fall under minutes that change after they were read out, and open them to be read again.

    What happens after the reading, as the end of the conference, is added with ``keep_reading``.
    """
    if minutes.state != MinutesState.READ:
        return
    standing = MinutesSignature.objects.of(minutes.locality).filter(minutes=minutes, state=SignatureState.SIGNED)
    for signature in standing.select_related("minutes__dialogue", "locality"):
        _by_system("minutes_signature.void", actor, signature, {})
    if not keep_reading:
        _by_system("minutes.reopen", actor, minutes, {"read_at": None})


def next_position(minutes: Minutes) -> int:
    """Return the next free place among the lines; taken in the transaction that stores the line."""
    return take_numbers(minutes.locality, f"minutes-{minutes.public_id}", minutes.dialogue.year)[0]


def _minutes_of(dialogue: Dialogue) -> Minutes | None:
    known = Minutes.objects.of(dialogue.locality).select_related("dialogue", "locality")
    return known.filter(dialogue=dialogue).first()


def _line_of(minutes: Minutes, kind: LineKind, subject: LocalityModel, occasion: str) -> MinutesLine | None:
    lines = _lines_of(minutes.dialogue, subject).filter(kind=LineKind(kind).value, occasion=occasion[:40])
    return lines.first()


def _lines_of(dialogue: Dialogue, subject: LocalityModel) -> ScopedQuerySet[MinutesLine]:
    of_row = {"subject_type": subject_type_of(subject), "subject_id": subject.public_id}
    lines = MinutesLine.objects.of(dialogue.locality).select_related("minutes__dialogue", "minutes__locality", "locality")  # fmt: skip  # noqa: E501
    return lines.filter(minutes__dialogue=dialogue, **of_row)


def _by_system(code: str, actor: Actor, obj: LocalityModel, changes: Mapping[str, object]) -> None:
    system, facts = Actor.system(obj.locality), {"asked_by": actor.key}
    perform(code, actor=system, obj=obj, changes=changes, facts=facts)
