"""What the clerk does with a list before it is written: columns, corrections, decisions, the last look."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.opinions.models import OpinionList
from nghedan.domain.opinions.services import lists as services
from nghedan.domain.opinions.services.staging import columns_of, opened
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.interfaces.console.intake.forms.lists import ColumnsForm, RowForm
from nghedan.interfaces.console.intake.present import lists, rows
from nghedan.interfaces.console.intake.views.lists import checking_page, list_for
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt, form_page
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

BOTH = ["GET", "HEAD", "POST"]
COMMIT = "opinion_list.commit"


@require_POST
def columns(request: StaffRequest, list_id: str) -> HttpResponse:
    """Say what the columns hold."""
    listed = list_for(request, list_id)
    form = ColumnsForm(request.POST, headings=rows.headings_of(listed), chosen=columns_of(listed))
    done = attempt(
        form, lambda: services.choose_columns(actor=request.actor, listed=listed, columns=form.columns())
    )  # fmt: skip
    if done:
        messages.success(request, _("Đã đọc lại danh sách theo các cột vừa chọn."))
        return _back(request, listed)
    return checking_page(request, listed, form)


@require_http_methods(BOTH)
def row(request: StaffRequest, list_id: str) -> HttpResponse:
    """Correct a row, the one at ``?at=``."""
    listed = list_for(request, list_id)
    position = _position(request.GET.get("at", ""))
    staged = opened(listed, or_404(listed.rows.exclude(content="").get, position=position))
    shown = rows.row_to_correct(listed, staged, hamlets_on(request.locality, clock.today()))
    form = RowForm(request.POST or None, texts=shown.texts, hamlets=shown.hamlets, near=shown.near)

    def deed() -> OpinionList:
        return services.correct_row(actor=request.actor, listed=listed, position=position, texts=form.texts())

    if request.method == "POST" and attempt(form, deed):
        messages.success(request, _("Đã sửa dòng %(row)s.") % {"row": position})
        return _back(request, listed, position)
    context = {"listed": listed, "position": position, "back": f"{_address(request, listed)}?{rows.kept(request.GET)}"}
    return form_page(request, "console/intake/list_row.html", form, context)


@require_POST
def hamlet(request: StaffRequest, list_id: str) -> HttpResponse:
    """Take the hamlet proposed for every row that writes it the same way."""
    listed = list_for(request, list_id)
    old, new = request.POST.get("old", ""), request.POST.get("new", "")
    return _press(
        request, listed, lambda: services.rename_hamlet(actor=request.actor, listed=listed, old=old, new=new)
    )  # fmt: skip


@require_POST
def decide_row(request: StaffRequest, list_id: str) -> HttpResponse:
    """Leave a row out, write it all the same, or take that back."""
    listed = list_for(request, list_id)
    position, decision = _position(request.POST.get("at", "")), request.POST.get("decision", "")
    if decision not in rows.DECISIONS:
        raise Http404
    return _press(
        request, listed,
        lambda: services.decide_rows(actor=request.actor, listed=listed, positions=[position], decision=decision),
    )  # fmt: skip


@require_http_methods(BOTH)
def commit(request: StaffRequest, list_id: str) -> HttpResponse:
    """A last look at how many rows will be written, then leave them to the worker."""
    listed = list_for(request, list_id)
    require(request.actor, COMMIT, listed)
    form = VersionedForm(request.POST or None, obj=listed)
    if request.method == "POST" and attempt(
        form, lambda: services.commit_list(actor=request.actor, listed=listed)
    ):  # fmt: skip
        return redirect(_address(request, listed))
    context = {"listed": listed, "look": lists.last_look(listed), "back": _address(request, listed)}
    return versioned_page(request, "console/intake/list_commit.html", form, context)


@require_POST
def discard(request: StaffRequest, list_id: str) -> HttpResponse:
    """Give a list up."""
    services.discard_list(actor=request.actor, listed=list_for(request, list_id))
    messages.success(request, _("Đã bỏ danh sách; không dòng nào được ghi."))
    return redirect("console:intake", locality=request.locality.slug)


def _press(request: StaffRequest, listed: OpinionList, deed: Callable[[], object]) -> HttpResponse:
    """Do what one press asks for; if it is not open any more, the list as it stands now says why."""
    if not attempt(forms.Form(request.POST), deed):
        messages.error(request, _("Có người vừa sửa danh sách này; xin xem lại."))
    return _back(request, listed, _position(request.POST.get("at", "0")))


def _back(request: StaffRequest, listed: OpinionList, position: int = 0) -> HttpResponseRedirect:
    """Return to where the reader was in the list: same rows chosen, same page, the row itself."""
    query = rows.kept(request.GET)
    return HttpResponseRedirect(f"{_address(request, listed)}?{query}" + (f"#dong-{position}" if position else ""))


def _address(request: StaffRequest, listed: OpinionList) -> str:
    return href("list", request.locality, list_id=listed.public_id)


def _position(text: str) -> int:
    if not text.isdecimal() or len(text) > 8:
        raise Http404
    return int(text)
