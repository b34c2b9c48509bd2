"""The page of those who answer: what is asked of my unit now, with my prepared answer; then what comes next."""

from collections.abc import Mapping
from functools import partial

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.queries.screen import HallNow, dialogue_to_answer
from nghedan.domain.matters.models import Matter
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of, require
from nghedan.foundation.access.scope import UNIT
from nghedan.foundation.live.answers import channel_of, event_answer, state_answer
from nghedan.foundation.live.channels import Channel, Source
from nghedan.foundation.transitions.terms import Standing
from nghedan.interfaces.stage.live import live_of, source_of
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

VIEW = "answer.view"
MOST_COMING = 5


def answering_fragments(hall: HallNow, units: frozenset[int]) -> Mapping[str, str]:
    """Return the part of the page that lives."""
    return {"answering-now": render_to_string("stage/live/answering.html", answering_context(hall, units))}


def answering_context(hall: HallNow, units: frozenset[int]) -> dict[str, object]:
    """Return what is asked of these units now and next; of every unit, when none is given."""
    asked = hall.asked
    mine = [matter for matter in asked.matters if _is_of(matter, units)] if asked else []
    coming = [(row, matter) for row, matter in hall.coming if _is_of(matter, units)]
    return {"dialogue": hall.dialogue, "asked": asked, "mine": mine, "coming": coming[:MOST_COMING]}


@require_safe
def screen(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show what is asked of my unit."""
    live = live_of(request, "stage:answering-events", "stage:answering-state", has_forms=False, dialogue_id=dialogue_id)
    dialogue, units = _mine(request, dialogue_id)
    return render(request, "stage/answering.html", {"live": live, **answering_context(HallNow(dialogue), units)})


@require_safe
def events(request: StaffRequest, dialogue_id: str) -> HttpResponseBase:
    """Stream what changes for my unit."""
    return partial(event_answer, request, request.locality)(*_channel(request, dialogue_id))


@require_safe
def state(request: StaffRequest, dialogue_id: str) -> HttpResponseBase:
    """Tell what changed for my unit after a number of the journal."""
    return partial(state_answer, request, request.locality)(*_channel(request, dialogue_id))


def _channel(request: StaffRequest, dialogue_id: str) -> tuple[Channel, Source]:
    dialogue, units = _mine(request, dialogue_id)
    audience = "answering:" + ",".join(str(unit) for unit in sorted(units))
    fragments = partial(answering_fragments, units=units)
    return channel_of(request.locality, dialogue.public_id, audience), source_of(dialogue, fragments)


def _mine(request: StaffRequest, dialogue_id: str) -> tuple[Dialogue, frozenset[int]]:
    require(request.actor, VIEW)
    return or_404(dialogue_to_answer, request.actor, dialogue_id), _units_of(request.actor)


def _units_of(actor: Actor) -> frozenset[int]:
    """Return the units somebody answers for; none for who works for the whole body."""
    reach = reach_of(actor, VIEW)
    only_units = reach.ids(UNIT) and not any(scope.kind != UNIT for scope in reach.scopes)
    return reach.ids(UNIT) if only_units else frozenset()


def _is_of(matter: Matter, units: frozenset[int]) -> bool:
    supporting = (row.unit_id for row in matter.supports.all() if row.state == Standing.CURRENT)
    own = {matter.unit_id, *supporting}
    return not units or bool(own & units)
