"""Presses about who speaks: asking, calling, the clock."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghedan.domain.hall.queries.speaking import request_for, turn_for
from nghedan.domain.hall.services import session, speaking
from nghedan.domain.hall.services.speaking import SpeakerDraft
from nghedan.domain.hall.terms import QueueRule, RequestWay
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.interfaces.stage.desk import forms
from nghedan.interfaces.stage.desk.gather import Desk
from nghedan.interfaces.stage.desk.pressing import hall_of, key_of, one_of, press
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop

NO_SUCH = gettext_noop("Trong sổ không có ý kiến số này; xin xem lại số.")

SESSION: dict[str, Callable[..., Any]] = {
    "open": session.open_session,
    "adjourn": session.adjourn_session,
    "resume": session.resume_session,
}
REQUEST: dict[str, Callable[..., Any]] = {
    "admit": speaking.admit_request,
    "first": speaking.override_speaker,
    "pass": speaking.pass_over,
    "withdraw": speaking.withdraw_request,
    "requeue": speaking.requeue,
}
TURN: dict[str, Callable[..., Any]] = {
    "pause": speaking.pause_turn,
    "go-on": speaking.resume_turn,
    "extend": speaking.extend_turn,
    "end": speaking.end_turn,
    "reopen": speaking.reopen_turn,
    "void": speaking.void_turn,
}


@require_POST
def move_session(request: StaffRequest, dialogue_id: str, move: str) -> HttpResponse:
    """Open the session, end it, or go on with it."""
    desk = _desk(request, dialogue_id)
    deed = partial(one_of(SESSION, move), actor=request.actor, dialogue=desk.dialogue)
    form = forms.PressForm(request.POST, obj=desk.dialogue)
    return press(request, desk, "press", form, deed, part="turn")


@require_POST
def register(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Write down who asks to speak."""
    desk = _desk(request, dialogue_id)
    form = forms.RegisterForm(request.POST)
    form.offer_hamlets(desk.hamlets)

    def done() -> Any:
        typed = form.cleaned_data
        draft = SpeakerDraft(
            way=RequestWay(typed["way"]), person=form.person, hamlet=typed["hamlet"], topic=typed["topic"],
            opinion=_opinion(desk, typed["about"]), may_show_name=typed["may_show_name"],
        )  # fmt: skip
        key = key_of(request, desk, "register")
        return speaking.register_speaker(actor=request.actor, dialogue=desk.dialogue, draft=draft, key=key)

    return press(request, desk, "register", form, done, _("Đã đăng ký phát biểu."), part="queue")


@require_POST
def call_next(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """End who speaks and call the next, or whoever was chosen; her matter comes to the desk."""
    desk = Desk(request.actor, hall_of(request, dialogue_id))
    asked = request.POST.get("speaker", "")
    chosen = or_404(request_for, request.actor, desk.dialogue, asked) if asked else None
    form = forms.PressForm(request.POST, obj=chosen or desk.dialogue)

    def done() -> Any:
        key = key_of(request, desk, "next")
        return speaking.call_next_speaker(actor=request.actor, dialogue=desk.dialogue, request=chosen, key=key)

    return press(request, desk, "press", form, done, part="turn")


@require_POST
def move_request(request: StaffRequest, dialogue_id: str, speaker_id: str, move: str) -> HttpResponse:
    """Admit, let speak first, note absent, withdraw, put back in line."""
    desk = _desk(request, dialogue_id)
    deed = one_of(REQUEST, move)
    row = or_404(request_for, request.actor, desk.dialogue, speaker_id)
    form = forms.PressForm(request.POST, obj=row)
    return press(request, desk, "press", form, partial(deed, actor=request.actor, request=row), part="queue")


@require_POST
def again(request: StaffRequest, dialogue_id: str, speaker_id: str) -> HttpResponse:
    """Let who spoke ask once more."""
    desk = _desk(request, dialogue_id)
    row = or_404(request_for, request.actor, desk.dialogue, speaker_id)
    form = forms.PressForm(request.POST, obj=row)

    def done() -> Any:
        return speaking.register_again(actor=request.actor, request=row, key=key_of(request, desk, "register"))

    return press(request, desk, "press", form, done, part="queue")


@require_POST
def reason(request: StaffRequest, dialogue_id: str, speaker_id: str) -> HttpResponse:
    """Say why somebody spoke before the others."""
    desk = _desk(request, dialogue_id)
    row = or_404(request_for, request.actor, desk.dialogue, speaker_id)
    form = forms.ReasonForm(request.POST, obj=row)

    def done() -> Any:
        return speaking.give_reason(actor=request.actor, request=row, reason=form.cleaned_data["reason"])

    return press(request, desk, "reason", form, done, part="queue")


@require_POST
def rule(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Say in which order people speak, and how long."""
    desk = _desk(request, dialogue_id)
    form = forms.RuleForm(request.POST)

    def done() -> Any:
        order = QueueRule(form.cleaned_data["order"])
        return speaking.set_speaking_rule(
            actor=request.actor, dialogue=desk.dialogue, order=order, seconds=form.seconds
        )

    return press(request, desk, "rule", form, done, part="queue")


@require_POST
def move_turn(request: StaffRequest, dialogue_id: str, turn_id: str, move: str) -> HttpResponse:
    """Pause, go on, give a minute more, end, take up again, take back."""
    desk = _desk(request, dialogue_id)
    deed = one_of(TURN, move)
    turn = or_404(turn_for, request.actor, desk.dialogue, turn_id)
    form = forms.PressForm(request.POST, obj=turn)
    return press(request, desk, "press", form, partial(deed, actor=request.actor, turn=turn), part="turn")


def _desk(request: StaffRequest, dialogue_id: str) -> Desk:
    return Desk(request.actor, hall_of(request, dialogue_id), request.POST.get("matter", ""))


def _opinion(desk: Desk, typed: str) -> Opinion | None:
    """Return the opinion whose number was typed: "12", or "12/2026". Raises Invalid when there is none to read."""
    if not typed.strip():
        return None
    number, _slash, year = typed.strip().partition("/")
    if not number.isdecimal() or not (year or "0").isdecimal():
        raise Invalid("speaker_request.no_such", NO_SUCH, field="about")
    visible = opinions_visible_to(desk.actor).filter(body=desk.dialogue.body_id)
    found = visible.filter(number=int(number), year=int(year or desk.dialogue.year)).first()
    if found is None:
        raise Invalid("speaker_request.no_such", NO_SUCH, field="about")
    return found
