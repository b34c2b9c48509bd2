"""The two shapes of a page that asks: a form, and a form with a last look before what cannot be undone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

F = TypeVar("F", bound=forms.Form)

FORM = "console/settings/form.html"
LAST_LOOK = "console/settings/last_look.html"
CONFIRMED = "confirmed"
TECHNICAL = ("csrfmiddlewaretoken", "version", "form_key", CONFIRMED)


@dataclass(frozen=True, slots=True)
class Page:
    """What a form page says around its form; ``key`` names a form that creates something."""

    title: str
    submit: str
    back: str
    intro: str = ""
    kind: str = ""
    key: str = ""
    template: str = FORM


@dataclass(frozen=True, slots=True)
class LastLook:
    """What was given, and what will happen and to whom."""

    submit: str
    rows: Sequence[SummaryRow]
    effects: Sequence[str]
    irreversible: bool = True


def sent_or_fresh(request: StaffRequest, make: Callable[..., F]) -> F:
    """Return the form as it was sent, or with what the address still holds of it (see ``last_look``)."""
    if request.method == "POST":
        return make(request.POST)
    form = make()
    for name, field in form.fields.items():
        if name in request.GET and name not in TECHNICAL:
            form.initial[name] = field.widget.value_from_datadict(request.GET, {}, name)
    return form


def ask(request: StaffRequest, form: forms.Form, page: Page, context: Mapping[str, Any] | None = None) -> HttpResponse:
    """Show a form; over an existing row from an old page, with both texts."""
    told = {"page": page, "form_key": page_form_key(request, page.key) if page.key else "", **(context or {})}
    if isinstance(form, VersionedForm):
        return versioned_page(request, page.template, form, told)
    return form_page(request, page.template, form, told)


def ask_and_do(
    request: StaffRequest,
    form: forms.Form,
    page: Page,
    deed: Callable[[], object],
    done: str,
    then: str,
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Show a form; filled in, do the deed, say ``done`` and go on to the address ``then``."""
    if request.method == "POST" and attempt(form, deed):
        return succeed(request, done, then)
    return ask(request, form, page, context)


def ask_look_and_do(
    request: StaffRequest,
    form: forms.Form,
    page: Page,
    look: Callable[[], LastLook],
    deed: Callable[[], object],
    done: str,
    then: str,
) -> HttpResponse:
    """Show a form; filled in, a last look; confirmed, do the deed, say ``done`` and go on to the address ``then``."""
    if request.method == "POST" and form.is_valid():
        if CONFIRMED not in request.POST:
            return _last_look(request, form, page, look())
        if attempt(form, deed):
            return succeed(request, done, then)
    return ask(request, form, page)


def succeed(request: StaffRequest, sentence: str, then: str) -> HttpResponse:
    """Say what was done, on the page that follows."""
    messages.success(request, sentence)
    return redirect(then)


def _last_look(request: StaffRequest, form: forms.Form, page: Page, look: LastLook) -> HttpResponse:
    """Show the last look; the way back carries what was typed. Files are asked for here, no page can carry them on."""
    typed: QueryDict = request.POST.copy()
    for name in TECHNICAL:
        typed.pop(name, None)
    context = {
        "page": page,
        "look": look,
        "fields": [field.as_hidden() for field in form if not isinstance(field.field, forms.FileField)],
        "files": [field for field in form if isinstance(field.field, forms.FileField)],
        "form": form,
        "form_key": request.POST.get("form_key", ""),
        "back": f"{request.path}?{typed.urlencode()}",
    }
    return render(request, LAST_LOOK, context)
