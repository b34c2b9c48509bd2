"""Correcting what was keyed, changing what surrounds it, marking a mistake."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.keeping import correct_opinion, edit_opinion, void_opinion
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.ledger.forms.addressing import addressing_for
from nghedan.interfaces.console.ledger.forms.entry import CorrectForm, EditForm, VoidForm
from nghedan.interfaces.console.ledger.present import wording
from nghedan.interfaces.console.ledger.views.one import opinion_for
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

BOTH = ["GET", "HEAD", "POST"]
CORRECT, EDIT, VOID = "opinion.correct", "opinion.edit", "opinion.void"


@require_http_methods(BOTH)
def correct(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Set right what was keyed otherwise than it was said; the first text stays beside it."""
    opinion = opinion_for(request, opinion_id)
    require(request.actor, CORRECT, opinion)
    form = CorrectForm(request.POST or None, obj=opinion)

    def done() -> Opinion:
        typed = form.cleaned_data
        return correct_opinion(actor=request.actor, opinion=opinion, words=typed["words"], reason=typed["reason"])

    return _answer(request, "correct", opinion, form, done, _("Đã sửa lại; nguyên văn lúc đầu vẫn được giữ."))


@require_http_methods(BOTH)
def edit(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Change hamlet, origin, day and the like."""
    opinion = opinion_for(request, opinion_id)
    require(request.actor, EDIT, opinion)
    today = clock.today()
    addressing = addressing_for(request.actor, EDIT, today)
    hamlets = hamlets_on(request.locality, today)
    form = EditForm(request.POST or None, obj=opinion, hamlets=hamlets, addressing=addressing)

    def done() -> Opinion:
        return edit_opinion(actor=request.actor, opinion=opinion, changes=form.changes())

    return _answer(request, "edit", opinion, form, done, _("Đã sửa thông tin."))


@require_http_methods(BOTH)
def void(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Mark a line that was written by mistake."""
    opinion = opinion_for(request, opinion_id)
    require(request.actor, VOID, opinion)
    form = VoidForm(request.POST or None, obj=opinion)

    def done() -> Opinion:
        return void_opinion(actor=request.actor, opinion=opinion, reason=form.cleaned_data["reason"])

    return _answer(request, "void", opinion, form, done, _("Đã đánh dấu ghi nhầm; dòng và số vẫn còn trong sổ."))


def _answer(
    request: StaffRequest, page: str, opinion: Opinion, form: VersionedForm, deed: Callable[[], Opinion], told: str
) -> HttpResponse:
    if request.method == "POST" and attempt(form, deed):
        messages.success(request, told)
        return redirect("console:opinion", locality=request.locality.slug, opinion_id=opinion.public_id)
    context = {"opinion": opinion, "number": wording.number_of(opinion)}
    return versioned_page(request, f"console/ledger/{page}.html", form, context)
