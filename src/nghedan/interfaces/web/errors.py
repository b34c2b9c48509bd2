"""The one place where errors become pages, with what was typed given back."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from nghedan.interfaces.web.http import is_fragment
from nghedan.interfaces.web.kept import fields_of, is_from_our_page
from nghedan.interfaces.web.wording import sentence_of
from nghedan.kernel.errors import Conflict, DomainError, Invalid, NotAllowed, Refused
from nghedan.kernel.terms import gettext_noop

KINDS: dict[type[DomainError], tuple[HTTPStatus, str]] = {
    Invalid: (HTTPStatus.UNPROCESSABLE_ENTITY, gettext_noop("Nội dung gửi chưa đúng")),
    NotAllowed: (HTTPStatus.FORBIDDEN, gettext_noop("Không có quyền thực hiện")),
    Refused: (HTTPStatus.CONFLICT, gettext_noop("Chưa thực hiện được")),
    Conflict: (HTTPStatus.CONFLICT, gettext_noop("Có người vừa thay đổi")),
}


class ErrorMiddleware:
    """Turns what a deed says no to into a page: 422, 403 or 409 with the reason."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a DomainError; leave every other exception to Django."""
        for kind, (status, title) in KINDS.items():
            if isinstance(error, kind):
                return given_back(request, status, _(title), sentence_of(error))
        return None


def given_back(request: HttpRequest, status: HTTPStatus, title: str, text: str) -> HttpResponse:
    """Show why the request was not taken; what was typed on our own page stands in a form, to be sent again."""
    ours = request.method == "POST" and is_from_our_page(request)
    context = {
        "title": title,
        "text": text,
        "action": request.get_full_path(),
        "fields": fields_of(request.POST) if ours else [],
        "files": sorted(request.FILES) if ours else [],
    }
    response = render(request, "web/given_back.html", context, status=status)
    if is_fragment(request):  # the page as a whole, not a part of it
        response.headers["HX-Retarget"] = "body"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer a form from an old page, whose token no longer holds."""
    text = _("Trang đã mở từ lâu hoặc đã đăng nhập lại ở thẻ khác nên chưa gửi được. Xin bấm gửi lại.")
    return given_back(request, HTTPStatus.FORBIDDEN, _("Trang đã cũ"), text)
