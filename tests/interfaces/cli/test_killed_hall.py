"""The server is killed again and again while a hall is full: nothing acknowledged is lost, nothing sent again counts
twice, the journal is whole, and every screen comes to show the same again."""

import http.client
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

import pytest

from tests.interfaces.cli.conftest import Run, environment
from tests.interfaces.cli.test_killed import TOKEN, signed_in
from tests.interfaces.cli.test_serve import free_port, served
from tests.support.screens import PAUSE, Screen

STORY = """
import django; django.setup()
from datetime import date
from nghedan.domain.dialogues.services import planning, scheduling
from nghedan.domain.hall.services import projecting
from nghedan.domain.hall.services.session import open_session
from nghedan.domain.organisations.models import Body, Hamlet
from nghedan.foundation.access.actor import actor_of
from nghedan.foundation.access.models import User
from nghedan.foundation.tenancy.models import Locality
place = Locality.objects.get()
an = actor_of(User.objects.get(username="an"), place, date.today())
body = Body(locality=place, kind="people_committee", name="UBND xã", head_post="Chủ tịch", deputy_post="Phó Chủ tịch",
            signature_authority="TM. UBND", document_code="UBND", state="current")
body.save()
Hamlet(locality=place, kind="thon", name="Đá Bạc", state="current").save()
hall = planning.plan_dialogue(actor=an, body=body, draft=planning.DialogueDraft(theme="Đường liên thôn"))
hall = scheduling.schedule_dialogue(actor=an, dialogue=hall, held_on=date.today())
hall = open_session(actor=an, dialogue=hall)
projecting.set_hall_page(actor=an, dialogue=hall, is_open=True, takes_requests=False)
print(hall.public_id)
"""
REPORT = """
import django; django.setup()
from nghedan.domain.hall.models import Attendance, SpeakerRequest
from nghedan.foundation.access.actor import Actor
system = Actor.system()
print(Attendance.objects.across(system).count())
print(chr(10).join(SpeakerRequest.objects.across(system).values_list("topic", flat=True)))
"""
PATIENCE = 30
"""Seconds after which a test is given up; nothing is measured by it."""


class Reception(Thread):
    """Receives one walk-in after the other who asks to speak; what was not acknowledged is sent again as it was."""

    def __init__(self, port: int, session: str, page: str) -> None:
        super().__init__(daemon=True)
        self.port, self.page = port, page
        self.headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}"}
        self.sent: list[str] = []
        self.acknowledged: list[str] = []
        self.ended = Event()

    def run(self) -> None:
        while not self.ended.is_set():
            form = self._until_answered("GET", self.page, None)
            key, hamlet = (re.search(pattern, form) for pattern in (r'"form_key" value="([^"]+)', r'"(\w{12})">Thôn'))
            assert key is not None, form
            assert hamlet is not None, form
            topic = f"Việc {len(self.sent):04}"
            typed = {
                "csrfmiddlewaretoken": TOKEN, "form_key": key.group(1), "hamlet": hamlet.group(1),
                "wants_to_speak": "on", "topic": topic,
            }  # fmt: skip
            self.sent.append(topic)
            self._until_answered("POST", f"{self.page}arrive/", urlencode(typed))
            self.acknowledged.append(topic)

    def _until_answered(self, method: str, address: str, body: str | None) -> str:
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            try:
                connection.request(method, address, body, {**self.headers, **kind})
                answer = connection.getresponse()
                page = answer.read().decode()
            except (http.client.HTTPException, OSError):
                time.sleep(PAUSE)
                continue
            finally:
                connection.close()
            assert answer.status in {200, 302}, page
            return page


def asked(data: Path, script: str) -> list[str]:
    """Run a few lines in a data folder and return what they print."""
    variables = {**environment(data), "DJANGO_SETTINGS_MODULE": "nghedan.config.settings.base"}
    done = subprocess.run([sys.executable, "-c", script], env=variables, check=True, capture_output=True, text=True)
    return done.stdout.split("\n")[:-1]


@contextmanager
def full_hall(port: int, session: str, page: str) -> Iterator[tuple[Reception, list[Screen]]]:
    """A reception at work, and the chair, the projector, the counts at the door and two phones looking on."""
    reception = Reception(port, session, f"{page}reception/")
    staff = [
        Screen(port, f"{page}live/{kind}/", f"sessionid={session}") for kind in ("chair", "projector", "reception")
    ]
    screens = [*staff, *(Screen(port, f"{page}hall/") for _phone in range(2))]
    for thread in (reception, *screens):
        thread.start()
    try:
        yield reception, screens
    finally:
        reception.ended.set()
        for screen in screens:
            screen.end()


def wait_for(what: str, *screens: Screen) -> None:
    """Wait until each screen shows what the server tells one that asks."""
    until = time.monotonic() + PATIENCE
    while not all(screen.agrees() for screen in screens):
        assert time.monotonic() < until, what
        time.sleep(PAUSE)


def kill_again_and_again(data: Path, run: Run, kills: int) -> None:
    hall, session = asked(data, STORY)[0], signed_in(data)
    moments, port = random.Random(kills), free_port()
    with full_hall(port, session, f"/stage/suoi-lanh/dialogues/{hall}/") as (reception, screens):
        for _kill in range(kills):
            before = len(reception.acknowledged)
            with served(data, port) as process:
                until = time.monotonic() + PATIENCE
                while len(reception.acknowledged) < before + 2 and time.monotonic() < until:
                    time.sleep(0.02)
                time.sleep(moments.uniform(0.0, 0.4))
                process.kill()
        with served(data, port):
            reception.ended.set()
            reception.join(PATIENCE)
            assert not reception.is_alive()
            wait_for("every screen agrees with the server", *screens)
            numbers = [screen.numbers for screen in screens]
    assert numbers == [sorted(told) for told in numbers]
    checked = run(data, "verify-journal")
    assert (checked.returncode, checked.stderr) == (0, "")
    present, *topics = asked(data, REPORT)
    assert len(reception.acknowledged) >= 2 * kills
    assert sorted(topics) == reception.acknowledged == reception.sent
    assert int(present) == len(topics)


def test_ten_kills_in_a_full_hall_lose_and_double_nothing(inhabited: Path, run: Run) -> None:
    kill_again_and_again(inhabited, run, 10)


@pytest.mark.long
def test_a_hundred_kills_in_a_full_hall_lose_and_double_nothing(inhabited: Path, run: Run) -> None:
    kill_again_and_again(inhabited, run, 100)


def test_open_streams_end_when_the_server_is_told_to_stop(inhabited: Path) -> None:
    hall, session = asked(inhabited, STORY)[0], signed_in(inhabited)
    port = free_port()
    page = f"/stage/suoi-lanh/dialogues/{hall}/"
    with full_hall(port, session, page) as (_reception, screens), served(inhabited, port) as process:
        wait_for("every screen is on", *screens)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
