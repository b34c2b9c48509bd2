"""Logging that a notice was made known, and taking back what was noted by mistake."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.notices.models import Posting
from nghedan.domain.notices.queries import hamlets_called, postings_visible_to, to_be_posted
from nghedan.domain.notices.services.posting import record_postings, void_posting
from nghedan.domain.notices.terms import PostingChannel, PostingState
from nghedan.domain.notices.workflow import NOT_OUT
from nghedan.foundation.access.decide import require
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.notices.forms import PostingForm, VoidForm
from nghedan.interfaces.console.notices.present.standing import clock_of
from nghedan.interfaces.console.notices.views.one import log_page
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page
from nghedan.kernel.errors import Refused
from nghedan.kernel.vietnamese import format_date

RECORD = "posting.record"
BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def record(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Log one channel for the hamlets ticked, or for all."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    today, papers = clock.today(), to_be_posted(dialogue)
    if not papers:
        raise Refused("posting.not_out", NOT_OUT)
    require(request.actor, RECORD, Posting(locality=request.locality, paper=papers[-1]))
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    initial = {"posted_on": today, "channel": request.GET.get("channel", ""), "notice": papers[-1].public_id}
    form = PostingForm(*posted, papers=papers, hamlets=hamlets_called(dialogue, today), initial=initial)
    if request.method == "POST" and (done := attempt(form, lambda: _record(request, form))):
        count = len(done.value)
        text = ngettext("Đã ghi %(count)s dòng vào nhật ký.", "Đã ghi %(count)s dòng vào nhật ký.", count)
        messages.success(request, text % {"count": count})
        return log_page(request, dialogue)
    context = {"frame": frame_of(dialogue, "", today), "form_key": page_form_key(request, RECORD)}
    return form_page(request, "console/notices/record.html", form, context)


@require_http_methods(BOTH)
def void(request: StaffRequest, dialogue_id: str, posting_id: str) -> HttpResponse:
    """Take back a line noted by mistake, with the reason."""
    posting = _posting(request, dialogue_id, posting_id)
    require(request.actor, "posting.void", posting)
    form = VoidForm(request.POST or None, obj=posting)
    if request.method == "POST" and attempt(
        form, lambda: void_posting(actor=request.actor, posting=posting, reason=form.cleaned_data["reason"])
    ):
        messages.success(request, _("Đã bỏ dòng ghi nhầm. Thời hạn được xem lại theo những dòng còn lại."))
        return log_page(request, posting.paper.dialogue)
    rows = [
        SummaryRow(_("Cách thông báo"), _(PostingChannel(posting.channel).label)),
        SummaryRow(_("Nơi"), str(posting.hamlet) if posting.hamlet else _("Cả địa phương")),
        SummaryRow(_("Ngày"), ", ".join(filter(None, (clock_of(posting.posted_at), format_date(posting.posted_on))))),
    ]
    context = {"frame": frame_of(posting.paper.dialogue, "", clock.today()), "rows": rows}
    return versioned_page(request, "console/notices/void.html", form, context)


@require_safe
def proof(request: StaffRequest, dialogue_id: str, posting_id: str) -> HttpResponse:
    """Send the photograph or scan that proves a line, its own or that of the line it was logged with."""
    posting = _posting(request, dialogue_id, posting_id)
    return sent_file(request, attachments_of(posting.proven_by or posting).last())


def _record(request: StaffRequest, form: PostingForm) -> list[Posting]:
    return record_postings(
        actor=request.actor, paper=form.paper, draft=form.draft, hamlets=form.chosen,
        proof=form.cleaned_data["file"], key=posted_form_key(request, RECORD),
    )  # fmt: skip


def _posting(request: StaffRequest, dialogue_id: str, posting_id: str) -> Posting:
    rows = postings_visible_to(request.actor).filter(paper__dialogue__public_id=dialogue_id)
    rows = rows.filter(state=PostingState.RECORDED).select_related("paper__dialogue__body", "proven_by__locality")
    return or_404(rows.select_related("paper__dialogue__locality", "paper__body").get, public_id=posting_id)
