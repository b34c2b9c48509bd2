"""The minutes of a dialogue: their lines as they grow, and a line of one's own."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.hall.models import Minutes, MinutesLine
from nghedan.domain.hall.queries.minutes import (
    READ_NAMES,
    lines_of,
    minutes_for,
    names_for,
    standing_signatures,
    told_to,
)
from nghedan.domain.hall.services import minutes_editing as editing
from nghedan.domain.hall.services.minutes import begin_minutes
from nghedan.domain.hall.terms import MinutesState
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.documents.one import FORM as PAPER
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.minutes.forms import NewLineForm
from nghedan.interfaces.console.minutes.present import corrections_of, rows_of, signature_rows, state_tag
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

VIEW = "minutes.view"
GROW = "minutes_line.grow"
CORRECT = "minutes_line.correct"


def minutes_or_404(request: StaffRequest, dialogue_id: str) -> tuple[Dialogue, Minutes]:
    """Return a dialogue and its minutes. Raises Http404 where there are none, or none the reader may see."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    return dialogue, or_404(lambda: _begun(request, dialogue))


@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the minutes; sent by POST a line is added."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, VIEW, dialogue)
    known = minutes_for(request.actor, dialogue)
    form = NewLineForm(request.POST or None)
    if request.method == "POST" and known is not None and attempt(form, lambda: _add(request, known, form)):
        messages.success(request, _("Đã ghi dòng."))
        return back_to_minutes(dialogue)
    return form_page(request, "console/minutes/minutes.html", form, page_of(request, dialogue, known))


@require_POST
def begin(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Open the minutes before the conference opens, to write what is known already."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, "minutes.begin", dialogue)
    begin_minutes(actor=request.actor, dialogue=dialogue)
    return back_to_minutes(dialogue)


@require_POST
def correct(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Add a numbered correction below signed minutes."""
    dialogue, known = minutes_or_404(request, dialogue_id)
    form = NewLineForm(request.POST)
    if attempt(form, lambda: _correct(request, known, form)):
        messages.success(request, _("Đã ghi đính chính."))
        return back_to_minutes(dialogue)
    return form_page(request, "console/minutes/minutes.html", form, page_of(request, dialogue, known))


def page_of(request: StaffRequest, dialogue: Dialogue, known: Minutes | None) -> dict[str, Any]:
    """Return what the page of the minutes shows."""
    context: dict[str, Any] = {
        "frame": frame_of(dialogue, "dialogue-minutes", clock.today()),
        "dialogue": dialogue,
        "minutes": known,
        "may_begin": known is None and decide(request.actor, "minutes.begin", dialogue).allowed,
    }
    return context if known is None else context | _lines(request, dialogue, known) | _round(request, known)


def _lines(request: StaffRequest, dialogue: Dialogue, known: Minutes) -> dict[str, Any]:
    lines = list(lines_of(known))
    asks_names = "names" in request.GET
    told = told_to(request.actor, lines, names_for(request.actor, lines) if asks_names else {})
    may_write = decide(request.actor, GROW, known).allowed
    return {
        "rows": rows_of(dialogue, told),
        "corrections": corrections_of(dialogue, told),
        "waiting": sum(bool(one.pending) for one in told),
        "asks_names": asks_names,
        "may_see_names": decide(request.actor, READ_NAMES, request.locality).allowed,
        "may_write": may_write and known.state == MinutesState.GROWING,
        "may_correct": may_write and known.state == MinutesState.LOCKED,
        "form_key": page_form_key(request, GROW),
        "correct_key": page_form_key(request, CORRECT),
        "paper_key": page_form_key(request, PAPER),
        "paper_href": href("official-paper-new", dialogue.locality, dialogue_id=dialogue.public_id, code="minutes"),
        "may_print": decide(request.actor, "official_paper.draft", dialogue).allowed,
    }


def _round(request: StaffRequest, known: Minutes) -> dict[str, Any]:
    moves = {move.code: move for move in moves_for(request.actor, known)}
    was_read = known.state != MinutesState.GROWING
    rows = signature_rows(standing_signatures(known)) if was_read else []
    if known.fingerprint:
        rows.append(SummaryRow(_("Mã kiểm tra"), known.fingerprint))
    return {
        "tag": state_tag(known),
        "read_move": moves.get("minutes.read"),
        "may_reopen": "minutes.reopen" in moves and moves["minutes.reopen"].allowed,
        "lock_move": moves.get("minutes.lock"),
        "may_sign": known.state == MinutesState.READ and decide(request.actor, "minutes_signature.sign", known).allowed,
        "signatures": rows,
    }


def back_to_minutes(dialogue: Dialogue) -> HttpResponse:
    return redirect(href("dialogue-minutes", dialogue.locality, dialogue_id=dialogue.public_id))


def _begun(request: StaffRequest, dialogue: Dialogue) -> Minutes:
    known = minutes_for(request.actor, dialogue)
    if known is None:
        raise Minutes.DoesNotExist
    return known


def _add(request: StaffRequest, known: Minutes, form: NewLineForm) -> MinutesLine:
    at = form.moment(known.dialogue.opened_at or known.created_at)
    key = posted_form_key(request, GROW)
    return editing.add_line(actor=request.actor, minutes=known, text=form.cleaned_data["text"], at=at, key=key)


def _correct(request: StaffRequest, known: Minutes, form: NewLineForm) -> MinutesLine:
    key = posted_form_key(request, CORRECT)
    return editing.correct_minutes(actor=request.actor, minutes=known, text=form.cleaned_data["text"], key=key)
