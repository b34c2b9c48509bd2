"""Pages of the people."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from nghedan.domain.dialogues.deadlines import CUT_OFF
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import public_dialogues, with_parts
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.queries.screen import hall_pages
from nghedan.domain.notices.queries import public_notices
from nghedan.domain.opinions.queries import open_channels
from nghedan.domain.opinions.terms import Origin
from nghedan.domain.reports.queries import published_results
from nghedan.foundation.db import clock
from nghedan.foundation.deadlines.queries import deadlines_of
from nghedan.interfaces.portal.caching import kept_by_journal
from nghedan.interfaces.portal.ics import calendar_of
from nghedan.interfaces.portal.notices.present import listed
from nghedan.interfaces.portal.present import public_dialogue, upcoming
from nghedan.interfaces.web.http import LocalRequest
from nghedan.interfaces.web.results import last_result

FIRST_YEAR, LAST_YEAR = 2000, 2100


@login_not_required
@kept_by_journal
def home(request: LocalRequest) -> HttpResponse:
    """Show the next dialogue in one card, and the programme of the year."""
    return _programme(request, clock.today().year, is_home=True)


@login_not_required
@kept_by_journal
def programme(request: LocalRequest, year: int) -> HttpResponse:
    """Show the programme of a year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return _programme(request, year, is_home=False)


@login_not_required
@kept_by_journal
def dialogue(request: LocalRequest, dialogue_id: str) -> HttpResponse:
    """Show a dialogue: when, where, about what, how to take part."""
    found = _public(request, dialogue_id)
    cut_off = next((limit.due_on for limit in deadlines_of(found) if limit.rule_code == CUT_OFF), None)
    shown = public_dialogue(found, clock.today(), cut_off)
    papers = public_notices(request.locality).filter(dialogue=found).defer("frozen_html", "frozen_text")
    context = {
        "dialogue": shown,
        "today": clock.today(),
        "notices": [listed(paper) for paper in papers],
        "has_hall_page": found.state == DialogueState.IN_SESSION and _has_hall_page(request, found),
        "has_result": published_results(request.locality).filter(dialogue=found).exists(),
    }
    return render(request, "portal/dialogue.html", context)


def _has_hall_page(request: LocalRequest, dialogue: Dialogue) -> bool:
    return hall_pages(request.locality).filter(pk=dialogue.pk).exists()


@login_not_required
def calendar_entry(request: LocalRequest, dialogue_id: str) -> HttpResponse:
    """Give a dated dialogue as a calendar entry."""
    found = _public(request, dialogue_id)
    if found.held_on is None:
        raise Http404
    address = request.build_absolute_uri(request.path.removesuffix("lich.ics"))
    response = HttpResponse(calendar_of(found, address), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="doi-thoai-{found.held_on}.ics"'
    return response


def _programme(request: LocalRequest, year: int, *, is_home: bool) -> HttpResponse:
    today = clock.today()
    found = list(with_parts(public_dialogues(request.locality, year)))
    coming = upcoming(found, today) if is_home else None
    context = {
        "year": year,
        "today": today,
        "is_home": is_home,
        "channels": _channels(request) if is_home else [],
        "last": last_result(request.locality, today) if is_home else None,
        "coming": public_dialogue(coming, today) if coming else None,
        "dialogues": [public_dialogue(dialogue, today) for dialogue in found],
        "years": sorted(
            set(public_dialogues(request.locality).order_by().values_list("year", flat=True)) | {today.year}
        ),
    }
    return render(request, "portal/home.html", context)


def _channels(request: LocalRequest) -> list[tuple[str, str]]:
    """Return the other ways of handing in that are open here, and how each goes."""
    channels = open_channels(request.locality)
    return [(gettext(Origin(row.origin).label), row.details) for row in channels if row.origin != Origin.PORTAL]


def _public(request: LocalRequest, dialogue_id: str) -> Dialogue:
    try:
        return with_parts(public_dialogues(request.locality)).get(public_id=dialogue_id)
    except Dialogue.DoesNotExist:
        raise Http404 from None
