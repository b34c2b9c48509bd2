"""The pages of the first run. What is typed stays in the session until the last step stores all of it as one deed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.matters.services.fields import install_starting_fields
from nghedan.domain.organisations.services.first_run import set_up_installation
from nghedan.domain.organisations.terms import Verdict
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.accounts import first_run
from nghedan.interfaces.console.first_run import present
from nghedan.interfaces.console.first_run.forms import AccountForm, FirstHamletsForm, LocalityForm
from nghedan.interfaces.console.settings.present.hamlet_list import preview_of
from nghedan.interfaces.web.entry_forms import CodeForm
from nghedan.interfaces.web.forms import attempt, form_page

SESSION_KEY = "first_run"
LOCALITY, HAMLETS, FINISHED = "locality", "hamlets", "finished"

View = Callable[[HttpRequest], HttpResponse]


def step(view: View) -> View:
    """Open a step to whoever gave the code in this browser, and to nobody once the installation is set up."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @login_not_required
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not first_run.is_needed():
            return _already_set_up(request)
        return view(request) if SESSION_KEY in request.session else redirect("first-run:code")

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code printed in the terminal; the right one opens the steps in this browser."""
    if not first_run.is_needed():
        return _already_set_up(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: first_run.check_set_up_code(form.cleaned_data["code"])):
        request.session.setdefault(SESSION_KEY, {})
        request.session.modified = True
        return redirect("first-run:locality")
    return form_page(request, "console/first_run/code.html", form)


@step
def locality(request: HttpRequest) -> HttpResponse:
    """Take the locality, its bodies and the units to begin with."""
    form = LocalityForm(_data(request, LOCALITY))
    if request.method == "POST" and form.is_valid():
        _keep(request, LOCALITY)
        return redirect("first-run:hamlets")
    context = {"steps": present.steps(1), "sets": present.set_rows()}
    return form_page(request, "console/first_run/locality.html", form, context)


@step
def hamlets(request: HttpRequest) -> HttpResponse:
    """Take a pasted list, show what was understood of it, and go on; a list with unclear lines is shown first."""
    form = FirstHamletsForm(_data(request, HAMLETS))
    if request.method == "POST" and (done := attempt(form, form.judged)):
        shown = _draft(request).get(HAMLETS)
        kept = _keep(request, HAMLETS)
        unclear = any(line.verdict is Verdict.UNREADABLE for line in done.value)
        stays = "preview" in request.POST or (unclear and kept != shown)
        return redirect("first-run:hamlets" if stays else "first-run:account")
    preview = preview_of(form.judged()) if form.is_bound and form.is_valid() else None
    return form_page(request, "console/first_run/hamlets.html", form, {"steps": present.steps(2), "preview": preview})


@step
def account(request: HttpRequest) -> HttpResponse:
    """Take the own account, and store everything."""
    place, list_ = LocalityForm(_typed(request, LOCALITY)), FirstHamletsForm(_typed(request, HAMLETS) or {})
    if not (place.is_valid() and list_.is_valid()):
        return redirect("first-run:locality")
    form = AccountForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: _set_up(place, list_, form)):
        first_run.forget_set_up_code()
        request.session[SESSION_KEY] = {FINISHED: place.locality().slug}
        return redirect("first-run:done")
    context = {"steps": present.steps(3), "rows": present.summary(place, list_)}
    return form_page(request, "console/first_run/account.html", form, context)


@require_safe
@login_not_required
@never_cache
def done(request: HttpRequest) -> HttpResponse:
    """Say that it is done, and open the two ways on; to anybody else only that it is."""
    slug = request.session.get(SESSION_KEY, {}).get(FINISHED)
    if slug is None:
        return redirect("first-run:code")
    return render(request, "console/first_run/done.html", {"steps": present.steps(4), "ways": present.ways(slug)})


def _set_up(place: LocalityForm, list_: FirstHamletsForm, form: AccountForm) -> object:
    data, locality = form.cleaned_data, place.locality()
    user = set_up_installation(
        locality=locality,
        starting_sets=[found.code for found in place.starting_sets()],
        hamlets=list_.cleaned_data["text"],
        default_kind=list_.default_kind,
        username=data["username"],
        full_name=data["full_name"],
        password=data["password"],
    )
    install_starting_fields(actor=Actor.system(locality), locality=locality)
    return user


def _already_set_up(request: HttpRequest) -> HttpResponse:
    if FINISHED in request.session.get(SESSION_KEY, {}):
        return redirect("first-run:done")
    return render(request, "console/first_run/already.html", status=410)


def _draft(request: HttpRequest) -> dict[str, Any]:
    request.session.modified = True
    draft: dict[str, Any] = request.session[SESSION_KEY]
    return draft


def _keep(request: HttpRequest, name: str) -> str:
    data = request.POST.copy()
    for passing in ("csrfmiddlewaretoken", "preview"):
        data.pop(passing, None)
    _draft(request)[name] = data.urlencode()
    return data.urlencode()


def _data(request: HttpRequest, name: str) -> QueryDict | None:
    """Return what was sent now, or what was typed at this step before."""
    return request.POST if request.method == "POST" else _typed(request, name)


def _typed(request: HttpRequest, name: str) -> QueryDict | None:
    text = _draft(request).get(name)
    return QueryDict(text) if text else None
