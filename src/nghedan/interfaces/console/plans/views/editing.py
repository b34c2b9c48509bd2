"""Editing a plan part by part, while it is drafted or amended."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.organisations.queries import units_visible_to
from nghedan.domain.plans.intake import ItemDraft
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.queries import duty_for, item_for, plan_for
from nghedan.domain.plans.services import drafting
from nghedan.foundation.access.decide import require
from nghedan.foundation.transitions.terms import Standing
from nghedan.interfaces.console.plans.forms.content import CONTENT_FORMS
from nghedan.interfaces.console.plans.forms.moves import PressForm
from nghedan.interfaces.console.plans.forms.parts import DialogueFields, DutyForm, ItemForm, PlanHeadForm
from nghedan.interfaces.console.plans.views.plan import plan_page
from nghedan.interfaces.web.forms import attempt, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

ITEM, DUTY = "plan_item.add", "duty.add"


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, plan_id: str, part: str) -> HttpResponse:
    """Edit the head or one part of the content."""
    plan = or_404(plan_for, request.actor, plan_id)
    require(request.actor, "plan.edit", plan)
    form = _part_form(plan, part, request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: drafting.edit_plan(actor=request.actor, plan=plan, changes=_changes(form))
    ):
        return _to_plan(request, plan)
    heading = getattr(form, "title", _("Trích yếu, năm"))
    return _form_page(request, plan, form, heading)


def _part_form(plan: Plan, part: str, data: Any) -> Any:
    if part == "head":
        return PlanHeadForm(data, obj=plan, initial={"title": plan.title, "year": plan.year})
    if part not in CONTENT_FORMS:
        raise Http404
    return CONTENT_FORMS[part](data, obj=plan, content=plan.words)


def _changes(form: Any) -> dict[str, Any]:
    if isinstance(form, PlanHeadForm):
        return {"title": form.cleaned_data["title"], "year": form.cleaned_data["year"]}
    return {"content": form.applied()}


@require_http_methods(["GET", "HEAD", "POST"])
def edit_item(request: StaffRequest, plan_id: str, item_id: str) -> HttpResponse:
    """Edit one planned dialogue."""
    plan = or_404(plan_for, request.actor, plan_id)
    item = or_404(item_for, plan, item_id)
    require(request.actor, "plan_item.edit", item)
    initial = DialogueFields.initial_of(drafting.item_draft(item))
    form = ItemForm(request.POST or None, obj=item, initial=initial)
    if request.method == "POST" and attempt(
        form, lambda: drafting.edit_item(actor=request.actor, item=item, draft=form.draft())
    ):
        return _to_plan(request, plan, "doi-thoai")
    return _form_page(request, plan, form, _("Cuộc đối thoại trong kế hoạch"))


@require_http_methods(["GET", "HEAD", "POST"])
def add_item(request: StaffRequest, plan_id: str) -> HttpResponse:
    """Add a planned dialogue."""
    plan = or_404(plan_for, request.actor, plan_id)
    require(request.actor, ITEM, plan)
    form = ItemForm(request.POST or None, obj=plan, initial=DialogueFields.initial_of(ItemDraft(year=plan.year)))
    if request.method == "POST" and attempt(
        form,
        lambda: drafting.add_item(
            actor=request.actor, plan=plan, item=form.draft(), key=posted_form_key(request, ITEM)
        ),
    ):
        return _to_plan(request, plan, "doi-thoai")
    return _form_page(request, plan, form, _("Thêm cuộc đối thoại"), form_key=page_form_key(request, ITEM))


@require_http_methods(["GET", "HEAD", "POST"])
def edit_duty(request: StaffRequest, plan_id: str, duty_id: str) -> HttpResponse:
    """Edit one duty: who, and what."""
    plan = or_404(plan_for, request.actor, plan_id)
    duty = or_404(duty_for, plan, duty_id)
    require(request.actor, "duty.edit", duty)
    initial = {"unit_text": duty.unit_text, "unit": duty.unit_id, "text": duty.text}
    form = DutyForm(request.POST or None, obj=duty, units=_units(request), initial=initial)
    if request.method == "POST" and attempt(
        form, lambda: drafting.edit_duty(actor=request.actor, duty=duty, **_duty(form))
    ):
        return _to_plan(request, plan, "nhiem-vu")
    return _form_page(request, plan, form, _("Nhiệm vụ của đơn vị"))


@require_http_methods(["GET", "HEAD", "POST"])
def add_duty(request: StaffRequest, plan_id: str) -> HttpResponse:
    """Add a duty."""
    plan = or_404(plan_for, request.actor, plan_id)
    require(request.actor, DUTY, plan)
    form = DutyForm(request.POST or None, obj=plan, units=_units(request))
    if request.method == "POST" and attempt(
        form,
        lambda: drafting.add_duty(actor=request.actor, plan=plan, key=posted_form_key(request, DUTY), **_duty(form)),
    ):
        return _to_plan(request, plan, "nhiem-vu")
    return _form_page(request, plan, form, _("Thêm nhiệm vụ"), form_key=page_form_key(request, DUTY))


@require_POST
def change_item(request: StaffRequest, plan_id: str, item_id: str, what: str) -> HttpResponse:
    """Take a planned dialogue out, or move it up."""
    plan = or_404(plan_for, request.actor, plan_id)
    item = or_404(item_for, plan, item_id)
    deeds: dict[str, Callable[[], object]] = {
        "drop": lambda: drafting.drop_item(actor=request.actor, item=item),
        "up": lambda: drafting.move_up(actor=request.actor, row=item),
    }
    return _changed(request, plan, PressForm(request.POST, obj=item), deeds[what], "doi-thoai")


@require_POST
def change_duty(request: StaffRequest, plan_id: str, duty_id: str, what: str) -> HttpResponse:
    """Take a duty out, or move it up."""
    plan = or_404(plan_for, request.actor, plan_id)
    duty = or_404(duty_for, plan, duty_id)
    deeds: dict[str, Callable[[], object]] = {
        "drop": lambda: drafting.drop_duty(actor=request.actor, duty=duty),
        "up": lambda: drafting.move_up(actor=request.actor, row=duty),
    }
    return _changed(request, plan, PressForm(request.POST, obj=duty), deeds[what], "nhiem-vu")


def _changed(
    request: StaffRequest, plan: Plan, form: PressForm, deed: Callable[[], object], anchor: str
) -> HttpResponse:
    return _to_plan(request, plan, anchor) if attempt(form, deed) else plan_page(request, plan, form)


def _units(request: StaffRequest) -> Any:
    return units_visible_to(request.actor).filter(state=Standing.CURRENT)


def _duty(form: DutyForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("unit_text", "unit", "text")}


def _form_page(
    request: StaffRequest, plan: Plan, form: VersionedForm, heading: Any, *, form_key: str = ""
) -> HttpResponse:
    context = {"plan": plan, "heading": heading, "form_key": form_key}
    return versioned_page(request, "console/plans/edit.html", form, context)


def _to_plan(request: StaffRequest, plan: Plan, anchor: str = "") -> HttpResponse:
    answer = redirect("console:plan", locality=request.locality.slug, plan_id=plan.public_id)
    if anchor:
        answer["Location"] += f"#{anchor}"
    return answer
