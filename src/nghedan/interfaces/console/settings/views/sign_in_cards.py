"""Printed sign-in cards: for one account, for all heads of hamlets, shown once, withdrawn."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.organisations.queries import hamlet_heads_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.queries import accounts_visible_to
from nghedan.foundation.accounts.services import issue_sign_in_cards, withdraw_sign_in_cards
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings import people as reads
from nghedan.interfaces.console.settings import shown_once
from nghedan.interfaces.console.settings.forms.people import PressForm
from nghedan.interfaces.console.settings.pages import Page, ask, succeed
from nghedan.interfaces.console.settings.present import cards as present
from nghedan.interfaces.web.forms import attempt, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

ISSUE, CARDS = "sign_in_card.issue", "sign_in_cards"
NEW = "console/settings/sign_in_cards_new.html"


@require_http_methods(["GET", "HEAD", "POST"])
def new_for_one(request: StaffRequest, user_id: str) -> HttpResponse:
    """Issue a card to one account, after a look at what it does."""
    require(request.actor, ISSUE)
    user = or_404(accounts_visible_to(request.actor).get, public_id=user_id)
    grants = reads.roles_in_force(request.locality).get(user.pk, [])
    place = present.place_of(grants, reads.scope_names(request.actor, grants))
    title = _("In thẻ đăng nhập cho %(name)s") % {"name": user.full_name}
    back = href("settings-account", request.locality, user_id=user.public_id)
    return _look_and_issue(request, Page(title, _("Cấp và in thẻ"), back, key=ISSUE, template=NEW), {user: place})


@require_http_methods(["GET", "HEAD", "POST"])
def new_for_hamlets(request: StaffRequest) -> HttpResponse:
    """Issue cards to all heads of hamlets who have none, after a look at who they are."""
    require(request.actor, ISSUE)
    grants = reads.hamlet_roles_without_card(request.actor, request.locality)
    names = reads.scope_names(request.actor, [grant for held in grants.values() for grant in held])
    places = {user: present.place_of(held, names) for user, held in grants.items()}
    title = _("In thẻ đăng nhập cho các trưởng thôn, tổ trưởng chưa có thẻ")
    page = Page(title, _("Cấp và in các thẻ"), href("settings-people", request.locality), key=ISSUE, template=NEW)
    missing = present.without_account(hamlet_heads_on(request.locality, clock.today()).values())
    return _look_and_issue(request, page, places, missing)


@require_safe
@never_cache
def cards(request: StaffRequest) -> HttpResponse:
    """Show the cards that were just issued, this once."""
    require(request.actor, ISSUE)
    kept = shown_once.take(request, CARDS)
    context = {
        "page": Page(_("Thẻ đăng nhập"), "", href("settings-people", request.locality)),
        "cards": [present.sign_in_ticket(values, request.build_absolute_uri) for values in kept or ()],
    }
    return render(request, "console/settings/sign_in_cards.html", context)


@require_POST
def withdraw(request: StaffRequest, user_id: str) -> HttpResponse:
    """Withdraw a lost card; a new one can be issued at any time, so nothing is asked."""
    user = or_404(accounts_visible_to(request.actor).get, public_id=user_id)
    withdraw_sign_in_cards(actor=request.actor, user=user)
    done = _("Đã thu hồi thẻ đăng nhập. Điện thoại đang vào bằng thẻ này phải có thẻ mới.")
    return succeed(request, done, href("settings-account", request.locality, user_id=user.public_id))


def _look_and_issue(
    request: StaffRequest, page: Page, places: Mapping[User, str], missing: str = ""
) -> HttpResponse:
    """Show who gets a card; confirmed, issue and lead to the page that shows them."""
    there = href("settings-sign-in-cards", request.locality)
    if request.method == "POST" and shown_once.is_repeat(request, CARDS):
        return redirect(there)
    form = PressForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and attempt(form, lambda: _issue(request, places)):
        return redirect(there)
    rows = [SummaryRow(user.full_name, place) for user, place in places.items()]
    return ask(request, form, page, {"rows": rows, "missing": missing})


def _issue(request: StaffRequest, places: Mapping[User, str]) -> None:
    posted_form_key(request, ISSUE)
    issued = issue_sign_in_cards(actor=request.actor, users=[*places])
    shown_once.keep(request, CARDS, [present.kept_of(new, places[new.card.user]) for new in issued])
