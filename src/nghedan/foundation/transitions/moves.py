"""What can be done with an object now; feeds the buttons, each with its reason when it is not open."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.transitions.door import RECORD_INSTRUCTION, refusal_of
from nghedan.foundation.transitions.machines import machine_of
from nghedan.kernel.workflow import Transition


@dataclass(frozen=True, slots=True)
class Move:
    """A move with its label, whether it is open, and the reason why not (translated)."""

    code: str
    label: str
    allowed: bool
    reason: str = ""
    by_instruction: bool = False
    irreversible: bool = False


def moves_for(actor: Actor, obj: Any) -> list[Move]:
    """Return every move that leads on from the object's state and that the actor may make or record."""
    moves = (_move(actor, transition, obj) for transition in machine_of(obj).moves_from(obj.state))
    return [move for move in moves if move is not None]


def _move(actor: Actor, transition: Transition, obj: Any) -> Move | None:
    own = decide(actor, transition.code, obj).allowed
    recorded = not own and transition.instructable and decide(actor, RECORD_INSTRUCTION, obj).allowed
    if not (own or recorded):
        return None
    refusal = refusal_of(actor, transition, obj, {})
    return Move(
        transition.code,
        gettext(transition.label),
        allowed=refusal is None,
        reason=gettext(refusal.message) % refusal.params if refusal else "",
        by_instruction=recorded,
        irreversible=transition.irreversible,
    )
