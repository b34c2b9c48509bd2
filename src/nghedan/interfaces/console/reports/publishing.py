"""The public page of a result as the head sees it before everybody, and what is done with it."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.reports.models import PublicResult
from nghedan.domain.reports.public_page import public_page
from nghedan.domain.reports.queries import result_page_of, stands_against_showing
from nghedan.domain.reports.services import publishing
from nghedan.domain.reports.terms import PublicResultState
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.interfaces.console.dialogues.forms.deciding import decision_form
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.dialogues.views.deciding import decided, head_named, move_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.reports import present
from nghedan.interfaces.console.reports.forms import ForewordForm, ShowForm
from nghedan.interfaces.console.reports.views import VIEW, found_dialogue
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.results import shown_page
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

BOTH = ["GET", "HEAD", "POST"]
SHOW = "public_result.show"
SAID = {
    "edit": gettext_lazy("Đã lưu lời mở đầu; sửa lời thì 24 giờ xem trước tính lại từ đầu."),
    "publish": gettext_lazy("Đã công khai trang kết quả."),
    "appear": gettext_lazy("Đã công khai trang kết quả."),
    "withdraw": gettext_lazy("Đã gỡ trang kết quả xuống."),
    "show_again": gettext_lazy("Đã gửi người đứng đầu xem lại."),
}


@require_http_methods(BOTH)
def page(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the page as everybody will see it, with what can be done; let the head see it for the first time."""
    require(request.actor, VIEW)
    dialogue = found_dialogue(request, dialogue_id)
    form = ShowForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: _show(request, dialogue, form)):
        messages.success(request, _("Đã gửi người đứng đầu xem trước; công khai khi đồng ý, hoặc sau 24 giờ."))
        return redirect(_href(dialogue))
    result = result_page_of(dialogue)
    if result is not None:
        result.dialogue = dialogue
    refusal = stands_against_showing(dialogue) if result is None else None
    told = public_page(dialogue, clock.today())
    context = {
        **shown_page(told, told.matters),
        "frame": frame_of(dialogue, "dialogue-figures", clock.today()),
        "result": result,
        "unworded": told.unworded if refusal is None else 0,
        "tag": present.public_tag(result) if result else None,
        "told": present.public_told(result) if result else "",
        "moves": moves_for(request.actor, result) if result else [],
        "may_show": result is None and refusal is None and decide(request.actor, SHOW, dialogue).allowed,
        "refusal": _(refusal.message) if refusal else "",
        "form_key": page_form_key(request, SHOW),
        "is_public": result is not None and result.state == PublicResultState.PUBLISHED,
    }
    return form_page(request, "console/reports/public.html", form, context)


@require_http_methods(BOTH)
def move(request: StaffRequest, dialogue_id: str, move: str) -> HttpResponse:
    """Ask what a move of the page needs, and do it."""
    dialogue = found_dialogue(request, dialogue_id)
    result = result_page_of(dialogue)
    if move not in SAID or result is None:
        raise Http404
    result.dialogue = dialogue
    found = move_of(request.actor, result, f"public_result.{move}")
    form = _form(request, result, found, move)
    if request.method == "POST" and attempt(form, lambda: _do(request, result, form, move)):
        messages.success(request, SAID[move])
        return redirect(_href(dialogue))
    context = {"frame": frame_of(dialogue, "", clock.today()), "move": found, "back_href": _href(dialogue)}
    return versioned_page(request, "console/reports/public_move.html", form, context)


def _form(request: StaffRequest, result: PublicResult, found: Move, name: str) -> VersionedForm:
    if name == "edit":
        return ForewordForm(request.POST or None, obj=result)
    today = clock.today()
    head = head_named(result.dialogue.body, today) if found.by_instruction else ""
    return decision_form(
        found, request.POST or None, request.FILES or None, obj=result, head=head, today=today,
        with_reason=name == "withdraw",
    )  # fmt: skip


def _do(request: StaffRequest, result: PublicResult, form: VersionedForm, name: str) -> object:
    actor, typed = request.actor, form.cleaned_data
    if name == "edit":
        return publishing.edit_foreword(actor=actor, result=result, foreword=typed["foreword"])
    if name == "withdraw":
        return publishing.withdraw_result(actor=actor, result=result, reason=typed["reason"])
    if name == "appear":
        return publishing.let_appear(actor=actor, result=result)
    if name == "show_again":
        return publishing.show_again(actor=actor, result=result)

    def publish(instruction: Instruction | None) -> object:
        return publishing.publish_result(actor=actor, result=result, instruction=instruction)

    return decided(actor, result, form, _("Đồng ý công khai kết quả."), publish)


def _show(request: StaffRequest, dialogue: Dialogue, form: BaseForm) -> PublicResult:
    words: dict[str, Any] = form.cleaned_data
    key = posted_form_key(request, SHOW)
    return publishing.show_result(actor=request.actor, dialogue=dialogue, foreword=words["foreword"], key=key)


def _href(dialogue: Dialogue) -> str:
    return href("public-result", dialogue.locality, dialogue_id=dialogue.public_id)
