"""What is sent on to who may settle it: the letters, their clocks, the replies."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.followup.models import Referral
from nghedan.domain.followup.queries.referrals import late_referrals, matters_to_refer, referral_for, referrals_of
from nghedan.domain.followup.services import referrals as deeds
from nghedan.domain.followup.terms import ReferralState
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.dialogues.views.deciding import move_of
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.letters.forms import sending as forms
from nghedan.interfaces.console.letters.present import sending as present
from nghedan.interfaces.console.letters.present.writing import tabs_of
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

BOTH = ["GET", "HEAD", "POST"]
VIEW, DRAFT = "referral.view", "referral.draft"
MOST_ROWS = 100

SAID = {
    "send": gettext_lazy("Đã ghi công văn đã gửi; thời hạn trả lời bắt đầu tính."),
    "ask-again": gettext_lazy("Đã ghi hỏi lại; thời hạn tính lại từ hôm nay."),
    "reply": gettext_lazy("Đã lưu trả lời. Việc tiếp theo: báo người dân."),
    "pass-on": gettext_lazy("Đã báo người dân: trả lời hiện khi tra cứu; ai không tự tra cứu thì xin chuyển tận nơi."),
    "close": gettext_lazy("Đã kết thúc việc chuyển."),
    "drop": gettext_lazy("Đã thôi chuyển nội dung này."),
}


@require_safe
def of_dialogue(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show what waits to be sent on, body by body, and what was sent with its clock."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    today = clock.today()
    waiting = list(matters_to_refer(request.actor, dialogue)[:MOST_ROWS])
    page = href("referral-new", dialogue.locality, dialogue_id=dialogue.public_id)
    context = {
        "frame": frame_of(dialogue, "dialogue-letters", today),
        "tabs": tabs_of(dialogue, "dialogue-referrals"),
        "today": today,
        "waiting": present.to_refer(waiting, page),
        "rows": present.rows_of(request.actor, list(referrals_of(request.actor, dialogue)[:MOST_ROWS]), today),
        "may_write": decide(request.actor, DRAFT).allowed,
    }
    return render(request, "console/letters/referrals.html", context)


@require_safe
def late(request: StaffRequest) -> HttpResponse:
    """List what other bodies should have replied to by now, of all dialogues."""
    require(request.actor, VIEW)
    today = clock.today()
    rows = present.rows_of(request.actor, list(late_referrals(request.actor, today)[:MOST_ROWS]), today)
    return render(request, "console/letters/late.html", {"rows": rows, "today": today})


@require_http_methods(BOTH)
def new(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Choose the matters that one letter sends on, and begin it."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, DRAFT)
    matters = list(matters_to_refer(request.actor, dialogue)[:MOST_ROWS])
    chosen = next((one for one in matters if one.public_id == request.GET.get("noi-dung")), None)
    form = forms.ReferralForm(request.POST or None, matters=matters, body=chosen.competent_body if chosen else "")
    if request.method == "POST" and (
        done := attempt(
            form,
            lambda: deeds.draft_referral(
                actor=request.actor, dialogue=dialogue, matters=form.chosen(), to_body=form.cleaned_data["to_body"],
                expected_on=form.cleaned_data["expected_on"],
            ),
        )
    ):  # fmt: skip
        return redirect(
            "console:official-paper", locality=request.locality.slug, dialogue_id=dialogue_id,
            paper_id=done.value.public_id,
        )  # fmt: skip
    context = {"frame": frame_of(dialogue, "dialogue-letters", clock.today()), "has_matters": bool(matters)}
    return form_page(request, "console/letters/referral_new.html", form, context)


@require_safe
def one(request: StaffRequest, referral_id: str) -> HttpResponse:
    """Show everything about one matter that was sent on."""
    referral = or_404(referral_for, request.actor, referral_id)
    today = clock.today()
    context = {
        "referral": referral,
        "row": present.row_of(request.actor, referral, today),
        "facts": present.facts_of(referral),
        "moves": present.pressed(referral, moves_for(request.actor, referral)),
        "reminder": present.reminder_of(referral) if referral.state == ReferralState.SENT else "",
        "has_file": attachments_of(referral).exists(),
        "today": today,
    }
    return render(request, "console/letters/referral.html", context)


@require_safe
def file(request: StaffRequest, referral_id: str) -> HttpResponse:
    """Send the paper of the reply."""
    referral = or_404(referral_for, request.actor, referral_id)
    return sent_file(request, attachments_of(referral).filter(kind=deeds.REPLY_FILE).last())


@require_http_methods(BOTH)
def move(request: StaffRequest, referral_id: str, move: str) -> HttpResponse:
    """Ask what a move needs, and do it."""
    if move not in SAID:
        raise Http404
    referral = or_404(referral_for, request.actor, referral_id)
    found = move_of(request.actor, referral, f"referral.{move.replace('-', '_')}")
    form = _form(request, referral, move)
    if request.method == "POST" and attempt(form, lambda: DEEDS[move](request, referral, form.cleaned_data)):
        messages.success(request, SAID[move])
        return redirect("console:referral", locality=request.locality.slug, referral_id=referral_id)
    context = {"referral": referral, "move": found, "facts": present.facts_of(referral)}
    return versioned_page(request, "console/letters/referral_move.html", form, context)


def _form(request: StaffRequest, referral: Referral, name: str) -> VersionedForm:
    data = request.POST or None
    if name == "reply":
        return forms.ReplyForm(data, request.FILES or None, obj=referral, today=clock.today())
    if name == "close":
        return (forms.PlainForm if referral.told_on else forms.WhyForm)(data, obj=referral)
    return FORMS[name](data, obj=referral)


FORMS: dict[str, type[VersionedForm]] = {
    "send": forms.SentForm, "ask-again": forms.AskForm, "pass-on": forms.PlainForm, "drop": forms.WhyForm,
}  # fmt: skip

Given = dict[str, Any]
DEEDS: dict[str, Callable[[StaffRequest, Referral, Given], Referral]] = {
    "send": lambda request, row, given: deeds.sent_elsewhere(
        actor=request.actor, referral=row, number=given["number"], on=given["on"]
    ),
    "ask-again": lambda request, row, given: deeds.ask_again(
        actor=request.actor, referral=row, expected_on=given["expected_on"]
    ),
    "reply": lambda request, row, given: deeds.record_reply(
        actor=request.actor, referral=row, text=given["reply"], number=given["number"], on=given["on"],
        upload=given["file"],
    ),
    "pass-on": lambda request, row, _given: deeds.pass_on(actor=request.actor, referral=row),
    "close": lambda request, row, given: deeds.close_referral(
        actor=request.actor, referral=row, reason=given.get("reason", "")
    ),
    "drop": lambda request, row, given: deeds.drop_referral(actor=request.actor, referral=row, reason=given["reason"]),
}  # fmt: skip
