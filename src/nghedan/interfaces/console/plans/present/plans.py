"""Plans in a list, and the state of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.terms import PlanState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.foundation.ui.models import Colour, Tag
from nghedan.interfaces.console.dialogues.present import wording
from nghedan.kernel.vietnamese import format_date

COLOURS = {
    PlanState.DRAFT: Colour.BLUE,
    PlanState.SUBMITTED: Colour.YELLOW,
    PlanState.SIGNED: Colour.YELLOW,
    PlanState.ISSUED: Colour.GREEN,
    PlanState.AMENDING: Colour.BLUE,
    PlanState.CLOSED: Colour.GREY,
}

FORWARD = ("plan.sign", "plan.issue", "plan.submit")
"""Moves that lead a plan on, in the order in which one is named as the next."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the list: what it is, where it stands, what it waits for."""

    plan: Plan
    tag: Tag
    dialogues: str
    waits_for: str
    distance: str


def state_tag(plan: Plan) -> Tag:
    state = PlanState(plan.state)
    return Tag(_(state.label), COLOURS[state])


def next_move(moves: Sequence[Move]) -> Move | None:
    """Return the move that leads on, open or not; None when nothing waits for this person."""
    by_code = {move.code: move for move in moves}
    return next((by_code[code] for code in FORWARD if code in by_code), None)


def waits_for(actor: Actor, plan: Plan, dialogues: Sequence[Dialogue], today: date) -> tuple[str, str]:
    """Return in a few words what a plan waits for, whoever is to do it, and how far off that is."""
    move = next_move(moves_for(actor, plan))
    if move is not None:
        return (move.label if move.allowed else move.reason), ""
    if plan.state == PlanState.ISSUED:
        return next_dialogue(dialogues, today)
    return _(PlanState(plan.state).help), ""


def next_dialogue(dialogues: Sequence[Dialogue], today: date) -> tuple[str, str]:
    """Return what comes next in a plan in force: a day to be chosen, else the next day, and how far off it is."""
    undated = next((one for one in dialogues if one.held_on is None), None)
    if undated is not None:
        return _("Chọn ngày cho “%(theme)s”") % {"theme": undated.theme}, wording.when_of(undated)
    for one in dialogues:
        if one.held_on and one.held_on >= today:
            told = _("%(theme)s, ngày %(day)s") % {"theme": one.theme, "day": format_date(one.held_on)}
            return told, wording.distance_to(one, today)
    return (_("Các cuộc đã qua ngày; kết thúc năm kế hoạch") if dialogues else _("Lập các cuộc đối thoại")), ""


def plan_row(actor: Actor, plan: Plan, dialogues: Sequence[Dialogue], today: date) -> PlanRow:
    count = len(plan.items.all())
    counted = ngettext("%(count)s cuộc đối thoại", "%(count)s cuộc đối thoại", count) % {"count": count}
    return PlanRow(plan, state_tag(plan), counted, *waits_for(actor, plan, dialogues, today))
