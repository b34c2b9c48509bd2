"""The guests of a dialogue: by group, marked as invited, brought into order, suggested."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogue_for, dialogues_visible_to
from nghedan.domain.invitations.mailing import MAIL
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import counts_of, guest_for, guests_of
from nghedan.domain.invitations.services import guests as services
from nghedan.domain.invitations.services.naming import people_behind, readable_guests
from nghedan.domain.invitations.services.suggesting import add_suggested, suggestions_for
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.mail.server import has_server
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.guests.forms.suggested import SuggestedForm
from nghedan.interfaces.console.guests.present import listing as present
from nghedan.interfaces.console.guests.present import mail, papers
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

VIEW, ADD, EDIT, INVITE = "guest.view", "guest.add", "guest.edit", "guest.invite"
READING = "Xem danh sách đại biểu"


@require_safe
def guests(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """List whom a dialogue invites, as far as the reader sees them; their names are one read."""
    require(request.actor, VIEW)
    dialogue = or_404(dialogues_visible_to(request.actor).get, public_id=dialogue_id)
    shown = request.GET.get("show", "")
    shown = shown if shown in present.SHOWN else ""
    rows = list(guests_of(request.actor, dialogue))
    people = people_behind(request.actor, rows, READING)
    names = {pk: person.name for pk, person in people.items()}
    mailed = mail.told_of(readable_guests(request.actor, rows), people) if has_server() else {}
    counts = counts_of(rows)
    context = {
        "frame": frame_of(dialogue, "guests", clock.today()),
        "counts": counts,
        "figures": present.figures_of(counts, dialogue.expected_max or dialogue.expected_min),
        "shown": present.shown_links(href("guests", request.locality, dialogue_id=dialogue_id), shown, counts),
        "is_whole": not shown,
        "blocks": present.blocks_of(rows, names, mailed, shown, request.locality),
        "hamlet_columns": present.hamlet_columns(),
        "hamlet_rows": present.hamlet_rows(counts, rows),
        "letters": papers.letters_of(request, dialogue) if rows else None,
        "papers": papers.papers_of(request, dialogue) if rows else [],
        **_rights(request, dialogue),
    }
    return render(request, "console/guests/list.html", context)


def _rights(request: StaffRequest, dialogue: Dialogue) -> dict[str, bool]:
    fresh = Guest(locality=dialogue.locality, dialogue=dialogue)
    names = {"may_add": ADD, "may_order": EDIT, "may_invite": INVITE, "may_mail": MAIL}
    return {name: decide(request.actor, code, fresh).allowed for name, code in names.items()}


@require_http_methods(["GET", "HEAD", "POST"])
def suggested(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Offer whom the plan and the posts of the day name; put the ticked ones on the list."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, ADD, Guest(locality=dialogue.locality, dialogue=dialogue))
    offered = suggestions_for(dialogue)
    form = SuggestedForm(request.POST if request.method == "POST" else None, offered=offered)
    done = request.method == "POST" and attempt(
        form, lambda: add_suggested(actor=request.actor, dialogue=dialogue, keys=form.chosen)
    )
    if done:
        messages.success(request, _added(len(done.value)))
        return _back(request, dialogue_id)
    context = {"frame": frame_of(dialogue, "", clock.today()), "groups": form.groups(), "has_any": bool(offered)}
    return form_page(request, "console/guests/suggested.html", form, context)


@require_POST
def invited(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Note that the letters of the ticked guests went out."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    ticked = list(guests_of(request.actor, dialogue).filter(public_id__in=request.POST.getlist("chosen")))
    if not ticked:
        messages.error(request, _("Xin đánh dấu ít nhất một đại biểu."))
        return _back(request, dialogue_id)
    form = forms.Form(request.POST)
    if done := attempt(form, lambda: services.mark_invited(actor=request.actor, guests=ticked)):
        count = len(done.value)
        told = ngettext("Đã ghi gửi giấy mời %(count)s người.", "Đã ghi gửi giấy mời %(count)s người.", count)
        messages.success(request, told % {"count": count})
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return _back(request, dialogue_id)


@require_POST
def order(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Let a guest change places with the one before or after."""
    up, down = request.POST.get("up", ""), request.POST.get("down", "")
    guest = or_404(guest_for, request.actor, dialogue_id, up or down)
    if not attempt(forms.Form(request.POST), lambda: services.move_guest(actor=request.actor, guest=guest, is_up=bool(up))):  # fmt: skip  # noqa: E501
        messages.error(request, _("Chưa đổi được thứ tự; có người vừa sửa danh sách. Xin làm lại."))
    return HttpResponseRedirect(f"{href('guests', request.locality, dialogue_id=dialogue_id)}#dai-bieu-{up or down}")


def _added(count: int) -> str:
    return ngettext("Đã thêm %(count)s đại biểu.", "Đã thêm %(count)s đại biểu.", count) % {"count": count}


def _back(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    return redirect("console:guests", locality=request.locality.slug, dialogue_id=dialogue_id)
