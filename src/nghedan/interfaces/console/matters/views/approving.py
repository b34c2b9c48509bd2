"""Checking, approving and returning answers: one, or all that were checked."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.queries import answers_waiting, matter_for, open_bounces
from nghedan.domain.matters.services import answering
from nghedan.domain.matters.services.assigning import is_for_the_head
from nghedan.domain.matters.terms import AnswerState
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.models import Instruction
from nghedan.interfaces.console.dialogues.forms.deciding import decision_form
from nghedan.interfaces.console.dialogues.views.deciding import decided, head_named, move_of
from nghedan.interfaces.console.instructions import InstructionFields
from nghedan.interfaces.console.matters.present import approving as present
from nghedan.interfaces.console.matters.present import matter as shown
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

APPROVE, CHECK, RETURN = "answer.approve", "answer.check", "answer.return"
RECORD = "instruction.record"
MOST = 100
"""Answers shown, and approved, at once."""


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Read an answer through and say that it may be put before the head."""
    matter, answer = _found(request, matter_id)
    require(request.actor, CHECK, answer)
    form = VersionedForm(request.POST or None, obj=answer)
    if request.method == "POST" and attempt(
        form, lambda: answering.check_answer(actor=request.actor, answer=answer)
    ):
        messages.success(request, _("Đã kiểm tra và trình lãnh đạo duyệt."))
        return _back(matter)
    return _page(request, "check", matter, answer, form, {"move": move_of(request.actor, answer, CHECK)})


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Let the head approve an answer, or record that it was approved."""

    def done(answer: Answer, _form: VersionedForm, instruction: Instruction | None) -> object:
        return answering.approve_answer(actor=request.actor, answer=answer, instruction=instruction)

    told = _("Đã duyệt. Nội dung này đã chuẩn bị xong.")
    return _decision(request, matter_id, APPROVE, done, told=told, default=_("Duyệt câu trả lời"))


@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Return an answer with what is to be changed."""

    def done(answer: Answer, form: VersionedForm, instruction: Instruction | None) -> object:
        reason = form.cleaned_data["reason"]
        return answering.return_answer(actor=request.actor, answer=answer, reason=reason, instruction=instruction)

    told = _("Đã trả lại đơn vị soạn tiếp.")
    return _decision(request, matter_id, RETURN, done, told=told, default=_("Trả lại câu trả lời"), with_reason=True)


@require_http_methods(["GET", "HEAD", "POST"])
def all_checked(request: StaffRequest) -> HttpResponse:
    """Show what waits for the head; ask once more, then approve everything that was checked and is ticked."""
    may_approve = decide(request.actor, APPROVE).allowed
    if not may_approve:
        require(request.actor, RECORD)
    waiting = list(answers_waiting(request.actor, AnswerState.CHECKED)[:MOST])
    for answer in waiting:
        answer.matter.seen_by = request.actor
    chosen = _chosen(request, waiting)
    confirmed = request.method == "POST" and "confirmed" in request.POST
    form = _approval_form(request, waiting, may_approve=may_approve, confirmed=confirmed)
    if confirmed and chosen and attempt(form, lambda: _approve(request, chosen, form)):
        count = len(chosen)
        told = ngettext("Đã duyệt %(count)s câu trả lời.", "Đã duyệt %(count)s câu trả lời.", count) % {"count": count}
        messages.success(request, told)
        return redirect("console:answers-approve", locality=request.locality.slug)
    context = {
        "answers": [present.waiting(answer) for answer in waiting],
        "chosen": [present.waiting(answer) for answer in chosen],
        "bounces": [present.bounce(one) for one in open_bounces(request.actor) if is_for_the_head(one)],
        "may_approve": may_approve,
        "today": clock.today(),
    }
    if request.method == "POST" and chosen:
        return form_page(request, "console/matters/approve_check.html", form, context)
    return render(request, "console/matters/approving.html", context)


def _approve(request: StaffRequest, chosen: Sequence[Answer], form: forms.Form) -> object:
    with deed(request.actor):
        instruction = None
        if isinstance(form, InstructionFields):
            told = _("Duyệt %(count)s câu trả lời đã kiểm tra") % {"count": len(chosen)}
            instruction = form.recorded(request.actor, chosen[0], told)
        return answering.approve_answers(actor=request.actor, answers=chosen, instruction=instruction)


def _chosen(request: StaffRequest, waiting: Sequence[Answer]) -> list[Answer]:
    """Return what is ticked; "all" ticks everything."""
    ticked = {*request.POST.getlist("answer")}
    return [answer for answer in waiting if "all" in ticked or answer.public_id in ticked]


def _approval_form(
    request: StaffRequest, waiting: Sequence[Answer], *, may_approve: bool, confirmed: bool
) -> forms.Form:
    """Return what is asked before many are approved: of the head nothing, of the clerk what the head said."""
    data = request.POST if confirmed else None
    if may_approve or not waiting:
        return forms.Form(data)
    today = clock.today()
    initial = {"decided_at": today, "decided_by": head_named(waiting[0].matter.body, today)}
    return InstructionFields(data, request.FILES or None, initial=initial)


def _decision(
    request: StaffRequest,
    matter_id: str,
    code: str,
    done: Callable[[Answer, VersionedForm, Instruction | None], object],
    *,
    told: str,
    default: str,
    with_reason: bool = False,
) -> HttpResponse:
    matter, answer = _found(request, matter_id)
    move = move_of(request.actor, answer, code)
    head = head_named(matter.body, clock.today()) if move.by_instruction else ""
    form = decision_form(
        move, request.POST or None, request.FILES or None, obj=answer, head=head, today=clock.today(),
        with_reason=with_reason,
    )  # fmt: skip
    if request.method == "POST" and attempt(
        form, lambda: decided(request.actor, answer, form, default, lambda said: done(answer, form, said))
    ):
        messages.success(request, told)
        return _back(matter)
    return _page(request, code.removeprefix("answer."), matter, answer, form, {"move": move})


def _found(request: StaffRequest, matter_id: str) -> tuple[Matter, Answer]:
    matter = or_404(matter_for, request.actor, matter_id)
    answer = wording.answer_of(matter)
    if answer is None:
        raise Http404
    return matter, answer


def _page(
    request: StaffRequest, name: str, matter: Matter, answer: Answer, form: VersionedForm, extra: dict[str, Any]
) -> HttpResponse:
    context = {
        "matter": matter,
        "caption": wording.caption_of(matter),
        "rows": shown.answer_rows(answer, may_be_cautioned=True),
        **extra,
    }
    return versioned_page(request, f"console/matters/answer_{name}.html", form, context)


def _back(matter: Matter) -> HttpResponse:
    return redirect("console:matter", locality=matter.locality.slug, matter_id=matter.public_id)
