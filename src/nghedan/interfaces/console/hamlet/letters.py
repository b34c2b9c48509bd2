"""Answers that who leads a hamlet brings to people: read aloud, ticked when handed over, and what is said of them."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nghedan.domain.followup.queries.letters import Told, hamlet_letters, hamlet_told
from nghedan.domain.followup.services.letters import DeliveryDraft, record_delivery
from nghedan.domain.followup.services.verdicts import give_verdict
from nghedan.domain.followup.terms import DeliveryWay, VerdictWay
from nghedan.domain.opinions.models import Opinion
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.interfaces.console.hamlet import gather, present
from nghedan.interfaces.console.letters.forms.telling import VerdictForm
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

MOST = 20
TICK, SAY = "hamlet.delivery", "hamlet.verdict"


@dataclass(frozen=True, slots=True)
class LetterRow:
    """An answer to be brought: to which opinion, in which words."""

    number: str
    words: str
    answer: str
    paper: str
    matter_id: str
    opinion_id: str
    reached: str = ""


@require_safe
def letters(request: StaffRequest) -> HttpResponse:
    """Show the answers to be brought, the words to be read aloud, and those brought lately."""
    hamlet = or_404(gather.own_hamlet, request.actor)
    context = {
        "title": present.title_of(hamlet),
        "rows": [_row(one) for one in hamlet_letters(request.actor, MOST)],
        "done": [_row(one) for one in hamlet_told(request.actor, MOST)],
        "form_key": page_form_key(request, TICK),
    }
    return render(request, "console/hamlet/letters.html", context)


@require_POST
def delivered(request: StaffRequest, matter_id: str, opinion_id: str) -> HttpResponse:
    """Tick that an answer was handed over."""
    or_404(gather.own_hamlet, request.actor)
    voice = or_404(_voice, request.actor, matter_id, opinion_id)
    draft = DeliveryDraft(DeliveryWay.HANDED, clock.today(), request.actor.label)
    key = f"{posted_form_key(request, TICK)}.{voice.opinion.public_id}.{voice.matter.public_id}"
    record_delivery(actor=request.actor, voice=voice, draft=draft, key=key)
    messages.success(request, _("Đã ghi: câu trả lời cho ý kiến số %(number)s đã chuyển tận tay.") % {"number": voice.opinion})  # fmt: skip  # noqa: E501
    return redirect("console:hamlet-letters", locality=request.locality.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def say(request: StaffRequest, matter_id: str, opinion_id: str) -> HttpResponse:
    """Note what somebody says of the answer that was brought."""
    hamlet = or_404(gather.own_hamlet, request.actor)
    voice = or_404(_voice, request.actor, matter_id, opinion_id)
    form = VerdictForm(request.POST or None)
    if request.method == "POST" and attempt(
        form,
        lambda: give_verdict(
            actor=request.actor, opinion=voice.opinion, matter=voice.matter, draft=form.draft(VerdictWay.HAMLET),
            key=posted_form_key(request, SAY),
        ),
    ):  # fmt: skip
        messages.success(request, _("Đã ghi lời bà con nói về câu trả lời."))
        return redirect("console:hamlet-letters", locality=request.locality.slug)
    context = {"title": present.title_of(hamlet), "row": _row(voice), "form_key": page_form_key(request, SAY)}
    return form_page(request, "console/hamlet/say.html", form, context)


def _voice(actor: Actor, matter_id: str, opinion_id: str) -> Told:
    """Return an answer the actor brings or has brought. Raises Opinion.DoesNotExist."""
    known = (*hamlet_letters(actor, MOST), *hamlet_told(actor, MOST))
    ids = (matter_id, opinion_id)
    found = next((one for one in known if (one.matter.public_id, one.opinion.public_id) == ids), None)
    if found is None:
        raise Opinion.DoesNotExist
    return found


def _row(one: Told) -> LetterRow:
    paper = _("Công văn số %(number)s") % {"number": one.letter.number} if one.letter and one.letter.number else ""
    return LetterRow(
        str(one.opinion), one.opinion.text, one.said, paper, one.matter.public_id, one.opinion.public_id,
        reached=one.delivery.public_id if one.delivery else "",
    )  # fmt: skip
