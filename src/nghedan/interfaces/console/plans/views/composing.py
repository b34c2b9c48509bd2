"""A new plan from eight questions."""

from django.http import HttpResponse

from nghedan.interfaces.web.http import StaffRequest


def first_step(request: StaffRequest) -> HttpResponse:
    return HttpResponse("")
