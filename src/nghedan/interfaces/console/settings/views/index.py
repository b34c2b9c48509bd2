"""The cards that lead to each part, and how to back up."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghedan.foundation.access.decide import require
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.pages import Page
from nghedan.interfaces.console.settings.present.index import cards
from nghedan.interfaces.web.http import StaffRequest


@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show a card for each part this person may look at."""
    require(request.actor, "organisation.view")
    return render(request, "console/settings/index.html", {"cards": cards(request.actor, request.locality)})


@require_safe
def backup(request: StaffRequest) -> HttpResponse:
    """Say how to back up; it is done where the data lie, not through a page."""
    require(request.actor, "account.read")
    page = Page(_("Sao lưu"), "", href("settings", request.locality))
    return render(request, "console/settings/backup.html", {"page": page})
