"""One sheet: its picture, set aside, taken up again."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.opinions.models import Sheet
from nghedan.domain.opinions.queries import sheets_visible_to
from nghedan.domain.opinions.services.paper import PAGE, finish_sheet, set_sheet_aside, take_sheet_up
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404


@require_safe
def picture(request: StaffRequest, sheet_id: str) -> HttpResponse:
    """Send the picture of a sheet; the journal knows that it was opened."""
    sheet = sheet_for(request, sheet_id)
    return sent_file(request, attachments_of(sheet).filter(kind=PAGE).first())


@require_POST
def set_aside(request: StaffRequest, sheet_id: str) -> HttpResponse:
    """Decide that a sheet is not keyed in, and go on to the next."""
    sheet = sheet_for(request, sheet_id)
    set_sheet_aside(actor=request.actor, sheet=sheet, reason=request.POST.get("reason", ""))
    return redirect(f"{href('sheets-key', request.locality)}?{urlencode({'aside': sheet.public_id})}")


@require_POST
def finish(request: StaffRequest, sheet_id: str) -> HttpResponse:
    """Say that nothing more stands on a sheet than was keyed already."""
    finish_sheet(actor=request.actor, sheet=sheet_for(request, sheet_id))
    return redirect("console:sheets-key", locality=request.locality.slug)


@require_POST
def take_up(request: StaffRequest, sheet_id: str) -> HttpResponse:
    """Let a sheet wait to be keyed in again, and open it."""
    sheet = take_sheet_up(actor=request.actor, sheet=sheet_for(request, sheet_id))
    return redirect("console:sheet", locality=request.locality.slug, sheet_id=sheet.public_id)


def sheet_for(request: StaffRequest, sheet_id: str) -> Sheet:
    """Return a sheet the reader may look at. Raises Http404."""
    return or_404(sheets_visible_to(request.actor).get, public_id=sheet_id)
