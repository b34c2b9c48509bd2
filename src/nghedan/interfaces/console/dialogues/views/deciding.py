"""What the head decides about a dialogue - agree, postpone, cancel - by the own hand or recorded by the clerk."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.services import scheduling
from nghedan.domain.organisations.models import Body
from nghedan.domain.organisations.queries import head_of, running_delegation
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.forms.deciding import RecordedDecisionForm, decision_form
from nghedan.interfaces.console.dialogues.present import overview, wording
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.instructions import PHOTO
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

Decide = Callable[[Instruction | None], object]


def move_of(actor: Actor, obj: Any, code: str) -> Move:
    """Return a move of an object, open or not. Raises NotAllowed for whom it is no matter of theirs."""
    found = next((move for move in moves_for(actor, obj) if move.code == code), None)
    if found is not None:
        return found
    require(actor, code, obj)
    return Move(code, "", allowed=False)


def head_named(body: Body, today: date) -> str:
    """Return name and post of who decides for a body today, to be corrected where somebody else did."""
    delegation = running_delegation(body, today)
    officer, post = (delegation.to_officer, body.deputy_post) if delegation else (head_of(body, today), body.head_post)
    return f"{officer.full_name}, {post}" if officer else post


def decided(actor: Actor, obj: Any, form: VersionedForm, default: str, decide: Decide) -> object:
    """Carry out a decision; where the form records an instruction, record that in the same deed."""
    if not isinstance(form, RecordedDecisionForm):
        return decide(None)
    with deed(actor):
        return decide(form.recorded(actor, obj, default))


@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Let the head agree contents and audience, or record that it was agreed."""
    dialogue, move, form = _asked(request, dialogue_id, "dialogue.agree", with_reason=False)

    def decide(instruction: Instruction | None) -> object:
        on = form.cleaned_data.get("decided_at") or clock.today()
        return scheduling.agree_dialogue(actor=request.actor, dialogue=dialogue, on=on, instruction=instruction)

    default = _("Thống nhất nội dung, đối tượng đối thoại")
    if request.method == "POST" and attempt(form, lambda: decided(request.actor, dialogue, form, default, decide)):
        messages.success(request, _("Đã ghi nhận thống nhất. Sửa chủ đề, nội dung, đối tượng thì phải thống nhất lại."))
        return _back(request, dialogue)
    rows = [
        SummaryRow(_("Chủ đề"), dialogue.theme),
        SummaryRow(_("Nội dung"), wording.lines(dialogue.topics)),
        SummaryRow(_("Đối tượng"), wording.lines(dialogue.audience)),
        SummaryRow(_("Người dự"), wording.openness_of(dialogue)),
    ]
    return _page(request, "agree", dialogue, move, form, {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def postpone(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Postpone a dialogue with a reason."""
    dialogue, move, form = _asked(request, dialogue_id, "dialogue.postpone", with_reason=True)

    def decide(instruction: Instruction | None) -> object:
        reason = form.cleaned_data["reason"]
        return scheduling.postpone_dialogue(
            actor=request.actor, dialogue=dialogue, reason=reason, instruction=instruction
        )

    default = _("Hoãn hội nghị")
    if request.method == "POST" and attempt(form, lambda: decided(request.actor, dialogue, form, default, decide)):
        messages.success(request, _("Đã hoãn hội nghị. Các thời hạn tính theo ngày cũ không còn áp dụng."))
        return _back(request, dialogue)
    return _page(request, "postpone", dialogue, move, form, {})


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Ask for the reason, show what will happen, and only then cancel."""
    dialogue, move, form = _asked(request, dialogue_id, "dialogue.cancel", with_reason=True)

    def decide(instruction: Instruction | None) -> object:
        reason = form.cleaned_data["reason"]
        return scheduling.cancel_dialogue(
            actor=request.actor, dialogue=dialogue, reason=reason, instruction=instruction
        )

    default = _("Không tổ chức hội nghị")
    is_confirmed = request.method == "POST" and "confirmed" in request.POST
    if is_confirmed and attempt(form, lambda: decided(request.actor, dialogue, form, default, decide)):
        messages.success(request, _("Đã ghi nhận không tổ chức hội nghị này."))
        return _back(request, dialogue)
    is_checking = request.method == "POST" and form.is_valid()
    return _page(
        request, "cancel_check" if is_checking else "cancel", dialogue, move, form, _cancelling(dialogue, form)
    )


def _cancelling(dialogue: Dialogue, form: VersionedForm) -> dict[str, Any]:
    """Return what the last look before cancelling shows."""
    typed = form.data if form.is_bound else {}
    rows = [
        SummaryRow(_("Hội nghị"), dialogue.theme),
        SummaryRow(_("Thời gian"), wording.when_of(dialogue)),
        SummaryRow(_("Lý do"), typed.get("reason", "")),
    ]
    if typed.get("decided_by"):
        rows.append(SummaryRow(_("Ai cho ý kiến"), typed["decided_by"]))
    effects = [
        _("hội nghị ghi là không tổ chức, lý do hiện cho mọi cán bộ có việc;"),
        _("việc chuẩn bị và thời hạn không còn hiện ở trang Hôm nay;"),
        _("kế hoạch không đổi: nếu cần, điều chỉnh kế hoạch riêng."),
    ]
    return {
        "rows": rows,
        "effects": effects,
        "sent": [(name, typed.get(name, "")) for name in form.fields if name != PHOTO],
    }


def _asked(
    request: StaffRequest, dialogue_id: str, code: str, *, with_reason: bool
) -> tuple[Dialogue, Move, VersionedForm]:
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    move = move_of(request.actor, dialogue, code)
    head = head_named(dialogue.body, clock.today()) if move.by_instruction else ""
    form = decision_form(
        move, request.POST or None, request.FILES or None, obj=dialogue, head=head, today=clock.today(),
        with_reason=with_reason,
    )  # fmt: skip
    return dialogue, move, form


def _page(
    request: StaffRequest, name: str, dialogue: Dialogue, move: Move, form: VersionedForm, extra: dict[str, Any]
) -> HttpResponse:
    context = {
        "frame": frame_of(dialogue, "", clock.today()),
        "dialogue": dialogue,
        "move": move,
        "agreement": overview.agreement_of(dialogue),
        **extra,
    }
    return versioned_page(request, f"console/dialogues/{name}.html", form, context)


def _back(request: StaffRequest, dialogue: Dialogue) -> HttpResponse:
    return redirect("console:dialogue", locality=request.locality.slug, dialogue_id=dialogue.public_id)
