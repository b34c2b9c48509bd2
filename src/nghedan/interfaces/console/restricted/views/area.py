"""What is restricted (hồ sơ tiếp nhận riêng): a list of numbers and days; whoever opens one is journalled first."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.matters.queries import named_officers, petitions_visible_to
from nghedan.domain.matters.services import petitions
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import restricted_visible_to
from nghedan.domain.opinions.services.restricting import read_restricted
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.attachments.queries import attachments_of
from nghedan.foundation.db import clock
from nghedan.interfaces.console.files import sent_file
from nghedan.interfaces.console.restricted import present
from nghedan.interfaces.console.restricted.forms import GiveBackForm
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page
from nghedan.kernel.errors import NotAllowed

READERS = ("opinion.read_restricted", "opinion.read_sealed")
GIVE_BACK = "opinion.lower"
BOTH = ["GET", "HEAD", "POST"]


@require_safe
@never_cache
def restricted(request: StaffRequest) -> HttpResponse:
    """List number and day of what the reader may open."""
    if not any(decide(request.actor, code).allowed for code in READERS):
        raise NotAllowed("access.denied", _("Tài khoản chưa được giao quyền này; nếu cần, xin hỏi người quản trị."))
    rows = restricted_visible_to(request.actor).order_by("-year", "-number")
    return render(request, "console/restricted/list.html", {"rows": present.restricted_rows(rows)})


@require_http_methods(BOTH)
@never_cache
def one(request: StaffRequest, restricted_id: str) -> HttpResponse:
    """Ask before opening; sent by POST, write the reading down first and then show the words."""
    opinion = _opinion(request, restricted_id)
    if request.method != "POST":
        return render(request, "console/restricted/closed.html", {"opinion": opinion})
    read_restricted(actor=request.actor, opinion=opinion)
    petition = petitions_visible_to(request.actor).filter(opinion=opinion).first()
    context = {
        "opinion": opinion,
        "named": [row.officer.full_name for row in named_officers(opinion)],
        "petition": petition,
        "tag": present.state_tag(petition) if petition else None,
        "limits": present.limits(petition) if petition else [],
        "today": clock.today(),
        "moves": present.moves_of(request.actor, petition) if petition else [],
        "readings": present.readings_of(opinion),
        "may_give_back": decide(request.actor, GIVE_BACK, opinion).allowed,
    }
    return render(request, "console/restricted/open.html", context)


@require_safe
@never_cache
def sheet(request: StaffRequest, restricted_id: str) -> HttpResponse:
    """Send the picture of the sheet it stands on; opening a file with names is journalled as well."""
    opinion = _opinion(request, restricted_id)
    return sent_file(request, attachments_of(opinion.sheet).first() if opinion.sheet else None)


@require_http_methods(BOTH)
@never_cache
def give_back(request: StaffRequest, restricted_id: str) -> HttpResponse:
    """Decide that it is no denunciation: it returns to the ledger and waits to be classified anew."""
    opinion = _opinion(request, restricted_id)
    require(request.actor, GIVE_BACK, opinion)
    form = GiveBackForm(request.POST or None, obj=opinion)
    if request.method == "POST" and attempt(form, lambda: petitions.give_back(actor=request.actor, opinion=opinion)):
        messages.success(request, _("Ý kiến số %(number)s đã trở lại sổ, chờ phân loại lại.") % {"number": opinion})
        return redirect("console:restricted", locality=request.locality.slug)
    return versioned_page(request, "console/restricted/give_back.html", form, {"opinion": opinion})


def _opinion(request: StaffRequest, restricted_id: str) -> Opinion:
    readable = restricted_visible_to(request.actor).select_related("sheet__locality")
    return or_404(readable.get, public_id=restricted_id)
