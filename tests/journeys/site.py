"""The running product, as the journeys see it: started, told the day, stopped."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-01-20T09:00"
"""A Tuesday four weeks before Tết; the day every journey begins on unless it says otherwise."""


@dataclass
class Place:
    """A locality and the accounts of its people, by the first part of their names (`vanphong`, `chutich`)."""

    slug: str
    name: str
    accounts: dict[str, tuple[str, str]]
    plans: list[dict[str, str]]
    dialogues: list[dict[str, str]]

    @property
    def console(self) -> str:
        return f"/console/{self.slug}/"

    @property
    def portal(self) -> str:
        return f"/{self.slug}/"


class Site:
    """A server of its own with a data folder of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = _free_port()
        self.address = f"http://localhost:{self.port}"
        self.log = data.parent / f"{data.name}.log"
        self.greeting: list[str] = []
        self._settled = 0

    def order(self, **order: object) -> dict[str, Any]:
        """Give an order to the stage and return its answer."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer

    def set_day(self, moment: str) -> None:
        self.order(day=moment)

    def settle(self, like: str, **changes: object) -> Place:
        """Found a locality of its own, like one of the demonstration; without plans unless told."""
        self._settled += 1
        made = self.order(settle={"slug": f"{like}-{self._settled}", "like": like, "plans": [], "stage": "draft"} | changes)  # fmt: skip  # noqa: E501
        accounts = {one["username"].partition(".")[0]: (one["username"], one["password"]) for one in made["accounts"]}
        return Place(made["locality"], made["name"], accounts, made["plans"], made["dialogues"])

    def start(self) -> None:
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("NGHEDAN_", "DJANGO_"))}
        settings = {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "NGHEDAN_DATA": str(self.data),
            "DJANGO_SETTINGS_MODULE": "nghedan.config.settings.base", "PYTHONUNBUFFERED": "1",
        }  # fmt: skip
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.journeys.stage", str(self.port)], env={**clean, **settings},
                cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8",
            )  # fmt: skip
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + 180
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=30).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self._read_greeting()
        raise AssertionError(self.log.read_text())

    def _read_greeting(self) -> None:
        """Read what `serve` says until a first order is answered."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"day": TODAY}) + "\n")
        self.process.stdin.flush()
        while (line := self.process.stdout.readline()) != "{}\n":
            self.greeting.append(line.rstrip("\n"))

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=60)


@contextmanager
def running(data: Path) -> Iterator[Site]:
    site = Site(data)
    try:
        site.start()
        yield site
    finally:
        site.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
