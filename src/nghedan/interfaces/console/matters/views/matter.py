"""One matter: what was raised, who answers until when, the answer, and what happened."""

from datetime import timedelta
from itertools import chain
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from nghedan.domain.matters.deadlines import limit_of
from nghedan.domain.matters.models import Bounce, Matter
from nghedan.domain.matters.permissions import CAUTION, READ_ANSWER
from nghedan.domain.matters.queries import bounce_waiting, bounces_of, matter_for, matters_visible_to, voices_of
from nghedan.domain.matters.services.answering import new_answer
from nghedan.domain.matters.services.assigning import may_decide_bounce
from nghedan.foundation.access.decide import decide, reach_of
from nghedan.foundation.access.scope import UNIT
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.journal.timeline import timeline_of
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.interfaces.console.instructions import told_in
from nghedan.interfaces.console.matters.present import history as told
from nghedan.interfaces.console.matters.present import matter as present
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.console.matters.present.raised import raised
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

DRAFT = "answer.draft"
AHEAD = timedelta(days=60)


@require_safe
def show(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Show a matter."""
    matter = or_404(matter_for, request.actor, matter_id)
    today = clock.today()
    moves = _moves(request, matter)
    bounce = bounce_waiting(matter)
    is_over = matter.state not in present.OWED
    context = {
        "matter": matter,
        "main": _main_of(request, matter),
        "today": today,
        "caption": wording.caption_of(matter),
        "tags": [wording.state_tag(matter), *filter(None, (_standing(request, matter), wording.level_tag(matter)))],
        "next": present.next_of(
            matter, moves, bounce, may_decide=_decides(request, matter, bounce), is_own=_is_own(request, matter)
        ),
        "raised": raised(matter, voices_of(request.actor, matter)),
        "facts": present.facts(matter),
        "due": present.due_facts(matter, limit_of(matter)) if matter.due_on else None,
        "due_on": None if is_over else wording.due_of(matter),
        "is_over": is_over,
        "moves": present.pressed(matter, moves),
        "may_take_up": "matter.take_up" in moves,
        **_answer(request, matter),
    }
    return render(request, "console/matters/matter.html", context)


@require_safe
def history(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Show every version of the answer, and what happened to the matter."""
    matter = or_404(matter_for, request.actor, matter_id)
    answer = wording.answer_of(matter)
    may_read = answer is not None and decide(request.actor, READ_ANSWER, answer).allowed
    cautioned = answer is not None and decide(request.actor, CAUTION, answer).allowed
    bounces = bounces_of(matter)
    happenings = timeline_of(matter, *([answer] if may_read else []), *bounces)
    context = {
        "matter": matter,
        "caption": wording.caption_of(matter),
        "versions": told.versions(answer, may_be_cautioned=cautioned) if may_read and answer else [],
        "entries": told.entries(happenings, told_in(request.actor, happenings), bounces),
    }
    return render(request, "console/matters/history.html", context)


def _moves(request: StaffRequest, matter: Matter) -> dict[str, Move]:
    """Return what can be done with a matter and its answer; an answer not begun yet can be drafted."""
    answer = wording.answer_of(matter)
    found = chain(moves_for(request.actor, matter), moves_for(request.actor, answer) if answer else ())
    moves = {move.code: move for move in found}
    is_open = answer is None and matter.state in present.TO_WRITE
    if is_open and decide(request.actor, DRAFT, new_answer(matter)).allowed:
        moves[DRAFT] = Move(DRAFT, gettext("Viết câu trả lời"), allowed=True)
    return moves


def _answer(request: StaffRequest, matter: Matter) -> dict[str, Any]:
    answer = wording.answer_of(matter)
    if answer is None or not decide(request.actor, READ_ANSWER, answer).allowed:
        return {"answer_rows": [], "files": []}
    cautioned = decide(request.actor, CAUTION, answer).allowed
    return {
        "answer_rows": present.answer_rows(answer, may_be_cautioned=cautioned),
        "answer_tag": wording.answer_tag(answer),
        "files": list(attachments_of(answer)),
    }


def _main_of(request: StaffRequest, matter: Matter) -> Matter | None:
    """Return the matter that this one is answered by, if the reader may see it."""
    if matter.grouped_into_id is None:
        return None
    return matters_visible_to(request.actor).filter(pk=matter.grouped_into_id).first()


def _standing(request: StaffRequest, matter: Matter) -> Any:
    if matter.state not in present.TO_WRITE:
        return None
    today = clock.today()
    calendar = calendar_for(request.locality, today, today + AHEAD)
    return wording.readiness_tag(wording.readiness(matter, today, calendar))


def _is_own(request: StaffRequest, matter: Matter) -> bool:
    return matter.unit_id in reach_of(request.actor, DRAFT).ids(UNIT)


def _decides(request: StaffRequest, matter: Matter, bounce: Bounce | None) -> bool:
    """Say whether the reader decides about what was given back, or records what the head decided."""
    if bounce is None:
        return False
    bounce.matter = matter
    return may_decide_bounce(request.actor, bounce) or decide(request.actor, RECORD_INSTRUCTION, matter).allowed
