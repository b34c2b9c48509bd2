"""The page for those attending: on any phone, without an account; shut until the desk opens it."""

from collections.abc import Mapping
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import SpeakerRequest
from nghedan.domain.hall.queries.screen import HallNow, hall_pages
from nghedan.domain.hall.services.speaking import SpeakerDraft, register_speaker
from nghedan.domain.hall.terms import RequestWay
from nghedan.domain.organisations.queries import hamlets_on
from nghedan.foundation.budgets.spending import Budget, spend
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.live.answers import channel_of, event_answer, state_answer
from nghedan.foundation.live.channels import Channel, Source
from nghedan.interfaces.stage.guests_page_forms import FORM, AskForm
from nghedan.interfaces.stage.live import live_of, source_of
from nghedan.interfaces.web.forms import attempt, form_page, page_form_key, posted_form_key
from nghedan.interfaces.web.http import LocalRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop

OFTEN = Budget("hall.ask", most=60, per=timedelta(minutes=10))
"""Requests one dialogue takes from phones; a hall is one address, so it is the hall that is counted."""

TOO_MANY = gettext_noop("Đang có quá nhiều người đăng ký cùng lúc. Xin chờ vài phút, hoặc đăng ký tại bàn thư ký.")


def page_fragments(hall: HallNow) -> Mapping[str, str]:
    """Return the part of the page that lives."""
    return {"hall-now": render_to_string("stage/live/hall_now.html", page_context(hall))}


def page_context(hall: HallNow) -> dict[str, object]:
    """Return what everybody in the hall may know: the programme, who speaks, who is next, what was released."""
    return {
        "dialogue": hall.dialogue,
        "programme": hall.programme,
        "speaker": hall.speaker,
        "following": hall.following,
        "screen": hall.screen,
    }


@login_not_required
@require_safe
@never_cache
def page(request: LocalRequest, dialogue_id: str) -> HttpResponse:
    """Show where we are, and how to ask to speak."""
    return _page(request, dialogue_id, None)


@login_not_required
@require_POST
@never_cache
def ask(request: LocalRequest, dialogue_id: str) -> HttpResponse:
    """Take a wish to speak; the secretaries take her in line."""
    dialogue = _open_page(request, dialogue_id)
    form = AskForm(request.POST, hamlets=hamlets_on(request.locality, clock.today()))
    key = posted_form_key(request, FORM)
    done = attempt(form, lambda: _asked(request, dialogue, form, key))
    if done is None:
        return _page(request, dialogue_id, form)
    told = _("Đã gửi đăng ký phát biểu, số %(number)s. Thư ký xem rồi sẽ mời theo thứ tự; xin chờ.")
    messages.success(request, told % {"number": done.value.number})
    return redirect("hall:page", locality=request.locality.slug, dialogue_id=dialogue_id)


@login_not_required
@require_safe
def events(request: LocalRequest, dialogue_id: str) -> HttpResponseBase:
    """Stream what changes on the page."""
    channel, source = _channel(request, dialogue_id)
    return event_answer(request, request.locality, channel, source)


@login_not_required
@require_safe
def state(request: LocalRequest, dialogue_id: str) -> HttpResponseBase:
    """Tell what changed on the page after a number of the journal."""
    channel, source = _channel(request, dialogue_id)
    return state_answer(request, request.locality, channel, source)


def _channel(request: LocalRequest, dialogue_id: str) -> tuple[Channel, Source]:
    dialogue = _open_page(request, dialogue_id)
    return channel_of(request.locality, dialogue.public_id, "public"), source_of(dialogue, page_fragments)


def _open_page(request: LocalRequest, dialogue_id: str) -> Dialogue:
    return or_404(hall_pages(request.locality).get, public_id=dialogue_id)


def _asked(request: LocalRequest, dialogue: Dialogue, form: AskForm, key: str) -> SpeakerRequest:
    if not spend(OFTEN, dialogue.public_id):
        raise Refused("hall.too_many", TOO_MANY)
    filled = form.cleaned_data
    draft = SpeakerDraft(
        way=RequestWay.PORTAL, person=Person(name=filled["name"].strip()), hamlet=form.hamlets[filled["hamlet"]],
        topic=filled["topic"], may_show_name=filled["may_show_name"],
    )  # fmt: skip
    return register_speaker(actor=request.actor, dialogue=dialogue, draft=draft, key=key)


def _page(request: LocalRequest, dialogue_id: str, form: AskForm | None) -> HttpResponse:
    live = live_of(request, "hall:events", "hall:state", has_forms=False, dialogue_id=dialogue_id)
    hall = HallNow(_open_page(request, dialogue_id))
    if form is None:
        initial = {"form_key": page_form_key(request, FORM)}
        form = AskForm(initial=initial, hamlets=hamlets_on(request.locality, clock.today()))
    context = {"live": live, "takes_requests": hall.projection.takes_requests, **page_context(hall)}
    return form_page(request, "stage/hall.html", form, context)
