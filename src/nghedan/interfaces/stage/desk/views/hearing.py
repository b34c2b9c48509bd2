"""Presses about what was said and what came of it; the programme; undo."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghedan.domain.hall.models import Outcome, Turn
from nghedan.domain.hall.queries.agenda import agenda_visible_to
from nghedan.domain.hall.queries.speaking import turn_for
from nghedan.domain.hall.services import agenda, heard, outcomes
from nghedan.domain.hall.services.outcomes import OutcomeDraft
from nghedan.domain.hall.services.undoing import undo_last
from nghedan.domain.hall.terms import HallOutcome
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.matters.terms import MatterKind
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.organisations.queries import officers_by_name
from nghedan.interfaces.stage.desk import forms
from nghedan.interfaces.stage.desk.gather import Desk
from nghedan.interfaces.stage.desk.present import outcome_form
from nghedan.interfaces.stage.desk.pressing import desk_page, hall_of, key_of, one_of, press
from nghedan.interfaces.web.http import StaffRequest
from nghedan.interfaces.web.lookup import or_404

AGENDA: dict[str, Callable[..., Any]] = {
    "start": agenda.start_item,
    "end": agenda.end_item,
    "skip": agenda.skip_item,
    "reopen": agenda.reopen_item,
}


@require_POST
def note(request: StaffRequest, dialogue_id: str, turn_id: str) -> HttpResponse:
    """Write what is said into the ledger."""
    desk, turn = _desk_and_turn(request, dialogue_id, turn_id)
    form = forms.WordsForm(request.POST, obj=turn)

    def done() -> Any:
        joins = turn.request.matter if form.cleaned_data.get("joins") and not turn.request.is_withheld else None
        key = key_of(request, desk, "words")
        return heard.note_speech(actor=request.actor, turn=turn, words=form.typed, matter=joins, key=key)

    return press(request, desk, "words", form, done, _("Đã ghi vào sổ ý kiến."), part="turn")


@require_POST
def as_registered(request: StaffRequest, dialogue_id: str, turn_id: str) -> HttpResponse:
    """Note that somebody says what she handed in before."""
    desk, turn = _desk_and_turn(request, dialogue_id, turn_id)
    form = forms.PressForm(request.POST, obj=turn)
    deed = partial(heard.note_as_registered, actor=request.actor, turn=turn)
    return press(request, desk, "press", form, deed, part="turn")


@require_POST
def split(request: StaffRequest, dialogue_id: str, turn_id: str) -> HttpResponse:
    """Write one more matter of a speech down."""
    desk, turn = _desk_and_turn(request, dialogue_id, turn_id)
    form = forms.SplitForm(request.POST, fields=desk.fields)
    raised: list[Matter] = []

    def done() -> Any:
        key = key_of(request, desk, "split")
        raised.extend(heard.split_speech(actor=request.actor, turn=turn, drafts=[form.draft()], key=key))
        return raised

    return press(request, desk, "split", form, done, _("Đã ghi nội dung."), part="matter")


@require_POST
def aside(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Write down what comes without a turn."""
    desk = _desk(request, dialogue_id)
    form = forms.AsideForm(request.POST, prefix="aside")
    form.offer_hamlets(desk.hamlets)

    def done() -> Any:
        key = key_of(request, desk, "aside")
        return heard.hear_aside(actor=request.actor, dialogue=desk.dialogue, draft=form.draft(), key=key)

    return press(request, desk, "aside", form, done, _("Đã ghi vào sổ ý kiến."), part="turn")


@require_POST
def apart(request: StaffRequest, dialogue_id: str, opinion_id: str) -> HttpResponse:
    """Take what the law gives a way of its own out of the hall; first asked whom it names."""
    desk = _desk(request, dialogue_id)
    opinion = or_404(opinions_visible_to(request.actor).get, public_id=opinion_id, body=desk.dialogue.body_id)
    officers = officers_by_name(request.locality)
    if "kind" not in request.POST:
        from_page = forms.ApartForm(obj=opinion, officers=officers)
        return desk_page(request, desk, form=from_page, name="apart")
    form = forms.ApartForm(request.POST, obj=opinion, officers=officers)

    def done() -> Any:
        kind = MatterKind(form.cleaned_data["kind"])
        return heard.set_apart(
            actor=request.actor, dialogue=desk.dialogue, opinion=opinion, kind=kind, named=form.chosen()
        )

    return press(request, desk, "apart", form, done, _("Đã chuyển theo quy định."), part="turn")


@require_POST
def outcome(request: StaffRequest, dialogue_id: str, matter_id: str) -> HttpResponse:
    """Record what came of a matter, or change it."""
    desk = Desk(request.actor, hall_of(request, dialogue_id), matter_id)
    matter = desk.matter
    if matter is None or matter.public_id != matter_id:
        raise Http404
    known = desk.outcome
    form = outcome_form(desk, matter, known, request.POST)

    def done() -> Outcome:
        draft = _with_superior(form.draft(), desk)
        if known is not None:
            known.matter, known.dialogue = matter, desk.dialogue
            return outcomes.edit_outcome(actor=request.actor, outcome=known, draft=draft)
        turn = desk.turn if desk.turn and matter in desk.matters else None
        return outcomes.record_outcome(
            actor=request.actor, dialogue=desk.dialogue, matter=matter, draft=draft, turn=turn,
            key=key_of(request, desk, "outcome"),
        )  # fmt: skip

    return press(request, desk, "outcome", form, done, _("Đã ghi kết quả."), part="matter", matter=matter_id)


@require_POST
def undo_outcome(request: StaffRequest, dialogue_id: str, outcome_id: str) -> HttpResponse:
    """Take a result back."""
    desk = _desk(request, dialogue_id)
    rows = Outcome.objects.of(request.locality).select_related("dialogue", "matter__locality", "locality")
    row = or_404(rows.get, public_id=outcome_id, dialogue=desk.dialogue, matter__in=matters_visible_to(request.actor))
    form = forms.PressForm(request.POST, obj=row)
    deed = partial(outcomes.undo_outcome, actor=request.actor, outcome=row)
    return press(request, desk, "press", form, deed, _("Đã hoàn tác."), part="matter", matter=row.matter.public_id)


@require_POST
def move_item(request: StaffRequest, dialogue_id: str, agenda_id: str, move: str) -> HttpResponse:
    """Start or end an item of the programme."""
    desk = _desk(request, dialogue_id)
    deed = one_of(AGENDA, move)
    item = or_404(agenda_visible_to(request.actor).get, dialogue=desk.dialogue, public_id=agenda_id)
    form = forms.PressForm(request.POST, obj=item)
    return press(request, desk, "press", form, partial(deed, actor=request.actor, item=item), part="agenda")


@require_POST
def undo(request: StaffRequest, dialogue_id: str) -> HttpResponse:
    """Take the last act at the desk back, if it still is the one that was shown."""
    desk = _desk(request, dialogue_id)
    number = request.POST.get("act", "")
    form = forms.PressForm(request.POST, obj=desk.dialogue)

    def done() -> Any:
        return undo_last(
            actor=request.actor, dialogue=desk.dialogue, number=int(number) if number.isdecimal() else None
        )

    return press(request, desk, "press", form, done, _("Đã hoàn tác."), part="turn")


def _desk(request: StaffRequest, dialogue_id: str) -> Desk:
    return Desk(request.actor, hall_of(request, dialogue_id), request.POST.get("matter", ""))


def _desk_and_turn(request: StaffRequest, dialogue_id: str, turn_id: str) -> tuple[Desk, Turn]:
    desk = _desk(request, dialogue_id)
    return desk, or_404(turn_for, request.actor, desk.dialogue, turn_id)


def _with_superior(draft: OutcomeDraft, desk: Desk) -> OutcomeDraft:
    """What goes up goes to the superior of the locality, unless somebody else is named."""
    if draft.kind is HallOutcome.ABOVE and not draft.competent_body:
        return replace(draft, competent_body=desk.dialogue.locality.superior_name)
    return draft
