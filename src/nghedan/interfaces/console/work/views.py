"""Việc của đơn vị, and the answer to one matter."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.files.base import File
from django.db.models import Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.queries import (
    matter_for,
    matters_of_unit,
    matters_visible_to,
    open_bounces,
    text_blocks_of,
    voices_of,
    with_parts,
)
from nghedan.domain.matters.rules.answers import joined
from nghedan.domain.matters.services.answering import hand_in, new_answer, save_answer
from nghedan.domain.matters.terms import AnswerState
from nghedan.domain.plans.reader.word import read_word
from nghedan.foundation.access.decide import reach_of, require
from nghedan.foundation.access.scope import UNIT
from nghedan.foundation.attachments.formats import ALL, DOCX
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.attachments.services import attach, open_attachment
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.search.similar import similar
from nghedan.foundation.transitions.deed import deed
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.console.matters.present.raised import raised
from nghedan.interfaces.console.work import present
from nghedan.interfaces.console.work.forms import EVIDENCE, WORD, AnswerForm, AnswerForUnitForm
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page
from nghedan.kernel.errors import Invalid

DRAFT, EDIT, HAND_IN = "answer.draft", "answer.edit", "answer.hand_in"
AHEAD = timedelta(days=60)
MOST_ROWS = 300
MOST_ALIKE = 4
MOST_BLOCKS = 12


@require_safe
def mine(request: StaffRequest) -> HttpResponse:
    """Show what the actor's unit is to answer, the most urgent first."""
    require(request.actor, DRAFT)
    today = clock.today()
    matters = list(with_parts(matters_of_unit(request.actor))[:MOST_ROWS])
    waiting = frozenset(open_bounces(request.actor).values_list("matter_id", flat=True))
    units = reach_of(request.actor, DRAFT).ids(UNIT)
    calendar = calendar_for(request.locality, today, today + AHEAD)
    work = present.work_of(matters, units, waiting, today, calendar)
    return render(request, "console/work/mine.html", {"work": work, "total": len(matters), "today": today})


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Write the answer to a matter: save it, hand it in, or copy a text into it."""
    matter = or_404(matter_for, request.actor, matter_id)
    found = wording.answer_of(matter) or new_answer(matter)
    require(request.actor, EDIT if found.pk else DRAFT, found)
    own = matter.unit_id in reach_of(request.actor, DRAFT).ids(UNIT)
    kind = AnswerForm if own else AnswerForUnitForm
    if request.method == "POST" and "copy" in request.POST:
        return _page(request, matter, found, kind(_with_copied(request, found), obj=found))
    form = kind(request.POST or None, files=request.FILES or None, obj=found)
    if request.method == "POST" and (done := attempt(form, lambda: _save(request, matter, found, form))):
        return _saved(request, matter, done.value)
    return _page(request, matter, found, form)


@require_safe
def file(request: StaffRequest, matter_id: str, file_id: str) -> HttpResponse:
    """Send a file of an answer."""
    matter = or_404(matter_for, request.actor, matter_id)
    found = wording.answer_of(matter)
    return sent_file(request, attachments_of(found).filter(public_id=file_id).first() if found else None)


def _save(request: StaffRequest, matter: Matter, found: Answer, form: AnswerForm) -> Answer:
    with deed(request.actor):
        stored = save_answer(actor=request.actor, matter=matter, draft=form.draft(), answer=found)
        for name, formats in ((EVIDENCE, ALL), (WORD, frozenset({DOCX}))):
            if upload := form.cleaned_data.get(name):
                _keep(request, stored, upload, name, formats)
        is_handed_in = request.POST.get("move") == HAND_IN
        return hand_in(actor=request.actor, answer=stored) if is_handed_in else stored


def _keep(request: StaffRequest, stored: Answer, upload: "File[bytes]", name: str, formats: Any) -> None:
    try:
        attach(actor=request.actor, subject=stored, upload=upload, kind=name, formats=formats)
    except Invalid as error:
        raise Invalid(error.code, error.message, field=name, **error.params) from error


def _saved(request: StaffRequest, matter: Matter, stored: Answer) -> HttpResponse:
    if stored.state == AnswerState.DRAFT:
        messages.success(request, _("Đã lưu bản nháp. Văn phòng chưa nhận được cho đến khi ông/bà bấm gửi."))
        return redirect("console:answer", locality=request.locality.slug, matter_id=matter.public_id)
    messages.success(request, _("Đã gửi câu trả lời cho văn phòng."))
    return redirect("console:matter", locality=request.locality.slug, matter_id=matter.public_id)


def _with_copied(request: StaffRequest, found: Answer) -> QueryDict:
    """Return what was typed, with the chosen text behind the answer; a text one may not see adds nothing."""
    typed = request.POST.copy()
    what, _dot, public_id = typed.get("copy", "").partition(".")
    typed["text"] = joined(typed.get("text", ""), _text_of(request, found, what, public_id))
    return typed


def _text_of(request: StaffRequest, found: Answer, what: str, public_id: str) -> str:
    if what == "matter":
        earlier = with_parts(matters_visible_to(request.actor)).filter(public_id=public_id).first()
        return present.answer_text(earlier) if earlier else ""
    if what == "block":
        block = text_blocks_of(request.actor).filter(public_id=public_id).first()
        return block.text if block else ""
    kept = attachments_of(found).filter(public_id=public_id, kind=WORD).first() if what == "file" and found.pk else None
    return _words_in(request, kept) if kept else ""


def _words_in(request: StaffRequest, kept: Attachment) -> str:
    content = open_attachment(actor=request.actor, attachment=kept).content
    return "\n".join(line.text for line in read_word(content))


def _page(request: StaffRequest, matter: Matter, found: Answer, form: AnswerForm) -> HttpResponse:
    today = clock.today()
    context = {
        "matter": matter,
        "answer": found,
        "today": today,
        "caption": wording.caption_of(matter),
        "tag": wording.readiness_tag(
            wording.readiness(matter, today, calendar_for(request.locality, today, today + AHEAD))
        ),
        "raised": raised(matter, voices_of(request.actor, matter)),
        "is_closed": found.state in (AnswerState.CHECKED, AnswerState.APPROVED),
        "for_unit": isinstance(form, AnswerForUnitForm),
        "files": list(attachments_of(found)) if found.pk else [],
        "alike": present.offered_answers(_alike(request, matter)),
        "blocks": present.offered_blocks(list(text_blocks_of(request.actor, matter.field)[:MOST_BLOCKS])),
    }
    return versioned_page(request, "console/work/answer.html", form, context)


def _alike(request: StaffRequest, matter: Matter) -> Sequence[Matter]:
    """Return matters like this one that were answered, as far as the reader may see them, the likest first."""
    answered = Q(answer__state=AnswerState.APPROVED) | ~Q(outcome_note="")
    visible = matters_visible_to(request.actor).filter(answered).exclude(pk=matter.pk)
    hits = similar(request.locality, f"{matter.title}\n{matter.text}", visible=[visible], limit=MOST_ALIKE)
    order = {hit.subject_id: place for place, hit in enumerate(hits)}
    found = with_parts(visible).filter(public_id__in=order)
    return sorted(found, key=lambda one: order[one.public_id])
