"""Closing matters one by one or all at once, closing a dialogue, and what goes to the next one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.services.session import close_dialogue
from nghedan.domain.followup.queries.closing import closing_facts, matters_to_close, unsettled_before
from nghedan.domain.followup.rules.closing import against_closing
from nghedan.domain.followup.services import closing as deeds
from nghedan.domain.matters.queries import matter_for
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.dialogues.views.deciding import move_of
from nghedan.interfaces.console.letters.forms.sending import ForwardForm, MayWhyForm, PlainForm
from nghedan.interfaces.console.letters.present.closing import row_of
from nghedan.interfaces.console.letters.present.writing import tabs_of
from nghedan.interfaces.console.letters.views.telling import to_letters
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page

BOTH = ["GET", "HEAD", "POST"]
CLOSE, RAISE = "matter.close", "matter.raise"
MOST_ROWS = 300


@require_http_methods(BOTH)
def of_dialogue(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show what can be closed and why the rest cannot; close all that can with one press."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    matters = list(matters_to_close(request.actor, dialogue)[:MOST_ROWS])
    if request.method == "POST":
        require(request.actor, CLOSE)
        closed = deeds.close_matters(actor=request.actor, matters=matters)
        messages.success(request, _("Đã kết thúc %(done)s nội dung; còn %(left)s nội dung chưa kết thúc được.") % {"done": len(closed.done), "left": len(closed.left)})  # fmt: skip  # noqa: E501
        return _back(dialogue)
    facts = closing_facts(matters)
    rows = [row_of(matter, against_closing(facts[matter.pk])) for matter in matters]
    today = clock.today()
    form = PlainForm(obj=dialogue)
    context = {
        "frame": frame_of(dialogue, "dialogue-letters", today),
        "tabs": tabs_of(dialogue, "dialogue-closing"),
        "today": today,
        "ready": [row for row in rows if not row.why],
        "left": [row for row in rows if row.why],
        "may_close": decide(request.actor, CLOSE).allowed,
        "may_forward": decide(request.actor, RAISE, dialogue).allowed,
        "move": next((one for one in moves_for(request.actor, dialogue) if one.code == "dialogue.close"), None),
    }
    return form_page(request, "console/letters/closing.html", form, context)


@require_http_methods(BOTH)
def close(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show once more what closing a dialogue means, and close it."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    move = move_of(request.actor, dialogue, "dialogue.close")
    form = PlainForm(request.POST or None, obj=dialogue)
    if request.method == "POST" and attempt(form, lambda: close_dialogue(actor=request.actor, dialogue=dialogue)):
        messages.success(request, _("Đã kết thúc cuộc đối thoại và lưu hồ sơ."))
        return redirect("console:dialogue", locality=request.locality.slug, dialogue_id=dialogue_id)
    context = {"frame": frame_of(dialogue, "dialogue-letters", clock.today()), "move": move}
    return versioned_page(request, "console/letters/close_dialogue.html", form, context)


@require_http_methods(BOTH)
def one(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Close one matter, with a reason where a proof is missing."""
    matter = or_404(matter_for, request.actor, matter_id)
    require(request.actor, CLOSE, matter)
    form = MayWhyForm(request.POST or None, obj=matter)
    if request.method == "POST" and attempt(
        form, lambda: deeds.close_matter(actor=request.actor, matter=matter, reason=form.cleaned_data["reason"])
    ):
        messages.success(request, _("Đã kết thúc nội dung."))
        return _back(matter.dialogue) if matter.dialogue else to_letters(matter)
    facts = closing_facts([matter])[matter.pk]
    context = {
        "matter": matter,
        "caption": wording.caption_of(matter),
        "why": against_closing(facts),
        "lasting": against_closing(facts, with_reason=True),
    }
    return versioned_page(request, "console/letters/close_matter.html", form, context)


@require_http_methods(BOTH)
def forward(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Choose what earlier dialogues left unsettled, and take it up in this one."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, RAISE, dialogue)
    today = clock.today()
    matters = list(unsettled_before(request.actor, dialogue, today)[:MOST_ROWS])
    form = ForwardForm(request.POST or None, matters=matters)
    if request.method == "POST" and (
        done := attempt(
            form, lambda: deeds.bring_forward(actor=request.actor, dialogue=dialogue, matters=form.chosen())
        )
    ):
        messages.success(request, _("Đã đưa %(count)s nội dung của kỳ trước vào cuộc đối thoại này.") % {"count": len(done.value)})  # fmt: skip  # noqa: E501
        return redirect("console:dialogue", locality=request.locality.slug, dialogue_id=dialogue_id)
    context = {"frame": frame_of(dialogue, "dialogue-letters", today), "has_matters": bool(matters)}
    return form_page(request, "console/letters/forward.html", form, context)


def _back(dialogue: Dialogue) -> HttpResponse:
    return redirect("console:dialogue-closing", locality=dialogue.locality.slug, dialogue_id=dialogue.public_id)
