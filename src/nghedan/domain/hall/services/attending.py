"""Who comes, who leaves, and who was written down by mistake; and those who asked to speak on a phone."""

from dataclasses import dataclass, field

from django.db import IntegrityError

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Attendance, SpeakerRequest
from nghedan.domain.hall.services.speaking import SpeakerDraft, register_speaker
from nghedan.domain.hall.terms import RequestWay
from nghedan.domain.invitations.models import Guest
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import create_identity
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NOTE_MOST = 200
NO_HAMLET = _("Xin chọn thôn, tổ dân phố của người đến dự.")
OTHER_DIALOGUE = _("Giấy mời này của hội nghị khác; xin tìm theo họ tên, hoặc ghi như người không có giấy mời.")
HERE_ALREADY = _("Đại biểu này đã được ghi có mặt; không cần ghi nữa.")


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who comes: an invited guest, or a walk-in of a hamlet whose name is optional.

    ``wants_to_speak`` registers her at once under the next number.
    """

    guest: Guest | None = None
    hamlet: Hamlet | None = None
    person: Person = field(default_factory=Person, repr=False)
    note: str = ""
    wants_to_speak: bool = False
    topic: str = ""
    may_show_name: bool = False


def record_arrival(*, actor: Actor, dialogue: Dialogue, arrival: Arrival, key: str = "") -> Attendance:
    """Write down that somebody came. The same form sent twice gives the same row.

    Raises Invalid for a walk-in without a hamlet, Refused for who is here already or once the list is closed,
    NotAllowed.
    """
    guest = arrival.guest
    if guest is not None and guest.dialogue_id != dialogue.pk:
        raise Invalid("attendance.other_dialogue", OTHER_DIALOGUE, field="who")
    hamlet = arrival.hamlet or (guest.hamlet if guest else None)
    if guest is None and hamlet is None:
        raise Invalid("attendance.no_hamlet", NO_HAMLET, field="hamlet")
    fresh = Attendance(
        locality=dialogue.locality, dialogue=dialogue, guest=guest, hamlet=hamlet,
        note=clean(arrival.note)[:NOTE_MOST], arrived_at=clock.now(),
    )  # fmt: skip
    try:
        with deed(actor):
            return _written_down(actor, fresh, arrival, key)
    except _SentBeforeError as again:
        return again.row
    except IntegrityError as error:
        raise Refused("attendance.here_already", HERE_ALREADY) from error


def note_left(*, actor: Actor, attendance: Attendance) -> Attendance:
    """Note that somebody went home. Raises NotAllowed, Refused, Conflict."""
    return perform("attendance.leave", actor=actor, obj=attendance, changes={"left_at": clock.now()})


def note_returned(*, actor: Actor, attendance: Attendance) -> Attendance:
    """Note that somebody came back. Raises NotAllowed, Refused, Conflict."""
    return perform("attendance.return", actor=actor, obj=attendance, changes={"left_at": None})


def void_arrival(*, actor: Actor, attendance: Attendance) -> Attendance:
    """Take back who was written down by mistake; she may be again. Raises NotAllowed, Refused, Conflict."""
    return perform("attendance.void", actor=actor, obj=attendance)


def admit_request(*, actor: Actor, request: SpeakerRequest) -> SpeakerRequest:
    """Take in line who asked to speak on a phone. Raises NotAllowed, Refused, Conflict."""
    return perform("speaker_request.admit", actor=actor, obj=request)


class _SentBeforeError(Exception):
    """The form was sent before: what was written on the way is taken back."""

    def __init__(self, row: Attendance) -> None:
        super().__init__()
        self.row = row


def _written_down(actor: Actor, fresh: Attendance, arrival: Arrival, key: str) -> Attendance:
    if arrival.person.name.strip() and fresh.guest is None:
        fresh.identity = create_identity(actor=Actor.system(actor.locality), person=arrival.person)
    row = create("attendance.record", actor=actor, obj=fresh, key=key, also_compared=arrival.person)
    if row is not fresh:
        raise _SentBeforeError(row)
    if arrival.wants_to_speak:
        draft = SpeakerDraft(
            way=RequestWay.DOOR, guest=fresh.guest, hamlet=fresh.hamlet, topic=arrival.topic,
            person=Person() if fresh.guest else arrival.person, may_show_name=arrival.may_show_name,
        )  # fmt: skip
        register_speaker(actor=actor, dialogue=fresh.dialogue, draft=draft)
    return row
