"""A mail server of a test: speaks SMTP as far as ours needs it, takes what it is not told to refuse, and keeps it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast


@dataclass
class MailServer:
    """What arrived, and how the server answers: first letters of a line a client may send -> replies, used up in turn;
    the last one stays. A reply of "" hangs up."""

    port: int = 0
    replies: dict[str, list[str]] = field(default_factory=dict)
    taken: list[bytes] = field(default_factory=list)
    envelopes: list[tuple[str, str]] = field(default_factory=list)
    calls: int = 0

    @property
    def letters(self) -> list[EmailMessage]:
        """Return what arrived, read."""
        return [cast("EmailMessage", message_from_bytes(one, policy=policy.default)) for one in self.taken]

    def reply(self, line: str, usual: str) -> str:
        told = next((texts for start, texts in self.replies.items() if line.upper().startswith(start.upper())), None)
        if told is None:
            return usual
        return told.pop(0) if len(told) > 1 else told[0]


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        box: MailServer = self.server.box  # type: ignore[attr-defined]
        box.calls += 1
        self._say("220 thu.example ESMTP")
        sender = ""
        while line := self.rfile.readline().decode().rstrip("\r\n"):
            verb = line.upper()
            usual = "221 bye" if verb == "QUIT" else "354 go on" if verb == "DATA" else "250 ok"
            answer = box.reply(line, usual)
            if not answer:
                return
            if verb.startswith("MAIL"):
                sender = line.partition(":")[2]
            if verb.startswith("RCPT") and answer.startswith("2"):
                box.envelopes.append((sender.split()[0], line.partition(":")[2]))
            self._say(answer)
            if answer.startswith("354"):
                content = self._content()
                ending = box.reply(".", "250 taken")
                if not ending:
                    return
                if ending.startswith("2"):
                    box.taken.append(content)
                self._say(ending)
            if verb == "QUIT":
                return

    def _content(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        return b"".join(lines)

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a server on a port of its own."""
    box = MailServer()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.daemon_threads = True
        server.box = box  # type: ignore[attr-defined]
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
