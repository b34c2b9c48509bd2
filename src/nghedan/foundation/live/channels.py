"""What is streamed: a channel is one kind of screen on one topic, a frame what changed on it up to a journal number."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

RETRY = b"retry: 1000\n\n"
"""First words of a stream: come back after a second when the connection breaks."""

HEARTBEAT = b": heartbeat\n\n"
RELOAD = b"event: reload\ndata: {}\n\n"
"""Told to who could not keep up or must be authorised anew: fetch the page again, it holds everything."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One kind of screen (``audience``) on one topic of a locality, in one language."""

    locality_id: int
    topic: str
    audience: str
    language: str


    @property
    def subject(self) -> tuple[int, str, str]:
        """Return what one look serves: all kinds of screens on a topic, in one language."""
        return self.locality_id, self.topic, self.language


@dataclass(frozen=True, slots=True)
class Source:
    """Where what stands on a channel comes from: ``read`` looks at the topic anew, ``render`` makes of what was seen
    id of an element -> its markup.

    What was read serves every channel of the subject; the markup is the same for everybody on the channel, so it holds
    nothing of one reader: no token, no key of a form.
    """

    read: Callable[[], Any]
    render: Callable[[Any], Mapping[str, str]]


@dataclass(slots=True)
class Board:
    """What stands on a channel now. ``number`` is the journal's before it was rendered, so it holds at least that;
    ``changed_at`` is the journal's after it was rendered: at the latest then a fragment became what it is."""

    number: int = -1
    fragments: dict[str, str] = field(default_factory=dict)
    changed_at: dict[str, int] = field(default_factory=dict)

    def take(self, before: int, fragments: Mapping[str, str], after: int) -> dict[str, str]:
        """Take what was rendered between two readings of the journal's number; return what differs from earlier."""
        changed = {name: markup for name, markup in fragments.items() if self.fragments.get(name) != markup}
        self.number = before
        self.fragments.update(changed)
        self.changed_at.update(dict.fromkeys(changed, after))
        return changed

    def since(self, number: int) -> dict[str, str]:
        """Return the fragments that may have changed after a number: never one too few."""
        return {name: markup for name, markup in self.fragments.items() if self.changed_at[name] > number}


def state_of(number: int, fragments: Mapping[str, str]) -> dict[str, object]:
    """Return what both a stream and a poll tell: the journal's number, and id -> markup."""
    return {"number": number, "fragments": dict(fragments)}


def frame(number: int, fragments: Mapping[str, str]) -> bytes:
    """Return a server-sent event; its id is the journal's number, so that a client says what it has seen."""
    told = json.dumps(state_of(number, fragments), ensure_ascii=False)
    return f"id: {number}\nevent: fragments\ndata: {told}\n\n".encode()
