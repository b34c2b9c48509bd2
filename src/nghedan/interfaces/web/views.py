"""Pages before and around sign-in: the way in, password card, kept text, language."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from nghedan.foundation.accounts import first_run, queries, services
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.web import kept
from nghedan.interfaces.web.entry_forms import CodeForm, TwicePasswordForm
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.places import console_of, portal_of

CARD_CODE = "card_code"
YEAR_SECONDS = 365 * 24 * 3600


@require_safe
@login_not_required
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """Lead staff to their console, the people to their locality, the first person to the first run."""
    if request.user.is_authenticated:
        places = [(place.full_name, console_of(place)) for place in queries.localities_of(request.user, clock.today())]
    else:
        places = [(place.full_name, portal_of(place)) for place in Locality.objects.order_by("name")]
    if len(places) == 1:
        return redirect(places[0][1])
    if not places and first_run.is_needed():
        return redirect("first-run:code")
    return render(request, "web/home.html", {"places": places})


@login_not_required
@never_cache
def open_password_card(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take the code of a card, from a link or typed; it moves into the session and out of the address."""
    data = {"code": code} if code else request.POST or None
    form = CodeForm(data)
    if data is not None and attempt(form, lambda: services.find_card(form.cleaned_data["code"])):
        request.session[CARD_CODE] = form.cleaned_data["code"]
        return redirect("web:password-card-use")
    return form_page(request, "web/password_card_code.html", form)


@login_not_required
@never_cache
def use_password_card(request: HttpRequest) -> HttpResponse:
    """Set the password of the card's account."""
    code = request.session.get(CARD_CODE, "")
    found = attempt(CodeForm({"code": code}), lambda: services.find_card(code))
    if found is None:
        return redirect("web:password-card")
    form = TwicePasswordForm(request.POST or None)
    if request.method == "POST" and attempt(
        form, lambda: services.use_password_card(code=code, password=form.cleaned_data["password"])
    ):
        del request.session[CARD_CODE]
        messages.success(request, _("Đã đặt mật khẩu. Xin đăng nhập."))
        return redirect("account_login")
    return form_page(request, "web/password_card.html", form, {"card": found.value})


@require_safe
@never_cache
def give_back_kept(request: HttpRequest) -> HttpResponse:
    """Offer the text that was typed before the session was locked, to be sent again."""
    found = kept.kept_for(request.session, str(request.user.pk))
    if found is None:
        return redirect("web:home")
    action, fields = found
    context = {
        "title": _("Nội dung đã nhập vẫn được giữ"),
        "text": _("Phiên làm việc đã khóa trước khi nội dung này được ghi. Xin xem lại rồi bấm gửi."),
        "action": action,
        "fields": fields,
    }
    return render(request, "web/given_back.html", context)


@require_safe
@login_not_required
def choose_language(request: HttpRequest, code: str) -> HttpResponse:
    """Remember the language in a cookie and go back to where one came from."""
    before = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponse(status=HTTPStatus.FOUND, headers={"Location": before if safe else reverse("web:home")})
    if code in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, YEAR_SECONDS, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    return response
