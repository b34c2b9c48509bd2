"""Answering an invitation: the code from the link or typed, then one question."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.services.replying import (
    answer_by_link,
    check_open_to_link,
    guest_with_code,
    invitations_with_links,
)
from nghedan.interfaces.portal.receipts import kept_by_nobody
from nghedan.interfaces.portal.replying.forms import CODE, CodeForm, ReplyForm
from nghedan.interfaces.portal.replying.present import THANKED, invitation_of
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import LocalRequest
from nghedan.interfaces.web.lookup import or_404


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reply(request: LocalRequest, guest_id: str) -> HttpResponse:
    """Ask for the code where the link brings none; show the invitation and take the answer, as often as it changes."""
    given = request.POST if request.method == "POST" else request.GET
    form = CodeForm(given if CODE in given else None)
    found = attempt(form, lambda: _found(request, guest_id, form.cleaned_data[CODE])) if form.is_bound else None
    if found is None:
        or_404(invitations_with_links(request.locality).get, public_id=guest_id)
        return kept_by_nobody(form_page(request, "portal/replying/code.html", form))
    return kept_by_nobody(_answered(request, found.value, form.cleaned_data[CODE]))


def _found(request: LocalRequest, guest_id: str, code: str) -> Guest:
    return or_404(guest_with_code, locality=request.locality, public_id=guest_id, code=code)


def _answered(request: LocalRequest, guest: Guest, code: str) -> HttpResponse:
    """Show the invitation with its question; after an answer say what was noted."""
    is_sent = request.method == "POST" and "answer_sent" in request.POST
    form = ReplyForm(request.POST if is_sent else None, known=guest.state)
    told = ""
    if is_sent and attempt(form, lambda: _answer(request, guest, form)):
        told = gettext(THANKED[form.answered])
    closed = attempt(CodeForm({CODE: code}), lambda: check_open_to_link(guest)) is None
    context = {"invitation": invitation_of(guest), "code": code, "told": told, "closed": closed}
    return form_page(request, "portal/replying/invitation.html", form, context)


def _answer(request: LocalRequest, guest: Guest, form: ReplyForm) -> Guest:
    return answer_by_link(actor=request.actor, guest=guest, answer=form.answered, stand_in=form.stand_in)
