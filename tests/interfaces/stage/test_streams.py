"""Streams through the whole server: let in once, told in order, resumed; public and staff told apart; and asking."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from asgiref.testing import ApplicationCommunicator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nghedan.config.asgi import Application
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import SpeakerRequest
from nghedan.domain.hall.queries.screen import look_at_hall
from nghedan.domain.hall.services import projecting
from nghedan.domain.hall.services.speaking import call_next_speaker
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.person import Person
from nghedan.foundation.journal.record import head_of
from nghedan.foundation.live import answers
from nghedan.foundation.live.hub import Hub
from nghedan.interfaces.stage.guests_page import page_fragments
from nghedan.interfaces.stage.live import SCREENS
from tests.interfaces.stage.live_hall import address

pytestmark = pytest.mark.django_db(transaction=True)
Asks = Callable[..., SpeakerRequest]
PATIENCE = 10
MARKER = "DẤU MẬT"


class Stream(ApplicationCommunicator):
    """One open event stream."""

    def __init__(self, path: str, client: Client | None = None, seen: int | None = None) -> None:
        cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items()) if client else ""
        headers = [(b"host", b"testserver"), (b"cookie", cookies.encode())]
        headers += [(b"last-event-id", str(seen).encode())] if seen is not None else []
        scope = {
            "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
            "headers": headers, "http_version": "1.1", "scheme": "http", "server": ("testserver", 80),
        }  # fmt: skip
        super().__init__(Application(), scope)
        self.said = ""

    async def begin(self) -> int:
        await self.send_input({"type": "http.request", "body": b""})
        start = await self.receive_output(PATIENCE)
        self.headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}
        return int(start["status"])

    async def told(self) -> dict[str, Any]:
        """The next frame; heartbeats and the first words are passed over."""
        while True:
            part = (await self.receive_output(PATIENCE)).get("body", b"").decode()
            self.said += part
            if "data: " in part:
                return dict(json.loads(part.partition("data: ")[2]))

    async def end(self) -> None:
        await self.send_input({"type": "http.disconnect"})
        await self.wait(PATIENCE)


@asynccontextmanager
async def streaming(*streams: Stream) -> AsyncGenerator[list[int]]:
    statuses = [await stream.begin() for stream in streams]
    try:
        yield statuses
    finally:
        for stream in streams:
            await stream.end()


@pytest.fixture
def lived(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], None]:
    """A function that lives a story in an event loop, with a hub of its own."""

    def live(story: Callable[[], Any]) -> None:
        hub = Hub()
        monkeypatch.setattr(answers, "hub", hub)

        async def whole() -> None:
            await asyncio.wait_for(story(), PATIENCE * 3)
            if hub._follower is not None:
                await asyncio.wait_for(hub._follower, PATIENCE)

        asyncio.run(whole())

    return live


def test_staff_and_people_are_told_apart_and_in_order(
    clerk: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet], lived: Callable[..., None]
) -> None:
    projecting.set_hall_page(actor=an, dialogue=hall, is_open=True, takes_requests=False)
    projecting.show_speakers(actor=an, dialogue=hall)
    asks(MARKER, hamlet=hamlets[0])
    asks(MARKER, hamlet=hamlets[1])
    start = head_of(hall.locality)[0]

    async def story() -> None:
        screens = ("live/chair/events", "live/projector/events", "hall/events")
        chair, projector, phone = (
            Stream(address(hall, screen), None if screen.startswith("hall") else clerk, start) for screen in screens
        )
        async with streaming(chair, projector, phone) as statuses:
            assert statuses == [200, 200, 200]
            assert chair.headers["content-type"] == "text/event-stream"
            assert chair.headers["cache-control"] == "no-store"
            numbers = []
            for _turn in range(2):
                await sync_to_async(call_next_speaker)(actor=an, dialogue=hall)
                frames = [await stream.told() for stream in (chair, projector, phone)]
                numbers.append([frame["number"] for frame in frames])
                assert [sorted(frame["fragments"]) for frame in frames] == [
                    ["chair-next", "chair-question"], ["projector-screen"], ["hall-now"],
                ]  # fmt: skip
        assert numbers[0] < numbers[1]
        assert (MARKER in chair.said, MARKER in projector.said, MARKER in phone.said) == (True, False, False)

    lived(story)


def test_who_was_away_is_told_what_came_meanwhile(
    clerk: Client, hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet], lived: Callable[..., None]
) -> None:
    asks(hamlet=hamlets[0])
    projecting.show_speakers(actor=an, dialogue=hall)
    seen = head_of(hall.locality)[0]
    call_next_speaker(actor=an, dialogue=hall)
    last = head_of(hall.locality)[0]

    async def story() -> None:
        back = Stream(address(hall, "live/projector/events"), clerk, seen)
        async with streaming(back):
            frame = await back.told()
            assert (frame["number"], "Thôn Đá Bạc" in frame["fragments"]["projector-screen"]) == (last, True)

    lived(story)


def test_one_look_serves_all_kinds_of_screens_and_asks_the_same_however_many_wait(
    hall: Dialogue, asks: Asks, an: Actor, hamlets: list[Hamlet]
) -> None:
    kinds = [page_fragments, *SCREENS.values()]

    def looked() -> tuple[int, list[Mapping[str, str]]]:
        with CaptureQueriesContext(connection) as captured:
            seen = look_at_hall(hall.locality, hall.public_id)
            made = [kind(seen) for kind in kinds]
        return len(captured), made

    projecting.show_speakers(actor=an, dialogue=hall)
    for number in range(2):
        asks(MARKER, hamlet=hamlets[number], person=Person(name=f"Người {number}"))
    call_next_speaker(actor=an, dialogue=hall)
    looked()  # opens the names, which are then remembered
    few = looked()
    assert few == (10, [kind(look_at_hall(hall.locality, hall.public_id)) for kind in kinds])
    for number in range(3):
        asks(MARKER, hamlet=hamlets[number % 2], person=Person(name=f"Người thứ {number}"))
    looked()
    assert looked()[0] == few[0]


def test_nobody_is_let_in_who_may_not_look(
    hall: Dialogue, chi: Actor, client_of: Callable[[Actor], Client], lived: Callable[..., None]
) -> None:
    officer = client_of(chi)

    async def story() -> None:
        without, other, shut = (
            Stream(address(hall, "live/chair/events")),
            Stream(address(hall, "live/chair/events"), officer),
            Stream(address(hall, "hall/events")),
        )
        async with streaming(without, other, shut) as statuses:
            assert statuses == [302, 404, 404]

    lived(story)


def test_a_full_server_sends_the_screen_to_ask_instead(
    clerk: Client, hall: Dialogue, lived: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Hub, "is_full", True)

    async def story() -> None:
        stream = Stream(address(hall, "live/chair/events"), clerk)
        async with streaming(stream) as statuses:
            assert (statuses, stream.headers["retry-after"]) == ([503], "5")

    lived(story)


def test_asking_tells_the_same_and_nothing_when_nothing_was_done(
    clerk: Client, hall: Dialogue, an: Actor, asks: Asks
) -> None:
    first = clerk.get(address(hall, "live/chair/state")).json()
    assert (first["number"], sorted(first["fragments"])) == (
        head_of(hall.locality)[0], ["chair-next", "chair-question"],
    )  # fmt: skip
    unchanged = clerk.get(address(hall, f"live/chair/state?after={first['number']}")).json()
    assert unchanged == {"number": first["number"], "fragments": {}}
    asks("Cầu hỏng")
    again = clerk.get(address(hall, f"live/chair/state?after={first['number']}")).json()
    assert (again["number"], "Số 1" in again["fragments"]["chair-next"]) == (head_of(hall.locality)[0], True)


def test_where_nothing_can_stay_open_a_stream_tells_once_and_ends(clerk: Client, hall: Dialogue) -> None:
    told = clerk.get(address(hall, "live/chair/events")).content.decode()
    assert (told.startswith("retry: 1000\n\nid: "), told.endswith("\n\n")) == (True, True)
