"""The whole in one process: pages run in threads, the event loop stays free for streams."""

from typing import Any

from a2wsgi import WSGIMiddleware
from django.core.handlers.asgi import ASGIHandler

from nghedan.config.wsgi import application as pages

PAGE_THREADS = 8
STREAMS = ("/stage/", "/events")
"""How the address of an event stream begins and ends; everything else is a page."""


class StreamHandler(ASGIHandler):
    """Django's handler with the same middleware. A stream is authorised in one thread shared by all of them, which
    keeps one connection to the database; once it flows it holds neither."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.handle(scope, receive, send)  # without the thread of its own that Django gives each request


class Application:
    """Sends a request to the stream handler or to the pages."""

    def __init__(self) -> None:
        self.streams = StreamHandler()  # the import of the pages has set Django up
        self.pages = WSGIMiddleware(pages, workers=PAGE_THREADS)  # type: ignore[arg-type]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        begins, ends = STREAMS
        path = scope.get("path", "")
        is_stream = scope["type"] == "http" and path.startswith(begins) and path.endswith(ends)
        await (self.streams if is_stream else self.pages)(scope, receive, send)


application = Application()
