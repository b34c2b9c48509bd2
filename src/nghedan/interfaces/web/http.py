"""Requests as views see them: the middleware has already said who asks and for which locality.

The part ``<slug:locality>`` of an address is taken out by the middleware: views do not receive it as an argument.
"""

from django.http import HttpRequest

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.tenancy.models import Locality


class LocalRequest(HttpRequest):
    """A request for a page of one locality; on public pages the actor is the public."""

    actor: Actor
    locality: Locality


class StaffRequest(LocalRequest):
    """A request by somebody who is signed in and holds a role in the locality."""

    user: User


def is_fragment(request: HttpRequest) -> bool:
    """Say whether htmx asks for a part of the page."""
    return request.headers.get("HX-Request") == "true"
