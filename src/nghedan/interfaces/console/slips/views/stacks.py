"""Stacks: handed in, split by the worker, looked at meanwhile."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.opinions.models import Stack
from nghedan.domain.opinions.queries import sheets_visible_to, stacks_visible_to
from nghedan.domain.opinions.services.paper import hand_in_stack
from nghedan.domain.opinions.services.splitting import retry_stack
from nghedan.domain.opinions.terms import StackState
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.ledger.forms.addressing import addressing_for
from nghedan.interfaces.console.slips import present
from nghedan.interfaces.console.slips.forms import StackForm
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

VIEW, HAND_IN, KEY = "sheet.view", "stack.hand_in", "sheet.key"
LAST_STACKS = 20


@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Show what waits to be keyed, the stacks, and the ways to print and to hand in."""
    require(request.actor, VIEW)
    stacks = list(stacks_visible_to(request.actor).order_by("-pk")[:LAST_STACKS])
    context = {
        "counted": present.counted(request.actor),
        "stacks": present.stack_rows(stacks, present.sheets_in(request.actor, stacks), request.locality),
        "may_key": decide(request.actor, KEY).allowed,
        "may_hand_in": decide(request.actor, HAND_IN).allowed,
    }
    return render(request, "console/slips/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: StaffRequest) -> HttpResponse:
    """Take a scanned stack, or photos."""
    require(request.actor, HAND_IN)
    today = clock.today()
    hamlets, addressing = hamlets_on(request.locality, today), addressing_for(request.actor, HAND_IN, today)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = StackForm(*sent, hamlets=hamlets, addressing=addressing, today=today)
    if request.method == "POST" and (done := attempt(form, lambda: _hand_in(request, form))):
        return redirect("console:stack", locality=request.locality.slug, stack_id=done.value.public_id)
    return form_page(request, "console/slips/stack_new.html", form, {"form_key": page_form_key(request, HAND_IN)})


@require_safe
def one(request: StaffRequest, stack_id: str) -> HttpResponse:
    """Show how far a stack has been split, and its sheets; the page asks again by itself until it is done."""
    stack = or_404(stacks_visible_to(request.actor).get, public_id=stack_id)
    sheets = present.in_order(sheets_visible_to(request.actor).filter(stack=stack))
    context = {
        "stack": stack,
        "sheets": list(sheets),
        "is_waiting": stack.state == StackState.WAITING,
        "has_failed": stack.state == StackState.FAILED,
        "may_key": decide(request.actor, KEY).allowed,
        "may_retry": decide(request.actor, "stack.retry", stack).allowed,
    }
    return render(request, "console/slips/stack.html", context)


@require_POST
def retry(request: StaffRequest, stack_id: str) -> HttpResponse:
    """Let a stack be split again."""
    stack = or_404(stacks_visible_to(request.actor).get, public_id=stack_id)
    retry_stack(actor=request.actor, stack=stack)
    return redirect("console:stack", locality=request.locality.slug, stack_id=stack_id)


def _hand_in(request: StaffRequest, form: StackForm) -> Stack:
    key = posted_form_key(request, HAND_IN)
    body, capture = form.capture()
    uploads = form.cleaned_data["file"]
    return hand_in_stack(actor=request.actor, body=body, capture=capture, uploads=uploads, key=key)
