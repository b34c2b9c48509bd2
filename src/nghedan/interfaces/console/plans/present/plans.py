"""Plans in a list, and the state of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nghedan.domain.plans.models import Plan
from nghedan.domain.plans.terms import PlanState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.moves import Move, moves_for
from nghedan.foundation.ui.models import Colour, Tag

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


def state_tag(plan: Plan) -> Tag:
    state = PlanState(plan.state)
    return Tag(_(state.label), COLOURS[state])


def next_move(moves: Sequence[Move]) -> Move | None:
    """Return the move that leads on, open or not; None when nothing waits for this person."""
    by_code = {move.code: move for move in moves}
    return next((by_code[code] for code in FORWARD if code in by_code), None)


def waits_for(actor: Actor, plan: Plan) -> str:
    """Return in a few words what a plan waits for, whoever is to do it."""
    move = next_move(moves_for(actor, plan))
    if move is not None:
        return move.label if move.allowed else move.reason
    return _(PlanState(plan.state).help)


def plan_row(actor: Actor, plan: Plan) -> PlanRow:
    count = len(plan.items.all())
    dialogues = ngettext("%(count)s cuộc đối thoại", "%(count)s cuộc đối thoại", count) % {"count": count}
    return PlanRow(plan, state_tag(plan), dialogues, waits_for(actor, plan))
