"""Public pages kept until something is journalled: an unchanged page costs two small queries."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.translation import get_language

from nghedan.foundation.db import clock
from nghedan.foundation.journal.record import head_of
from nghedan.interfaces.web.http import LocalRequest

KEPT_SECONDS = 24 * 60 * 60
View = Callable[..., HttpResponse]


def kept_by_journal(view: View) -> View:
    """Keep a page under its address, the language, the local day and the journal's number; never one with a form."""

    @wraps(view)
    def page(request: LocalRequest, **parts: Any) -> HttpResponse:
        number, _seal = head_of(request.locality)
        key = f"portal:{request.path}:{get_language()}:{clock.today()}:{number}"
        kept: tuple[bytes, str] | None = cache.get(key)
        if kept is not None:
            return HttpResponse(kept[0], content_type=kept[1])
        response = view(request, **parts)
        if response.status_code == 200:
            cache.set(key, (response.content, response.headers["Content-Type"]), KEPT_SECONDS)
        return response

    return page
