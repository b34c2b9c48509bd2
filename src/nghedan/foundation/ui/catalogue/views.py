"""The pages of the catalogue: for developers, without sign-in."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nghedan.foundation.ui.catalogue import forms, samples


@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    """Show every component."""
    context = {
        **samples.EVERYTHING,
        "shell": samples.SHELL,
        "empty_form": forms.empty_form(),
        "wrong_form": forms.wrong_form(),
        "filter_form": forms.FilterForm(),
    }
    return render(request, "ui/catalogue/components.html", context)


@login_not_required
def staff_page(request: HttpRequest) -> HttpResponse:
    """Show the frame of a staff page with a page as it may look."""
    return render(request, "ui/catalogue/staff.html", {**samples.EVERYTHING, "shell": samples.SHELL})


@login_not_required
def citizens_page(request: HttpRequest) -> HttpResponse:
    """Show the frame of a page for the people."""
    return render(request, "ui/catalogue/citizens.html", {**samples.EVERYTHING, "shell": samples.SHELL})


@login_not_required
def question_page(request: HttpRequest) -> HttpResponse:
    """Show a page that asks one question."""
    context = {"form": forms.Question({"words": ""}), "shell": samples.SHELL}
    return render(request, "ui/catalogue/question.html", context)


@login_not_required
def sheet(_request: HttpRequest) -> HttpResponse:
    """Show a blank sheet for the preview frame."""
    own_frame = {
        "X-Frame-Options": "SAMEORIGIN",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'self'",
    }
    return HttpResponse("<!doctype html><title>KẾ HOẠCH</title><p>KẾ HOẠCH</p>", headers=own_frame)
