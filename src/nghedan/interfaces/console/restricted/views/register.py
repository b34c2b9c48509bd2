"""The register of petitions of law (sổ đơn): complaints for clerk and head, denunciations for their readers."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.matters.models import Petition
from nghedan.domain.matters.queries import petitions_visible_to
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.restricted import present
from nghedan.interfaces.console.restricted.forms import FORMS
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page

VIEW = "petition.view"
MOST = 100


@require_safe
@never_cache
def petitions(request: StaffRequest) -> HttpResponse:
    """List the petitions the reader may know of, the latest first."""
    require(request.actor, VIEW)
    rows = list(petitions_visible_to(request.actor).order_by("-registered_on", "-pk")[:MOST])
    context = {"rows": present.petition_rows(rows), "today": clock.today()}
    return render(request, "console/restricted/petitions.html", context)


@require_safe
@never_cache
def petition(request: StaffRequest, petition_id: str) -> HttpResponse:
    """Show a petition with its limits and what can be done; its words are read elsewhere."""
    found = _petition(request, petition_id)
    context = {
        "petition": found,
        "tag": present.state_tag(found),
        "facts": present.facts_of(found),
        "limits": present.limits(found),
        "moves": present.moves_of(request.actor, found),
        "text_href": present.text_href(found),
        "today": clock.today(),
    }
    return render(request, "console/restricted/petition.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def make_move(request: StaffRequest, petition_id: str, move: str) -> HttpResponse:
    """Ask for what a move needs, and make it."""
    found = _petition(request, petition_id)
    if move not in FORMS:
        raise Http404
    require(request.actor, f"petition.{move}", found)
    form = FORMS[move](request.POST or None, obj=found, initial={"on": clock.today()})
    if request.method == "POST" and attempt(form, lambda: form.done(request.actor, found)):
        messages.success(request, _("Đã ghi vào sổ đơn."))
        return redirect("console:petition", locality=request.locality.slug, petition_id=petition_id)
    titles = {one.code: one.label for one, _address in present.moves_of(request.actor, found)}
    context = {"petition": found, "title": titles.get(f"petition.{move}", "")}
    return versioned_page(request, "console/restricted/move.html", form, context)


def _petition(request: StaffRequest, petition_id: str) -> Petition:
    return or_404(petitions_visible_to(request.actor).get, public_id=petition_id)
