"""Leading an official paper on: submit, return, sign, issue, drop; by one's own right or recorded for the head."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from nghedan.domain.papers.issuing import paper_number
from nghedan.domain.papers.kinds import kind_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.queries import same_number, suggested_number
from nghedan.domain.papers.services import issuing
from nghedan.domain.papers.terms import Audience
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.transitions.moves import Move
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.forms.deciding import decision_form
from nghedan.interfaces.console.dialogues.present.frame import frame_of
from nghedan.interfaces.console.dialogues.views.deciding import decided, head_named, move_of
from nghedan.interfaces.console.documents.one import paper_for, to_paper
from nghedan.interfaces.console.plans.forms.moves import IssueForm
from nghedan.interfaces.web.forms import attempt
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

REASONED = ("return", "drop")
SAID = {
    "submit": gettext_lazy("Đã trình ký."),
    "sign": gettext_lazy("Đã ký. Việc tiếp theo: lấy số, ghi ngày và ban hành."),
    "return": gettext_lazy("Đã trả lại kèm lý do."),
    "issue": gettext_lazy("Đã ban hành; bản này được giữ nguyên."),
    "drop": gettext_lazy("Đã ghi không ban hành."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: StaffRequest, dialogue_id: str, paper_id: str, move: str) -> HttpResponse:
    """Ask what a move needs, show what cannot be undone once more, and do it."""
    if move not in SAID:
        raise Http404
    paper = or_404(paper_for, request.actor, dialogue_id, paper_id)
    found = move_of(request.actor, paper, f"official_paper.{move}")
    form = _form(request, paper, found, move)
    is_sent = request.method == "POST" and (move != "issue" or "confirmed" in request.POST)
    if is_sent and attempt(form, lambda: _do(request, paper, form, move)):
        messages.success(request, SAID[move])
        return to_paper(request, paper)
    context = {
        "frame": frame_of(paper.dialogue, "dialogue-papers", clock.today()),
        "paper": paper,
        "move": found,
        "name": move,
        "hint": _suggestion(paper) if move == "issue" else "",
        **(_last_look(paper, form) if move == "issue" and request.method == "POST" else {}),
    }
    return versioned_page(request, "console/documents/move.html", form, context)


def _form(request: StaffRequest, paper: OfficialPaper, found: Move, name: str) -> VersionedForm:
    today = clock.today()
    if name == "issue":
        return IssueForm(request.POST or None, obj=paper, initial={"number": paper.number, "issued_on": today})
    head = head_named(paper.body, today) if found.by_instruction else ""
    return decision_form(
        found, request.POST or None, request.FILES or None, obj=paper, head=head, today=today,
        with_reason=name in REASONED,
    )  # fmt: skip


def _do(request: StaffRequest, paper: OfficialPaper, form: VersionedForm, name: str) -> object:
    actor, typed = request.actor, form.cleaned_data
    if name == "issue":
        return issuing.issue_paper(actor=actor, paper=paper, number=typed["number"], issued_on=typed["issued_on"])
    if name == "submit":
        return issuing.submit_paper(actor=actor, paper=paper)
    if name == "drop":
        return issuing.drop_paper(actor=actor, paper=paper, reason=typed["reason"])

    def decide(instruction: Instruction | None) -> object:
        if name == "sign":
            return issuing.sign_paper(actor=actor, paper=paper, instruction=instruction)
        return issuing.return_paper(actor=actor, paper=paper, reason=typed["reason"], instruction=instruction)

    default = _("Đồng ý ký văn bản.") if name == "sign" else typed.get("reason", "")
    return decided(actor, paper, form, default, decide)


def _suggestion(paper: OfficialPaper) -> str:
    like = paper_number(paper.body, kind_of(paper).abbreviation)
    number = suggested_number(paper.body, like, clock.today())
    said = _("Số tiếp theo theo các văn bản đã nhập ở đây: %(number)s. Sổ của cơ quan quyết định.")
    return said % {"number": number}


def _last_look(paper: OfficialPaper, form: VersionedForm) -> dict[str, Any]:
    """Return what is shown before a paper is issued; nothing while something is asked or wrong."""
    if not form.is_valid():
        return {}
    rows: Sequence[SummaryRow] = [
        SummaryRow(_("Văn bản"), paper.title),
        *(SummaryRow(str(field.label), field.value()) for field in form.visible_fields()),
    ]
    paper.issued_on = form.cleaned_data["issued_on"]
    taken = same_number(paper, form.cleaned_data["number"])
    warning = _("Số này đã dùng cho một văn bản khác trong cùng sổ. Vẫn ghi được nếu đúng là như vậy.") if taken else ""
    return {"check_rows": rows, "effects": _effects(paper), "warning": warning}


def _effects(paper: OfficialPaper) -> list[str]:
    told = {
        Audience.OFFICE: _("chỉ văn phòng và lãnh đạo xem được;"),
        Audience.STAFF: _("cán bộ có việc và các thôn, tổ dân phố xem được;"),
        Audience.PUBLIC: _("hiện trên trang dành cho người dân;"),
    }
    kept = _("bản Word và PDF được giữ nguyên kèm mã kiểm tra, không sửa được nữa;")
    after = _("bản có chữ ký, dấu có thể lưu kèm sau.")
    return [kept, told[Audience(paper.audience)], after]
