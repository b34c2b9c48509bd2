"""Proposals by units and hamlets to hold a dialogue."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.dialogues.models import Proposal
from nghedan.domain.dialogues.queries import proposals_visible_to
from nghedan.domain.dialogues.services import occasions
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.domain.organisations.queries import bodies_on, hamlets_on, units_on
from nghedan.foundation.access.decide import decide, reach_of, require
from nghedan.foundation.access.scope import HAMLET, UNIT
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.moves import moves_for
from nghedan.interfaces.console.dialogues.forms.occasions import AnswerForm, ProposalForm, RecordedAnswerForm
from nghedan.interfaces.console.dialogues.present import occasions as present
from nghedan.interfaces.console.dialogues.views.deciding import decided, head_named, move_of
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page

MAKE, ACCEPT = "proposal.make", "proposal.accept"


@require_safe
def proposals(request: StaffRequest) -> HttpResponse:
    """List the proposals one may see, the latest first."""
    rows = [present.proposal_row(one) for one in proposals_visible_to(request.actor).order_by("-pk")]
    context = {"rows": rows, "may_make": decide(request.actor, MAKE).allowed}
    return render(request, "console/dialogues/proposals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: StaffRequest) -> HttpResponse:
    """Propose a dialogue, for the own unit or hamlet; the clerk for any."""
    today = clock.today()
    require(request.actor, MAKE)
    form = ProposalForm(request.POST or None, bodies=bodies_on(request.locality, today), proposers=_proposers(request))
    if request.method == "POST" and (done := attempt(form, lambda: _make(request, form))):
        messages.success(request, _("Đã gửi đề nghị. Câu trả lời sẽ hiện ở trang này."))
        return redirect("console:proposal", locality=request.locality.slug, proposal_id=done.value.public_id)
    return form_page(request, "console/dialogues/proposal_new.html", form, {"form_key": page_form_key(request, MAKE)})


def _make(request: StaffRequest, form: ProposalForm) -> Proposal:
    data: dict[str, Any] = form.cleaned_data
    whose: dict[str, Any] = form.in_whose_name
    return occasions.make_proposal(
        actor=request.actor, body=form.chosen_body, subject=data["subject"], text=data["text"],
        key=posted_form_key(request, MAKE), **whose,
    )  # fmt: skip


def _proposers(request: StaffRequest) -> list[Unit | Hamlet]:
    """Return in whose name one may propose."""
    reach, today = reach_of(request.actor, MAKE), clock.today()
    units, hamlets = units_on(request.locality, today), hamlets_on(request.locality, today)
    if reach.everywhere:
        return [*hamlets, *units]
    own_hamlets, own_units = reach.ids(HAMLET), reach.ids(UNIT)
    return [*(one for one in hamlets if one.pk in own_hamlets), *(one for one in units if one.pk in own_units)]


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: StaffRequest, proposal_id: str) -> HttpResponse:
    """Show a proposal; the head, or the clerk on the head's word, says yes or no."""
    row: Proposal = or_404(proposals_visible_to(request.actor).select_related("dialogue").get, public_id=proposal_id)
    move = next((one for one in moves_for(request.actor, row) if one.code == ACCEPT), None)
    form = _answer_form(request, row, by_instruction=bool(move and move.by_instruction))
    if request.method == "POST":
        move_of(request.actor, row, ACCEPT)
        if attempt(form, lambda: _answer(request, row, form)):
            messages.success(request, _("Đã trả lời đề nghị."))
            return redirect("console:proposal", locality=request.locality.slug, proposal_id=proposal_id)
    context = {"proposal": row, "tag": present.proposal_tag(row), "rows": present.proposal_rows(row), "move": move}
    return versioned_page(request, "console/dialogues/proposal.html", form, context)


def _answer_form(request: StaffRequest, row: Proposal, *, by_instruction: bool) -> AnswerForm:
    if not by_instruction:
        return AnswerForm(request.POST or None, obj=row)
    today = clock.today()
    initial = {"decided_by": head_named(row.body, today), "decided_at": today}
    return RecordedAnswerForm(request.POST or None, files=request.FILES or None, obj=row, initial=initial)


def _answer(request: StaffRequest, row: Proposal, form: AnswerForm) -> object:
    actor, answer = request.actor, form.cleaned_data["answer"]
    agrees = request.POST.get("move") == ACCEPT

    def decide_on(instruction: Instruction | None) -> object:
        if agrees:
            return occasions.accept_proposal(actor=actor, proposal=row, answer=answer, instruction=instruction)
        return occasions.decline_proposal(actor=actor, proposal=row, answer=answer, instruction=instruction)

    default = _("Đồng ý tổ chức đối thoại") if agrees else _("Chưa tổ chức đối thoại")
    return decided(actor, row, form, default, decide_on)
