"""The server is killed while a clerk writes, and started again: it serves, and nothing acknowledged is lost."""

import http.client
import random
import re
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

import pytest

from tests.interfaces.cli.conftest import Run, environment
from tests.interfaces.cli.test_serve import free_port, served

SIGN_IN = """
import django; django.setup()
from django.test import Client
from nghedan.foundation.access.models import User
client = Client()
client.force_login(User.objects.get(username="an"))
print(client.cookies["sessionid"].value)
"""
TOKEN = "k" * 32
LIST = "/console/suoi-lanh/settings/hamlets/"


class Clerk(Thread):
    """Adds one hamlet after the other until nobody answers; knows what was acknowledged, and what was only sent."""

    def __init__(self, port: int, session: str, prefix: str) -> None:
        super().__init__(daemon=True)
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}"}
        self.prefix = prefix
        self.sent: list[str] = []
        self.acknowledged: list[str] = []
        self.is_writing = Event()

    def run(self) -> None:
        try:
            while True:
                self.add(f"{self.prefix}{len(self.sent):03}")
                self.is_writing.set()
        except (http.client.HTTPException, OSError):
            return
        finally:
            self.connection.close()

    def add(self, name: str) -> None:
        _status, page = self.ask("GET", f"{LIST}add/")
        key = re.search(r'name="form_key" value="([^"]+)"', page)
        assert key is not None, page
        sent = {"csrfmiddlewaretoken": TOKEN, "form_key": key.group(1), "kind": "ban", "name": name}
        self.sent.append(name)
        status, page = self.ask("POST", f"{LIST}add/", urlencode(sent))
        assert status in {302, 303}, page
        self.acknowledged.append(name)

    def ask(self, method: str, address: str, body: str | None = None) -> tuple[int, str]:
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        self.connection.request(method, address, body, {**self.headers, **kind})
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode()


def signed_in(data: Path) -> str:
    """Return the key of a session of An, as the sign-in page would give."""
    settings = {**environment(data), "DJANGO_SETTINGS_MODULE": "nghedan.config.settings.base"}
    made = subprocess.run([sys.executable, "-c", SIGN_IN], env=settings, check=True, capture_output=True, text=True)
    return made.stdout.strip()


def kill_again_and_again(data: Path, run: Run, kills: int) -> None:
    session, moments, port = signed_in(data), random.Random(kills), free_port()
    sent: set[str] = set()
    acknowledged: set[str] = set()
    for turn in range(kills):
        clerk = Clerk(port, session, f"Bản {turn}-")
        with served(data, port) as process:
            clerk.start()
            assert clerk.is_writing.wait(20)
            clerk.join(moments.uniform(0.0, 0.4))
            process.kill()
            clerk.join(60)
        sent |= set(clerk.sent)
        acknowledged |= set(clerk.acknowledged)
        checked = run(data, "verify-journal")
        assert (checked.returncode, checked.stderr) == (0, "")
    with served(data, port):
        reader = Clerk(port, session, "")
        status, page = reader.ask("GET", LIST)
        reader.connection.close()
    assert status == 200
    shown = set(re.findall(r"Bản \d+-\d{3}", page))
    assert len(acknowledged) >= kills
    assert acknowledged <= shown <= sent


def test_two_kills_lose_nothing_acknowledged(inhabited: Path, run: Run) -> None:
    kill_again_and_again(inhabited, run, 2)


@pytest.mark.long
def test_twenty_kills_lose_nothing_acknowledged(inhabited: Path, run: Run) -> None:
    kill_again_and_again(inhabited, run, 20)
