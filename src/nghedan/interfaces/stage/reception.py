"""Reception: one field finds a guest, two fields write down a walk-in; the last ones can be taken back."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Attendance
from nghedan.domain.hall.queries.people import (
    attendance_for,
    find_guests,
    introduced,
    lately_came,
    names_of_those,
)
from nghedan.domain.hall.queries.speaking import hall_for
from nghedan.domain.hall.services import attending
from nghedan.domain.hall.terms import AttendanceState
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_of
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.moves import moves_for
from nghedan.interfaces.stage.links import href
from nghedan.interfaces.stage.live import staff_live
from nghedan.interfaces.stage.reception_forms import FORM, GuestForm, SpeakingFields, WalkInForm
from nghedan.interfaces.stage.reception_present import reception_context
from nghedan.interfaces.stage.reception_scan import code_on
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.errors import Invalid

LAST_ONES = 8
MOVES: dict[str, Callable[..., Attendance]] = {
    "leave": attending.note_left, "return": attending.note_returned, "void": attending.void_arrival,
}  # fmt: skip
"""Part of the address -> what is done with somebody who came."""


@require_safe
def desk(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the field, whom it found, and who came last."""
    return _page(request, dialogue_id, None)


@require_POST
def arrive(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Write down who came: a guest that was found, or a walk-in."""
    dialogue = _hall(request, dialogue_id)
    form: SpeakingFields
    if "guest" in request.POST:
        form = GuestForm(request.POST, guests=list(guests_of(request.actor, dialogue)))
    else:
        form = WalkInForm(request.POST, hamlets=hamlets_on(request.locality, clock.today()))
    key = posted_form_key(request, FORM)

    def receive() -> Attendance:
        return attending.record_arrival(actor=request.actor, dialogue=dialogue, arrival=form.arrival(), key=key)

    if attempt(form, receive):
        messages.success(request, _("Đã ghi có mặt."))
        return redirect(href("reception", dialogue))
    return _page(request, dialogue_id, form)


@require_POST
def scan(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Read the code on a photographed invitation."""
    dialogue = _hall(request, dialogue_id)
    try:
        text = code_on(request.FILES.get("photo"))
    except Invalid:
        text = ""
    if not text:
        messages.error(request, _("Chưa đọc được mã trên ảnh. Xin chụp lại gần hơn, hoặc gõ số giấy mời."))
        return redirect(href("reception", dialogue))
    return redirect(f"{href('reception', dialogue)}?{urlencode({'q': text})}")


@require_POST
def move(request: StaffRequest, dialogue_id: str, attendance_id: str, move: str) -> HttpResponse:
    """Note that somebody left or came back, or take back who was written down by mistake."""
    dialogue = _hall(request, dialogue_id)
    if move not in MOVES:
        raise Http404
    row = or_404(attendance_for, request.actor, dialogue, attendance_id)
    MOVES[move](actor=request.actor, attendance=row)
    return redirect(href("reception", dialogue))


@require_safe
def introduce(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Show the guests who are here in the order in which they are introduced, to be printed or read out."""
    dialogue = _hall(request, dialogue_id)
    rows = introduced(request.actor, dialogue)
    names = names_of_those(request.actor, rows, _("Danh sách giới thiệu đại biểu"))
    shown = [(row.guest, names.get(row.pk, "")) for row in rows]
    return render(request, "stage/introduce.html", {"dialogue": dialogue, "guests": shown})


def _hall(request: StaffRequest, dialogue_id: str) -> Dialogue:
    dialogue = or_404(hall_for, request.actor, dialogue_id)
    require(request.actor, "attendance.record", dialogue)
    return dialogue


def _page(request: StaffRequest, dialogue_id: str, form: SpeakingFields | None) -> HttpResponse:
    live = staff_live(request, dialogue_id, "reception")
    dialogue = _hall(request, dialogue_id)
    typed, actor = request.GET.get("q", ""), request.actor
    found = find_guests(actor, dialogue, typed) if typed.strip() else []
    key = page_form_key(request, FORM)
    fresh = {"form_key": key}
    walk_in = form if isinstance(form, WalkInForm) else None
    context = {
        "dialogue": dialogue,
        "live": live,
        "typed": typed,
        "found": [(one, _guest_form(one.guest, fresh)) for one in found],
        "walk_in": walk_in or WalkInForm(initial=fresh, hamlets=hamlets_on(request.locality, clock.today())),
        "last": _last(request, dialogue),
        **reception_context(dialogue),
        "states": AttendanceState,
    }
    return form_page(request, "stage/reception.html", form or GuestForm(), context)


def _guest_form(guest: Guest, initial: Mapping[str, str]) -> GuestForm:
    """Return the form of one who was found; several stand on the page."""
    return GuestForm(initial={**initial, "guest": guest.public_id}, auto_id=f"{guest.public_id}_%s")


def _last(request: StaffRequest, dialogue: Dialogue) -> list[tuple[Attendance, str, list[object]]]:
    rows = lately_came(request.actor, dialogue, LAST_ONES)
    names = names_of_those(request.actor, rows)
    return [
        (row, names.get(row.pk, ""), [(one.code.partition(".")[2], one) for one in moves_for(request.actor, row)])
        for row in rows
    ]
