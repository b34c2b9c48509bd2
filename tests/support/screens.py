"""A live screen without a browser: it listens to a stream, comes back by itself, and keeps what it was told."""

import http.client
import json
import time
from collections.abc import Mapping
from contextlib import suppress
from threading import Event, Thread

PAUSE = 0.2
"""Seconds until it comes back; a browser waits a second."""


class Screen(Thread):
    """One screen. ``numbers`` are those of the frames in the order they came, ``parts`` what stands on it now."""

    def __init__(self, port: int, page: str, cookie: str = "") -> None:
        super().__init__(daemon=True)
        self.port, self.page = port, page
        self.headers = {"Cookie": cookie} if cookie else {}
        self.numbers: list[int] = []
        self.parts: dict[str, str] = {}
        self.ended = Event()

    def run(self) -> None:
        while not self.ended.is_set():
            with suppress(http.client.HTTPException, OSError, ValueError):
                self._listen()
            time.sleep(PAUSE)

    def end(self) -> None:
        self.ended.set()

    def agrees(self) -> bool:
        """Say whether the screen shows what the server tells one that asks; False while nobody answers."""
        with suppress(http.client.HTTPException, OSError, ValueError):
            return self.parts == self.asked()
        return False

    def asked(self) -> Mapping[str, str]:
        """Return what the server tells a screen that asks."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", f"{self.page}state", headers=self.headers)
            told: Mapping[str, str] = json.loads(connection.getresponse().read())["fragments"]
        finally:
            connection.close()
        return told

    def _listen(self) -> None:
        seen = {"Last-Event-ID": str(self.numbers[-1])} if self.numbers else {}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", f"{self.page}events", headers={**self.headers, **seen})
            answer = connection.getresponse()
            while not self.ended.is_set() and (line := answer.readline()):
                if line.startswith(b"data: {"):
                    self._take(json.loads(line.removeprefix(b"data: ")))
        finally:
            connection.close()

    def _take(self, told: Mapping[str, object]) -> None:
        if isinstance(number := told.get("number"), int):
            self.numbers.append(number)
            self.parts.update(told["fragments"])  # type: ignore[call-overload]
