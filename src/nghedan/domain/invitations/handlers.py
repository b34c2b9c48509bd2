"""Reactions: a guest whose letter was mailed is invited."""

from nghedan.domain.dialogues.terms import TO_COME
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import MAIL_KIND
from nghedan.domain.invitations.terms import GuestState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.mail.models import Message
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.transitions.door import perform


def on_message_sent(entry: OutboxEntry) -> None:
    """Note that the letter of a guest went out, unless that was noted already or the day has come."""
    message = Message.objects.across(Actor.system()).filter(public_id=entry.payload["id"], kind=MAIL_KIND).first()
    if message is None or message.ended_at is None:
        return
    rows = Guest.objects.across(Actor.system()).filter(locality_id=message.locality_id, public_id=message.subject_id)
    listed = rows.filter(state=GuestState.LISTED, dialogue__state__in=TO_COME).select_related("dialogue", "locality")
    if guest := listed.first():
        day = clock.local(message.ended_at).date()
        perform("guest.invite", actor=Actor.system(guest.locality), obj=guest, changes={"invited_on": day})
