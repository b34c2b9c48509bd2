"""Fixtures of mail: a server that really speaks SMTP, a kind of message, something to write about."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.mail.kinds import MESSAGE_KINDS, Enclosure, MessageKind
from nghedan.foundation.mail.letters import Letter
from nghedan.foundation.mail.models import Message
from nghedan.foundation.mail.services import Outgoing, queue_messages
from tests.support.smtp import MailServer, mail_server
from tests.support.things.models import Thing

Queue = Callable[..., Message]


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    """The installation's mail server."""
    with mail_server() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", box.port, 5
        settings.NGHEDAN_EMAIL_FROM = "vanphong@suoilanh.example"
        yield box


@pytest.fixture
def kind(monkeypatch: pytest.MonkeyPatch) -> MessageKind:
    """A kind whose messages bring a small file along."""
    file = Enclosure("a.pdf", b"%PDF-1", "application/pdf")
    found = MessageKind("thing", "Báo về cái cuốc", lambda _message: (file,))
    monkeypatch.setitem(MESSAGE_KINDS._items, found.code, found)
    return found


@pytest.fixture
def queue(an: Actor, kind: MessageKind, make_thing: Callable[..., Thing]) -> Queue:
    """Return a function by which a message about something new is queued."""

    def put(address: str = "mo@vidu.example", title: str = "Về cái cuốc", text: str = "Kính gửi bà Mơ") -> Message:
        one = Outgoing(make_thing(), "", title, Letter(address, text), "UBND xã Suối Lành")
        [message] = queue_messages(actor=an, kind=kind, outgoing=[one])
        return message

    return put
