"""Guests from Excel or pasted: handed in, looked at row by row, written."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.invitations.models import GuestList, GuestRow
from nghedan.domain.invitations.queries import guest_lists_visible_to
from nghedan.domain.invitations.services import lists as services
from nghedan.domain.invitations.terms import GuestListState, GuestVerdict
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.guests.forms.lists import GuestListForm, GuestRowForm
from nghedan.interfaces.console.guests.present import lists as present
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm

STAGE, EDIT = "guest_list.stage", "guest_list.edit"


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Take a list in, as a file or pasted."""
    dialogue: Dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, STAGE, GuestList(locality=dialogue.locality, dialogue=dialogue))
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = GuestListForm(*sent)
    if request.method == "POST" and (done := attempt(form, lambda: _stage(request, dialogue, form))):
        return HttpResponseRedirect(_address(request, done.value))
    context = {"frame": frame_of(dialogue, "", clock.today()), "form_key": page_form_key(request, STAGE)}
    return form_page(request, "console/guests/list_new.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: StaffRequest, dialogue_id: str, guest_list_id: str) -> HttpResponse:
    """Show the rows with their verdicts; sent by POST the ready ones are written."""
    listed = _found(request, dialogue_id, guest_list_id)
    form = VersionedForm(request.POST or None, obj=listed)
    if request.method == "POST" and (
        done := attempt(form, lambda: services.commit_guests(actor=request.actor, listed=listed))
    ):
        told = ngettext("Đã ghi %(count)s đại biểu.", "Đã ghi %(count)s đại biểu.", done.value)
        messages.success(request, told % {"count": done.value})
        return redirect("console:guests", locality=request.locality.slug, dialogue_id=dialogue_id)
    return _page(request, listed, form)


@require_POST
def row(request: StaffRequest, dialogue_id: str, guest_list_id: str) -> HttpResponse:
    """Correct a row in place, leave it out, or write it all the same."""
    listed = _found(request, dialogue_id, guest_list_id)
    position, decision = _position(request), request.POST.get("decision")
    found: GuestRow = or_404(services.waiting_rows(listed).get, position=position)
    if decision is not None:
        if decision not in services.DECISIONS:
            raise Http404
        attempt(forms.Form(request.POST), lambda: services.decide_guest_row(
            actor=request.actor, listed=listed, position=position, decision=decision
        ))  # fmt: skip
        return HttpResponseRedirect(f"{_address(request, listed)}#dong-{position}")
    hamlets = hamlets_on(request.locality, clock.today())
    texts = services.opened(listed, found).texts
    form = GuestRowForm(request.POST, texts=texts, hamlets=hamlets, near=(), prefix=f"r{position}")
    if attempt(form, lambda: services.correct_guest_row(
        actor=request.actor, listed=listed, position=position, texts=form.texts()
    )):  # fmt: skip
        return HttpResponseRedirect(f"{_address(request, listed)}#dong-{position}")
    return _page(request, listed, form, failed=form)


@require_POST
def discard(request: StaffRequest, dialogue_id: str, guest_list_id: str) -> HttpResponse:
    """Give a list up."""
    services.discard_guests(actor=request.actor, listed=_found(request, dialogue_id, guest_list_id))
    messages.success(request, _("Đã bỏ danh sách; không dòng nào được ghi thêm."))
    return redirect("console:guests", locality=request.locality.slug, dialogue_id=dialogue_id)


def _page(
    request: StaffRequest, listed: GuestList, form: forms.Form, failed: GuestRowForm | None = None
) -> HttpResponse:
    counts = present.counts_of(listed)
    context = {
        "frame": frame_of(listed.dialogue, "", clock.today()),
        "listed": listed,
        "ready": counts[GuestVerdict.READY.value],
        "figures": present.figures_of(counts),
        "rows": present.rows_of(listed, hamlets_on(request.locality, clock.today()), failed),
    }
    return form_page(request, "console/guests/list_check.html", form, context)


def _stage(request: StaffRequest, dialogue: Dialogue, form: GuestListForm) -> GuestList:
    key = posted_form_key(request, STAGE)
    return services.stage_guests(
        actor=request.actor, dialogue=dialogue, group=form.group_chosen, table=form.table(), key=key
    )


def _found(request: StaffRequest, dialogue_id: str, guest_list_id: str) -> GuestList:
    rows = guest_lists_visible_to(request.actor).filter(dialogue__public_id=dialogue_id, state=GuestListState.STAGED)
    found: GuestList = or_404(rows.get, public_id=guest_list_id)
    require(request.actor, EDIT, found)
    return found


def _address(request: StaffRequest, listed: GuestList) -> str:
    ids = {"dialogue_id": listed.dialogue.public_id, "guest_list_id": listed.public_id}
    return href("guest-list-check", request.locality, **ids)


def _position(request: StaffRequest) -> int:
    text = request.POST.get("at", "")
    if not text.isdecimal() or len(text) > 8:
        raise Http404
    return int(text)
