"""Delegation: the head hands the dialogue to a deputy for some days; the clerk may record that he did."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.organisations.models import Body, Delegation, Officer, Post
from nghedan.domain.organisations.queries import (
    bodies_visible_to,
    delegations_visible_to,
    head_of,
    posts_visible_to,
)
from nghedan.domain.organisations.services.delegations import add_delegation_paper, begin_delegation, end_delegation
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION
from nghedan.foundation.transitions.terms import InstructionWay
from nghedan.interfaces.console.instructions import InstructionFields
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.delegations import (
    DelegationForm,
    EndDelegationForm,
    InstructedDelegationForm,
    InstructedEndForm,
    PaperForm,
)
from nghedan.interfaces.console.settings.pages import LastLook, Page, ask, ask_and_do, ask_look_and_do, succeed
from nghedan.interfaces.console.settings.present import delegations as present
from nghedan.interfaces.web.forms import attempt, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop
from nghedan.kernel.vietnamese import format_date

WITHOUT_FILES = "console/settings/form_without_files.html"
BEGIN, END = "delegation.begin", "delegation.end"
NO_HEAD = gettext_noop("%(body)s chưa có %(post)s vào ngày %(day)s; xin ghi chức vụ trước.")


@require_safe
def delegations(request: StaffRequest) -> HttpResponse:
    """Show what runs and what is to come, then what is over."""
    require(request.actor, "organisation.view")
    rows = [
        present.delegation_row(request.actor, row, clock.today())
        for row in delegations_visible_to(request.actor).select_related("locality", "instruction")
    ]
    context = {
        "page": Page(_("Ủy quyền chủ trì đối thoại"), "", href("settings", request.locality)),
        "open": [row for row in rows if row.is_open],
        "past": [row for row in rows if not row.is_open],
        "may_begin": any(decide(request.actor, code).allowed for code in (BEGIN, RECORD_INSTRUCTION)),
    }
    return render(request, "console/settings/delegations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: StaffRequest) -> HttpResponse:
    """Take a delegation: the head's own, or as the clerk was told, at seven in the morning with the paper to follow."""
    today = clock.today()
    own = decide(request.actor, BEGIN).allowed
    require(request.actor, BEGIN if own else RECORD_INSTRUCTION)
    deputies = _deputies(request.actor, BEGIN if own else RECORD_INSTRUCTION, today)
    data = request.POST if request.method == "POST" else None
    form_class = DelegationForm if own else InstructedDelegationForm
    form = form_class(data, deputies=deputies, initial=_usual(deputies, today, own=own), files=request.FILES or None)
    if request.method == "POST" and (done := attempt(form, lambda: _begin(request, form))):
        told = _("Đã ghi ủy quyền cho %(officer)s.") % {"officer": done.value.to_officer.full_name}
        return succeed(request, told, href("settings-delegations", request.locality))
    page = Page(
        _("Ủy quyền chủ trì đối thoại"), _("Ghi ủy quyền"), href("settings-delegations", request.locality), key=BEGIN,
        template="console/settings/delegation_begin.html",
    )  # fmt: skip
    return ask(request, form, page, {"deputies": deputies})


def _begin(request: StaffRequest, form: DelegationForm) -> Delegation:
    key = posted_form_key(request, BEGIN)
    delegation = form.delegation(_head(form.deputy.body, form.cleaned_data["valid_from"]))
    with deed(request.actor):
        instruction = None
        if isinstance(form, InstructionFields):
            about = _("Ủy quyền chủ trì đối thoại cho %(officer)s") % {"officer": delegation.to_officer.full_name}
            instruction = form.recorded(request.actor, delegation, about, key)
        return begin_delegation(actor=request.actor, delegation=delegation, instruction=instruction, key=key)


@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: StaffRequest, delegation_id: str) -> HttpResponse:
    """Take the number of the document that was to follow."""
    row = _delegation(request, delegation_id)
    require(request.actor, "delegation.add_paper", row)
    form = PaperForm(request.POST or None, obj=row, initial={"document_number": row.document_number})
    back = href("settings-delegations", request.locality)
    return ask_and_do(
        request, form, Page(_("Bổ sung văn bản ủy quyền"), _("Lưu"), back, present.sentence(row)),
        lambda: add_delegation_paper(
            actor=request.actor, delegation=row, document_number=form.cleaned_data["document_number"]
        ),
        _("Đã bổ sung văn bản ủy quyền."), back,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: StaffRequest, delegation_id: str) -> HttpResponse:
    """End a delegation today, or withdraw one that has not begun."""
    row = _delegation(request, delegation_id)
    own = decide(request.actor, END, row).allowed
    require(request.actor, END if own else RECORD_INSTRUCTION, row)
    form_class = EndDelegationForm if own else InstructedEndForm
    data = request.POST if request.method == "POST" else None
    told = _told_by(row.from_officer, row.body.head_post)
    form = form_class(data, obj=row, initial=told, files=request.FILES or None)
    back = href("settings-delegations", request.locality)
    submit = _("Chấm dứt ủy quyền") if row.is_valid_on(clock.today()) else _("Rút lại ủy quyền")
    return ask_look_and_do(
        request, form, Page(submit, _("Tiếp tục"), back, present.sentence(row), template=WITHOUT_FILES),
        lambda: LastLook(submit, present.summary(row), present.effects_of_ending(row)),
        lambda: _end(request, row, form), _("Đã chấm dứt ủy quyền."), back,
    )  # fmt: skip


def _end(request: StaffRequest, row: Delegation, form: EndDelegationForm) -> Delegation:
    with deed(request.actor):
        instruction = None
        if isinstance(form, InstructionFields):
            instruction = form.recorded(request.actor, row, _("Chấm dứt ủy quyền chủ trì đối thoại"))
        return end_delegation(actor=request.actor, delegation=row, instruction=instruction)


def _delegation(request: StaffRequest, delegation_id: str) -> Delegation:
    rows = delegations_visible_to(request.actor).select_related("body__locality", "locality", "instruction")
    return or_404(rows.get, public_id=delegation_id)


def _deputies(actor: Actor, permission: str, day: date) -> list[Post]:
    """Return the deputies' posts of the bodies for which the actor holds the permission."""
    bodies = [body for body in bodies_visible_to(actor).on(day) if decide(actor, permission, body).allowed]
    posts = posts_visible_to(actor).on(day).select_related("locality", "officer__user", "body__locality")
    return list(posts.filter(is_deputy=True, body__in=bodies).order_by("body", "pk"))


def _head(body: Body | None, day: date) -> Officer:
    """Return who heads the body on the first day. Raises Refused when nobody does."""
    head = head_of(body, day) if body else None
    if body is None or head is None:
        raise Refused(
            "delegation.no_head", NO_HEAD, body=str(body), post=body.head_post if body else "", day=format_date(day)
        )
    return head


def _usual(deputies: list[Post], today: date, *, own: bool) -> dict[str, object]:
    """Return what is usually typed: from today on, told by the head just now by telephone."""
    if own or not deputies or deputies[0].body is None:
        return {"valid_from": today}
    head = head_of(deputies[0].body, today)
    told = _told_by(head, deputies[0].body.head_post) if head else {}
    return {**told, "valid_from": today, "paper_due": True}


def _told_by(head: Officer, post: str) -> dict[str, object]:
    now = clock.local(clock.now())
    return {
        "decided_by": f"{head.full_name}, {post}", "decided_at": now.date(), "decided_time": f"{now:%H:%M}",
        "way": InstructionWay.PHONE.value,
    }  # fmt: skip
