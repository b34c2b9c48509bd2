"""Invitations by e-mail: who gets one, looked at once more before they go; who is brought the letter instead."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.dialogues.queries import dialogue_for
from nghedan.domain.invitations import mailing
from nghedan.domain.invitations.documents.hand_delivery_list import CODE as HAND_DELIVERY
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.mail.server import has_server
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.guests.forms.mail import MailForm
from nghedan.interfaces.console.guests.present import mail as present
from nghedan.interfaces.console.papers import download_links, preview_href
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.wording import sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Offer everybody who has an address and got nothing there yet; mail to the ticked."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    require(request.actor, mailing.MAIL, dialogue)
    rows = mailing.recipients_of(request.actor, dialogue)
    offered = [one for one in rows if one.is_open]
    form = MailForm(request.POST if request.method == "POST" else None, offered=offered)
    done = request.method == "POST" and attempt(
        form, lambda: mailing.mail_letters(actor=request.actor, dialogue=dialogue, guests=form.chosen)
    )
    if done:
        count = len(done.value)
        told = ngettext("%(count)s thư đang được gửi.", "%(count)s thư đang được gửi.", count) % {"count": count}
        messages.success(request, told)
        return _back(request, dialogue_id)
    refusal = mailing.obstacle(dialogue)
    context = {
        "frame": frame_of(dialogue, "", clock.today()),
        "obstacle": sentence_of(refusal) if refusal else "",
        "has_server": has_server(),
        "offered": present.lines_of(offered, form.ticked),
        "others": present.lines_of(one for one in rows if not one.is_open),
        "waiting": present.waiting_among(rows),
        "list_href": preview_href(request, HAND_DELIVERY, dialogue.public_id),
        "downloads": download_links(request, HAND_DELIVERY, dialogue.public_id)[:2],
    }
    return form_page(request, "console/guests/mail.html", form, context)


@require_POST
def stop(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Take out of the queue what was not sent yet."""
    dialogue = or_404(dialogue_for, request.actor, dialogue_id)
    form = forms.Form(request.POST)
    if done := attempt(form, lambda: mailing.stop_letters(actor=request.actor, dialogue=dialogue)):
        told = ngettext("Đã thôi gửi %(count)s thư.", "Đã thôi gửi %(count)s thư.", done.value)
        messages.success(request, told % {"count": done.value})
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return _back(request, dialogue_id)


def _back(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    return redirect("console:guests-mail", locality=request.locality.slug, dialogue_id=dialogue_id)
