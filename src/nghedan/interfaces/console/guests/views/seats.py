"""Seats of a dialogue: allotted all at once, corrected one by one, names entered for those who sent them on paper."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.queries import guests_of, standing_allotments
from nghedan.domain.invitations.services import allotting
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.domain.organisations.queries import hamlets_on, in_order, units_on
from nghedan.domain.organisations.terms import UnitKind
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.attachments.queries import attachments_of_all
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.guests.forms.seats import AllotForm, CorrectForm, NamesForm
from nghedan.interfaces.console.guests.present import listing
from nghedan.interfaces.console.guests.present import seats as present
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

ADD, EDIT, RETURN = "allotment.add", "allotment.edit", "allotment.return"
BOTH = ["GET", "HEAD", "POST"]
INVITING = (UnitKind.FRONT, UnitKind.ORGANISATION)
"""Kinds of unit that invite members of their own."""

MOVES = {"allotment.reopen": allotting.reopen_allotment, "allotment.close": allotting.close_allotment}
READING = "Xem danh sách đại biểu được cử"


@require_http_methods(BOTH)
def overview(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show whose names are here and whose are missing; allot seats to those that have none."""
    require(request.actor, "guest.view")
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    today = clock.today()
    rows = list(standing_allotments(request.actor).filter(dialogue=dialogue))
    hamlets, units = _without_seats(dialogue, rows)
    form = AllotForm(request.POST or None, hamlets=hamlets, units=units, due_on=None)
    if request.method == "POST" and (done := attempt(form, lambda: _allot(request, dialogue, form))):
        told = ngettext("Đã phân bổ cho %(count)s nơi.", "Đã phân bổ cho %(count)s nơi.", len(done.value))
        messages.success(request, told % {"count": len(done.value)})
        return redirect("console:guest-seats", locality=request.locality.slug, dialogue_id=dialogue_id)
    may_allot = decide(request.actor, ADD, Allotment(locality=dialogue.locality, dialogue=dialogue)).allowed
    context = {
        "frame": frame_of(dialogue, "guests", today),
        "today": today,
        "groups": present.groups_of(rows, attachments_of_all(rows), today),
        "figures": present.figures_of(rows) if rows else [],
        "text": present.request_text(dialogue, rows, today) if may_allot else "",
        "may_allot": may_allot and bool(hamlets or units),
    }
    return form_page(request, "console/guests/seats.html", form, context)


@require_http_methods(BOTH)
def one(request: StaffRequest, dialogue_id: str, allotment_id: str) -> HttpResponse:
    """Show the seats of one hamlet or organisation with their names; correct number and limit."""
    allotment = _found(request, dialogue_id, allotment_id)
    form = CorrectForm(request.POST or None, obj=allotment)
    if request.method == "POST" and attempt(form, lambda: _correct(request, allotment, form)):
        messages.success(request, _("Đã lưu."))
        return _again(request, allotment)
    return _page(request, allotment, form, NamesForm(obj=allotment, rows=max(allotment.seats, 3)))


@require_POST
def names(request: StaffRequest, dialogue_id: str, allotment_id: str) -> HttpResponse:
    """Enter names for a hamlet or organisation that sent them on paper."""
    allotment = _found(request, dialogue_id, allotment_id)
    form = NamesForm(request.POST, obj=allotment, rows=max(allotment.seats, 3))
    if attempt(form, lambda: _return(request, allotment, form)):
        messages.success(request, _("Đã ghi danh sách đại biểu."))
        return _again(request, allotment)
    return _page(request, allotment, form, form)


@require_POST
def move(request: StaffRequest, dialogue_id: str, allotment_id: str) -> HttpResponse:
    """Open a list again for more names, or allot nothing any more."""
    allotment = _found(request, dialogue_id, allotment_id)
    code = request.POST.get("move", "")
    if code not in MOVES:
        raise Http404
    VersionedForm(request.POST, obj=allotment).is_valid()  # lends the version that was seen
    MOVES[code](actor=request.actor, allotment=allotment)
    messages.success(request, _("Đã ghi nhận."))
    return redirect("console:guest-seats", locality=request.locality.slug, dialogue_id=dialogue_id)


def _page(
    request: StaffRequest, allotment: Allotment, form: VersionedForm, entry: NamesForm
) -> HttpResponse:
    today = clock.today()
    photos = attachments_of_all([allotment])[allotment.public_id]
    guests = list(guests_of(request.actor, allotment.dialogue).filter(allotment=allotment))
    read = names_behind(request.actor, guests, READING)
    context = {
        "frame": frame_of(allotment.dialogue, "", today),
        "allotment": allotment,
        "tag": present.tag_of(allotment, today, has_photo=bool(photos)),
        "filled": present.filled(allotment),
        "people": [(listing.name_of(guest, read), listing.tag_of(guest)) for guest in guests],
        "photos": list(enumerate(photos, 1)),
        "entry": entry,
        "correct": form if isinstance(form, CorrectForm) else CorrectForm(obj=allotment),
        "may_correct": decide(request.actor, EDIT, allotment).allowed,
        "may_enter": allotment.state == "open" and decide(request.actor, RETURN, allotment).allowed,
    }
    return versioned_page(request, "console/guests/seats_one.html", form, context)


def _allot(request: StaffRequest, dialogue: Dialogue, form: AllotForm) -> list[Allotment]:
    return allotting.allot_seats(
        actor=request.actor, dialogue=dialogue, seats=form.chosen, hamlets=form.chosen_hamlets,
        units=form.chosen_units,
    )  # fmt: skip


def _correct(request: StaffRequest, allotment: Allotment, form: CorrectForm) -> Allotment:
    return allotting.correct_allotment(actor=request.actor, allotment=allotment, seats=form.chosen)


def _return(request: StaffRequest, allotment: Allotment, form: NamesForm) -> list[Guest]:
    return allotting.return_names(actor=request.actor, allotment=allotment, persons=form.persons)


def _without_seats(dialogue: Dialogue, rows: list[Allotment]) -> tuple[list[Hamlet], list[Unit]]:
    """Return the hamlets of the dialogue and the organisations that were allotted nothing yet."""
    today = clock.today()
    taken = {(one.hamlet_id, one.unit_id) for one in rows}
    hamlets = in_order(dialogue.hamlets.all()) or hamlets_on(dialogue.locality, today)
    units = [unit for unit in units_on(dialogue.locality, today) if unit.kind in INVITING]
    return (
        [one for one in hamlets if (one.pk, None) not in taken],
        [one for one in units if (None, one.pk) not in taken],
    )


def _found(request: StaffRequest, dialogue_id: str, allotment_id: str) -> Allotment:
    rows = standing_allotments(request.actor).filter(dialogue__public_id=dialogue_id)
    found: Allotment = or_404(rows.get, public_id=allotment_id)
    return found


def _again(request: StaffRequest, allotment: Allotment) -> HttpResponse:
    return redirect(
        "console:guest-seats-one", locality=request.locality.slug, dialogue_id=allotment.dialogue.public_id,
        allotment_id=allotment.public_id,
    )  # fmt: skip
