"""Messages wait once, locked; nothing but a digest of the address is told; nobody slips a second header in."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.mail import sending
from nghedan.foundation.mail.kinds import MessageKind
from nghedan.foundation.mail.letters import Letter, one_line
from nghedan.foundation.mail.models import Message, recipient_digest
from nghedan.foundation.mail.queries import latest_about
from nghedan.foundation.mail.services import Outgoing, queue_messages, usable_address, withdraw_messages
from nghedan.kernel.errors import Refused
from tests.support.smtp import MailServer
from tests.support.things.models import Thing

Make = Callable[..., Thing]


def everything_stored() -> str:
    """Return the text of every table in the database."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows: list[Any] = []
        for table in (connection.ops.quote_name(name) for name in tables if not name.startswith("sqlite_")):
            cursor.execute(f"SELECT * FROM {table}")
            rows += cursor.fetchall()
    return repr(rows)


def outgoing(thing: Thing, address: str = "mo@vidu.example") -> Outgoing:
    return Outgoing(thing, "lần 1", "Về cái cuốc", Letter(address, "Kính gửi bà Lò Thị Mơ"))


def test_the_same_message_waits_once_and_is_not_sent_again(
    an: Actor, server: MailServer, kind: MessageKind, make_thing: Make
) -> None:
    thing = make_thing()
    one, twin = outgoing(thing), replace(outgoing(thing, "MO@vidu.example"), title="Nói lại")
    assert len(queue_messages(actor=an, kind=kind, outgoing=[one, twin])) == 1
    assert queue_messages(actor=an, kind=kind, outgoing=[one]) == []
    sending.send_due()
    assert queue_messages(actor=an, kind=kind, outgoing=[one]) == []
    others = [outgoing(thing, "lien@vidu.example"), replace(one, occasion="lần 2"), outgoing(make_thing())]
    assert len(queue_messages(actor=an, kind=kind, outgoing=others)) == 3
    assert len(server.taken) == 1


def test_one_that_failed_or_was_withdrawn_may_be_sent_anew(
    an: Actor, server: MailServer, kind: MessageKind, make_thing: Make
) -> None:
    server.replies["RCPT"] = ["550 nobody", "250 ok"]
    thing = make_thing()
    for state in ("failed", "withdrawn", "sent"):
        assert len(queue_messages(actor=an, kind=kind, outgoing=[outgoing(thing)])) == 1
        if state == "withdrawn":
            assert withdraw_messages(actor=an, rows=[thing]) == 1
        sending.send_due()
        assert latest_about([thing], kind.code)[thing.public_id].state == state
    assert withdraw_messages(actor=an, rows=[thing]) == 0


def test_without_a_server_nothing_is_queued(an: Actor, kind: MessageKind, make_thing: Make) -> None:
    with pytest.raises(Refused) as error:
        queue_messages(actor=an, kind=kind, outgoing=[outgoing(make_thing())])
    assert (error.value.code, Message.objects.across(Actor.system()).count()) == ("message.no_server", 0)


def test_nothing_plain_is_stored_while_it_waits_or_later(
    an: Actor, server: MailServer, kind: MessageKind, make_thing: Make
) -> None:
    [message] = queue_messages(actor=an, kind=kind, outgoing=[outgoing(make_thing())])
    waiting = everything_stored()
    sending.send_due()
    shown = [waiting, everything_stored(), repr(message), str(message), repr(outgoing(message))]  # type: ignore[arg-type]
    assert [text[:200] for text in shown for plain in ("mo@vidu", "Lò Thị") if plain in text] == []
    [entry] = JournalEntry.objects.filter(code="message.queue")
    assert entry.facts()["facts"]["recipient"] == [None, recipient_digest(message.locality_id, "mo@vidu.example")]
    assert verify_all() == []


@pytest.mark.parametrize(
    "typed",
    [
        "", "mo", "mo@", "@vidu.example", "mo@vidu", "mo@vidu.example\nBcc: ai@vidu.example", "mo@vidu.example\r",
        "mo@vidu.example,lien@vidu.example", "mo@vidu.example lien@vidu.example", "Mơ <mo@vidu.example>",
        "mơ@vidu.example", "mo@vidu.example\x00", f"{'m' * 250}@vidu.example", "mo\u2028@vidu.example",
    ],
)  # fmt: skip
def test_what_is_no_single_address_is_not_written_to(
    an: Actor, server: MailServer, kind: MessageKind, make_thing: Make, typed: str
) -> None:
    stripped = typed.strip()
    assert usable_address(typed) == ("" if stripped != "mo@vidu.example" else stripped)
    with pytest.raises(ValueError, match="not looked at"):
        queue_messages(actor=an, kind=kind, outgoing=[outgoing(make_thing(), typed)])


def test_nobody_slips_a_header_in_by_title_or_name(
    an: Actor, server: MailServer, kind: MessageKind, make_thing: Make
) -> None:
    title, name = "Mời họp\r\nBcc: ai@vidu.example\r\n\r\nXin tiền", "UBND xã\nBcc: ai@vidu.example\x0b"
    queue_messages(actor=an, kind=kind, outgoing=[replace(outgoing(make_thing()), title=title, sender_name=name)])
    assert sending.send_due() == 1
    [letter] = server.letters
    assert (letter["Bcc"], [to for _from, to in server.envelopes]) == (None, ["<mo@vidu.example>"])
    assert str(letter["Subject"]).strip() == "Mời họp Bcc: ai@vidu.example Xin tiền"
    assert str(letter["From"]).endswith("<vanphong@suoilanh.example>")


def test_a_line_is_one_line() -> None:
    assert one_line(" Giấy mời\r\n\tdự\x85họp\u2029 ") == "Giấy mời dự họp"


def test_messages_are_not_seen_by_another_locality(
    an: Actor, giang: Actor, server: MailServer, kind: MessageKind, make_thing: Make
) -> None:
    [message] = queue_messages(actor=an, kind=kind, outgoing=[outgoing(make_thing())])
    assert list(Message.objects.across(giang)) == []
    assert list(Message.objects.across(an)) == [message]
