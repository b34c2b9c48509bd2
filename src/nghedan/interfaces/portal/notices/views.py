"""Pages of notices: all of a place, and one to read or print."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render

from nghedan.domain.notices.queries import public_notices
from nghedan.domain.papers.models import OfficialPaper
from nghedan.interfaces.portal.caching import kept_by_journal
from nghedan.interfaces.portal.notices.present import listed, whole
from nghedan.interfaces.web.http import LocalRequest

MOST = 200
"""Notices on one page; a commune issues some ten a year."""


@login_not_required
@kept_by_journal
def notices(request: LocalRequest) -> HttpResponse:
    """List the notices, the latest first."""
    papers = public_notices(request.locality).defer("frozen_html", "frozen_text").order_by("-issued_on", "-pk")
    return render(request, "portal/notices/notices.html", {"notices": [listed(paper) for paper in papers[:MOST]]})


@login_not_required
@kept_by_journal
def notice(request: LocalRequest, notice_id: str) -> HttpResponse:
    """Show a notice word for word as it was issued."""
    try:
        paper = public_notices(request.locality).get(public_id=notice_id)
    except OfficialPaper.DoesNotExist:
        raise Http404 from None
    shown, drawn = whole(paper)
    return render(request, "portal/notices/notice.html", {"notice": shown, "drawn": drawn})
