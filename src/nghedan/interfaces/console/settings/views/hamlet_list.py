"""A pasted list of hamlets: shown as understood, then stored; pasting it again changes nothing."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from nghedan.domain.organisations.rules.hamlet_verdicts import JudgedLine
from nghedan.domain.organisations.services.hamlet_list import add_hamlets_from_list, preview_hamlet_list
from nghedan.domain.organisations.terms import Verdict
from nghedan.foundation.access.decide import require
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.hamlet_list import HamletListForm
from nghedan.interfaces.console.settings.pages import CONFIRMED, Page, ask, succeed
from nghedan.interfaces.console.settings.present.hamlet_list import preview_of
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: StaffRequest) -> HttpResponse:
    """Take a list, show a verdict for each line below it, and store it once it is confirmed."""
    require(request.actor, "hamlet.add")
    form = HamletListForm(request.POST if request.method == "POST" else None)
    back = href("settings-hamlets", request.locality)
    preview = None
    if request.method == "POST":
        if CONFIRMED in request.POST and (done := attempt(form, lambda: _store(request, form))):
            return succeed(request, _told(done.value), back)
        if not form.errors and (judged := attempt(form, lambda: _look(request, form))):
            preview = preview_of(judged.value)
    page = Page(_("Dán danh sách thôn, tổ dân phố"), _("Xem thử"), back, template="console/settings/paste.html")
    return ask(request, form, page, {"preview": preview})


def _look(request: StaffRequest, form: HamletListForm) -> list[JudgedLine]:
    return preview_hamlet_list(locality=request.locality, **form.arguments())


def _store(request: StaffRequest, form: HamletListForm) -> list[JudgedLine]:
    return add_hamlets_from_list(actor=request.actor, locality=request.locality, **form.arguments())


def _told(lines: list[JudgedLine]) -> str:
    """Return what came of the list: so many added, changed, left out."""
    new, changed, left = (
        sum(line.verdict is verdict for line in lines) for verdict in (Verdict.NEW, Verdict.CHANGED, Verdict.UNREADABLE)
    )
    told = _("Đã thêm %(new)s, cập nhật %(changed)s thôn, tổ dân phố.") % {"new": new, "changed": changed}
    if left:
        unclear = ngettext(
            "%(left)s dòng chưa hiểu được nên chưa thêm.", "%(left)s dòng chưa hiểu được nên chưa thêm.", left
        )
        told += " " + unclear % {"left": left}
    return told
