"""One official paper: its parts beside the print, its moves, its frozen files and the signed copy."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.papers.kinds import PAPER_KINDS, kind_of, narrowed
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import papers_visible_to
from nghedan.domain.papers.services.drafting import draft_paper, edit_paper
from nghedan.domain.papers.services.issuing import ISSUED_PDF, ISSUED_WORD, keep_signed_paper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats import choose
from nghedan.foundation.documents.queries import papers_of
from nghedan.foundation.documents.renderers.html import fragment
from nghedan.foundation.transitions.moves import moves_for
from nghedan.foundation.ui.models import Link
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.documents.forms import PaperForm
from nghedan.interfaces.console.documents.present import frozen_links, state_tag, told_of
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.papers import download_links
from nghedan.interfaces.console.plans.forms.moves import SignedCopyForm
from nghedan.interfaces.console.signed_copies import signed_copy
from nghedan.interfaces.web.forms import attempt, form_page, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.security import framed_by_ourselves
from nghedan.interfaces.web.versions import versioned_page

FROZEN = {"word": ISSUED_WORD, "pdf": ISSUED_PDF}
FORM = "official-paper"


def paper_for(actor: Actor, dialogue_id: str, paper_id: str) -> OfficialPaper:
    """Return a paper of a dialogue the actor may see. Raises OfficialPaper.DoesNotExist."""
    papers = papers_visible_to(actor, narrowed()).prefetch_related("dialogue__presiding", "dialogue__items__plan")
    return papers.get(dialogue__public_id=dialogue_id, public_id=paper_id)


@require_POST
def begin(request: StaffRequest, dialogue_id: str, code: str) -> HttpResponse:
    """Begin a paper of a kind, or open the one that stands."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    if code not in PAPER_KINDS:
        raise Http404
    key = posted_form_key(request, FORM)
    paper = draft_paper(actor=request.actor, dialogue=dialogue, code=code, key=f"{key}.{code}")
    return to_paper(request, paper)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: StaffRequest, dialogue_id: str, paper_id: str) -> HttpResponse:
    """Show a paper beside what can be written in it; store what was written."""
    paper = or_404(paper_for, request.actor, dialogue_id, paper_id)
    form = PaperForm(request.POST or None, obj=paper, parts=kind_of(paper).parts(paper))
    if request.method == "POST" and attempt(form, lambda: _store(request, paper, form)):
        messages.success(request, _("Đã lưu dự thảo."))
        return to_paper(request, paper)
    return versioned_page(request, "console/documents/paper.html", form, _context(request, paper))


@require_POST
def keep(request: StaffRequest, dialogue_id: str, paper_id: str) -> HttpResponse:
    """Take the signed copy of an issued paper."""
    paper = or_404(paper_for, request.actor, dialogue_id, paper_id)
    form = SignedCopyForm(request.POST, request.FILES)
    done = attempt(form, lambda: keep_signed_paper(actor=request.actor, paper=paper, upload=form.cleaned_data["file"]))
    if done:
        messages.success(request, _("Đã lưu bản ký, mã kiểm tra %(digest)s.") % {"digest": done.value.copy_digest[:12]})
        return to_paper(request, paper)
    return form_page(request, "console/documents/paper.html", form, _context(request, paper) | {"copy_form": form})


@require_safe
def preview(request: StaffRequest, dialogue_id: str, paper_id: str) -> HttpResponse:
    """Show a paper as it will print; once issued, as it was frozen."""
    paper = or_404(paper_for, request.actor, dialogue_id, paper_id)
    if paper.state == PaperState.WITHHELD:
        raise Http404
    drawn = paper.frozen_html
    if not drawn:
        form = choose(paper.body.kind, paper.issued_on or clock.today())
        drawn = fragment(kind_of(paper).build(paper), form)
    page = render(request, "console/paper.html", {"title": paper.title, "paper": mark_safe(drawn)})  # noqa: S308 - escaped by the renderer
    return framed_by_ourselves(page)  # type: ignore[return-value]


@require_safe
def frozen(request: StaffRequest, dialogue_id: str, paper_id: str, part: str) -> HttpResponse:
    """Send a file of a paper as it was frozen when it was issued."""
    paper = or_404(paper_for, request.actor, dialogue_id, paper_id)
    if part not in FROZEN or paper.state != PaperState.ISSUED:
        raise Http404
    return sent_file(request, attachments_of(paper).filter(kind=FROZEN[part]).last())


@require_safe
def copy(request: StaffRequest, dialogue_id: str, paper_id: str) -> HttpResponse:
    """Send the signed copy."""
    paper = or_404(paper_for, request.actor, dialogue_id, paper_id)
    kept = papers_of(paper).first() if paper.state == PaperState.ISSUED else None
    return sent_file(request, kept.signed_copy if kept else None)


def to_paper(request: StaffRequest, paper: OfficialPaper) -> HttpResponse:
    ids = {"dialogue_id": paper.dialogue.public_id, "paper_id": paper.public_id}
    return redirect(href("official-paper", request.locality, **ids))


def _store(request: StaffRequest, paper: OfficialPaper, form: PaperForm) -> OfficialPaper:
    typed = form.cleaned_data
    addressee = typed.get("addressee")
    return edit_paper(
        actor=request.actor, paper=paper, title=typed["title"], words=form.words, addressee=addressee
    )  # fmt: skip


def _context(request: StaffRequest, paper: OfficialPaper) -> dict[str, Any]:
    kind = kind_of(paper)
    moves = [move for move in moves_for(request.actor, paper) if move.code != "official_paper.edit"]
    kept = papers_of(paper).first() if paper.state == PaperState.ISSUED else None
    is_issued = paper.state == PaperState.ISSUED
    files = _files_of(request, paper)
    return {
        "frame": frame_of(paper.dialogue, "dialogue-papers", clock.today()),
        "paper": paper,
        "label": _(kind.label),
        "tag": state_tag(paper),
        "told": told_of(paper),
        "missing": kind.missing(paper) if paper.is_open else (),
        "moves": moves,
        "may_edit": paper.state == PaperState.DRAFT and decide(request.actor, "official_paper.edit", paper).allowed,
        "is_readable": paper.state != PaperState.WITHHELD,
        "downloads": files,
        "copy": signed_copy(kept) if kept else None,
        "may_open_copy": kept is not None and decide(request.actor, "attachment.open", kept.signed_copy).allowed,
        "copy_form": SignedCopyForm() if is_issued and decide(request.actor, "paper.add", paper).allowed else None,
    }


def _files_of(request: StaffRequest, paper: OfficialPaper) -> list[Link]:
    """Return the links to the files of a paper: as it would print, once issued as it was frozen, for who may have
    those."""
    if paper.state == PaperState.WITHHELD:
        return []
    if paper.state != PaperState.ISSUED:
        return download_links(request, paper.kind, paper.public_id)[:2]
    return frozen_links(paper) if decide(request.actor, "official_paper.view", paper).allowed else []
