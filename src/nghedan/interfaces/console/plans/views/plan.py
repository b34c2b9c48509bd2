"""The plan."""

from django.http import HttpResponse

from nghedan.domain.plans.queries import plan_for
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404


def show(request: StaffRequest, plan_id: str) -> HttpResponse:
    return HttpResponse(or_404(plan_for, request.actor, plan_id).title)
