"""A dialogue outside the plan: the three ways to it, and the head's own word."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.planning import plan_dialogue
from nghedan.domain.organisations.services.fields import is_repeat
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION
from nghedan.interfaces.console.dialogues.forms.occasions import RecordedUnscheduledForm, UnscheduledForm
from nghedan.interfaces.console.dialogues.views.deciding import head_named
from nghedan.interfaces.console.plans.bodies import bodies_for
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest

PLAN = "dialogue.plan"


@require_safe
def ways(request: StaffRequest) -> HttpResponse:
    """Show the three ways to a dialogue outside the plan (Điều 43)."""
    actor = request.actor
    context = {
        "may_plan": decide(actor, PLAN).allowed,
        "may_propose": decide(actor, "proposal.make").allowed,
        "may_receive": decide(actor, "voter_request.receive").allowed,
    }
    return render(request, "console/dialogues/ways.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def on_the_heads_word(request: StaffRequest) -> HttpResponse:
    """Put a dialogue into the programme because the head says so; the clerk records that word."""
    bodies = bodies_for(request.actor, PLAN)
    require(request.actor, PLAN, bodies[0] if bodies else request.locality)
    records = decide(request.actor, RECORD_INSTRUCTION).allowed
    kind = RecordedUnscheduledForm if records else UnscheduledForm
    today = clock.today()
    initial = {"decided_by": head_named(bodies[0], today), "decided_at": today} if records else {}
    form = kind(request.POST or None, request.FILES or None, bodies=bodies, initial=initial)
    if request.method == "POST" and (done := attempt(form, lambda: _plan(request, form))):
        messages.success(request, _("Đã đưa vào chương trình. Việc tiếp theo là chọn ngày."))
        return redirect("console:dialogue", locality=request.locality.slug, dialogue_id=done.value.public_id)
    return form_page(request, "console/dialogues/unscheduled.html", form, {"form_key": page_form_key(request, PLAN)})


def _plan(request: StaffRequest, form: UnscheduledForm) -> Dialogue:
    actor, body = request.actor, form.chosen_body
    key = posted_form_key(request, PLAN)
    with deed(actor):
        word = None
        if isinstance(form, RecordedUnscheduledForm) and not is_repeat(request.locality, key):
            word = form.recorded(
                actor, body, _("Tổ chức đối thoại đột xuất: %(theme)s") % {"theme": form.cleaned_data["theme"]}
            )
        return plan_dialogue(actor=actor, body=body, draft=form.draft(), instruction=word, key=key)
