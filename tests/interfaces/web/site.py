"""Addresses for the tests of the web layer: its own, and a console and a portal of two pages each."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import include, path

from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.kernel.errors import Conflict, Invalid, NotAllowed, Refused

ERRORS = {
    "invalid": Invalid("note.invalid", "Nội dung “%(word)s” chưa đúng.", field="words", word="abc"),
    "refused": Refused("note.refused", "Chưa đến lúc."),
    "conflict": Conflict("note.conflict", "Người khác nhanh hơn."),
    "not-allowed": NotAllowed("note.denied", "Không phải việc của mình."),
}


class NoteForm(forms.Form):
    words = forms.CharField(label="Lời", widget=forms.Textarea)


def who(request: StaffRequest) -> JsonResponse:
    return JsonResponse(
        {"actor": request.actor.key, "locality": request.locality.slug, "roles": sorted(request.actor.roles)}
    )


def page(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/console.html")


@login_not_required
def public_who(request: StaffRequest) -> JsonResponse:
    return who(request)


@login_not_required
def public_page(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/portal.html")


def note(request: StaffRequest, kind: str) -> HttpResponse:
    """A form whose deed raises; asked with ``bare`` nobody catches the error in the view."""
    if kind.startswith("bare-"):
        raise ERRORS[kind.removeprefix("bare-")]

    def deed() -> str:
        if kind in ERRORS:
            raise ERRORS[kind]
        return posted_form_key(request, "note")

    form = NoteForm(request.POST or None)
    if request.method == "POST" and (done := attempt(form, deed)):
        return HttpResponse(done.value)
    return form_page(request, "tests/note.html", form, {"form_key": page_form_key(request, "note")})


def broken(_request: HttpRequest) -> HttpResponse:
    raise RuntimeError("Bà Tư nói điều không ai được nghe")


console = [
    path("", who, name="who"),
    path("page/", page, name="page"),
    path("note/<slug:kind>/", note, name="note"),
    path("broken/", broken, name="broken"),
]
portal = [path("", public_who, name="who"), path("page/", public_page, name="page")]

urlpatterns = [
    path("", include("nghedan.interfaces.web.urls")),
    path("account/", include("nghedan.interfaces.web.sign_in.urls")),
    path("first-run/", include("nghedan.interfaces.console.first_run.urls")),
    path("console/<slug:locality>/", include((console, "console"))),
    path("<slug:locality>/", include((portal, "portal"))),
]
