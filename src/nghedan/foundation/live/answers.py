"""Answers to a screen that asks: a stream where the server can hold one open, else what changed, once."""

from collections.abc import Mapping

from django.core.cache import cache
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from nghedan.foundation.journal.record import head_of
from nghedan.foundation.live.channels import RETRY, Channel, Source, frame, state_of
from nghedan.foundation.live.hub import hub
from nghedan.foundation.tenancy.models import Locality

EVENT_STREAM = "text/event-stream"
KEPT_SECONDS = 60
RETRY_AFTER_SECONDS = "5"


def channel_of(locality: Locality, topic: str, audience: str) -> Channel:
    """Return the channel of a kind of screen, in the language of the request."""
    return Channel(locality.pk, topic, audience, translation.get_language() or "vi")


def seen_by(request: HttpRequest) -> int:
    """Return the journal number the client has seen: of its last frame, else of its page; -1 for a fresh one."""
    told = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    return int(told) if told.isascii() and told.isdigit() else -1


def event_answer(request: HttpRequest, locality: Locality, channel: Channel, source: Source) -> HttpResponseBase:
    """Answer ``…/events``. Where requests run in threads (no event loop), it tells what changed and ends; the browser
    comes back by itself. A full server says so, and the screen goes on by asking."""
    after = seen_by(request)
    if not isinstance(request, ASGIRequest):
        number, fragments = fragments_after(locality, channel, source, after)
        told = frame(number, fragments) if fragments else b""
        return _uncached(HttpResponse(RETRY + told, content_type=EVENT_STREAM))
    if hub.is_full:
        return HttpResponse(status=503, headers={"Retry-After": RETRY_AFTER_SECONDS})
    stream = hub.stream(channel, source, after)
    return _uncached(StreamingHttpResponse(stream, content_type=EVENT_STREAM))


def state_answer(request: HttpRequest, locality: Locality, channel: Channel, source: Source) -> HttpResponseBase:
    """Answer ``…/state?after=n``: the number of the journal, and the fragments if anything was done after n."""
    return _uncached(JsonResponse(state_of(*fragments_after(locality, channel, source, seen_by(request)))))


def fragments_after(locality: Locality, channel: Channel, source: Source, after: int) -> tuple[int, Mapping[str, str]]:
    """Return the journal's number and, if it is above ``after``, the fragments, rendered once per number."""
    number, _seal = head_of(locality)
    if number <= after:
        return number, {}
    key = f"live:{channel.locality_id}:{channel.topic}:{channel.audience}:{channel.language}:{number}"
    kept: Mapping[str, str] | None = cache.get(key)
    if kept is None:
        kept = dict(source.render(source.read()))
        cache.set(key, kept, KEPT_SECONDS)
    return number, kept


def _uncached(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"  # a proxy must not gather what is streamed
    return response
