"""The result of a dialogue: a page, a narrowed list, open data. Only while it is published."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from nghedan.domain.reports.models import PublicResult
from nghedan.domain.reports.public_page import open_data, public_page
from nghedan.domain.reports.queries import published_results
from nghedan.foundation.db import clock
from nghedan.interfaces.portal.caching import kept_by_journal
from nghedan.interfaces.portal.present import when_of
from nghedan.interfaces.portal.results.forms import NarrowForm
from nghedan.interfaces.web.http import LocalRequest
from nghedan.interfaces.web.results import shown_page


@login_not_required
def result(request: LocalRequest, dialogue_id: str) -> HttpResponse:
    """Show what came of a dialogue; the whole list is kept, a narrowed one is made anew."""
    return (_page if request.GET else _whole)(request, dialogue_id=dialogue_id)


@login_not_required
@kept_by_journal
def data(request: LocalRequest, dialogue_id: str) -> HttpResponse:
    """Give the matters as open data."""
    found = _published(request, dialogue_id)
    content = open_data(public_page(found.dialogue, clock.today()))
    return HttpResponse(content, content_type="text/csv; charset=utf-8")


def _page(request: LocalRequest, dialogue_id: str) -> HttpResponse:
    found, today = _published(request, dialogue_id), clock.today()
    page = public_page(found.dialogue, today)
    form = NarrowForm(request.GET, page=page)
    shown = form.narrowed(page)
    context = {
        **shown_page(page, shown),
        "result": found,
        "when": when_of(found.dialogue),
        "data_href": reverse("portal:result-data", kwargs=_where(request, dialogue_id)),
        "narrow": form,
    }
    return render(request, "portal/results/result.html", context)


_whole = kept_by_journal(_page)


def _where(request: LocalRequest, dialogue_id: str) -> dict[str, str]:
    return {"locality": request.locality.slug, "dialogue_id": dialogue_id}


def _published(request: LocalRequest, dialogue_id: str) -> PublicResult:
    found = published_results(request.locality).filter(dialogue__public_id=dialogue_id).first()
    if found is None:
        raise Http404
    return found
