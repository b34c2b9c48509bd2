"""One hub per process: it follows the journal while anybody listens, renders once per channel, and hands out frames.

Everything here runs in the event loop, except reading and rendering, which have one thread and one connection of
their own. A listener holds neither.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import close_old_connections, connections
from django.utils import translation

from nghedan.foundation.journal.models import Chain
from nghedan.foundation.journal.record import appended
from nghedan.foundation.live.channels import HEARTBEAT, RELOAD, RETRY, Board, Channel, Source, frame

log = logging.getLogger(__name__)

POLL_SECONDS = 0.15
"""How often the journal's head is asked for what other processes wrote; what this process wrote wakes at once."""

AFTER_ERROR_SECONDS = 1.0
HEARTBEAT_SECONDS = 15.0
LASTING_SECONDS = 10 * 60.0
"""After so long a stream ends; the browser comes back by itself and is authorised anew."""

MOST_WAITING = 32
"""Frames a client may be behind before it is told to load the page again."""

MOST_LISTENERS = 2_000


@dataclass(eq=False, slots=True)
class Listener:
    """One open stream. ``None`` in its queue ends it."""

    seen: int
    waiting: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))

    def give(self, told: bytes | None) -> bool:
        """Hand a frame over; whoever is too far behind is told to reload, and False returned."""
        try:
            self.waiting.put_nowait(told)
        except asyncio.QueueFull:
            self.drop()
            return False
        return True

    def drop(self, last_word: bytes = RELOAD) -> None:
        """Let the stream end after a last word, whatever still waits."""
        while not self.waiting.empty():
            self.waiting.get_nowait()
        self.waiting.put_nowait(last_word)
        self.waiting.put_nowait(None)


@dataclass(eq=False, slots=True)
class Screen:
    """A channel with what stands on it and who listens; one that failed rests until a moment of the loop's clock."""

    channel: Channel
    source: Source
    board: Board = field(default_factory=Board)
    listeners: set[Listener] = field(default_factory=set)
    rests_until: float = 0.0

    def show(self, before: int, fragments: Mapping[str, str], after: int) -> None:
        """Tell every listener what changed, encoded once; at first to those whose page may be older than this."""
        is_first = self.board.number < 0
        changed = self.board.take(before, fragments, after)
        if not changed:
            return
        told = frame(before, changed)
        for listener in list(self.listeners):
            if is_first and listener.seen >= after:
                continue
            if not listener.give(told):
                self.listeners.discard(listener)


class Hub:
    """The screens of a process. Use ``hub``; tests make their own."""

    def __init__(self) -> None:
        self.screens: dict[Channel, Screen] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._follower: asyncio.Task[None] | None = None
        self._is_closed = False

    @property
    def is_full(self) -> bool:
        return sum(len(screen.listeners) for screen in self.screens.values()) >= MOST_LISTENERS

    async def stream(self, channel: Channel, source: Source, after: int) -> AsyncGenerator[bytes]:
        """Yield the frames of a channel that come after a journal number, heartbeats between, until somebody ends it.

        ``after`` is the number at which the client's page was made, or of the last frame it saw.
        """
        if self._is_closed:
            return
        listener = Listener(after)
        screen = self._join(channel, source, listener)
        ends_at = asyncio.get_running_loop().time() + LASTING_SECONDS
        try:
            yield RETRY
            while asyncio.get_running_loop().time() < ends_at:
                try:
                    async with asyncio.timeout(HEARTBEAT_SECONDS):
                        told = await listener.waiting.get()
                except TimeoutError:
                    yield HEARTBEAT
                    continue
                if told is None:
                    return
                yield told
        finally:
            self._leave(screen, listener)

    def wake(self, *_unused: Any, localities: Collection[int] = (), **_named: Any) -> None:
        """Look at the journal at once, because something was committed here; called from any thread."""
        loop, screens = self._loop, list(self.screens)
        if loop is not None and any(channel.locality_id in localities for channel in screens):
            with suppress(RuntimeError):  # the loop has just ended
                loop.call_soon_threadsafe(self._woken.set)

    def close(self) -> None:
        """End every stream, so that the server can stop; what is asked for from now on ends at once."""
        self._is_closed = True
        for screen in self.screens.values():
            for listener in screen.listeners:
                listener.drop(b"")
        self._woken.set()

    def _join(self, channel: Channel, source: Source, listener: Listener) -> Screen:
        screen = self.screens.get(channel)
        if screen is None:
            screen = self.screens[channel] = Screen(channel, source)
        elif missed := screen.board.since(listener.seen):
            listener.give(frame(screen.board.number, missed))
        screen.listeners.add(listener)
        if self._follower is None or self._follower.done():
            self._loop = asyncio.get_running_loop()
            self._woken = asyncio.Event()
            self._follower = asyncio.create_task(self._follow())
        self._woken.set()
        return screen

    def _leave(self, screen: Screen, listener: Listener) -> None:
        screen.listeners.discard(listener)
        if not screen.listeners and self.screens.get(screen.channel) is screen:
            del self.screens[screen.channel]
            self._woken.set()

    async def _follow(self) -> None:
        """Follow the journal while anybody listens."""
        loop = asyncio.get_running_loop()
        appended.connect(self.wake)
        thread = ThreadPoolExecutor(1, "live")
        try:
            while self.screens:
                self._woken.clear()
                pause = POLL_SECONDS
                try:
                    await self._look(loop, thread)
                except Exception:  # screens outlive a database that is away for a moment
                    log.exception("live screens")
                    pause = AFTER_ERROR_SECONDS
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), pause)
        finally:
            appended.disconnect(self.wake)
            thread.submit(connections.close_all)
            thread.shutdown(wait=False)

    async def _look(self, loop: asyncio.AbstractEventLoop, thread: ThreadPoolExecutor) -> None:
        heads = await loop.run_in_executor(thread, heads_of, {channel.locality_id for channel in self.screens})
        seen: dict[tuple[int, str, str], Any] = {}
        for screen in sorted(self.screens.values(), key=lambda one: len(one.listeners), reverse=True):
            before = heads.get(screen.channel.locality_id, 0)
            if screen.board.number >= before or screen.rests_until > loop.time():
                continue
            try:
                screen.show(before, *await loop.run_in_executor(thread, _rendered, screen, seen))
            except Exception:  # one screen that cannot be shown does not stop the others
                log.exception("live screen %s", screen.channel.audience)
                screen.rests_until = loop.time() + AFTER_ERROR_SECONDS


def heads_of(localities: Iterable[int]) -> dict[int, int]:
    """Return id of a locality -> the number of the head of this site's journal (one query)."""
    close_old_connections()
    chains = Chain.objects.filter(locality_id__in=list(localities), site=settings.NGHEDAN_SITE)
    return dict(chains.values_list("locality_id", "last_number"))


def _rendered(screen: Screen, seen: dict[tuple[int, str, str], Any]) -> tuple[Mapping[str, str], int]:
    """Return what stands on a screen, and the journal's number after that was read; what was read stays in ``seen``."""
    channel, source = screen.channel, screen.source
    with translation.override(channel.language):
        if channel.subject not in seen:
            seen[channel.subject] = source.read()
        fragments = source.render(seen[channel.subject])
    return fragments, heads_of([channel.locality_id]).get(channel.locality_id, 0)


hub = Hub()
