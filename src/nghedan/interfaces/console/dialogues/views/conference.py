"""The day of a dialogue: which screens there are, who uses them, and that all is ready."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.services.session import make_ready
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.interfaces.console.dialogues.forms.deciding import DecisionForm
from nghedan.interfaces.console.dialogues.present.conference import screens_of
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page

RIGHT = "hall.view"


@require_http_methods(["GET", "HEAD", "POST"])
def conference(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Lead to the screens of the hall; say that all is prepared."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, RIGHT, dialogue)
    form = DecisionForm(request.POST or None, obj=dialogue)
    if request.method == "POST" and attempt(form, lambda: make_ready(actor=request.actor, dialogue=dialogue)):
        messages.success(request, _("Đã ghi sẵn sàng tổ chức hội nghị."))
        return redirect("console:conference", locality=request.locality.slug, dialogue_id=dialogue.public_id)
    context = {
        "frame": frame_of(dialogue, "conference", clock.today()),
        "dialogue": dialogue,
        "screens": screens_of(request.actor, dialogue),
        "ready": next(
            (move for move in moves_for(request.actor, dialogue) if move.code == "dialogue.make_ready"), None
        ),
    }
    return versioned_page(request, "console/dialogues/conference.html", form, context)
