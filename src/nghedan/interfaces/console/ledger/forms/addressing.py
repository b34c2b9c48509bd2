"""To which dialogue, or to which body outside any dialogue, opinions go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.organisations.models import Body
from nghedan.foundation.access.actor import Actor
from nghedan.interfaces.console.plans.bodies import bodies_for
from nghedan.kernel.vietnamese import format_date

MOST = 30


@dataclass(frozen=True, slots=True)
class Addressing:
    """The bodies somebody takes opinions in for, and the dialogues they are collected for, the next one first."""

    bodies: Sequence[Body]
    dialogues: Sequence[Dialogue]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Return dialogues and bodies as one question, known by their public ids."""
        outside = [(one.public_id, _("Ngoài các cuộc đối thoại: %(body)s") % {"body": one.name}) for one in self.bodies]
        return [(one.public_id, label_of(one)) for one in self.dialogues] + outside

    @property
    def first(self) -> str:
        """Return the likeliest choice."""
        return next(iter(self.choices), ("", ""))[0]

    def chosen(self, public_id: str) -> tuple[Body, Dialogue | None]:
        """Return the body, and the dialogue if it is one."""
        for dialogue in self.dialogues:
            if dialogue.public_id == public_id:
                return dialogue.body, dialogue
        return next(body for body in self.bodies if body.public_id == public_id), None

    def value_of(self, body: Body, dialogue: Dialogue | None) -> str:
        return dialogue.public_id if dialogue else body.public_id


def addressing_for(actor: Actor, permission: str, today: date) -> Addressing:
    """Return where an actor may take opinions in for (two queries)."""
    bodies = bodies_for(actor, permission)
    known = {body.pk for body in bodies}
    planned = dialogues_visible_to(actor).exclude(state=DialogueState.CANCELLED)
    recent = [one for one in planned.order_by("-year", "-held_on", "-pk")[:MOST] if one.body_id in known]
    return Addressing(bodies, sorted(recent, key=lambda one: _distance(one, today)))


def label_of(dialogue: Dialogue) -> str:
    """Return a dialogue with its day, short enough for a list to choose from."""
    theme = dialogue.theme if len(dialogue.theme) <= 60 else f"{dialogue.theme[:59]}…"
    return f"{theme} ({format_date(dialogue.held_on)})" if dialogue.held_on else theme


def _distance(dialogue: Dialogue, today: date) -> tuple[int, int]:
    """Those to come by day, then those without a day, then those past, the latest first."""
    if dialogue.held_on is None:
        return 1, 0
    days = (dialogue.held_on - today).days
    return (0, days) if days >= 0 else (2, -days)
