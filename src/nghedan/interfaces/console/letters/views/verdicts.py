"""What people say of the answers they got, as told on paper or by mouth, and the head's look at "not satisfied"."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.queries.verdicts import verdict_for, waiting_for_the_head
from nghedan.domain.followup.services import verdicts as deeds
from nghedan.domain.followup.terms import VerdictWay
from nghedan.foundation.access.decide import require
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.models import Instruction
from nghedan.foundation.ui.models import SummaryRow
from nghedan.interfaces.console.dialogues.views.deciding import decided, head_named, move_of
from nghedan.interfaces.console.letters.forms.looking import LookFields, look_form
from nghedan.interfaces.console.letters.forms.telling import VerdictForm
from nghedan.interfaces.console.letters.present.writing import voice_row
from nghedan.interfaces.console.letters.views.telling import to_letters, voice_for
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import versioned_page
from nghedan.kernel.vietnamese import format_date

BOTH = ["GET", "HEAD", "POST"]
FORM = "voice.verdict"
MOST_ROWS = 100


@require_http_methods(BOTH)
def give(request: StaffRequest, matter_id: str, opinion_id: str) -> HttpResponse:
    """Note what a voice says of its answer, from paper or by mouth."""
    voice = or_404(voice_for, request.actor, matter_id, opinion_id)
    require(request.actor, "verdict.give", Verdict(locality=voice.matter.locality, matter=voice.matter, opinion=voice.opinion))  # fmt: skip  # noqa: E501
    form = VerdictForm(request.POST or None)
    if request.method == "POST" and (
        done := attempt(
            form,
            lambda: deeds.give_verdict(
                actor=request.actor, opinion=voice.opinion, matter=voice.matter, draft=form.draft(VerdictWay.OFFICE),
                key=posted_form_key(request, FORM),
            ),
        )
    ):  # fmt: skip
        reopened = _("Nội dung được mở lại, chờ lãnh đạo xem.") if done.value.reopened else ""
        messages.success(request, " ".join(filter(None, (_("Đã ghi ý kiến về câu trả lời."), reopened))))
        return to_letters(voice.matter)
    context = {
        "matter": voice.matter,
        "caption": wording.caption_of(voice.matter),
        "voice": voice_row(voice),
        "form_key": page_form_key(request, FORM),
    }
    return form_page(request, "console/letters/verdict.html", form, context)


@require_safe
def waiting(request: StaffRequest) -> HttpResponse:
    """List the matters opened again that the head has not looked at."""
    require(request.actor, "verdict.view")
    rows = [
        {
            "title": one.matter.title,
            "words": one.words,
            "told": _("Ý kiến số %(number)s, ngày %(day)s") % {"number": one.opinion, "day": format_date(one.given_on)},
            "href": href("verdict-look", one.locality, verdict_id=one.public_id),
        }
        for one in waiting_for_the_head(request.actor)[:MOST_ROWS]
    ]
    return render(request, "console/letters/verdicts.html", {"rows": rows})


@require_http_methods(BOTH)
def look(request: StaffRequest, verdict_id: str) -> HttpResponse:
    """Let the head say what is to be done, or record what the head said."""
    verdict = or_404(verdict_for, request.actor, verdict_id)
    move = move_of(request.actor, verdict, "verdict.look")
    head = head_named(verdict.matter.body, clock.today()) if move.by_instruction else ""
    form = look_form(move, request.POST or None, request.FILES or None, obj=verdict, head=head, today=clock.today())

    def decide(instruction: Instruction | None) -> object:
        return deeds.look_at_verdict(
            actor=request.actor, verdict=verdict, direction=form.cleaned_data["direction"],
            rework=form.cleaned_data["rework"] == LookFields.REWORK, instruction=instruction,
        )  # fmt: skip

    default = _("Đã xem nội dung người dân chưa thỏa đáng")
    if request.method == "POST" and attempt(form, lambda: decided(request.actor, verdict, form, default, decide)):
        messages.success(request, _("Đã ghi ý kiến chỉ đạo."))
        return redirect("console:matter", locality=request.locality.slug, matter_id=verdict.matter.public_id)
    answer = wording.answer_of(verdict.matter)
    rows = [
        SummaryRow(_("Người dân nói"), verdict.words),
        SummaryRow(_("Câu trả lời đã gửi"), answer.text if answer else verdict.matter.outcome_note),
        SummaryRow(_("Đơn vị"), str(verdict.matter.unit or "")),
        SummaryRow(_("Ý kiến chỉ đạo"), verdict.direction),
    ]
    context = {
        "matter": verdict.matter, "caption": wording.caption_of(verdict.matter), "move": move,
        "rows": [row for row in rows if row.value],
    }  # fmt: skip
    return versioned_page(request, "console/letters/look.html", form, context)
