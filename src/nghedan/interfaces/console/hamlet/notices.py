"""What has to be told in a hamlet: the notice in large type, the words to read out, one button once it is done."""

from datetime import date, timedelta

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.dialogues.terms import TO_COME
from nghedan.domain.notices.documents import loudspeaker
from nghedan.domain.notices.documents.calling import facts_of
from nghedan.domain.notices.documents.short_text import short_text_of
from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.queries import CALLING, OFF, POSTPONEMENT, postings_visible_to, telling_results
from nghedan.domain.notices.services.posting import PostingDraft, record_posting
from nghedan.domain.notices.terms import BY_HAMLET_HEAD, PostingChannel, PostingState
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.papers.kinds import narrowed
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.domain.papers.terms import Audience, PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.interfaces.console.hamlet import gather, present
from nghedan.interfaces.web.forms import page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.terms import gettext_noop
from nghedan.kernel.vietnamese import format_date

RECORD = "posting.record"
STILL_TOLD = timedelta(days=30)
"""So long a notice that nothing is held stands among what has to be told."""

TOLD = {
    PostingChannel.LOUDSPEAKER: gettext_noop("Đã phát loa"),
    PostingChannel.HAMLET_BOARD: gettext_noop("Đã niêm yết"),
}
"""What the button of a channel says."""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def to_tell(request: StaffRequest) -> HttpResponse:
    """Show each notice to be told here, what was told already, and take down that it was."""
    hamlet, today = or_404(gather.own_hamlet, request.actor), clock.today()
    papers = notices_for(request.actor, hamlet, today)
    if request.method == "POST":
        _record(request, hamlet, papers)
        messages.success(request, _("Đã ghi nhận. Cảm ơn ông/bà đã báo cho bà con."))
        return redirect("console:hamlet-notices", locality=request.locality.slug)
    done = told_here(request.actor, hamlet, papers)
    context = {
        "title": present.title_of(hamlet),
        "form_key": page_form_key(request, RECORD),
        "notices": [_shown(request.actor, paper, hamlet, done.get(paper.pk, [])) for paper in papers],
        "channels": [(channel.value, _(TOLD[channel])) for channel in BY_HAMLET_HEAD],
    }
    return render(request, "console/hamlet/notices.html", context)


def notices_for(actor: Actor, hamlet: Hamlet, today: date) -> list[OfficialPaper]:
    """Return the last notice of each dialogue the hamlet has to be told of, the newest first."""
    here = Q(dialogue__hamlets=None) | Q(dialogue__hamlets=hamlet)
    ahead = Q(dialogue__state__in=TO_COME, dialogue__held_on__gte=today)
    called_off = Q(dialogue__state__in=OFF, issued_on__gte=today - STILL_TOLD)
    calls = Q(kind__in=CALLING) & (ahead | called_off)
    results = Q(kind__in=telling_results(), issued_on__gte=today - STILL_TOLD)
    papers = papers_visible_to(actor, narrowed()).filter(
        here, calls | results, state=PaperState.ISSUED, audience=Audience.PUBLIC
    )
    last: dict[int, OfficialPaper] = {}
    for paper in papers.distinct().order_by("-pk"):
        last.setdefault(paper.dialogue_id, paper)
    return list(last.values())


def told_here(actor: Actor, hamlet: Hamlet, papers: list[OfficialPaper]) -> dict[int, list[Posting]]:
    """Return id of a notice -> the times it was made known in the hamlet (one query)."""
    rows = postings_visible_to(actor).filter(paper__in=papers, hamlet=hamlet, state=PostingState.RECORDED)
    found: dict[int, list[Posting]] = {}
    for row in rows.order_by("posted_on", "pk"):
        found.setdefault(row.paper_id, []).append(row)
    return found


def standing_of(actor: Actor, hamlet: Hamlet, today: date) -> list[str]:
    """Return a line for each notice to be told: which, and whether that was done."""
    papers = notices_for(actor, hamlet, today)
    done = told_here(actor, hamlet, papers) if papers else {}
    return [f"{_named(paper)}: {_told_line(done.get(paper.pk, []))}" for paper in papers]


def _named(paper: OfficialPaper) -> str:
    return f"{paper.title[:1].upper()}{paper.title[1:]}"


def _told_line(rows: list[Posting]) -> str:
    if not rows:
        return _("chưa ghi đã phát loa, niêm yết")
    return _("đã báo ngày %(day)s") % {"day": format_date(rows[0].posted_on)}


def _shown(actor: Actor, paper: OfficialPaper, hamlet: Hamlet, rows: list[Posting]) -> dict[str, object]:
    calling = facts_of(dialogue_for(actor, paper.dialogue.public_id))
    is_off = paper.kind not in CALLING or paper.kind == POSTPONEMENT
    return {
        "paper": paper,
        "title": _named(paper),
        "text": paper.frozen_text,
        "sentences": [] if is_off else loudspeaker.sentences_of(calling),
        "seconds": loudspeaker.seconds_of(calling),
        "copy": "" if is_off else short_text_of(calling, hamlet),
        "done": [(_(PostingChannel(row.channel).label), row.posted_on) for row in rows],
        "waiting": [channel.value for channel in BY_HAMLET_HEAD if channel not in {row.channel for row in rows}],
    }


def _record(request: StaffRequest, hamlet: Hamlet, papers: list[OfficialPaper]) -> Posting:
    """Log one channel for the own hamlet, today; the same press twice is one line."""
    paper = next((one for one in papers if one.public_id == request.POST.get("notice")), None)
    channel = request.POST.get("channel", "")
    if paper is None or channel not in BY_HAMLET_HEAD:
        raise Http404
    draft = PostingDraft(PostingChannel(channel), clock.today(), by_whom=request.actor.label)
    key = f"{posted_form_key(request, RECORD)}.{paper.public_id}.{channel}"
    return record_posting(actor=request.actor, paper=paper, draft=draft, hamlet=hamlet, key=key)
