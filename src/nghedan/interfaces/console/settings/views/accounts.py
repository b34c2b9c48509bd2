"""Accounts and roles: opening, giving roles, password cards, closing; who may do what."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.organisations.models import Officer
from nghedan.domain.organisations.queries import officers_visible_to
from nghedan.domain.organisations.services.staffing import open_account
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.access.models import RoleGrant, User
from nghedan.foundation.accounts.queries import accounts_visible_to, card_holders, sign_in_cards_visible_to
from nghedan.foundation.accounts.services import change_grant, close_account, end_grant, grant_role, issue_password_card
from nghedan.foundation.db import clock
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings import people as reads
from nghedan.interfaces.console.settings import shown_once
from nghedan.interfaces.console.settings.forms.people import (
    WHOLE,
    AccountForm,
    GrantDaysForm,
    PressForm,
    PressVersionedForm,
    RoleForm,
)
from nghedan.interfaces.console.settings.pages import LastLook, Page, ask, ask_and_do, ask_look_and_do
from nghedan.interfaces.console.settings.present import people as present
from nghedan.interfaces.console.settings.present.cards import password_ticket
from nghedan.interfaces.console.settings.present.roles import role_table
from nghedan.interfaces.web.forms import attempt, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

OPEN, CARD, GRANT = "account.open", "password_card.issue", "grant.add"


@require_safe
def account(request: StaffRequest, user_id: str) -> HttpResponse:
    """Show one account with its roles."""
    require(request.actor, "account.read")
    user = _account(request, user_id)
    grants = reads.roles_in_force(request.locality).get(user.pk, [])
    names = reads.scope_names(request.actor, grants)
    officer = officers_visible_to(request.actor).filter(user=user).first()
    card = sign_in_cards_visible_to(request.actor).filter(user=user).first()
    context = {
        "page": Page(user.full_name, "", _back(request, officer)),
        "account": user,
        "tag": present.account_tag(user, has_card=card is not None),
        "card": card,
        "card_is_open": bool(card_holders([user], request.locality, clock.today())),
        "roles": [present.role_row(request.actor, grant, names) for grant in grants],
        "may_grant": user.is_active and decide(request.actor, GRANT).allowed,
    }
    return render(request, "console/settings/account.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_for(request: StaffRequest, officer_id: str) -> HttpResponse:
    """Open an account for somebody in office; its card is shown once."""
    require(request.actor, GRANT)
    officer = or_404(officers_visible_to(request.actor).select_related("user", "locality").get, public_id=officer_id)
    if request.method == "POST" and shown_once.is_repeat(request, CARD):
        return redirect(href("settings-card", request.locality))
    data = request.POST if request.method == "POST" else None
    form = AccountForm(
        data, places=reads.places_of_today(request.actor), initial={"valid_from": clock.today(), "scope": WHOLE}
    )
    if request.method == "POST" and (done := attempt(form, lambda: _open(request, officer, form))):
        return _to_card(request, *done.value)
    back = href("settings-person", request.locality, officer_id=officer.public_id)
    title = _("Mở tài khoản cho %(officer)s") % {"officer": officer.full_name}
    intro = _("Không có mật khẩu mặc định: phần mềm in một thẻ dùng một lần, người nhận tự đặt mật khẩu.")
    return ask(request, form, Page(title, _("Mở tài khoản"), back, intro, key=OPEN))


def _open(request: StaffRequest, officer: Officer, form: AccountForm) -> tuple[User, str]:
    posted_form_key(request, OPEN)
    return open_account(
        actor=request.actor, officer=officer, username=form.cleaned_data["username"], **form.role_given()
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_card(request: StaffRequest, user_id: str) -> HttpResponse:
    """Issue a new card; earlier ones no longer hold."""
    require(request.actor, CARD)
    user = _account(request, user_id)
    if request.method == "POST" and shown_once.is_repeat(request, CARD):
        return redirect(href("settings-card", request.locality))
    form = PressForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and (done := attempt(form, lambda: _issue(request, user))):
        return _to_card(request, user, done.value)
    back = href("settings-account", request.locality, user_id=user.public_id)
    title = _("Cấp thẻ đặt mật khẩu cho %(name)s") % {"name": user.full_name}
    intro = _("Thẻ cấp trước đây hết giá trị. Mật khẩu đang dùng vẫn dùng được cho đến khi thẻ mới được sử dụng.")
    return ask(request, form, Page(title, _("Cấp thẻ"), back, intro, key=CARD))


def _issue(request: StaffRequest, user: User) -> str:
    posted_form_key(request, CARD)
    _card, code = issue_password_card(actor=request.actor, user=user)
    return code


def _to_card(request: StaffRequest, user: User, code: str) -> HttpResponse:
    shown_once.keep(request, CARD, [user.full_name, user.username, code])
    return redirect(href("settings-card", request.locality))


@require_safe
@never_cache
def card(request: StaffRequest) -> HttpResponse:
    """Show the card that was just issued, this once."""
    require(request.actor, CARD)
    page = Page(_("Thẻ đặt mật khẩu"), "", href("settings-people", request.locality))
    kept = shown_once.take(request, CARD)
    ticket = password_ticket(kept, request.build_absolute_uri) if kept else None
    return render(request, "console/settings/card.html", {"page": page, "card": ticket})


@require_http_methods(["GET", "HEAD", "POST"])
def give_role(request: StaffRequest, user_id: str) -> HttpResponse:
    """Give an account a further role."""
    require(request.actor, GRANT)
    user = _account(request, user_id)
    data = request.POST if request.method == "POST" else None
    form = RoleForm(
        data, places=reads.places_of_today(request.actor), initial={"valid_from": clock.today(), "scope": WHOLE}
    )
    back = href("settings-account", request.locality, user_id=user.public_id)
    page = Page(_("Giao vai trò cho %(name)s") % {"name": user.full_name}, _("Giao vai trò"), back, key=GRANT)
    return ask_and_do(
        request, form, page,
        lambda: grant_role(actor=request.actor, user=user, **form.role_given(), key=posted_form_key(request, GRANT)),
        _("Đã giao vai trò."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def role_days(request: StaffRequest, grant_id: str) -> HttpResponse:
    """Move the days of a role."""
    row = _grant(request, grant_id)
    require(request.actor, "grant.edit", row)
    data = request.POST if request.method == "POST" else None
    form = GrantDaysForm(data, obj=row, initial={"valid_from": row.valid_from, "valid_to": row.valid_to})
    back = href("settings-account", request.locality, user_id=row.user.public_id)
    return ask_and_do(
        request, form, Page(_grant_words(request, row), _("Lưu"), back),
        lambda: change_grant(
            actor=request.actor, grant=row, valid_from=form.cleaned_data["valid_from"],
            valid_to=form.cleaned_data["valid_to"],
        ),
        _("Đã lưu."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def end_role(request: StaffRequest, grant_id: str) -> HttpResponse:
    """Take a role away at once, after a last look."""
    row = _grant(request, grant_id)
    require(request.actor, "grant.end", row)
    form = PressVersionedForm(request.POST if request.method == "POST" else None, obj=row)
    back = href("settings-account", request.locality, user_id=row.user.public_id)
    words = _grant_words(request, row)
    return ask_look_and_do(
        request, form, Page(words, _("Tiếp tục"), back),
        lambda: LastLook(
            _("Thôi giao vai trò"),
            [SummaryRow(_("Tài khoản"), row.user.full_name), SummaryRow(_("Vai trò"), words)],
            [_("Quyền hết ngay, kể cả khi người này đang đăng nhập."), _("Việc đã làm vẫn còn trong nhật ký.")],
            irreversible=False,
        ),
        lambda: end_grant(actor=request.actor, grant=row), _("Đã thôi giao vai trò."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: StaffRequest, user_id: str) -> HttpResponse:
    """Close an account here, after a last look."""
    require(request.actor, "grant.end")
    user = _account(request, user_id)
    form = PressForm(request.POST if request.method == "POST" else None)
    back = href("settings-account", request.locality, user_id=user.public_id)
    grants = reads.roles_in_force(request.locality).get(user.pk, [])
    names = reads.scope_names(request.actor, grants)
    rows = [
        SummaryRow(_("Tài khoản"), f"{user.full_name} ({user.username})"),
        SummaryRow(_("Vai trò sẽ hết"), "\n".join(present.in_words(grant, names) for grant in grants)),
    ]
    effects = [
        _("%(name)s không đăng nhập được nữa.") % {"name": user.full_name},
        _("Thẻ đăng nhập, thẻ đặt mật khẩu chưa dùng bị thu hồi."),
        _("Tên đăng nhập không dùng lại cho người khác; việc đã làm vẫn còn trong nhật ký."),
    ]
    return ask_look_and_do(
        request, form, Page(_("Đóng tài khoản %(name)s") % {"name": user.full_name}, _("Tiếp tục"), back),
        lambda: LastLook(_("Đóng tài khoản"), rows, effects),
        lambda: close_account(actor=request.actor, user=user), _("Đã đóng tài khoản."), back,
    )  # fmt: skip


@require_safe
def roles(request: StaffRequest) -> HttpResponse:
    """Show which role may do what; the table is part of the product and only read here."""
    require(request.actor, "organisation.view")
    page = Page(_("Vai trò và quyền"), "", href("settings-people", request.locality))
    return render(request, "console/settings/roles.html", {"page": page, "table": role_table()})


def _account(request: StaffRequest, user_id: str) -> User:
    return or_404(accounts_visible_to(request.actor).get, public_id=user_id)


def _grant(request: StaffRequest, grant_id: str) -> RoleGrant:
    require(request.actor, "account.read")
    return or_404(RoleGrant.objects.across(request.actor).select_related("user", "locality").get, public_id=grant_id)


def _grant_words(request: StaffRequest, row: RoleGrant) -> str:
    return present.in_words(row, reads.scope_names(request.actor, [row]))


def _back(request: StaffRequest, officer: Officer | None) -> str:
    if officer is None:
        return href("settings-people", request.locality)
    return href("settings-person", request.locality, officer_id=officer.public_id)
