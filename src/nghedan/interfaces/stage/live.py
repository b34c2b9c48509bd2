"""Live screens of the staff: which there are, who may look at them, and their streams."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.queries.screen import HallNow, look_at_hall
from nghedan.domain.hall.queries.speaking import hall_for
from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import head_of
from nghedan.foundation.live.answers import channel_of, event_answer, state_answer
from nghedan.foundation.live.channels import Channel, Source
from nghedan.interfaces.stage.chair_present import chair_fragments
from nghedan.interfaces.stage.projector_present import control_fragments, projector_fragments
from nghedan.interfaces.stage.reception_present import reception_fragments
from nghedan.interfaces.web.http import LocalRequest, StaffRequest
from nghedan.interfaces.web.lookup import or_404

Fragments = Callable[[HallNow], Mapping[str, str]]


def pulse(hall: HallNow) -> Mapping[str, str]:
    """Return only that something was done: what the desk shows depends on who sits there, so it asks for itself."""
    return {"desk-pulse": str(head_of(hall.dialogue.locality)[0])}


SCREENS: dict[str, Fragments] = {
    "projector": projector_fragments,
    "control": control_fragments,
    "chair": chair_fragments,
    "reception": reception_fragments,
    "desk": pulse,
}
"""Kind of screen -> its fragments, the same for all who look; each is for whoever may look into the hall."""


@dataclass(frozen=True, slots=True)
class Live:
    """What a page needs to stay live: where it streams and asks, and the journal's number it was made at."""

    events: str
    state: str
    number: int
    now: str
    has_forms: bool


def live_of(request: LocalRequest, events: str, state: str, *, has_forms: bool = True, **ids: str) -> Live:
    """Return the live part of a page; called before anything the page shows is read."""
    kwargs = {"locality": request.locality.slug, **ids}
    number, _seal = head_of(request.locality)
    streams, asks = reverse(events, kwargs=kwargs), reverse(state, kwargs=kwargs)
    return Live(streams, asks, number, clock.now().isoformat(), has_forms)


def staff_live(request: LocalRequest, dialogue_id: str, screen: str) -> Live:
    """Return the live part of a page of the staff."""
    return live_of(request, "stage:events", "stage:state", dialogue_id=dialogue_id, screen=screen)


def source_of(dialogue: Dialogue, fragments: Fragments) -> Source:
    """Return what renders a screen again and again: it keeps the dialogue's id, never what it read."""
    return Source(partial(look_at_hall, dialogue.locality, dialogue.public_id), fragments)


@require_safe
def events(request: StaffRequest, dialogue_id: str, screen: str) -> HttpResponseBase:
    """Stream what changes on a screen."""
    return partial(event_answer, request, request.locality)(*_asked(request, dialogue_id, screen))


@require_safe
def state(request: StaffRequest, dialogue_id: str, screen: str) -> HttpResponseBase:
    """Tell what changed on a screen after a number of the journal."""
    return partial(state_answer, request, request.locality)(*_asked(request, dialogue_id, screen))


def _asked(request: StaffRequest, dialogue_id: str, screen: str) -> tuple[Channel, Source]:
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    if screen not in SCREENS:
        raise Http404
    return channel_of(request.locality, dialogue.public_id, screen), source_of(dialogue, SCREENS[screen])
