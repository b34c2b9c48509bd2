"""The hub: what is committed reaches every stream, in order, once per kind of screen; nothing is lost between."""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping

import pytest
from asgiref.sync import sync_to_async
from django.utils.translation import gettext

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.models import JournalEntry
from nghedan.foundation.journal.record import head_of
from nghedan.foundation.live import hub as hubs
from nghedan.foundation.live.channels import HEARTBEAT, RELOAD, RETRY, Channel, Source
from nghedan.foundation.live.hub import Hub
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.transitions.door import create
from tests.support import people
from tests.support.things import workflow
from tests.support.things.models import Thing

pytestmark = pytest.mark.django_db(transaction=True)

Add = Callable[[str], Awaitable[int]]
PATIENCE = 10
"""Seconds after which a test is given up; nothing is measured by it."""


@pytest.fixture
def where(monkeypatch: pytest.MonkeyPatch) -> Locality:
    workflow.wire(monkeypatch.setitem)
    return people.locality()


@pytest.fixture
def add(where: Locality) -> Iterator[Add]:
    """A function that adds a thing by a deed and returns the journal's number."""

    def added(title: str) -> int:
        create("thing.add", actor=Actor.system(where), obj=Thing(locality=where, title=title))
        return head_of(where)[0]

    yield sync_to_async(added, thread_sensitive=True)


def channel(where: Locality, audience: str = "public") -> Channel:
    return Channel(where.pk, "things", audience, "vi")


def titles(where: Locality, mark: str = "") -> Source:
    """A screen that lists the things."""

    def read() -> list[str]:
        return [thing.title for thing in Thing.objects.of(where).order_by("pk")]

    def render(rows: list[str]) -> Mapping[str, str]:
        return {"list": mark + ",".join(rows), "always": mark}

    return Source(read, render)


def counting(source: Source, done: list[str], name: str) -> Source:
    """The same, and it is written down what was done."""

    def read() -> object:
        done.append("read")
        return source.read()

    def render(seen: object) -> Mapping[str, str]:
        done.append(name)
        return source.render(seen)

    return Source(read, render)


async def told(stream: AsyncGenerator[bytes]) -> tuple[int, dict[str, str]]:
    """The next frame of a stream, heartbeats passed over."""
    while True:
        part = await asyncio.wait_for(anext(stream), PATIENCE)
        if part not in (HEARTBEAT, RETRY):
            data = next(line for line in part.decode().split("\n") if line.startswith("data: "))
            said = json.loads(data.removeprefix("data: "))
            return said["number"], said["fragments"]


async def ended(stream: AsyncGenerator[bytes]) -> list[bytes]:
    """What is left of a stream until it ends."""
    return [part async for part in stream]


def lived(story: Callable[[Hub], Awaitable[None]]) -> None:
    """Live a story in an event loop and close the hub afterwards."""

    async def whole() -> None:
        hub = Hub()
        try:
            await asyncio.wait_for(story(hub), PATIENCE * 3)
        finally:
            hub.close()
            if hub._follower is not None:
                hub.screens.clear()
                await asyncio.wait_for(hub._follower, PATIENCE)

    asyncio.run(whole())


def test_a_stream_tells_what_is_committed_in_the_order_of_the_journal(where: Locality, add: Add) -> None:
    async def story(hub: Hub) -> None:
        one = await add("một")
        stream = hub.stream(channel(where), titles(where), -1)
        assert await anext(stream) == RETRY
        seen = [await told(stream)]
        for title in ("hai", "ba"):
            number = await add(title)
            seen.append(await told(stream))
            assert seen[-1][0] == number
        assert seen[0] == (one, {"list": "một", "always": ""})
        assert seen[1:] == [(one + 1, {"list": "một,hai"}), (one + 2, {"list": "một,hai,ba"})]

    lived(story)


def test_who_comes_back_gets_what_came_after_and_nothing_twice(where: Locality, add: Add) -> None:
    async def story(hub: Hub) -> None:
        first = await add("một")
        staying = hub.stream(channel(where), titles(where), first)
        await anext(staying)
        leaving = hub.stream(channel(where), titles(where), first)
        await anext(leaving)
        await add("hai")
        number, _fragments = await told(leaving)
        await told(staying)
        await leaving.aclose()
        last = [await add(title) for title in ("ba", "bốn")][-1]
        while (await told(staying))[0] < last:
            pass
        back = hub.stream(channel(where), titles(where), number)
        came, fragments = await told(back)  # perhaps more than it lacks, never less
        assert (came, fragments["list"]) == (last, "một,hai,ba,bốn")
        again = hub.stream(channel(where), titles(where), last)
        await anext(again)
        last = await add("năm")
        assert await told(again) == (last, {"list": "một,hai,ba,bốn,năm"})

    lived(story)


def test_a_page_older_than_the_first_frame_is_brought_up_to_date(where: Locality, add: Add) -> None:
    async def story(hub: Hub) -> None:
        old, new = await add("một"), await add("hai")
        assert await told(hub.stream(channel(where), titles(where), old)) == (new, {"list": "một,hai", "always": ""})

    lived(story)


def test_two_kinds_of_screens_are_told_apart_from_one_look_the_kind_with_most_lookers_first(
    where: Locality, add: Add
) -> None:
    done: list[str] = []

    async def story(hub: Hub) -> None:
        marks = ["d:", "p:", "p:", "p:", "d:"]
        number = await add("một")
        streams = [hub.stream(channel(where, mark), counting(titles(where, mark), done, mark), -1) for mark in marks]
        frames = await asyncio.gather(*(told(stream) for stream in streams))
        assert frames == [(number, {"list": f"{mark}một", "always": mark}) for mark in marks]
        assert done == ["read", "p:", "d:"]
        await add("hai")
        await asyncio.gather(*(told(stream) for stream in streams))
        assert done[3:] == ["read", "p:", "d:"]

    lived(story)


def test_each_language_looks_for_itself(where: Locality, add: Add) -> None:
    def read() -> str:
        return gettext("January")

    async def story(hub: Hub) -> None:
        number = await add("một")
        source = Source(read, lambda seen: {"month": f"{seen} {gettext('February')}"})
        streams = [hub.stream(Channel(where.pk, "things", "public", code), source, -1) for code in ("vi", "en")]
        frames = await asyncio.gather(*(told(stream) for stream in streams))
        assert frames == [(number, {"month": "Tháng 1 Tháng 2"}), (number, {"month": "January February"})]

    lived(story)


def test_another_localitys_journal_wakes_nobody_here(where: Locality, add: Add) -> None:
    elsewhere = people.locality("go-nang", "Gò Nắng")

    async def story(hub: Hub) -> None:
        here = hub.stream(channel(elsewhere), titles(elsewhere), 0)
        await anext(here)
        await add("một")
        assert hub.screens[channel(elsewhere)].listeners
        await asyncio.sleep(hubs.POLL_SECONDS * 3)
        listener = next(iter(hub.screens[channel(elsewhere)].listeners))
        assert listener.waiting.empty()

    lived(story)


def test_what_another_process_wrote_is_found_without_being_woken(
    where: Locality, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Hub, "wake", lambda *_args, **_named: None)

    async def story(hub: Hub) -> None:
        stream = hub.stream(channel(where), titles(where), -1)
        await anext(stream)
        assert (await told(stream))[0] == 0
        number = await add("một")
        assert await told(stream) == (number, {"list": "một"})

    lived(story)


def test_who_cannot_keep_up_is_told_to_load_the_page_again(
    where: Locality, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(hub: Hub) -> None:
        quick = hub.stream(channel(where), titles(where), -1)
        slow = hub.stream(channel(where), titles(where), -1)
        await anext(quick)
        await anext(slow)
        for n in range(hubs.MOST_WAITING + 2):
            await add(str(n))
            await told(quick)
        assert await ended(slow) == [RELOAD]
        assert len(hub.screens[channel(where)].listeners) == 1

    lived(story)


def test_a_screen_that_cannot_be_rendered_does_not_stop_the_others(
    where: Locality, add: Add, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_seen: object) -> Mapping[str, str]:
        raise ValueError

    async def story(hub: Hub) -> None:
        number = await add("một")
        bad = hub.stream(channel(where, "broken"), Source(titles(where).read, broken), -1)
        await anext(bad)
        good = hub.stream(channel(where), titles(where), -1)
        assert await told(good) == (number, {"list": "một", "always": ""})

    lived(story)
    assert [record.getMessage() for record in caplog.records] == ["live screen broken"]


def test_closing_ends_every_stream_and_opens_none(where: Locality) -> None:
    async def story(hub: Hub) -> None:
        stream = hub.stream(channel(where), titles(where), 0)
        await anext(stream)
        hub.close()
        assert await asyncio.wait_for(ended(stream), PATIENCE) == [b""]
        assert await ended(hub.stream(channel(where), titles(where), 0)) == []

    lived(story)


def test_silence_is_broken_by_heartbeats_and_a_stream_ends_after_its_time(
    where: Locality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "HEARTBEAT_SECONDS", 0.01)
    monkeypatch.setattr(hubs, "LASTING_SECONDS", 0.2)

    async def story(hub: Hub) -> None:
        parts = await ended(hub.stream(channel(where), titles(where), 0))
        assert parts[0] == RETRY
        assert set(parts[1:]) == {HEARTBEAT}
        assert hub.screens == {}

    lived(story)


def test_nobody_listening_asks_nothing(where: Locality, add: Add) -> None:
    async def story(hub: Hub) -> None:
        stream = hub.stream(channel(where), titles(where), 0)
        await anext(stream)
        await stream.aclose()
        assert hub._follower is not None
        await asyncio.wait_for(hub._follower, PATIENCE)
        assert hub.screens == {}
        await add("một")

    lived(story)
    assert JournalEntry.objects.count() == 1
