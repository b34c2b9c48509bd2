"""From a form to a deed and back: what the deed refuses is told in the form, with everything typed still in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Generic, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nghedan.foundation.transitions.keys import check_key, issue_key
from nghedan.interfaces.web.http import LocalRequest
from nghedan.interfaces.web.wording import sentence_of
from nghedan.kernel.errors import Conflict, Invalid, Refused

T = TypeVar("T")
STOPPED = "stopped"
"""Code of a form error that says: right as such, but not now (HTTP 409 rather than 422)."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A deed that was done, and what it returned."""

    value: T


def attempt(form: BaseForm, deed: Callable[[], T]) -> Done[T] | None:
    """Do the deed if the form is filled in rightly; None when not, and then the form holds the reasons.

    NotAllowed is not caught: it is no matter of filling in.
    """
    if not form.is_valid():
        return None
    try:
        return Done(deed())
    except Invalid as error:
        field = error.field if error.field in form.fields else None
        form.add_error(field, ValidationError(sentence_of(error), code=error.code))
    except (Refused, Conflict) as error:
        form.add_error(None, ValidationError(sentence_of(error), code=STOPPED))
    return None


def form_page(
    request: HttpRequest, template: str, form: BaseForm, context: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Show a page with its form: 200 when it is fresh, 422 with what is wrong, 409 with why it is not open now."""
    return render(request, template, {"form": form, **(context or {})}, status=_status_of(form))


def page_form_key(request: LocalRequest, form_name: str) -> str:
    """Return a fresh key for the hidden field ``form_key``; it makes sending the same form twice harmless."""
    return issue_key(request.actor, form_name)


def posted_form_key(request: LocalRequest, form_name: str) -> str:
    """Return the key that came with the form. Raises Invalid when it was not issued to this actor for this form."""
    key = request.POST.get("form_key", "")
    check_key(key, request.actor, form_name)
    return key


def _status_of(form: BaseForm) -> HTTPStatus:
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, STOPPED):
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else HTTPStatus.OK
