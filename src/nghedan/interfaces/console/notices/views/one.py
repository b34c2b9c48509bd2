"""The notices of a dialogue: what has to go out, the forms of the call, who was told, the log."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for, dialogues_visible_to
from nghedan.domain.notices.documents import loudspeaker, poster
from nghedan.domain.notices.documents.calling import facts_of, is_public
from nghedan.domain.notices.documents.short_text import short_text_of
from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.queries import (
    CALLING,
    CORRECTION,
    POSTPONEMENT,
    facts_told,
    hamlets_called,
    notice_standing,
    postings_visible_to,
    telling_results,
    with_proof,
)
from nghedan.domain.notices.terms import PostingState
from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.dialogues.present.limits import limit_row
from nghedan.interfaces.console.documents.one import FORM, to_paper
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.notices.present import standing as present
from nghedan.interfaces.console.papers import download_links, preview_href
from nghedan.interfaces.web.forms import page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

AHEAD = timedelta(days=60)
DRAFT = "official_paper.draft"
OPEN_LOG = 10
"""So many lines of the log are shown without asking."""

GONE = (PaperState.DROPPED, PaperState.WITHHELD)


@require_safe
def notices(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show which notice is due, which went out, and hamlet by hamlet who was told when."""
    dialogues = dialogues_visible_to(request.actor).prefetch_related("hamlets")
    dialogue = or_404(dialogues.get, public_id=dialogue_id)
    require(request.actor, "posting.view", dialogue)
    today = clock.today()
    frame = frame_of(dialogue, "notices", today)
    if not is_public(dialogue):
        return render(request, "console/notices/internal.html", {"frame": frame})
    papers = papers_visible_to(request.actor, narrowed()).filter(
        dialogue=dialogue, kind__in=(*CALLING, *telling_results())
    )
    out = list(papers.exclude(state__in=GONE).order_by("pk"))
    known = [paper for paper in out if paper.kind in CALLING]
    results = [paper for paper in out if paper.kind not in CALLING]
    told, lines = facts_told(dialogue), list(_log(request, dialogue))
    log = [row for row in lines if row.paper.kind in CALLING]
    standing = notice_standing(dialogue, today, told=told, log=log)
    calendar = calendar_for(request.locality, today, today + AHEAD)
    may_record = decide(request.actor, "posting.record").allowed and bool(told or results)
    context = {
        "frame": frame,
        "dialogue": dialogue,
        "today": today,
        "due": present.due_of(dialogue, told[-1] if told else None, known, log),
        "change_columns": present.change_columns(),
        "may_draft": decide(request.actor, DRAFT, dialogue).allowed,
        "form_key": page_form_key(request, FORM),
        "limit": limit_row(request.actor, standing.limit, today, calendar) if standing.limit else None,
        "notices": present.notices_rows(known, told, dialogue),
        "results": present.result_rows(results, [row for row in lines if row not in log], dialogue),
        "hamlet_columns": present.hamlet_columns(),
        "hamlets": present.hamlet_rows(standing),
        "untold": [str(hamlet) for hamlet in standing.untold],
        "elsewhere": present.elsewhere_of(standing),
        "is_called": any(not row.is_off for row in told),
        "lines": present.lines_of(dialogue, lines, may_void=may_record),
        "opens_log": len(lines) <= OPEN_LOG,
        "record_href": href("posting-new", request.locality, dialogue_id=dialogue_id) if may_record else "",
    }
    return render(request, "console/notices/notices.html", context)


@require_safe
def texts(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the call as poster, loudspeaker script and short text, the last for one hamlet if asked for."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    if not is_public(dialogue):
        raise Http404
    today = clock.today()
    hamlets = hamlets_called(dialogue, today)
    chosen = next((row for row in hamlets if row.public_id == request.GET.get("hamlet")), None)
    calling = facts_of(dialogue)
    codes = ((kind.label, kind.code) for kind in (poster.A4, poster.A3))
    posters = [
        (_(label), preview_href(request, code, dialogue_id), download_links(request, code, dialogue_id)[:2])
        for label, code in codes
    ]
    context = {
        "frame": frame_of(dialogue, "notices", today),
        "posters": posters,
        "has_address": bool(calling.address),
        "sentences": loudspeaker.sentences_of(calling),
        "seconds": loudspeaker.seconds_of(calling),
        "script_files": download_links(request, loudspeaker.CODE, dialogue_id)[:2],
        "short_text": short_text_of(calling, chosen),
        "hamlets": hamlets,
        "chosen": chosen,
    }
    return render(request, "console/notices/texts.html", context)


@require_POST
def begin(request: StaffRequest, dialogue_id: str, code: str) -> HttpResponse:
    """Begin the notice of a change, numbered after those before it, or open the one that is being drafted."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    if code not in (CORRECTION, POSTPONEMENT):
        raise Http404
    key = posted_form_key(request, FORM)
    earlier = list(OfficialPaper.objects.of(dialogue.locality).filter(dialogue=dialogue, kind=code).order_by("pk"))
    standing = next((paper for paper in earlier if paper.is_open), None)
    if standing is not None:
        return to_paper(request, standing)
    number = str(len(earlier) + 1)
    paper = draft_paper(
        actor=request.actor, dialogue=dialogue, code=code, subject_id=number, key=f"{key}.{code}.{number}"
    )
    return to_paper(request, paper)


def log_page(request: StaffRequest, dialogue: Dialogue) -> HttpResponse:
    return redirect(href("notices", request.locality, dialogue_id=dialogue.public_id))


def _log(request: StaffRequest, dialogue: Dialogue) -> ScopedQuerySet[Posting]:
    rows = postings_visible_to(request.actor).filter(paper__dialogue=dialogue, state=PostingState.RECORDED)
    return with_proof(rows.order_by("posted_on", "posted_at", "pk"), request.locality)
