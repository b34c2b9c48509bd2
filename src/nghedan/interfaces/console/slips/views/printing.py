"""Printing blank slips, hamlet by hamlet."""

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.opinions.documents.slip import document_of, facts_of
from nghedan.domain.opinions.models import SlipRun
from nghedan.domain.opinions.queries import slip_runs_visible_to
from nghedan.domain.opinions.services.paper import print_slips
from nghedan.domain.opinions.terms import SlipState
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.documents.formats import choose as choose_format
from nghedan.foundation.documents.formats.working import WORKING
from nghedan.foundation.documents.renderers import render
from nghedan.foundation.transitions.deed import deed
from nghedan.interfaces.console.ledger.forms.addressing import addressing_for
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.slips import present
from nghedan.interfaces.console.slips.forms import PrintForm
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest

PRINT = "slip_run.print"
LAST_RUNS = 60


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StaffRequest) -> HttpResponse:
    """Choose hamlets and how many slips; then show the files to print."""
    require(request.actor, PRINT)
    today = clock.today()
    hamlets, addressing = hamlets_on(request.locality, today), addressing_for(request.actor, PRINT, today)
    form = PrintForm(request.POST or None, hamlets=hamlets, addressing=addressing)
    if request.method == "POST" and (done := attempt(form, lambda: _print(request, form))):
        messages.success(request, _("Đã đánh số %(count)s phiếu.") % {"count": sum(run.count for run in done.value)})
        made = urlencode([("made", run.public_id) for run in done.value])
        return redirect(f"{href('slips-print', request.locality)}?{made}")
    came_back = Count("slips", filter=Q(slips__state=SlipState.RETURNED))
    runs = list(slip_runs_visible_to(request.actor).annotate(returned=came_back).order_by("-pk")[:LAST_RUNS])
    fresh = [run for run in reversed(runs) if run.public_id in request.GET.getlist("made")]
    context = {
        "form_key": page_form_key(request, PRINT),
        "lacks_address": not settings.NGHEDAN_PUBLIC_URL,
        "files": present.files_of(fresh, request.locality),
        "runs": present.run_rows(runs, request.locality),
    }
    return form_page(request, "console/slips/print.html", form, context)


@require_safe
def file(request: StaffRequest) -> HttpResponse:
    """Send the slips of some runs as one PDF."""
    asked = request.GET.getlist("run")
    runs = list(slip_runs_visible_to(request.actor).filter(public_id__in=asked).order_by("pk"))
    if not runs or sum(run.count for run in runs[1:]) > present.MOST_IN_FILE:
        raise Http404
    content = render(document_of(facts_of(runs)), choose_format(WORKING, clock.today()), "pdf")
    headers = {"Content-Disposition": 'inline; filename="phieu-y-kien.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _print(request: StaffRequest, form: PrintForm) -> list[SlipRun]:
    key = posted_form_key(request, PRINT)
    body, dialogue = form.addressing.chosen(form.cleaned_data["addressed"])
    each = form.cleaned_data["each"]
    with deed(request.actor):
        return [
            print_slips(
                actor=request.actor, body=body, dialogue=dialogue, hamlet=hamlet, count=each, key=f"{key}.{place}"
            )
            for place, hamlet in enumerate(form.chosen)
        ]  # fmt: skip
