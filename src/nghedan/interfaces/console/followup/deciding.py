"""What the head decides about a commitment - more time, giving it up, working on it again - or the clerk records."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.queries.commitments import commitment_for
from nghedan.domain.followup.services import extending, working
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.moves import Move
from nghedan.interfaces.console.dialogues.forms.deciding import decision_form
from nghedan.interfaces.console.dialogues.views.deciding import decided, head_named, move_of
from nghedan.interfaces.console.followup.forms import AnswerForm, RecordedAnswerForm, RecordedReopenForm, ReopenForm
from nghedan.interfaces.console.followup.working import extension_for, to_commitment
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

Decide = Callable[[VersionedForm, Instruction | None], object]


@require_http_methods(["GET", "HEAD", "POST"])
def grant(request: StaffRequest, commitment_id: str, extension_id: str) -> HttpResponse:
    """Give more time, or let a commitment rest."""
    commitment = or_404(commitment_for, request.actor, commitment_id)
    extension = or_404(extension_for, commitment, extension_id)

    def decide(form: VersionedForm, instruction: Instruction | None) -> object:
        answer = form.cleaned_data["answer"]
        return extending.grant_extension(
            actor=request.actor, extension=extension, answer=answer, instruction=instruction
        )

    told = _("Đã đồng ý. Thời hạn mới có hiệu lực.")
    return _decision(request, commitment, extension, "extension.grant", decide, told)


@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: StaffRequest, commitment_id: str, extension_id: str) -> HttpResponse:
    """Refuse more time; the day stays."""
    commitment = or_404(commitment_for, request.actor, commitment_id)
    extension = or_404(extension_for, commitment, extension_id)

    def decide(form: VersionedForm, instruction: Instruction | None) -> object:
        answer = form.cleaned_data["answer"]
        return extending.refuse_extension(
            actor=request.actor, extension=extension, answer=answer, instruction=instruction
        )

    told = _("Đã ghi nhận không gia hạn. Thời hạn giữ nguyên.")
    return _decision(request, commitment, extension, "extension.refuse", decide, told)


@require_http_methods(["GET", "HEAD", "POST"])
def waive(request: StaffRequest, commitment_id: str) -> HttpResponse:
    """Give a commitment up, with the reason everybody concerned will read."""
    commitment = or_404(commitment_for, request.actor, commitment_id)

    def decide(form: VersionedForm, instruction: Instruction | None) -> object:
        reason = form.cleaned_data["reason"]
        return working.waive_commitment(
            actor=request.actor, commitment=commitment, reason=reason, instruction=instruction
        )

    told = _("Đã ghi nhận thôi thực hiện nhiệm vụ này.")
    return _decision(request, commitment, commitment, "commitment.waive", decide, told)


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: StaffRequest, commitment_id: str) -> HttpResponse:
    """Let a commitment be worked on again until a new day."""
    commitment = or_404(commitment_for, request.actor, commitment_id)

    def decide(form: VersionedForm, instruction: Instruction | None) -> object:
        given = form.cleaned_data
        return working.reopen_commitment(
            actor=request.actor, commitment=commitment, reason=given["reason"], due_on=given["due_on"],
            instruction=instruction,
        )  # fmt: skip

    told = _("Đã giao làm lại nhiệm vụ này.")
    return _decision(request, commitment, commitment, "commitment.reopen", decide, told)


def _decision(
    request: StaffRequest, commitment: Commitment, obj: Any, code: str, decide: Decide, told: str
) -> HttpResponse:
    move = move_of(request.actor, obj, code)
    form = _form(request, obj, move, commitment)
    if request.method == "POST" and attempt(
        form, lambda: decided(request.actor, obj, form, move.label, lambda instruction: decide(form, instruction))
    ):
        messages.success(request, told)
        return to_commitment(request, commitment)
    context = {
        "commitment": commitment,
        "extension": obj if obj is not commitment else None,
        "move": move,
        "today": clock.today(),
    }
    return versioned_page(request, "console/followup/decide.html", form, context)


def _form(request: StaffRequest, obj: Any, move: Move, commitment: Commitment) -> VersionedForm:
    head = head_named(commitment.dialogue.body, clock.today()) if move.by_instruction else ""
    data, files = request.POST or None, request.FILES or None
    own: tuple[type[VersionedForm], type[VersionedForm]] | None = None
    if move.code == "commitment.reopen":
        own = ReopenForm, RecordedReopenForm
    elif move.code.startswith("extension."):
        own = AnswerForm, RecordedAnswerForm
    if own is None:
        return decision_form(move, data, files, obj=obj, head=head, today=clock.today(), with_reason=True)
    initial = {"decided_by": head, "decided_at": clock.today()} if move.by_instruction else None
    return own[move.by_instruction](data, files=files, obj=obj, initial=initial)
