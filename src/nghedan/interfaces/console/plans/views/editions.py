"""The editions of a plan, and the signed copy of each."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.queries import editions_of, plan_for
from nghedan.domain.plans.services.drafting import draft_from
from nghedan.domain.plans.services.papers import keep_signed_plan
from nghedan.domain.plans.services.snapshot import snapshot_of
from nghedan.domain.plans.terms import PlanState
from nghedan.foundation.access.decide import decide
from nghedan.foundation.documents.queries import papers_of
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.plans.forms.moves import SignedCopyForm
from nghedan.interfaces.console.plans.present.editions import differences, edition_views
from nghedan.interfaces.console.plans.views.plan import frame
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

IN_FORCE = (PlanState.ISSUED, PlanState.CLOSED)


@require_http_methods(["GET", "HEAD", "POST"])
def editions(request: StaffRequest, plan_id: str) -> HttpResponse:
    """Show every edition as it was issued and what it changed; take the signed copy of the latest."""
    plan = or_404(plan_for, request.actor, plan_id)
    form = SignedCopyForm(request.POST, request.FILES) if request.method == "POST" else SignedCopyForm()
    if request.method == "POST" and (
        done := attempt(
            form, lambda: keep_signed_plan(actor=request.actor, plan=plan, upload=form.cleaned_data["file"])
        )
    ):
        messages.success(request, _("Đã lưu bản ký, mã kiểm tra %(digest)s.") % {"digest": done.value.copy_digest[:12]})
        return redirect("console:plan-editions", locality=request.locality.slug, plan_id=plan.public_id)
    return form_page(request, "console/plans/editions.html", form, _context(request, plan))


def _context(request: StaffRequest, plan: Plan) -> dict[str, object]:
    found = list(editions_of(plan))
    amending = bool(found) and plan.state not in IN_FORCE
    return {
        **frame(request, plan, "plan-editions"),
        "editions": edition_views(found, papers_of(*found)),
        "amending": amending,
        "working": differences(found[0].snapshot, snapshot_of(draft_from(plan))) if amending else [],
        "may_keep": plan.state in IN_FORCE and decide(request.actor, "paper.add", plan).allowed,
    }


@require_safe
def signed_copy(request: StaffRequest, plan_id: str, paper_id: str) -> HttpResponse:
    """Send the file of a signed copy."""
    plan = or_404(plan_for, request.actor, plan_id)
    paper = or_404(papers_of(*editions_of(plan)).get, public_id=paper_id)
    return sent_file(request, paper.signed_copy)
