"""The plan: where it stands, what it says, and what happened to it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.queries import dialogues_by_item
from nghedan.domain.dialogues.services.planning import adopt_plan
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.queries import adjustment_requests_visible_to, plan_for, source_of
from nghedan.domain.plans.services.drafting import clone_plan
from nghedan.domain.plans.terms import AdjustmentState
from nghedan.domain.plans.workflow import EDITABLE
from nghedan.foundation.access.decide import decide
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.instructions import entry_of, told_in
from nghedan.interfaces.console.papers import download_links, preview_href
from nghedan.interfaces.console.plans.forms.content import CONTENT_FORMS
from nghedan.interfaces.console.plans.forms.moves import PressForm
from nghedan.interfaces.console.plans.present import plan as present
from nghedan.interfaces.console.plans.present.plans import state_tag
from nghedan.interfaces.web.forms import page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

CLONE = "plan.clone"


@require_safe
def show(request: StaffRequest, plan_id: str) -> HttpResponse:
    """Show state and next move, what the plan says, and the paper as it will print."""
    plan = or_404(plan_for, request.actor, plan_id)
    return plan_page(request, plan, PressForm(obj=plan))


def plan_page(request: StaffRequest, plan: Plan, form: VersionedForm) -> HttpResponse:
    """Show the plan with the form of a move that may have been refused."""
    moves = moves_for(request.actor, plan)
    may_edit = plan.state in EDITABLE and decide(request.actor, "plan.edit", plan).allowed
    dialogues = dialogues_by_item(request.actor, plan)
    items = list(plan.items.all())
    context = {
        **frame(request, plan, "plan"),
        "step": present.next_step(plan, moves),
        "other_moves": present.other_moves(plan, moves),
        "at_once": present.AT_ONCE,
        "may_edit": may_edit,
        "rows": present.content_rows(plan, _edit_hrefs(request, plan) if may_edit else {}),
        "items": present.item_views(items, dialogues),
        "duties": present.duty_groups(list(plan.duties.all())),
        "may_adopt": any(item.pk not in dialogues for item in items)
        and decide(request.actor, "dialogue.plan", plan).allowed,
        "may_clone": decide(request.actor, "plan.draft", plan).allowed,
        "form_key": page_form_key(request, CLONE),
        "original": source_of(request.actor, plan=plan),
        "paper": preview_href(request, "plan", plan.public_id),
        "downloads": download_links(request, "plan", plan.public_id),
    }
    return versioned_page(request, "console/plans/plan.html", form, context)


def _edit_hrefs(request: StaffRequest, plan: Plan) -> dict[str, str]:
    where = {"locality": request.locality.slug, "plan_id": plan.public_id}
    return {part: reverse("console:plan-edit", kwargs={**where, "part": part}) for part in ("head", *CONTENT_FORMS)}


def frame(request: StaffRequest, plan: Plan, current: str) -> dict[str, Any]:
    """Return what stands at the head of every page of a plan (one query)."""
    waiting = adjustment_requests_visible_to(request.actor).filter(plan=plan, state=AdjustmentState.OPEN).count()
    pages = (
        ("plan", _("Kế hoạch"), 0),
        ("plan-editions", _("Các lần ban hành"), 0),
        ("plan-requests", _("Đề nghị điều chỉnh"), waiting),
        ("plan-history", _("Nhật ký"), 0),
    )
    where = {"locality": request.locality.slug, "plan_id": plan.public_id}
    links = [
        Link(label, reverse(f"console:{name}", kwargs=where), current=name == current, count=count)
        for name, label, count in pages
    ]
    return {"plan": plan, "tag": state_tag(plan), "pages": links}


@require_safe
def history(request: StaffRequest, plan_id: str) -> HttpResponse:
    """Show what was done with the plan and its parts, the latest first."""
    plan = or_404(plan_for, request.actor, plan_id)
    happened = timeline_of(plan, *plan.items.all(), *plan.duties.all())
    words = told_in(request.actor, happened)
    context = {**frame(request, plan, "plan-history"), "entries": [entry_of(one, words) for one in happened]}
    return render(request, "console/plans/history.html", context)


@require_POST
def clone(request: StaffRequest, plan_id: str) -> HttpResponse:
    """Draft next year's plan after this one."""
    plan = or_404(plan_for, request.actor, plan_id)
    key = posted_form_key(request, CLONE)
    copy = clone_plan(actor=request.actor, plan=plan, year=plan.year + 1, key=key)
    return redirect("console:plan", locality=request.locality.slug, plan_id=copy.public_id)


@require_POST
def make_dialogues(request: StaffRequest, plan_id: str) -> HttpResponse:
    """Put the planned dialogues that are not there yet into the programme; repeating it adds nothing."""
    plan = or_404(plan_for, request.actor, plan_id)
    adopt_plan(actor=request.actor, plan=plan)
    return redirect("console:plan", locality=request.locality.slug, plan_id=plan.public_id)
