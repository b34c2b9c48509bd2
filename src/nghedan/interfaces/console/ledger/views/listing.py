"""The ledger by number, with quick entry beside it."""

import re
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import counts_by_origin, opinions_visible_to
from nghedan.domain.opinions.services.receiving import receive_opinion
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.db import clock
from nghedan.foundation.exports.workbook import xlsx
from nghedan.interfaces.console.ledger.forms.addressing import addressing_for
from nghedan.interfaces.console.ledger.forms.entry import EntryForm
from nghedan.interfaces.console.ledger.forms.filtering import FilterForm
from nghedan.interfaces.console.ledger.gather import Number, every_line, lines_of
from nghedan.interfaces.console.ledger.present import listing as present
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest

VIEW, RECEIVE = "opinion.view", "opinion.receive"
ASIDE = ("address", "source", "received_on", "addressed")
"""Fields of quick entry that stand folded, because a likely answer stands in them."""
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NUMBER = re.compile(r"(\d{4})-(\d{1,9})")


@require_http_methods(["GET", "HEAD", "POST"])
def ledger(request: StaffRequest) -> HttpResponse:
    """Show the ledger; take an opinion in and stand ready for the next."""
    require(request.actor, VIEW)
    may_receive = decide(request.actor, RECEIVE).allowed
    today = clock.today()
    hamlets = hamlets_on(request.locality, today)
    addressing = addressing_for(request.actor, RECEIVE if may_receive else VIEW, today)
    kept = _just_saved(request) if may_receive else None
    posted = request.POST if request.method == "POST" else None
    form = EntryForm(posted, hamlets=hamlets, addressing=addressing, today=today, kept=kept)
    if posted is not None and (done := attempt(form, lambda: _receive(request, form))):
        return redirect(f"{href('ledger', request.locality)}?{urlencode({'saved': done.value.public_id})}")
    filters = FilterForm(request.GET, dialogues=addressing.dialogues, hamlets=hamlets)
    context = {
        **_list(request, filters),
        "filters": filters,
        "chosen": filters.chosen(request.GET),
        "export": f"{href('ledger-export', request.locality)}?{request.GET.urlencode()}",
        "may_receive": may_receive and bool(addressing.choices),
        "saved": present.saved(kept, request.locality) if kept else None,
        "more_open": any(name in form.errors for name in ASIDE),
        "form_key": page_form_key(request, RECEIVE) if may_receive else "",
    }
    return form_page(request, "console/ledger/ledger.html", form, context)


@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """Hand the filtered ledger out as a table, without names."""
    require(request.actor, VIEW)
    today = clock.today()
    addressing = addressing_for(request.actor, VIEW, today)
    filters = FilterForm(request.GET, dialogues=addressing.dialogues, hamlets=hamlets_on(request.locality, today))
    content = xlsx(_("Sổ ý kiến"), present.columns(), present.cells(every_line(request.actor, filters)))
    headers = {"Content-Disposition": f'attachment; filename="so-y-kien-{today.isoformat()}.xlsx"'}
    return HttpResponse(content, content_type=EXCEL, headers=headers)


def _list(request: StaffRequest, filters: FilterForm) -> dict[str, Any]:
    before = _number(request.GET.get("before", ""))
    lines, more = lines_of(request.actor, filters, before)
    narrowed = {"dialogue__public_id": filters.dialogue_id} if filters.dialogue_id else {}
    counts = counts_by_origin(request.actor, **narrowed)
    rest = request.GET.copy()
    rest.pop("saved", None)
    following = ""
    if more:
        rest["before"] = f"{lines[-1].year}-{lines[-1].number}"
        following = f"?{rest.urlencode()}"
    return {
        "rows": [present.row(line, request.locality) for line in lines],
        "following": following,
        "is_later_page": before is not None,
        "totals": present.totals(counts),
        "total": counts.total(),
    }


def _receive(request: StaffRequest, form: EntryForm) -> Opinion:
    key = posted_form_key(request, RECEIVE)
    body, draft = form.draft()
    return receive_opinion(actor=request.actor, body=body, draft=draft, key=key)


def _just_saved(request: StaffRequest) -> Opinion | None:
    public_id = request.GET.get("saved", "")
    if not public_id:
        return None
    return opinions_visible_to(request.actor).select_related("slip", "dialogue").filter(public_id=public_id).first()


def _number(text: str) -> Number | None:
    """Return the line a page begins after; nonsense in the address begins at the top."""
    found = _NUMBER.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None
