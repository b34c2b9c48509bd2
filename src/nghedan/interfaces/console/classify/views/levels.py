"""Setting an opinion apart: about officials, a complaint, a denunciation; each after a look at what will happen."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nghedan.domain.matters.services.petitions import register_petition
from nghedan.domain.matters.services.restricting import mark_conduct
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.restricting import readers_once_named
from nghedan.foundation.access.decide import decide, require
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.classify import gather
from nghedan.interfaces.console.classify.forms import OF_LAW, ComplaintForm, ConductForm, RestrictForm
from nghedan.interfaces.console.classify.views.one import CLASSIFY, opinion_for, to_next
from nghedan.interfaces.console.links import href
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

BOTH = ["GET", "HEAD", "POST"]
CONDUCT, RESTRICT, REGISTER = "opinion.mark_conduct", "opinion.restrict", "petition.register"
CONFIRMED = "confirmed"


@require_http_methods(BOTH)
def conduct(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Set an opinion apart as one on officials, with those it names."""
    opinion = opinion_for(request, opinion_id)
    require(request.actor, CONDUCT, opinion)
    form = ConductForm(request.POST or None, obj=opinion)
    form.offer_officers(gather.officers(request.actor))
    if request.method == "POST" and attempt(
        form, lambda: mark_conduct(actor=request.actor, opinion=opinion, named=form.chosen_officers())
    ):
        messages.success(request, _("Đã xếp vào ý kiến về cán bộ, công vụ."))
        return redirect(_page_of(request, opinion))
    return versioned_page(request, "console/classify/conduct.html", form, _asked(request, opinion))


@require_http_methods(BOTH)
def complaint(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Enter a complaint into the register, after a look at what that means."""
    opinion = opinion_for(request, opinion_id)
    require(request.actor, REGISTER, opinion)
    form = ComplaintForm(request.POST or None, obj=opinion)
    if request.method == "POST" and attempt(
        form, lambda: register_petition(actor=request.actor, opinion=opinion, kind=MatterKind.COMPLAINT)
    ):
        messages.success(request, _("Đã vào sổ đơn. Thời hạn thụ lý là 10 ngày."))
        return redirect("console:petitions", locality=request.locality.slug)
    return versioned_page(request, "console/classify/complaint.html", form, _asked(request, opinion))


@require_http_methods(BOTH)
def restrict(request: StaffRequest, opinion_id: str) -> HttpResponse:
    """Pass on a denunciation: ask whom it names, show exactly what will happen, then do it."""
    opinion = opinion_for(request, opinion_id)
    require(request.actor, RESTRICT, opinion)
    asked = request.GET.get("kind", "")
    kind = asked if asked in {one.value for one in OF_LAW} else MatterKind.DENUNCIATION.value
    form = RestrictForm(request.POST or None, obj=opinion, initial={"kind": kind})
    form.offer_officers(gather.officers(request.actor))
    if request.method == "POST" and form.is_valid() and CONFIRMED not in request.POST:
        return versioned_page(request, "console/classify/restrict_check.html", form, _look(opinion, form))
    if request.method == "POST" and attempt(form, _register(request, opinion, form)):
        number = {"number": opinion}
        messages.success(request, _("Ý kiến số %(number)s đã chuyển theo quy định và không còn hiện ở đây.") % number)
        return to_next(request, opinion)
    return versioned_page(request, "console/classify/restrict.html", form, _asked(request, opinion))


def _asked(request: StaffRequest, opinion: Opinion) -> dict[str, Any]:
    return {"opinion": opinion, "back": _page_of(request, opinion)}


def _page_of(request: StaffRequest, opinion: Opinion) -> str:
    """Return the page one came from: where it is classified, for who does not classify its own."""
    page = "opinion-classify" if decide(request.actor, CLASSIFY).allowed else "opinion"
    return href(page, request.locality, opinion_id=opinion.public_id)


def _register(request: StaffRequest, opinion: Opinion, form: RestrictForm) -> Callable[[], object]:
    return lambda: register_petition(
        actor=request.actor, opinion=opinion, kind=MatterKind(form.cleaned_data["kind"]), named=form.chosen_officers()
    )


def _look(opinion: Opinion, form: RestrictForm) -> dict[str, Any]:
    named = form.chosen_officers()
    names = ", ".join(officer.full_name for officer in named) or _("không rõ, hoặc không có trong danh sách")
    rows = [
        SummaryRow(_("Ý kiến"), _("số %(number)s") % {"number": opinion}),
        SummaryRow(_("Loại"), _(MatterKind(form.cleaned_data["kind"]).label)),
        SummaryRow(_("Người được nêu"), names),
    ]
    return {"opinion": opinion, "rows": rows, "effects": _effects(opinion, form), "sent": _sent(form)}


def _effects(opinion: Opinion, form: RestrictForm) -> list[str]:
    readers = readers_once_named(opinion, form.chosen_officers())
    superior = opinion.locality.superior_name or _("cấp trên trực tiếp")
    who = (
        _("chỉ những người sau mở đọc được, mỗi lần đọc đều ghi nhật ký: %(names)s;")
        % {"names": ", ".join(user.full_name for user in readers)}
        if readers
        else _("ở địa phương không còn ai được đọc: nội dung được niêm phong, chuyển %(superior)s;")
        % {"superior": superior}
    )
    return [
        _("ông/bà không xem lại được ý kiến này nữa;"),
        _("ý kiến, ảnh phiếu, tên người gửi rời khỏi mọi danh sách, tìm kiếm, văn bản; trong sổ chỉ còn dòng “đã chuyển theo quy định”;"),  # noqa: E501
        _("nội dung chỉ nêu trong ý kiến này cũng rời khỏi danh sách của đơn vị đã được giao;"),
        _("nội dung người khác cũng nêu thì vẫn còn, theo lời của người khác; xin xem lại câu chữ của nội dung đó;"),
        who,
        _("người được nêu và người nhận ủy quyền của họ không đọc được, kể cả khi là lãnh đạo;"),
        _("sổ đơn có thêm một dòng với thời hạn theo luật, chỉ người được đọc mới thấy."),
    ]


def _sent(form: VersionedForm) -> list[tuple[str, str]]:
    values = form.data
    names = (name for name in form.fields if name != "version")
    return [(name, value) for name in names for value in values.getlist(name)]  # type: ignore[attr-defined]
