"""The chair's screen, and calling somebody first by one tap."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.hall.queries.screen import HallNow
from nghedan.domain.hall.queries.speaking import hall_for, request_for
from nghedan.domain.hall.services.speaking import override_speaker
from nghedan.interfaces.stage.chair_present import chair_context
from nghedan.interfaces.stage.links import href
from nghedan.interfaces.stage.live import staff_live
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404


@require_safe
def screen(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show what is asked now and who is next, in large type."""
    live = staff_live(request, dialogue_id, "chair")
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    return render(request, "stage/chair.html", {"live": live, **chair_context(HallNow(dialogue))})


@require_POST
def call_first(request: StaffRequest, dialogue_id: str, speaker_id: str) -> HttpResponse:
    """Let somebody speak before the others; the reason may follow at the desk."""
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    asked = or_404(request_for, request.actor, dialogue, speaker_id)
    override_speaker(actor=request.actor, request=asked)
    return redirect(href("chair", dialogue))
