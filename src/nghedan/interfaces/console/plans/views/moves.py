"""Leading a plan on: submit, sign, return, issue, amend, share, close; by one's own right or recorded for the head."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.organisations.queries import acting_head_of
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.queries import is_number_taken, plan_for, suggested_number
from nghedan.domain.plans.services import signing
from nghedan.domain.plans.workflow import PLAN
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.plans.forms.moves import (
    InstructedForm,
    InstructedReasonForm,
    IssueForm,
    PressForm,
    ReasonForm,
)
from nghedan.interfaces.console.plans.present import issuing
from nghedan.interfaces.console.plans.present.plan import AT_ONCE, named
from nghedan.interfaces.console.plans.views.plan import plan_page
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

Deed = Callable[[Actor, Plan, Any], Any]


def _submit(actor: Actor, plan: Plan, _form: PressForm) -> Plan:
    return signing.submit_plan(actor=actor, plan=plan)


def _sign(actor: Actor, plan: Plan, form: PressForm | InstructedForm) -> Plan:
    if not isinstance(form, InstructedForm):
        return signing.sign_plan(actor=actor, plan=plan)
    with deed(actor):
        word = form.recorded(actor, plan, _("Đồng ý ký kế hoạch."))
        return signing.sign_plan(actor=actor, plan=plan, instruction=word)


def _return(actor: Actor, plan: Plan, form: ReasonForm | InstructedReasonForm) -> Plan:
    reason = form.cleaned_data["reason"]
    if not isinstance(form, InstructedReasonForm):
        return signing.return_plan(actor=actor, plan=plan, reason=reason)
    with deed(actor):
        word = form.recorded(actor, plan, reason)
        return signing.return_plan(actor=actor, plan=plan, reason=reason, instruction=word)


def _issue(actor: Actor, plan: Plan, form: IssueForm) -> Plan:
    return signing.issue_plan(actor=actor, plan=plan, **_number_and_day(form))


def _record_issued(actor: Actor, plan: Plan, form: IssueForm) -> Plan:
    return signing.record_issued(actor=actor, plan=plan, **_number_and_day(form))


def _number_and_day(form: IssueForm) -> dict[str, Any]:
    return {"number": form.cleaned_data["number"], "issued_on": form.cleaned_data["issued_on"]}


def _amend(actor: Actor, plan: Plan, form: ReasonForm) -> Plan:
    return signing.amend_plan(actor=actor, plan=plan, reason=form.cleaned_data["reason"])


def _share(actor: Actor, plan: Plan, _form: PressForm) -> Plan:
    return signing.share_plan(actor=actor, plan=plan, shared=not plan.shared)


def _close(actor: Actor, plan: Plan, _form: PressForm) -> Plan:
    return signing.close_plan(actor=actor, plan=plan)


@dataclass(frozen=True, slots=True)
class Page:
    """How one move is asked for: its form, the form by which it is recorded for the head, and its deed."""

    form: type[VersionedForm]
    do: Deed
    recorded: type[VersionedForm] | None = None


PAGES: dict[str, Page] = {
    "plan.submit": Page(PressForm, _submit),
    "plan.sign": Page(PressForm, _sign, InstructedForm),
    "plan.return": Page(ReasonForm, _return, InstructedReasonForm),
    "plan.issue": Page(IssueForm, _issue),
    "plan.record_issued": Page(IssueForm, _record_issued),
    "plan.amend": Page(ReasonForm, _amend),
    "plan.share": Page(PressForm, _share),
    "plan.close": Page(PressForm, _close),
}


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: StaffRequest, plan_id: str, code: str) -> HttpResponse:
    """Ask what a move needs, show what cannot be undone once more, and do it."""
    if code not in PAGES:
        raise Http404
    plan = or_404(plan_for, request.actor, plan_id)
    found = _open_move(request.actor, plan, code)
    if found is None and (request.method != "POST" or _is_done_already(plan, code)):
        return _to_plan(request, plan)
    by_instruction = found is not None and found.by_instruction
    page = PAGES[code]
    form = _form(request, page, plan, by_instruction=by_instruction)
    confirmed = found is None or not found.irreversible or "confirmed" in request.POST
    if request.method == "POST" and confirmed and attempt(form, lambda: page.do(request.actor, plan, form)):
        messages.success(request, issuing.said_done(code))
        return _to_plan(request, plan)
    if code in AT_ONCE or found is None:
        return plan_page(request, plan, form)
    context = {
        "plan": plan,
        "move": named(found),
        "code": code,
        "hint": _suggestion(plan) if isinstance(form, IssueForm) else "",
        **_check(plan, code, found, form),
    }
    return versioned_page(request, "console/plans/move.html", form, context)


def _open_move(actor: Actor, plan: Plan, code: str) -> Move | None:
    """Return the move if it leads on from the plan's state. Raises NotAllowed for who may neither do nor record it."""
    found = next((move for move in moves_for(actor, plan) if move.code == code), None)
    if found is None and not PLAN.transition(code).instructable:
        require(actor, code, plan)
    return found


def _is_done_already(plan: Plan, code: str) -> bool:
    """Say whether the plan stands where the move leads: the form was sent twice."""
    target = PLAN.transition(code).target
    return target is not None and plan.state == target


def _form(request: StaffRequest, page: Page, plan: Plan, *, by_instruction: bool) -> VersionedForm:
    data = request.POST or None
    if by_instruction and page.recorded:
        return page.recorded(data, obj=plan, initial=_expected_word(plan), files=request.FILES or None)
    if page.form is IssueForm:
        return IssueForm(data, obj=plan, initial={"number": plan.number, "issued_on": clock.today()})
    return page.form(data, obj=plan)


def _expected_word(plan: Plan) -> dict[str, Any]:
    """Return who most likely decided, and when: the body's head, today."""
    today = clock.today()
    head = acting_head_of(plan.body, today)
    return {"decided_by": f"{head.full_name}, {plan.body.head_post}" if head else "", "decided_at": today}


def _suggestion(plan: Plan) -> str:
    return _("Số tiếp theo theo các kế hoạch đã nhập ở đây: %(number)s. Sổ của cơ quan quyết định.") % {
        "number": suggested_number(plan, clock.today())
    }


def _check(plan: Plan, code: str, found: Move, form: VersionedForm) -> dict[str, Any]:
    """Return the last look before what cannot be undone; nothing while something is still asked or wrong."""
    asks_nothing = not form.visible_fields()
    if not found.irreversible or (not asks_nothing and (not form.is_bound or form.errors or not form.is_valid())):
        return {}
    rows: Sequence[SummaryRow] = [
        SummaryRow(str(field.label), field.value() if form.is_bound else "") for field in form.visible_fields()
    ]
    warning = ""
    if isinstance(form, IssueForm) and is_number_taken(plan, **_taken(form)):
        warning = _("Số này đã dùng cho một kế hoạch khác trong cùng sổ. Vẫn ghi được nếu đúng là như vậy.")
    rows = [SummaryRow(_("Kế hoạch"), plan.title), *rows]
    return {"check_rows": rows, "effects": issuing.effects(plan, code), "warning": warning}


def _taken(form: IssueForm) -> dict[str, Any]:
    return {"number": form.cleaned_data["number"], "on": form.cleaned_data["issued_on"]}


def _to_plan(request: StaffRequest, plan: Plan) -> HttpResponse:
    return redirect("console:plan", locality=request.locality.slug, plan_id=plan.public_id)
