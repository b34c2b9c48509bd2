"""Papers that were to follow: their numbers, once they are there."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.organisations.models import Delegation
from nghedan.domain.organisations.queries import delegations_visible_to
from nghedan.domain.organisations.services.delegations import add_delegation_paper
from nghedan.foundation.access.decide import require
from nghedan.foundation.transitions.instructions import papers_owed, receive_paper
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.today.forms import PaperForm
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page
from nghedan.kernel.vietnamese import format_date


@require_http_methods(["GET", "HEAD", "POST"])
def instruction(request: StaffRequest, instruction_id: str) -> HttpResponse:
    """Enter the number of the paper behind an instruction."""
    row: Instruction = or_404(papers_owed(request.actor).get, public_id=instruction_id)
    require(request.actor, "instruction.receive_paper", row)
    facts = [
        SummaryRow(_("Người cho ý kiến"), row.decided_by),
        SummaryRow(_("Lúc"), row.decided_at),
        SummaryRow(_("Nội dung"), row.content),
    ]
    form = PaperForm(request.POST or None, obj=row)
    return _page(
        request, form, facts,
        lambda: receive_paper(
            actor=request.actor, instruction=row, document_number=form.cleaned_data["document_number"]
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def delegation(request: StaffRequest, delegation_id: str) -> HttpResponse:
    """Enter the number of the paper of a delegation."""
    row: Delegation = or_404(delegations_visible_to(request.actor).get, public_id=delegation_id)
    require(request.actor, "delegation.add_paper", row)
    last = format_date(row.valid_to) if row.valid_to else ""
    facts = [
        SummaryRow(_("Người ủy quyền"), row.from_officer.full_name),
        SummaryRow(_("Người được ủy quyền"), row.to_officer.full_name),
        SummaryRow(_("Đến hết ngày"), last),
        SummaryRow(_("Lý do"), row.reason),
    ]
    form = PaperForm(request.POST or None, obj=row)
    return _page(
        request, form, facts,
        lambda: add_delegation_paper(
            actor=request.actor, delegation=row, document_number=form.cleaned_data["document_number"]
        ),
    )  # fmt: skip


def _page(request: StaffRequest, form: PaperForm, facts: list[SummaryRow], deed: Callable[[], object]) -> HttpResponse:
    if request.method == "POST" and attempt(form, deed):
        messages.success(request, _("Đã ghi số văn bản."))
        return redirect("console:today", locality=request.locality.slug)
    return versioned_page(request, "console/today/paper.html", form, {"facts": facts})
