"""The projector: its screen, and the presses by which something is released to it."""

from collections.abc import Callable

import segno
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.queries.screen import HallNow, ordinary_matters
from nghedan.domain.hall.queries.speaking import hall_for, request_for
from nghedan.domain.hall.services import projecting
from nghedan.domain.hall.services.attending import admit_request
from nghedan.domain.hall.services.speaking import withdraw_request
from nghedan.foundation.access.decide import require
from nghedan.interfaces.stage.links import href
from nghedan.interfaces.stage.live import staff_live
from nghedan.interfaces.stage.projector_address import hall_address
from nghedan.interfaces.stage.projector_present import control_context, projector_context
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.wording import sentence_of
from nghedan.kernel.errors import Invalid

BACK = {"desk": "desk", "chair": "chair", "control": "projector-control"}
"""Where a press on the panel came from -> the page one goes back to."""


@require_safe
def screen(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the screen of the hall, full size, without a frame."""
    live = staff_live(request, dialogue_id, "projector")
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    context = {
        **projector_context(HallNow(dialogue)),
        "live": live,
        "qr": segno.make(hall_address(request, dialogue), error="m").svg_data_uri(scale=6, border=3),
    }
    return render(request, "stage/projector.html", context)


@require_safe
def control(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the panel as a page of its own, with a small picture of what the hall sees."""
    live = staff_live(request, dialogue_id, "control")
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    context = {"live": live, "back": "control", **control_context(HallNow(dialogue))}
    return render(request, "stage/projector_control.html", context)


@require_POST
def show(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Release something to the hall, or take it away."""
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    require(request.actor, "projection.show", dialogue)
    release = RELEASES.get(request.POST.get("shows", ""))
    if release is None:
        raise Http404
    try:
        release(request, dialogue)
    except Invalid as error:
        messages.error(request, sentence_of(error))
    return _back(request, dialogue)


@require_POST
def hall_page(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Open or shut the page for those attending."""
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    projecting.set_hall_page(
        actor=request.actor, dialogue=dialogue,
        is_open="is_open" in request.POST, takes_requests="takes_requests" in request.POST,
    )  # fmt: skip
    return _back(request, dialogue)


@require_POST
def admit(request: StaffRequest, dialogue_id: str, speaker_id: str) -> HttpResponse:
    """Take in who asked on a phone, or say no."""
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    asked = or_404(request_for, request.actor, dialogue, speaker_id)
    answer = withdraw_request if request.POST.get("answer") == "no" else admit_request
    answer(actor=request.actor, request=asked)
    return _back(request, dialogue)


def _title(request: StaffRequest, dialogue: Dialogue) -> None:
    projecting.show_title(actor=request.actor, dialogue=dialogue)


def _blank(request: StaffRequest, dialogue: Dialogue) -> None:
    projecting.show_blank(actor=request.actor, dialogue=dialogue)


def _speakers(request: StaffRequest, dialogue: Dialogue) -> None:
    projecting.show_speakers(actor=request.actor, dialogue=dialogue)


def _topic(request: StaffRequest, dialogue: Dialogue) -> None:
    try:
        matter = ordinary_matters(dialogue).get(public_id=request.POST.get("matter", ""))
    except ObjectDoesNotExist:
        raise Http404 from None
    projecting.show_topic(actor=request.actor, dialogue=dialogue, matter=matter)


def _line(request: StaffRequest, dialogue: Dialogue) -> None:
    projecting.show_line(actor=request.actor, dialogue=dialogue, line=request.POST.get("line", ""))


def _countdown(request: StaffRequest, dialogue: Dialogue) -> None:
    is_shown = request.POST.get("is_shown") == "1"
    projecting.set_countdown(actor=request.actor, dialogue=dialogue, is_shown=is_shown)


RELEASES: dict[str, Callable[[StaffRequest, Dialogue], None]] = {
    "title": _title, "blank": _blank, "speaker": _speakers, "topic": _topic, "line": _line, "countdown": _countdown,
}  # fmt: skip
"""What a button says -> what is done."""


def _back(request: StaffRequest, dialogue: Dialogue) -> HttpResponse:
    return redirect(href(BACK.get(request.POST.get("back", ""), "projector-control"), dialogue))
