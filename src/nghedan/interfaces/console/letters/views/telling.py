"""One answer: who writes it, the letter to one voice, and how it reached somebody."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nghedan.domain.followup.models import Delivery
from nghedan.domain.followup.queries.letters import Told, voices_told
from nghedan.domain.followup.services import letters
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matter_for
from nghedan.domain.matters.services.assigning import give_to_write
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.organisations.queries import units_on
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.attachments.services import attach
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.interfaces.console.dialogues.views.deciding import move_of
from nghedan.interfaces.console.letters.forms.telling import DeliveryForm, GiveForm, ToldForm
from nghedan.interfaces.console.letters.present.writing import voice_row
from nghedan.interfaces.console.matters.present import wording
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.interfaces.web.versions import VersionedForm, versioned_page

BOTH = ["GET", "HEAD", "POST"]
FORM, PHOTO = "voice.delivery", "photo"


def voice_for(actor: Actor, matter_id: str, opinion_id: str) -> Told:
    """Return one voice of a matter. Raises Matter.DoesNotExist, Opinion.DoesNotExist."""
    matter = matter_for(actor, matter_id)
    found = next((one for one in voices_told(actor, [matter]) if one.opinion.public_id == opinion_id), None)
    if found is None:
        raise Opinion.DoesNotExist
    return found


@require_http_methods(BOTH)
def told(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Note that a matter was answered without a letter."""
    matter = or_404(matter_for, request.actor, matter_id)
    move = move_of(request.actor, matter, "matter.answer")
    voices = voices_told(request.actor, [matter])
    form = ToldForm(request.POST or None, obj=matter, voices=voices, today=clock.today(), who=request.actor.label)
    if request.method == "POST" and attempt(
        form, lambda: letters.record_answer(actor=request.actor, matter=matter, told=form.told())
    ):
        messages.success(request, _("Đã ghi nhận đã trả lời."))
        return to_letters(matter)
    return _page(request, "told", matter, form, {"move": move})


@require_http_methods(BOTH)
def give(request: StaffRequest, matter_id: str) -> HttpResponse:
    """Say which unit writes the answer, and until when."""
    matter = or_404(matter_for, request.actor, matter_id)
    move = move_of(request.actor, matter, "matter.give_to_write")
    form = GiveForm(request.POST or None, obj=matter, units=units_on(request.locality, clock.today()))
    if request.method == "POST" and attempt(
        form,
        lambda: give_to_write(actor=request.actor, matter=matter, unit=form.chosen, due_on=form.cleaned_data["due_on"]),
    ):
        messages.success(request, _("Đã giao %(unit)s trả lời bằng văn bản.") % {"unit": matter.unit})
        return to_letters(matter)
    return _page(request, "give", matter, form, {"move": move})


@require_POST
def letter(request: StaffRequest, matter_id: str, opinion_id: str) -> HttpResponse:
    """Begin the letter to one voice, and open it."""
    voice = or_404(voice_for, request.actor, matter_id, opinion_id)
    paper = letters.draft_letter(actor=request.actor, voice=voice)
    return redirect(
        "console:official-paper", locality=request.locality.slug, dialogue_id=paper.dialogue.public_id,
        paper_id=paper.public_id,
    )  # fmt: skip


@require_http_methods(BOTH)
def delivery(request: StaffRequest, matter_id: str, opinion_id: str) -> HttpResponse:
    """Note how the answer reached a voice."""
    voice = or_404(voice_for, request.actor, matter_id, opinion_id)
    require(request.actor, "delivery.record", Delivery(locality=voice.matter.locality, matter=voice.matter, opinion=voice.opinion))  # fmt: skip  # noqa: E501
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DeliveryForm(*posted, today=clock.today(), who=request.actor.label)
    if request.method == "POST" and attempt(form, lambda: _deliver(request, voice, form)):
        messages.success(request, _("Đã ghi nhận câu trả lời đến người gửi ý kiến số %(number)s.") % {"number": voice.opinion})  # fmt: skip  # noqa: E501
        return to_letters(voice.matter)
    context = {
        "matter": voice.matter,
        "caption": wording.caption_of(voice.matter),
        "voice": voice_row(voice),
        "form_key": page_form_key(request, FORM),
    }
    return form_page(request, "console/letters/delivery.html", form, context)


@require_POST
def void(request: StaffRequest, matter_id: str, opinion_id: str) -> HttpResponse:
    """Take back that an answer reached a voice: it was noted by mistake."""
    voice = or_404(voice_for, request.actor, matter_id, opinion_id)
    if voice.delivery is not None:
        letters.void_delivery(actor=request.actor, delivery=voice.delivery)
        messages.success(request, _("Đã bỏ ghi nhận nhầm."))
    return to_letters(voice.matter)


def to_letters(matter: Matter) -> HttpResponse:
    """Go back to the letters of the dialogue, or to the matter outside any."""
    slug = matter.locality.slug
    if matter.dialogue is None:
        return redirect("console:matter", locality=slug, matter_id=matter.public_id)
    return redirect("console:dialogue-letters", locality=slug, dialogue_id=matter.dialogue.public_id)


def _deliver(request: StaffRequest, voice: Told, form: DeliveryForm) -> Delivery:
    key = posted_form_key(request, FORM)
    with deed(request.actor):
        row = letters.record_delivery(actor=request.actor, voice=voice, draft=form.draft(), key=key)
        if upload := form.cleaned_data["photo"]:
            attach(actor=request.actor, subject=row, upload=upload, kind=PHOTO, holds_names=True)
    return row


def _page(request: StaffRequest, name: str, matter: Matter, form: VersionedForm, extra: dict[str, Any]) -> HttpResponse:
    answer = wording.answer_of(matter)
    context = {"matter": matter, "caption": wording.caption_of(matter), "answer": answer, **extra}
    return versioned_page(request, f"console/letters/{name}.html", form, context)
