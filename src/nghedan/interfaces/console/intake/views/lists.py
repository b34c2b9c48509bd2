"""Lists: handed in, looked at row by row, written by the worker while the page tells how far it is."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.opinions.models import OpinionList
from nghedan.domain.opinions.queries import held_visible_to, lists_visible_to
from nghedan.domain.opinions.services.lists import stage_list
from nghedan.domain.opinions.terms import ListState
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.intake.forms.lists import ColumnsForm, ListForm
from nghedan.interfaces.console.intake.present import awaited, lists, rows
from nghedan.interfaces.console.ledger.forms.addressing import addressing_for
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

STAGE, EDIT = "opinion_list.stage", "opinion_list.edit"
LAST_LISTS = 20


@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Show the lists, the reports that are missing and what is held back."""
    require(request.actor, STAGE)
    listed = list(lists_visible_to(request.actor).exclude(state=ListState.DISCARDED)[:LAST_LISTS])
    context = {
        "lists": lists.list_rows(listed, request.locality),
        "held": held_visible_to(request.actor).count() if decide(request.actor, "opinion.let_in").allowed else 0,
        "awaited": awaited.by_dialogue(request.actor, clock.today()),
    }
    return render(request, "console/intake/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: StaffRequest) -> HttpResponse:
    """Take a list in, as a file or pasted."""
    require(request.actor, STAGE)
    today = clock.today()
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    hamlets, addressing = hamlets_on(request.locality, today), addressing_for(request.actor, STAGE, today)
    form = ListForm(*sent, hamlets=hamlets, addressing=addressing, today=today)
    if request.method == "POST" and (done := attempt(form, lambda: _stage(request, form))):
        return redirect("console:list", locality=request.locality.slug, list_id=done.value.public_id)
    return form_page(request, "console/intake/list_new.html", form, {"form_key": page_form_key(request, STAGE)})


@require_safe
def one(request: StaffRequest, list_id: str) -> HttpResponse:
    """Show a list: its rows to be checked, how far its writing is, or what became of it."""
    listed = list_for(request, list_id)
    if listed.state == ListState.STAGED:
        return checking_page(request, listed)
    context = {"listed": listed, "facts": lists.facts_of(listed), **lists.progress_of(listed)}
    return render(request, "console/intake/list_progress.html", context)


def checking_page(request: StaffRequest, listed: OpinionList, form: ColumnsForm | None = None) -> HttpResponse:
    """Show the rows of a list that waits to be written."""
    counts, hamlets = rows.counts_of(listed), hamlets_on(request.locality, clock.today())
    page = rows.page_of(listed, rows.asked_of(request.GET), counts, hamlets)
    columns = form or ColumnsForm(headings=page.headings, chosen=page.columns)
    context = {"listed": listed, "facts": lists.facts_of(listed), "counts": counts, "page": page}
    return form_page(request, "console/intake/list.html", columns, context)


def list_for(request: StaffRequest, list_id: str) -> OpinionList:
    """Return a list the reader may work on. Raises Http404, NotAllowed."""
    listed: OpinionList = or_404(lists_visible_to(request.actor).select_related("entered_by").get, public_id=list_id)
    require(request.actor, EDIT, listed)
    return listed


def _stage(request: StaffRequest, form: ListForm) -> OpinionList:
    key = posted_form_key(request, STAGE)
    body, capture = form.capture()
    return stage_list(actor=request.actor, body=body, capture=capture, table=form.table(), key=key)
