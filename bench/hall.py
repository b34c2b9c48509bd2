"""How soon a press reaches every screen in the hall: `make bench`, or

    PYTHONPATH=src:. python bench/hall.py

One server process on the embedded database; screens of all kinds listen through HTTP, most of them phones. The head
calls somebody first, which changes every screen; told is the time from the moment in the journal entry, taken just
before the commit, to the arrival of the frame. Screens and server share the machine. Then the server is killed, and
told is when every screen shows the same again after it answers.
"""

import asyncio
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import django
import psutil
from site_to_measure import build_site, free_port, running, use_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (150, 500, 1_000)
PRESSES = 30
BETWEEN = 0.4
STAFF = ("projector", "chair", "desk")
PATIENCE = 60
TOKEN = "k" * 32


class Hall(NamedTuple):
    """Where the hall is, a session of its clerk, and two of those who wait."""

    locality: str
    page: str
    cookie: str
    waiting: tuple[str, str]


def open_hall() -> Hall:
    """Open the hall of the demonstration's next dialogue, somebody speaking, others waiting; needs Django set up."""
    from nghedan.domain.dialogues.models import Dialogue
    from nghedan.domain.hall.services import projecting
    from nghedan.domain.hall.services.session import open_session
    from nghedan.domain.hall.services.speaking import SpeakerDraft, call_next_speaker, register_speaker
    from nghedan.domain.organisations.queries import hamlets_on
    from nghedan.foundation.access.actor import Actor, actor_of
    from nghedan.foundation.access.models import User
    from nghedan.foundation.db import clock

    clerk = build_site().clerk
    dialogues = Dialogue.objects.across(Actor.system()).select_related("body", "locality")
    dialogue = dialogues.filter(state="planned", held_on__isnull=False).get()
    dialogues.filter(pk=dialogue.pk).update(held_on=clock.today())
    dialogue.refresh_from_db()
    place = dialogue.locality
    an = actor_of(User.objects.get(username=f"vanphong.{place.slug}"), place, clock.today())
    dialogue = open_session(actor=an, dialogue=dialogue)
    hamlets = hamlets_on(place, clock.today())
    drafts = [SpeakerDraft(hamlet=hamlet, topic="Đường hỏng") for hamlet in hamlets[:8]]
    rows = [register_speaker(actor=an, dialogue=dialogue, draft=draft) for draft in drafts]
    call_next_speaker(actor=an, dialogue=dialogue)
    projecting.show_speakers(actor=an, dialogue=dialogue)
    projecting.set_hall_page(actor=an, dialogue=dialogue, is_open=True, takes_requests=True)
    page = f"/stage/{place.slug}/dialogues/{dialogue.public_id}/"
    cookie = f"sessionid={clerk.cookies['sessionid'].value}; csrftoken={TOKEN}"
    return Hall(place.slug, page, cookie, (rows[-1].public_id, rows[-2].public_id))


class Screen:
    """One open stream: when each frame came, by the journal's number, and what stands on it."""

    def __init__(self, port: int, hall: Hall, kind: str) -> None:
        self.port, self.seen = port, -1
        self.path = f"{hall.page}hall/events" if kind == "hall" else f"{hall.page}live/{kind}/events"
        self.cookie = "" if kind == "hall" else hall.cookie
        self.came: dict[int, float] = {}

    async def listen(self) -> None:
        while True:
            with contextlib.suppress(OSError):
                await self._once()
            await asyncio.sleep(1)

    async def _once(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
        seen = f"Last-Event-ID: {self.seen}\r\n" if self.seen >= 0 else ""
        cookie = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        writer.write(f"GET {self.path} HTTP/1.1\r\nHost: localhost\r\n{cookie}{seen}\r\n".encode())
        try:
            while line := await reader.readline():
                if line.startswith(b"id: "):
                    self.seen = int(line[4:])
                    self.came.setdefault(self.seen, time.time())
        finally:
            writer.close()


def press(port: int, hall: Hall, which: int) -> None:
    """Call one of two who wait before all others, as the head does."""
    address = f"http://127.0.0.1:{port}{hall.page}chair/call-first/{hall.waiting[which % 2]}/"
    body = urllib.parse.urlencode({"csrfmiddlewaretoken": TOKEN}).encode()
    request = urllib.request.Request(address, body, {"Cookie": hall.cookie})
    urllib.request.build_opener(NoRedirect).open(request, timeout=PATIENCE).close()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Takes the answer as it is: the page behind it is no part of the press."""

    def http_error_303(self, req, fp, code, msg, headers):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, ARG002
        return fp

    http_error_302 = http_error_303


async def measure(port: int, hall: Hall, size: int, pid: int) -> tuple[int, "list[Screen]"]:
    """Let so many screens listen, press, and print; return the journal's number before the presses."""
    kinds = [*STAFF, *["hall"] * (size - len(STAFF))]
    screens = [Screen(port, hall, kind) for kind in kinds]
    began = time.perf_counter()
    listening = [asyncio.create_task(screen.listen()) for screen in screens]
    await until(lambda: all(screen.came for screen in screens))
    opened = time.perf_counter() - began
    before, server = max(max(screen.came) for screen in screens), psutil.Process(pid)
    busy = sum(server.cpu_times()[:2])
    for turn in range(PRESSES):
        await asyncio.to_thread(press, port, hall, turn)
        await asyncio.sleep(BETWEEN)
    await asyncio.sleep(2)
    busy, memory = (sum(server.cpu_times()[:2]) - busy) / PRESSES, server.memory_info().rss / 2**20
    print(f"{size:5} screens: on after {opened:.1f} s; server {memory:.0f} MiB, ", end="")
    print(f"{busy * 1000:.0f} ms of its processor a press; ", end="")
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    return before, screens


async def until(what) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    async with asyncio.timeout(PATIENCE):
        while not what():
            await asyncio.sleep(0.01)


def report(locality: str, before: int, screens: "Sequence[Screen]") -> None:
    """Print how long the frames took from the moment in the journal."""
    from django.db import connection

    from nghedan.foundation.journal.models import JournalEntry

    entries = JournalEntry.objects.filter(locality__slug=locality, number__gt=before, code="speaker_request.override")
    at = {entry.number: datetime.fromisoformat(entry.facts()["at"]).timestamp() for entry in entries}
    connection.close()
    took, missed = [], 0
    for screen in screens:
        for number, moment in at.items():
            came = [arrived for seen, arrived in screen.came.items() if seen >= number]
            missed += not came
            took += [min(came) - moment] if came else []
    cut = statistics.quantiles(took, n=100)
    told = f"p50 {cut[49] * 1000:.0f}, p95 {cut[94] * 1000:.0f}, p99 {cut[98] * 1000:.0f} ms"
    print(f"commit to arrival {told}, longest {max(took) * 1000:.0f} ms; {len(took)} frames, {missed} missing")


async def after_a_kill(hall: Hall) -> None:
    """Kill the server under 150 screens, start it again, press, and print when all have been told."""
    port = free_port()
    command = [sys.executable, "-m", "nghedan", "serve", "--port", str(port)]
    server = await asyncio.to_thread(subprocess.Popen, command, stdout=subprocess.DEVNULL)
    screens = [Screen(port, hall, "hall") for _screen in range(SIZES[0])]
    listening = [asyncio.create_task(screen.listen()) for screen in screens]
    try:
        await until(lambda: all(screen.came for screen in screens))
        server.kill()
        await asyncio.to_thread(server.wait)
        server = await asyncio.to_thread(subprocess.Popen, command, stdout=subprocess.DEVNULL)
        seen = screens[0].seen
        await until(lambda: answers(port))
        began = time.perf_counter()
        await asyncio.to_thread(press, port, hall, 0)
        await until(lambda: all(screen.seen > seen for screen in screens))
        seconds = time.perf_counter() - began
        print(f"after a kill all {len(screens)} screens agree {seconds:.1f} s after it answers again")
        began = time.perf_counter()
        server.terminate()
        await asyncio.to_thread(server.wait)
        print(f"told to stop with {len(screens)} open streams it ends after {time.perf_counter() - began:.1f} s")
    finally:
        server.kill()
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)


def answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE).close()
    except OSError:
        return False
    return True


def main() -> None:
    """Measure one size after the other on one server."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(4_096, hard)), hard))
    django.setup()
    hall, port = open_hall(), free_port()
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with running(port, "-m", "nghedan", "serve", "--port", str(port)) as server:
        for size in SIZES:
            before, screens = asyncio.run(measure(port, hall, size, server.pid))
            report(hall.locality, before, screens)
    asyncio.run(after_a_kill(hall))
    print(json.dumps({"load at the end": round(os.getloadavg()[0], 1)}))


if __name__ == "__main__":
    with use_folder():
        main()
