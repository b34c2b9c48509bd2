"""Keying sheets in, one after the other, with the picture beside the fields."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.opinions.models import Opinion, Sheet
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.services.keeping import void_opinion
from nghedan.domain.opinions.services.keying import key_sheet
from nghedan.domain.opinions.terms import SheetState
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.slips import present
from nghedan.interfaces.console.slips.forms import KeyForm, aside_reasons
from nghedan.interfaces.console.slips.views.sheets import sheet_for
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

KEY = "sheet.key"
MORE = "more"
DONE, ASIDE = "saved", "aside"
"""What was done last travels in the address: a message would take the cursor away from the words."""


@require_safe
def first(request: StaffRequest) -> HttpResponse:
    """Lead to the first sheet that waits; when none does, say how many were keyed."""
    require(request.actor, KEY)
    sheet = present.waiting_sheets(request.actor).first()
    if sheet is not None:
        return redirect(f"{_address(request, sheet)}?{request.GET.urlencode()}")
    done = present.just_done(request.actor, request.GET.get(DONE, ""), request.GET.get(ASIDE, ""))
    context = {"counted": present.counted(request.actor), "done": done, "last": present.last_keyed(request.actor)}
    return render(request, "console/slips/done.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: StaffRequest, sheet_id: str) -> HttpResponse:
    """Show a sheet beside the fields; write its opinion down and go on to the next sheet."""
    sheet = sheet_for(request, sheet_id)
    require(request.actor, KEY, sheet)
    form = KeyForm(request.POST or None, sheet=sheet, hamlets=hamlets_on(request.locality, clock.today()))
    has_more = MORE in request.POST
    if request.method == "POST" and (done := attempt(form, lambda: _key(request, sheet, form, has_more=has_more))):
        following = _address(request, sheet) if has_more else href("sheets-key", request.locality)
        return redirect(f"{following}?{urlencode({DONE: done.value.public_id})}")
    context = {
        "sheet": sheet,
        "is_waiting": sheet.state == SheetState.WAITING,
        "form_key": page_form_key(request, KEY),
        "counted": present.counted(request.actor, sheet),
        "here": list(opinions_visible_to(request.actor).filter(sheet=sheet).order_by("pk")),
        "last": present.last_keyed(request.actor),
        "asides": aside_reasons(),
        "done": present.just_done(request.actor, request.GET.get(DONE, ""), request.GET.get(ASIDE, "")),
    }
    return form_page(request, "console/slips/key.html", form, context)


@require_POST
def undo(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Mark what was just keyed as a mistake and open its sheet again."""
    keyed = opinions_visible_to(request.actor).select_related("sheet", "slip").filter(sheet__isnull=False)
    opinion: Opinion = or_404(keyed.get, public_id=opinion_id)
    void_opinion(actor=request.actor, opinion=opinion, reason=_("Nhập lại từ tờ phiếu"))
    return redirect("console:sheet", locality=request.locality.slug, sheet_id=opinion.sheet.public_id)  # type: ignore[union-attr]


def _key(request: StaffRequest, sheet: Sheet, form: KeyForm, *, has_more: bool) -> Opinion:
    key = posted_form_key(request, KEY)
    return key_sheet(actor=request.actor, sheet=sheet, keyed=form.keyed(), has_more=has_more, key=key)


def _address(request: StaffRequest, sheet: Sheet) -> str:
    return href("sheet", request.locality, sheet_id=sheet.public_id)
