"""What the worker does every few seconds: messages that are due are handed to the server, outside any transaction.

A message is first taken (its next attempt moved ahead), then sent, then marked. Who dies between sending and marking
leaves one message that is sent once more when its time has come, under the same Message-ID.
"""

import logging
import time
from collections.abc import Sequence
from datetime import timedelta
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.mail.kinds import MESSAGE_KINDS, Unwanted
from nghedan.foundation.mail.models import Message
from nghedan.foundation.mail.rules import MOST_ATTEMPTS, PAUSES, Verdict, judge
from nghedan.foundation.mail.server import connection, hang_up, has_server
from nghedan.foundation.mail.services import emptied
from nghedan.foundation.mail.terms import MessageState, Trouble
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.door import perform
from nghedan.kernel.errors import Conflict, Refused

log = logging.getLogger(__name__)

EVERY = 5
BATCH = 20
LONGEST_ROUND = 20.0
"""Seconds after which a round ends, because events and scans wait for the same worker."""

LEASE = timedelta(minutes=10)
"""For how long a message that was taken belongs to who took it: far longer than the slowest server."""


def send_due() -> int:
    """Send the messages whose time has come, the longest waiting first; return how many the server took."""
    if not has_server():
        return 0
    rows = list(_due().select_related("locality").order_by("due_at", "pk")[:BATCH])
    if not rows:
        return 0
    line = connection()
    try:
        line.open()
    except OSError as error:
        log.warning("mail server: %s", type(error).__name__)
        _all_wait(judge(error))
        return 0
    try:
        return _send(line, rows)
    finally:
        hang_up(line)


def _send(line: BaseEmailBackend, rows: Sequence[Message]) -> int:
    sent, begun = 0, time.monotonic()
    for message in rows:
        if time.monotonic() - begun > LONGEST_ROUND:
            break
        if not _take(message):
            continue
        goes_on = _hand_over(line, message)
        sent += message.state == MessageState.SENT
        if not goes_on:
            break
    return sent


def _due() -> ScopedQuerySet[Message]:
    rows = Message.objects.across(Actor.system())
    return rows.filter(state=MessageState.WAITING, due_at__lte=clock.now())


def _take(message: Message) -> bool:
    """Count the attempt before it is made and keep others off; False when another worker was first."""
    mine = _due().filter(pk=message.pk, attempts=message.attempts)
    message.attempts += 1
    return bool(mine.update(attempts=message.attempts, due_at=clock.now() + LEASE))


def _hand_over(line: BaseEmailBackend, message: Message) -> bool:
    """Send one message and mark it; say whether the server is there for the next one."""
    if message.attempts > MOST_ATTEMPTS:  # each of them ended with the whole process
        _end("message.fail", message, Verdict(Trouble.DRAWING))
        return True
    try:
        mail = _drawn(message)
    except Unwanted:
        _end("message.withdraw", message)
        return True
    except Exception as error:  # noqa: BLE001 - whatever a kind meets while drawing must not hold up the others
        _put_off(message, Verdict(Trouble.DRAWING), error)
        return True
    try:
        line.send_messages([mail])
    except (OSError, ValueError) as error:  # of SMTP, of the network; what cannot be written as a letter
        verdict = judge(error)
        _put_off(message, verdict, error)
        return not verdict.ends_round
    _end("message.send", message)
    return True


def _drawn(message: Message) -> EmailMessage:
    """Return the message as it goes out; raises Unwanted, and whatever drawing its enclosures meets."""
    kind = MESSAGE_KINDS[message.kind]
    enclosures = kind.enclose(message)
    letter = message.open()
    domain = settings.NGHEDAN_EMAIL_FROM.rpartition("@")[2]
    return EmailMessage(
        subject=message.title,
        body=letter.text,
        from_email=formataddr((message.sender_name, settings.NGHEDAN_EMAIL_FROM)),
        to=[letter.address],
        headers={"Message-ID": f"<{message.public_id}@{domain}>", "Auto-Submitted": "auto-generated"},
        attachments=[(one.name, one.content, one.media_type) for one in enclosures],
    )


def _put_off(message: Message, verdict: Verdict, error: Exception) -> None:
    log.warning("message %s: %s %s", message.public_id, type(error).__name__, verdict.code or "")  # never its text
    if verdict.is_final or message.attempts >= MOST_ATTEMPTS:
        _end("message.fail", message, verdict)
        return
    book = {**_told(verdict), "due_at": clock.now() + PAUSES[message.attempts - 1]}
    Message.objects.of(message.locality).filter(pk=message.pk, state=MessageState.WAITING).update(**book)


def _all_wait(verdict: Verdict) -> None:
    """Let everything that is due wait: without a server one attempt counts for all; who had enough of them fails."""
    now = clock.now()
    for message in _due().filter(attempts__gte=len(PAUSES)).select_related("locality"):
        if _take(message):
            _end("message.fail", message, verdict)
    for attempts, pause in enumerate(PAUSES):
        book = {**_told(verdict), "attempts": attempts + 1, "due_at": now + pause}
        _due().filter(attempts=attempts, due_at__lte=now).update(**book)


def _told(verdict: Verdict | None) -> dict[str, object]:
    return {"trouble": verdict.trouble.value, "reply": verdict.code} if verdict else {"trouble": "", "reply": 0}


def _end(code: str, message: Message, verdict: Verdict | None = None) -> None:
    changes = {**emptied(), **_told(verdict)}
    try:
        perform(code, actor=Actor.system(message.locality), obj=message, changes=changes)
    except (Conflict, Refused):  # somebody took it out of the queue meanwhile
        log.warning("message %s: no longer waiting", message.public_id)
