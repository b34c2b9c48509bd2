"""The seats one is to fill oneself: who leads a hamlet, on a phone; an officer of an organisation, at the desk."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.queries import guests_visible_to, in_protocol_order, standing_allotments
from nghedan.domain.invitations.services import allotting
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.terms import AllotmentState, GuestState
from nghedan.foundation.access.decide import require
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.guests.forms.guests import AnswerForm
from nghedan.interfaces.console.guests.forms.seats import NamesForm
from nghedan.interfaces.console.guests.present import listing
from nghedan.interfaces.console.guests.present import seats as present
from nghedan.interfaces.console.guests.views.one import answer_for
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page

RETURN = "allotment.return"
READING = "Xem người của thôn, đơn vị được cử dự hội nghị"


@require_safe
def mine(request: StaffRequest) -> HttpResponse:
    """List the seats the actor may fill, those of the next dialogue first."""
    require(request.actor, RETURN)
    rows = standing_allotments(request.actor).order_by("dialogue__held_on", "pk")
    today = clock.today()
    shown = [(one, present.task_title(one), present.filled(one), present.tag_of(one, today)) for one in rows]
    return render(request, "console/guests/own_list.html", {"rows": shown, "today": today})


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: StaffRequest, allotment_id: str) -> HttpResponse:
    """Send the names, one a line, or a photograph of the list on paper."""
    allotment = _found(request, allotment_id)
    form = NamesForm(request.POST or None, obj=allotment, rows=max(allotment.seats - present.named_of(allotment), 2))
    upload = request.FILES.get("photo")
    done = request.method == "POST" and attempt(form, lambda: _send(request, allotment, form, upload))
    if done:
        messages.success(request, _("Đã gửi. Văn phòng đã nhận danh sách."))
        return redirect("console:own-seats-one", locality=request.locality.slug, allotment_id=allotment_id)
    return _page(request, allotment, form)


@require_safe
def photo(request: StaffRequest, allotment_id: str) -> HttpResponse:
    """Send a photograph of a list, the one at ``?at=``."""
    photos = list(attachments_of(_found(request, allotment_id)))
    at = request.GET.get("at", "1")
    if not at.isdecimal() or not 0 < int(at) <= len(photos):
        raise Http404
    return sent_file(request, photos[int(at) - 1])


@require_POST
def answer(request: StaffRequest, allotment_id: str, guest_id: str) -> HttpResponse:
    """Say of somebody one sent that she comes, does not, or who comes instead."""
    allotment = _found(request, allotment_id)
    guest: Guest = or_404(_people(request, allotment).get, public_id=guest_id)
    form = AnswerForm(request.POST, obj=guest, prefix=guest.public_id)
    if attempt(form, lambda: answer_for(request, guest, form)):
        messages.success(request, _("Đã ghi trả lời."))
        return redirect("console:own-seats-one", locality=request.locality.slug, allotment_id=allotment_id)
    return _page(request, allotment, NamesForm(obj=allotment), answered=form)


def _send(request: StaffRequest, allotment: Allotment, form: NamesForm, upload: Any) -> object:
    if upload is not None:
        return allotting.hand_in_photo(actor=request.actor, allotment=allotment, upload=upload)
    return allotting.return_names(actor=request.actor, allotment=allotment, persons=form.persons)


def _page(
    request: StaffRequest, allotment: Allotment, form: NamesForm, answered: AnswerForm | None = None
) -> HttpResponse:
    today = clock.today()
    guests = list(_people(request, allotment))
    read = names_behind(request.actor, guests, READING)
    forms = {guest.pk: AnswerForm(obj=guest, prefix=guest.public_id) for guest in guests}
    if answered is not None:
        forms[answered.obj.pk] = answered  # type: ignore[attr-defined]
    context = {
        "allotment": allotment,
        "base": "console/hamlet/base.html" if allotment.hamlet_id else "ui/console.html",
        "title": present.task_title(allotment),
        "when": wording.when_of(allotment.dialogue),
        "tag": present.tag_of(allotment, today),
        "today": today,
        "filled": present.filled(allotment),
        "people": [
            (guest, listing.name_of(guest, read), listing.tag_of(guest), forms[guest.pk], forms[guest.pk] is answered)
            for guest in guests
        ],
        "photos": attachments_of(allotment).count(),
        "may_send": allotment.state == AllotmentState.OPEN,
    }  # fmt: skip
    shown = answered or form
    return versioned_page(request, "console/guests/own.html", shown, {**context, "entry": form})


def _people(request: StaffRequest, allotment: Allotment) -> Any:
    rows = guests_visible_to(request.actor).filter(allotment=allotment).exclude(state=GuestState.REMOVED)
    return in_protocol_order(rows)


def _found(request: StaffRequest, allotment_id: str) -> Allotment:
    found: Allotment = or_404(standing_allotments(request.actor).get, public_id=allotment_id)
    require(request.actor, RETURN, found)
    return found
