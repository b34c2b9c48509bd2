"""A new plan from eight questions: the frame, the dialogues, a last look. Answers stay while one goes back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.dialogues.services.adoption import draft_plan_with_dialogues
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.queries import hamlets_visible_to, units_visible_to
from nghedan.domain.organisations.terms import HamletKind
from nghedan.domain.plans.composing import Workforce, compose
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.services.drafting import draft_plan
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.terms import Standing
from nghedan.interfaces.console.plans.bodies import bodies_for
from nghedan.interfaces.console.plans.forms.composing import DialogueForm, FrameForm, MakeForm
from nghedan.interfaces.console.plans.present.adoption import summary_rows
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest

DRAFT = "plan.draft"
FRAME, DIALOGUES, MADE = "frame", "dialogues", "made"


@require_http_methods(["GET", "HEAD", "POST"])
def first_step(request: StaffRequest) -> HttpResponse:
    """Ask for body and bases, year and how many, who presides, and units with special duties."""
    if request.method != "POST" and MADE in _kept(request):
        _forget(request)
    form = _frame_form(request, request.POST if request.method == "POST" else _answered(request, FRAME))
    if request.method == "POST" and form.is_valid():
        _keep(request, FRAME)
        return redirect("console:compose-dialogues", locality=request.locality.slug)
    return form_page(request, "console/plans/compose_frame.html", form)


@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: StaffRequest) -> HttpResponse:
    """Ask of each dialogue what it is about, with whom, when and where."""
    frame = _frame_form(request, _answered(request, FRAME))
    if not frame.is_valid():
        return redirect("console:compose", locality=request.locality.slug)
    data = request.POST if request.method == "POST" else _answered(request, DIALOGUES)
    forms = _dialogue_forms(data, frame.cleaned_data["count"])
    wrong = [form for form in forms if not form.is_valid()]  # every form is asked, so that each says what is wrong
    if request.method == "POST" and not wrong:
        _keep(request, DIALOGUES)
        return redirect("console:compose-check", locality=request.locality.slug)
    status = 422 if request.method == "POST" else 200
    return render(request, "console/plans/compose_dialogues.html", {"forms": forms}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def check_step(request: StaffRequest) -> HttpResponse:
    """Show the plan the answers make, and make it."""
    frame = _frame_form(request, _answered(request, FRAME))
    count = frame.cleaned_data["count"] if frame.is_valid() else 0
    forms = _dialogue_forms(_answered(request, DIALOGUES), count)
    if not count or not all(form.is_bound and form.is_valid() for form in forms):
        return redirect("console:compose-dialogues", locality=request.locality.slug)
    dialogues = [form.draft(frame.cleaned_data["year"]) for form in forms]
    draft = compose(frame.answers(dialogues), _workforce(request.actor, frame.chosen_body))
    form = MakeForm(request.POST or None, draft=draft)
    if request.method == "POST" and (done := attempt(form, lambda: _make(request, frame.chosen_body, form))):
        request.session[_key(request)] = {**_kept(request), MADE: done.value.public_id}
        messages.success(request, _("Đã có bản dự thảo. Xem bản in bên cạnh, sửa chỗ cần, rồi trình ký."))
        return redirect("console:plan", locality=request.locality.slug, plan_id=done.value.public_id)
    context = {
        "rows": summary_rows(draft),
        "form_key": page_form_key(request, DRAFT),
        "back": reverse("console:compose-dialogues", kwargs={"locality": request.locality.slug}),
    }
    return form_page(request, "console/plans/compose_check.html", form, context)


def _make(request: StaffRequest, body: Body, form: MakeForm) -> Plan:
    do = draft_plan_with_dialogues if form.cleaned_data["with_dialogues"] else draft_plan
    return do(actor=request.actor, body=body, draft=form.chosen_draft(), key=posted_form_key(request, DRAFT))


def _frame_form(request: StaffRequest, data: Any) -> FrameForm:
    """Return the form of the first step. Raises NotAllowed for who may draft for no body."""
    bodies = bodies_for(request.actor, DRAFT)
    if not bodies:
        require(request.actor, DRAFT, request.locality)
    return FrameForm(data, bodies=bodies, year=clock.today().year)


def _dialogue_forms(data: Any, count: int) -> list[DialogueForm]:
    """Return one form a dialogue, filled in as far as there are answers."""
    prefixes = [f"dialogue{number}" for number in range(1, count + 1)]
    return [
        DialogueForm(data if data and f"{prefix}-kind" in data else None, prefix=prefix, initial=_suggested(count))
        for prefix in prefixes
    ]


def _suggested(count: int) -> dict[str, str]:
    return {"kind": "thematic" if count > 1 else "regular"}


def _workforce(actor: Actor, body: Body) -> Workforce:
    """Return the units of the body and those of no body, and what the hamlets are called together."""
    units = units_visible_to(actor).filter(state=Standing.CURRENT)
    hamlets = hamlets_visible_to(actor).filter(state=Standing.CURRENT)
    used = set(hamlets.values_list("kind", flat=True).distinct())
    kinds = [kind.label for kind in HamletKind if kind.value in used]
    return Workforce(
        units=[(unit.kind, unit.name) for unit in units if unit.body_id in (None, body.pk)],
        hamlets=f"Các {', '.join(kinds)}" if kinds else "",
    )


def _key(request: StaffRequest) -> str:
    return f"composing:{request.locality.slug}"


def _kept(request: StaffRequest) -> dict[str, Any]:
    kept: dict[str, Any] = request.session.get(_key(request), {})
    return kept


def _answered(request: StaffRequest, step: str) -> MultiValueDict[str, str] | None:
    answers = _kept(request).get(step)
    return MultiValueDict(answers) if answers else None


def _keep(request: StaffRequest, step: str) -> None:
    """Keep the answers of a step in the session, as they were typed."""
    answers = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    request.session[_key(request)] = {**_kept(request), step: answers}


def _forget(request: StaffRequest) -> None:
    del request.session[_key(request)]
