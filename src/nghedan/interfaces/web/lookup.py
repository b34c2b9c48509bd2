"""What the actor may not see does not exist."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

P = ParamSpec("P")
T = TypeVar("T")


def or_404(find: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what a query finds: ``or_404(plan_for, request.actor, plan_id)``. Raises Http404 where there is none."""
    try:
        return find(*args, **kwargs)
    except ObjectDoesNotExist as error:
        raise Http404 from error
