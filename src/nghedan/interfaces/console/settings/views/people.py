"""People in office: the list of everybody, one person, posts, leaving."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.organisations.models import Officer, Post
from nghedan.domain.organisations.queries import officers_visible_to, posts_visible_to
from nghedan.domain.organisations.services.officers import appoint, edit_officer, end_officer, relieve
from nghedan.domain.organisations.services.staffing import take_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.accounts.queries import accounts_visible_to, sign_in_cards_visible_to
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.terms import Standing
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings import people as reads
from nghedan.interfaces.console.settings.forms.people import LeaveForm, NewOfficerForm, OfficerForm, PostForm
from nghedan.interfaces.console.settings.pages import LastLook, Page, ask_and_do, ask_look_and_do, sent_or_fresh
from nghedan.interfaces.console.settings.present import people as present
from nghedan.interfaces.web.forms import posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.vietnamese import format_date

ADD, POST = "officer.add", "post.add"
FIELDS = ("full_name", "phone", "email")


@require_safe
def people(request: StaffRequest) -> HttpResponse:
    """Show everybody by given name; accounts and roles to whoever may read them."""
    require(request.actor, "organisation.view")
    officers = officers_visible_to(request.actor).filter(state=Standing.CURRENT).select_related("user")
    posts = posts_visible_to(request.actor).on(clock.today()).order_by("-is_head", "-is_deputy", "pk")
    sees_accounts = decide(request.actor, "account.read").allowed
    roles = reads.roles_in_force(request.locality) if sees_accounts else {}
    grants = [grant for held in roles.values() for grant in held]
    names = reads.scope_names(request.actor, grants) if sees_accounts else {}
    with_card = set(sign_in_cards_visible_to(request.actor).values_list("user_id", flat=True))
    context = {
        "page": Page(_("Cán bộ và tài khoản"), "", href("settings", request.locality)),
        "rows": present.person_rows(
            request.locality, officers, posts, accounts_visible_to(request.actor), roles, names, with_card
        ),
        "may_issue": decide(request.actor, "sign_in_card.issue").allowed,
        "sees_accounts": sees_accounts,
        "may_add": decide(request.actor, ADD).allowed,
    }  # fmt: skip
    return render(request, "console/settings/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """Add somebody with her first post."""
    require(request.actor, ADD)
    data = request.POST if request.method == "POST" else None
    form = NewOfficerForm(data, places=reads.places_of_today(request.actor))
    back = href("settings-people", request.locality)
    return ask_and_do(
        request, form, Page(_("Thêm cán bộ"), _("Thêm"), back, key=ADD),
        lambda: take_on(
            actor=request.actor, officer=form.officer(request.locality), post=form.post(request.locality),
            key=posted_form_key(request, ADD),
        ),
        _("Đã thêm cán bộ."), back,
    )  # fmt: skip


@require_safe
def person(request: StaffRequest, officer_id: str) -> HttpResponse:
    """Show one person: contact, posts, account."""
    officer = _officer(request, officer_id)
    today = clock.today()
    posts = (
        posts_visible_to(request.actor)
        .filter(officer=officer)
        .select_related("locality")
        .order_by("-valid_from", "-pk")
    )
    sees_account = decide(request.actor, "account.read").allowed
    has_card = sign_in_cards_visible_to(request.actor).filter(user=officer.user_id).exists()
    may_edit = officer.state == Standing.CURRENT and decide(request.actor, "officer.edit", officer).allowed
    context = {
        "page": Page(officer.full_name, "", href("settings-people", request.locality)),
        "officer": officer,
        "summary": present.officer_summary(officer),
        "posts": [present.post_row(request.actor, post, today) for post in posts],
        "account": present.account_tag(officer.user, has_card=has_card) if sees_account else None,
        "sees_account": sees_account,
        "may_edit": may_edit,
        "may_open": may_edit and decide(request.actor, "grant.add").allowed and officer.user is None,
    }
    return render(request, "console/settings/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, officer_id: str) -> HttpResponse:
    """Correct name and contact."""
    row = _officer(request, officer_id)
    require(request.actor, "officer.edit", row)
    data = request.POST if request.method == "POST" else None
    form = OfficerForm(data, obj=row, initial={name: getattr(row, name) for name in FIELDS})
    back = href("settings-person", request.locality, officer_id=row.public_id)
    return ask_and_do(
        request, form, Page(row.full_name, _("Lưu"), back),
        lambda: edit_officer(
            actor=request.actor, officer=row, changes={name: form.cleaned_data[name] for name in FIELDS}
        ),
        _("Đã lưu."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def add_post(request: StaffRequest, officer_id: str) -> HttpResponse:
    """Record a further post."""
    officer = _officer(request, officer_id)
    require(request.actor, POST)
    data = request.POST if request.method == "POST" else None
    form = PostForm(data, places=reads.places_of_today(request.actor), initial={"valid_from": clock.today()})
    back = href("settings-person", request.locality, officer_id=officer.public_id)
    page = Page(_("Thêm chức vụ cho %(officer)s") % {"officer": officer.full_name}, _("Ghi chức vụ"), back, key=POST)
    return ask_and_do(
        request, form, page, lambda: _appoint(request, officer, form), _("Đã ghi chức vụ."), back
    )  # fmt: skip


def _appoint(request: StaffRequest, officer: Officer, form: PostForm) -> Post:
    post = form.post(request.locality)
    post.officer = officer
    return appoint(actor=request.actor, post=post, key=posted_form_key(request, POST))


@require_http_methods(["GET", "HEAD", "POST"])
def end_post(request: StaffRequest, post_id: str) -> HttpResponse:
    """Record that somebody no longer holds a post."""
    row = or_404(posts_visible_to(request.actor).select_related("locality", "officer__user").get, public_id=post_id)
    require(request.actor, "post.end", row)
    form = sent_or_fresh(request, lambda data=None: LeaveForm(data, obj=row))
    back = href("settings-person", request.locality, officer_id=row.officer.public_id)
    title = _("%(officer)s thôi giữ chức vụ %(title)s") % {"officer": row.officer.full_name, "title": row.title}
    return ask_look_and_do(
        request, form, Page(title, _("Tiếp tục"), back),
        lambda: LastLook(
            _("Ghi thôi giữ chức vụ"), _leaving_rows(row.officer, form),
            [_("Vai trò đi theo chức vụ này cũng hết sau ngày ấy.")],
        ),
        lambda: relieve(actor=request.actor, post=row, last_day=form.cleaned_data["last_day"]),
        _("Đã ghi."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: StaffRequest, officer_id: str) -> HttpResponse:
    """Let somebody go: every post and what comes with it ends."""
    row = _officer(request, officer_id)
    require(request.actor, "officer.end", row)
    form = sent_or_fresh(request, lambda data=None: LeaveForm(data, obj=row))
    back = href("settings-person", request.locality, officer_id=row.public_id)
    effects = [
        _("Mọi chức vụ đang giữ kết thúc sau ngày ấy, kèm vai trò đi theo."),
        _("Tên vẫn còn trong hồ sơ, văn bản, nhật ký cũ."),
        *([_("Tài khoản chưa bị đóng; đóng tài khoản ở trang tài khoản.")] if row.user else []),
    ]
    return ask_look_and_do(
        request, form, Page(_("%(officer)s nghỉ, chuyển công tác") % {"officer": row.full_name}, _("Tiếp tục"), back),
        lambda: LastLook(_("Ghi nghỉ, chuyển công tác"), _leaving_rows(row, form), effects),
        lambda: end_officer(actor=request.actor, officer=row, last_day=form.cleaned_data["last_day"]),
        _("Đã ghi."), href("settings-people", request.locality),
    )  # fmt: skip


def _leaving_rows(officer: Officer, form: LeaveForm) -> list[SummaryRow]:
    return [
        SummaryRow(_("Cán bộ"), officer.full_name),
        SummaryRow(_("Ngày cuối cùng"), format_date(form.cleaned_data["last_day"])),
    ]


def _officer(request: StaffRequest, officer_id: str) -> Officer:
    return or_404(officers_visible_to(request.actor).select_related("user", "locality").get, public_id=officer_id)
