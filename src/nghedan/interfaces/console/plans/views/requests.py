"""Units' requests to adjust a plan, and the answers to them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.organisations.queries import units_visible_to
from nghedan.domain.plans.models import AdjustmentRequest
from nghedan.domain.plans.queries import PUBLISHED, adjustment_requests_visible_to, plan_for
from nghedan.domain.plans.services import signing
from nghedan.domain.plans.terms import AdjustmentState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide, reach_of, require
from nghedan.foundation.access.scope import UNIT
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.transitions.terms import Standing
from nghedan.foundation.ui.models import Colour, Tag
from nghedan.interfaces.console.plans.forms.moves import AnswerForm, InstructedAnswerForm, RequestForm
from nghedan.interfaces.console.plans.views.plan import frame
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page

REQUEST = "adjustment.request"
COLOURS = {
    AdjustmentState.OPEN: Colour.BLUE,
    AdjustmentState.ACCEPTED: Colour.GREEN,
    AdjustmentState.DECLINED: Colour.GREY,
}


@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: StaffRequest, plan_id: str) -> HttpResponse:
    """Show the requests on a plan, and let a unit make one."""
    plan = or_404(plan_for, request.actor, plan_id)
    form = RequestForm(request.POST or None, units=_own_units(request.actor))
    if request.method == "POST" and attempt(
        form,
        lambda: signing.request_adjustment(
            actor=request.actor,
            plan=plan,
            unit=form.cleaned_data["unit"],
            text=form.cleaned_data["text"],
            key=posted_form_key(request, REQUEST),
        ),
    ):
        return redirect("console:plan-requests", locality=request.locality.slug, plan_id=plan.public_id)
    found = adjustment_requests_visible_to(request.actor).filter(plan=plan).order_by("-id")
    context = {
        **frame(request, plan, "plan-requests"),
        "requests": [(one, _tag(one), bool(moves_for(request.actor, one))) for one in found],
        "may_ask": plan.state in PUBLISHED and decide(request.actor, REQUEST).allowed,
        "form_key": page_form_key(request, REQUEST),
    }
    return form_page(request, "console/plans/requests.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: StaffRequest, plan_id: str, request_id: str) -> HttpResponse:
    """Answer a request, as the head or for the head."""
    plan = or_404(plan_for, request.actor, plan_id)
    asked = or_404(adjustment_requests_visible_to(request.actor).filter(plan=plan).get, public_id=request_id)
    moves = moves_for(request.actor, asked)
    if not moves:
        require(request.actor, "adjustment.accept", asked)
        return redirect("console:plan-requests", locality=request.locality.slug, plan_id=plan.public_id)
    kind = InstructedAnswerForm if moves[0].by_instruction else AnswerForm
    form = kind(request.POST or None, obj=asked, files=request.FILES or None)
    if request.method == "POST" and attempt(form, lambda: _answer(request.actor, asked, form)):
        return redirect("console:plan-requests", locality=request.locality.slug, plan_id=plan.public_id)
    return versioned_page(request, "console/plans/answer.html", form, {"plan": plan, "asked": asked})


def _answer(actor: Actor, asked: AdjustmentRequest, form: AnswerForm) -> AdjustmentRequest:
    said = form.cleaned_data["answer"]
    if not isinstance(form, InstructedAnswerForm):
        return signing.answer_adjustment(actor=actor, request=asked, accept=form.accepts, answer=said)
    with deed(actor):
        word = form.recorded(actor, asked, said or _("Đồng ý điều chỉnh kế hoạch."))
        return signing.answer_adjustment(actor=actor, request=asked, accept=form.accepts, answer=said, instruction=word)


def _own_units(actor: Actor) -> Any:
    """Return the units in whose name the actor may ask: the own ones, or any for who may speak for all."""
    reach = reach_of(actor, REQUEST)
    units = units_visible_to(actor).filter(state=Standing.CURRENT)
    return units if reach.everywhere else units.filter(pk__in=reach.ids(UNIT))


def _tag(asked: AdjustmentRequest) -> Tag:
    state = AdjustmentState(asked.state)
    return Tag(_(state.label), COLOURS[state])
