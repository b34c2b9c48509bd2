"""Following links as a reader does: from a first page to every page that is offered on the way."""

from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import resolve

SHOWN_BY = {"a": "href", "iframe": "src", "img": "src", "embed": "src", "object": "data"}
"""Element -> what of it is fetched when it is followed or shown."""

DRAWN = ("console:paper", "console:paper-file")


class Links(HTMLParser):
    """Gathers what a page leads to by GET: links, pictures, frames, forms that look for something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        led = given.get(SHOWN_BY.get(tag, ""))
        if tag == "form" and (given.get("method") or "get").lower() == "get":
            led = given.get("action")
        if led:
            self.found.append(led)


def followed(client: Client, start: str, spaces: tuple[str, ...], most: int) -> Iterator[tuple[str, str, int]]:
    """Yield address, the page it is linked on, and the status of everything reachable from a first page, within some
    beginnings of addresses; of pages that differ only by the row they show ``most`` are looked at, of papers drawn on
    request one of each: slow."""
    todo, known, kinds = deque([(start, "")]), {start}, Counter[tuple[object, ...]]()
    while todo:
        address, linked_on = todo.popleft()
        kind = kind_of(address)
        kinds[kind] += 1
        if kinds[kind] > (1 if kind[0] in DRAWN else most):
            continue
        answer = client.get(address)
        yield address, linked_on, answer.status_code
        for link in links_of(answer):
            led = urldefrag(urljoin(address, link)).url
            if led.startswith(spaces) and led not in known:
                known.add(led)
                todo.append((led, address))


def kind_of(address: str) -> tuple[object, ...]:
    """Return what pages that differ only by the row they show have in common: name and words of the address, and which
    filters it sets."""
    parts = urlsplit(address)
    match = resolve(parts.path)
    words = tuple(sorted((name, value) for name, value in match.kwargs.items() if not name.endswith("_id")))
    asked = tuple(sorted(one.partition("=")[0] for one in parts.query.split("&")))
    return match.view_name, *(pair for pair in words if pair[0] != "public_id"), asked


def links_of(answer: HttpResponseBase) -> list[str]:
    """Return where an answer leads: by being sent on, or by what stands on its page."""
    if answer.has_header("Location"):
        return [answer["Location"]]
    if answer.status_code != 200 or not answer.get("Content-Type", "").startswith("text/html") or answer.streaming:
        return []
    return Links(answer.content.decode()).found  # type: ignore[attr-defined]
