"""Messages reach a real server once, wait when it is away, end when it says no, and are forgotten afterwards."""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from nghedan.foundation.db import clock
from nghedan.foundation.keys.boxes import DamagedError
from nghedan.foundation.mail import sending
from nghedan.foundation.mail.kinds import MESSAGE_KINDS, MessageKind, Unwanted
from nghedan.foundation.mail.models import Message
from nghedan.foundation.mail.rules import MOST_ATTEMPTS, PAUSES
from tests.support.smtp import MailServer

Queue = Callable[..., Message]


def fresh(message: Message) -> Message:
    return Message.objects.of(message.locality).select_related("locality").get(pk=message.pk)


def book(message: Message) -> tuple[str, int, str, int]:
    """Return state, attempts, what stood in the way, and the server's code."""
    row = fresh(message)
    return row.state, row.attempts, row.trouble, row.reply


def test_a_message_arrives_as_it_was_written_and_once(server: MailServer, queue: Queue) -> None:
    message = queue(text="Kính gửi bà Mơ,\n.\nTrân trọng.")
    assert (sending.send_due(), sending.send_due()) == (1, 0)
    [letter] = server.letters
    assert server.envelopes == [("<vanphong@suoilanh.example>", "<mo@vidu.example>")]
    assert (letter["Subject"], letter["To"]) == ("Về cái cuốc", "mo@vidu.example")
    assert letter["From"] == "UBND xã Suối Lành <vanphong@suoilanh.example>"
    assert letter["Message-ID"] == f"<{message.public_id}@suoilanh.example>"
    body = letter.get_body()
    assert body is not None
    assert body.get_content().splitlines() == ["Kính gửi bà Mơ,", ".", "Trân trọng."]
    assert [(one.get_filename(), one.get_content()) for one in letter.iter_attachments()] == [("a.pdf", b"%PDF-1")]
    assert book(message) == ("sent", 1, "", 0)


def test_what_has_ended_keeps_neither_address_nor_text(server: MailServer, queue: Queue) -> None:
    message = queue()
    assert fresh(message).open().address == "mo@vidu.example"
    sending.send_due()
    row = fresh(message)
    assert (row.key_wrapped, row.details) == ("", "")
    with pytest.raises(DamagedError):
        row.open()


@pytest.mark.parametrize(
    ("line", "reply", "ended"),
    [
        ("RCPT", "550 5.1.1 <mo@vidu.example> nobody here", ("failed", 1, "address", 550)),
        (".", "552 5.3.4 too big", ("failed", 1, "content", 552)),
        ("RCPT", "450 4.2.2 mailbox full", ("waiting", 1, "address", 450)),
        (".", "451 4.3.0 later", ("waiting", 1, "content", 451)),
        ("MAIL", "550 5.7.1 who are you", ("waiting", 1, "server", 550)),
        ("DATA", "", ("waiting", 1, "server", 0)),
        ("EHLO", "", ("waiting", 1, "server", 0)),
    ],
)
def test_a_final_no_ends_a_message_and_anything_else_lets_it_wait(
    server: MailServer, queue: Queue, line: str, reply: str, ended: tuple[str, int, str, int]
) -> None:
    server.replies[line] = [reply]
    message = queue()
    assert sending.send_due() == 0
    assert (book(message), server.taken) == (ended, [])


def test_one_refused_address_does_not_hold_up_the_others(server: MailServer, queue: Queue) -> None:
    server.replies["RCPT TO:<sai@"] = ["550 nobody"]
    wrong, right = queue("sai@vidu.example"), queue("mo@vidu.example")
    assert sending.send_due() == 1
    assert (book(wrong)[0], book(right)[0], server.calls) == ("failed", "sent", 1)


def test_the_pauses_grow_and_come_to_an_end(server: MailServer, queue: Queue) -> None:
    server.replies["RCPT"] = ["450 later"]
    at, waits = clock.now(), []
    with clock.frozen(at):
        message = queue()
    for _attempt in range(MOST_ATTEMPTS - 1):
        with clock.frozen(at):
            sending.send_due()
            sending.send_due()
        waits.append(fresh(message).due_at - at)
        at = fresh(message).due_at
    assert (tuple(waits), book(message)) == (PAUSES, ("waiting", MOST_ATTEMPTS - 1, "address", 450))
    with clock.frozen(at):
        sending.send_due()
    assert book(message) == ("failed", MOST_ATTEMPTS, "address", 450)


def test_without_an_answer_all_wait_after_one_call_and_fail_at_last(
    settings: Any, server: MailServer, queue: Queue
) -> None:
    server.replies["EHLO"] = server.replies["HELO"] = [""]
    one, other = queue(), queue()
    settings.EMAIL_PORT = 1  # nobody listens there
    at = clock.now()
    for attempt in range(1, MOST_ATTEMPTS):
        with clock.frozen(at):
            assert sending.send_due() == 0
        assert [book(message) for message in (one, other)] == [("waiting", attempt, "server", 0)] * 2
        at = fresh(one).due_at
    with clock.frozen(at):
        sending.send_due()
    assert [book(message) for message in (one, other)] == [("failed", MOST_ATTEMPTS, "server", 0)] * 2


def test_who_dies_between_sending_and_marking_sends_that_one_again_under_the_same_name(
    server: MailServer, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_args: object) -> None:
        raise Killed

    at = clock.now()
    with clock.frozen(at):
        first, second = queue(), queue()
        with monkeypatch.context() as patched, pytest.raises(Killed):
            patched.setattr(sending, "_end", die)
            sending.send_due()
        assert sending.send_due() == 1  # the other one; the first still belongs to who died
    with clock.frozen(at + sending.LEASE):
        assert (sending.send_due(), sending.send_due()) == (1, 0)
    ids = [letter["Message-ID"] for letter in server.letters]
    assert ids == [f"<{one.public_id}@suoilanh.example>" for one in (first, second, first)]
    assert [book(one)[:2] for one in (first, second)] == [("sent", 2), ("sent", 1)]


def test_a_message_that_ends_every_process_is_given_up(server: MailServer, queue: Queue) -> None:
    message = queue()
    Message.objects.of(message.locality).filter(pk=message.pk).update(attempts=MOST_ATTEMPTS)
    assert sending.send_due() == 0
    assert (book(message), server.taken) == (("failed", MOST_ATTEMPTS + 1, "drawing", 0), [])


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_a_message_once(server: MailServer, queue: Queue) -> None:
    message = queue()
    both_have_read = threading.Barrier(2)
    taken: list[bool] = []

    def take() -> None:
        row = fresh(message)
        both_have_read.wait()
        taken.append(sending._take(row))
        connection.close()

    workers = [threading.Thread(target=take) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert sorted(taken) == [False, True]


def test_what_is_no_longer_wanted_is_withdrawn_and_what_cannot_be_drawn_waits(
    server: MailServer, queue: Queue, kind: MessageKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwanted(_message: Message) -> tuple[()]:
        raise Unwanted

    def broken(_message: Message) -> tuple[()]:
        raise LookupError

    first = queue()
    monkeypatch.setitem(MESSAGE_KINDS._items, "thing", replace(kind, enclose=unwanted))
    assert (sending.send_due(), book(first)) == (0, ("withdrawn", 1, "", 0))
    second = queue()
    monkeypatch.setitem(MESSAGE_KINDS._items, "thing", replace(kind, enclose=broken))
    assert (sending.send_due(), book(second)) == (0, ("waiting", 1, "drawing", 0))
    assert server.taken == []


def test_without_a_server_nothing_is_looked_at(
    queue: Queue, server: MailServer, settings: Any, django_assert_num_queries: Callable[[int], object]
) -> None:
    queue()
    settings.NGHEDAN_EMAIL_FROM = ""
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        assert sending.send_due() == 0


def test_a_round_ends_so_that_other_work_gets_its_turn(
    server: MailServer, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "BATCH", 2)
    for _one in range(3):
        queue()
    assert sending.send_due() == 2
    with monkeypatch.context() as hurried:
        hurried.setattr(sending, "LONGEST_ROUND", -1.0)
        assert sending.send_due() == 0
    assert sending.send_due() == 1


def test_no_log_tells_an_address_or_a_word(
    server: MailServer, queue: Queue, caplog: pytest.LogCaptureFixture
) -> None:
    server.replies["RCPT"] = ["550 <mo@vidu.example> nobody"]
    with caplog.at_level(logging.DEBUG):
        queue()
        sending.send_due()
    assert "SMTPRecipientsRefused 550" in caplog.text
    assert [word for word in ("vidu", "Mơ", "nobody", "cuốc") if word in caplog.text] == []
