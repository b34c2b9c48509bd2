"""One guest: added, corrected, her answer, taken off the list."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guest_for
from nghedan.domain.invitations.services import guests as services
from nghedan.domain.invitations.services import replying
from nghedan.domain.invitations.services.naming import people_behind
from nghedan.domain.invitations.terms import GuestState
from nghedan.domain.organisations.queries import hamlets_on, officers_by_name
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.guests.forms.guests import AnswerForm, GuestForm, NewGuestForm
from nghedan.interfaces.console.guests.present import one as present
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

ADD, EDIT, REMOVE, ANSWER = "guest.add", "guest.edit", "guest.remove", "guest.accept"
BOTH = ["GET", "HEAD", "POST"]
READING = "Xem một đại biểu"


@require_http_methods(BOTH)
def add(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Put somebody on the list."""
    dialogue: Dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, ADD, Guest(locality=dialogue.locality, dialogue=dialogue))
    today = clock.today()
    officers, hamlets = officers_by_name(request.locality), hamlets_on(request.locality, today)
    form = NewGuestForm(request.POST or None, officers=officers, hamlets=hamlets)
    if request.method == "POST" and (done := attempt(form, lambda: _add(request, dialogue, form))):
        messages.success(request, _("Đã thêm đại biểu, giấy mời số %(number)s.") % {"number": done.value.number})
        again = "guest-new" if "another" in request.POST else "guests"
        return redirect(f"console:{again}", locality=request.locality.slug, dialogue_id=dialogue_id)
    context = {"frame": frame_of(dialogue, "", today), "form_key": page_form_key(request, ADD)}
    return form_page(request, "console/guests/new.html", form, context)


def _add(request: StaffRequest, dialogue: Dialogue, form: NewGuestForm) -> Guest:
    key = posted_form_key(request, ADD)
    return services.add_guest(actor=request.actor, dialogue=dialogue, draft=form.draft, key=key)


@require_http_methods(BOTH)
def show(request: StaffRequest, dialogue_id: str, guest_id: str) -> HttpResponse:
    """Show a guest; sent by POST her answer is entered for her."""
    guest = or_404(guest_for, request.actor, dialogue_id, guest_id)
    form = AnswerForm(request.POST or None, obj=guest)
    if request.method == "POST" and attempt(form, lambda: answer_for(request, guest, form)):
        messages.success(request, _("Đã ghi trả lời."))
        return _to_list(request, dialogue_id)
    person = _person(request, guest)
    context = {
        "frame": frame_of(guest.dialogue, "", clock.today()),
        "guest": guest,
        "name": present.title_of(guest, person),
        "tag": present.tag_of(guest),
        "facts": present.facts_of(guest, person),
        "may_edit": decide(request.actor, EDIT, guest).allowed,
        "may_remove": decide(request.actor, REMOVE, guest).allowed,
        "may_answer": decide(request.actor, ANSWER, guest).allowed,
        "letter": present.letter_of(request, guest),
    }
    return versioned_page(request, "console/guests/guest.html", form, context)


def answer_for(request: StaffRequest, guest: Guest, form: AnswerForm) -> Guest:
    """Enter an answer as the form says."""
    actor, note = request.actor, form.cleaned_data["note"]
    if form.answered is GuestState.REPLACED:
        return replying.substitute_guest(actor=actor, guest=guest, stand_in=form.who, note=note)
    deed = replying.accept_guest if form.answered is GuestState.ACCEPTED else replying.decline_guest
    return deed(actor=actor, guest=guest, note=note)


@require_http_methods(BOTH)
def edit(request: StaffRequest, dialogue_id: str, guest_id: str) -> HttpResponse:
    """Correct who is invited, and as what."""
    guest = or_404(guest_for, request.actor, dialogue_id, guest_id)
    require(request.actor, EDIT, guest)
    today = clock.today()
    form = GuestForm(
        request.POST or None, obj=guest, person=_person(request, guest),
        officers=officers_by_name(request.locality), hamlets=hamlets_on(request.locality, today),
    )  # fmt: skip

    def deed() -> Guest:
        return services.edit_guest(actor=request.actor, guest=guest, draft=form.draft, is_renamed=form.is_renamed)

    if request.method == "POST" and attempt(form, deed):
        messages.success(request, _("Đã lưu."))
        return _to_list(request, dialogue_id)
    context = {"frame": frame_of(guest.dialogue, "", today), "guest": guest}
    return versioned_page(request, "console/guests/edit.html", form, context)


@require_POST
def remove(request: StaffRequest, dialogue_id: str, guest_id: str) -> HttpResponse:
    """Take a guest off the list."""
    guest = or_404(guest_for, request.actor, dialogue_id, guest_id)
    VersionedForm(request.POST, obj=guest).is_valid()  # lends the version that was seen
    services.remove_guest(actor=request.actor, guest=guest)
    messages.success(request, _("Đã bỏ khỏi danh sách giấy mời số %(number)s.") % {"number": guest.number})
    return _to_list(request, dialogue_id)


def _person(request: StaffRequest, guest: Guest) -> Person:
    return people_behind(request.actor, [guest], READING).get(guest.pk, Person())


def _to_list(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    return redirect("console:guests", locality=request.locality.slug, dialogue_id=dialogue_id)
