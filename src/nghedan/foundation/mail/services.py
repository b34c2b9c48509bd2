"""Putting messages into the queue and taking them out again.

Both follow from somebody's deed on the rows the messages are about, so they are done by the system within it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.mail.kinds import MessageKind
from nghedan.foundation.mail.letters import LONGEST_ADDRESS, MOST_TITLE, Letter, one_line
from nghedan.foundation.mail.models import Message, recipient_digest
from nghedan.foundation.mail.queries import messages_about, standing_keys
from nghedan.foundation.mail.server import has_server
from nghedan.foundation.mail.terms import MessageState
from nghedan.foundation.tenancy.models import LocalityModel
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import SOMEONE_FASTER, create_many, perform
from nghedan.kernel.errors import Conflict, Refused
from nghedan.kernel.terms import gettext_noop as _

NO_SERVER = _("Chưa có máy chủ thư nên không gửi được thư điện tử; xin báo người quản trị.")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be sent about ``subject``; ``occasion`` tells apart what is said about it more than once."""

    subject: LocalityModel
    occasion: str
    title: str
    letter: Letter = field(repr=False)
    sender_name: str = ""


def usable_address(text: str) -> str:
    """Return a typed address as mail is sent to it, "" for what cannot be one (or would begin another header)."""
    address = text.strip()
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address if len(address) <= LONGEST_ADDRESS and address.isprintable() else ""


def queue_messages(*, actor: Actor, kind: MessageKind, outgoing: Sequence[Outgoing]) -> list[Message]:
    """Let messages wait for the worker; one that waits or went already is passed over, so that pressing twice sends
    once. Return those that are new.

    Raises Refused without a server, ValueError for an address nobody looked at, Conflict when somebody else queues
    the same at the same moment.
    """
    if not has_server():
        raise Refused("message.no_server", NO_SERVER)
    if not outgoing:
        return []
    system, where = Actor.system(outgoing[0].subject.locality), outgoing[0].subject.locality
    try:
        with deed(actor):
            rows = {row.key: row for row in (_row(kind, one) for one in outgoing)}
            known = standing_keys(where, list(rows))
            fresh = [row for key, row in rows.items() if key not in known]
            create_many("message.queue", actor=system, objs=fresh)
    except IntegrityError as error:
        raise Conflict("message.conflict", SOMEONE_FASTER) from error
    return fresh


def withdraw_messages(*, actor: Actor, rows: Sequence[LocalityModel], kind: str = "") -> int:
    """Take what still waits about some rows out of the queue; return how many. Raises Conflict when the worker just
    wrote one of them down as sent."""
    waiting = messages_about(rows, kind).filter(state=MessageState.WAITING).select_related("locality")
    count = 0
    with deed(actor):
        for message in waiting:
            perform(
                "message.withdraw", actor=Actor.system(message.locality), obj=message, changes=emptied(),
                facts={"asked_by": actor.key},
            )  # fmt: skip
            count += 1
    return count


def emptied() -> dict[str, object]:
    """Return what changes when a message has ended: neither address nor text is kept."""
    return {"key_wrapped": "", "details": "", "ended_at": clock.now()}


def _row(kind: MessageKind, one: Outgoing) -> Message:
    if not one.letter.address or usable_address(one.letter.address) != one.letter.address:
        raise ValueError("an address that was not looked at")
    where = one.subject.locality
    recipient = recipient_digest(where.pk, one.letter.address)
    said = "\n".join((kind.code, subject_type_of(one.subject), one.subject.public_id, one.occasion, recipient))
    row = Message(
        locality=where, kind=kind.code, subject_type=subject_type_of(one.subject), subject_id=one.subject.public_id,
        key=hashlib.sha256(said.encode()).hexdigest(), recipient=recipient,
        title=one_line(one.title)[:MOST_TITLE], sender_name=one_line(one.sender_name)[:200],
    )  # fmt: skip
    row.close(one.letter)
    return row
