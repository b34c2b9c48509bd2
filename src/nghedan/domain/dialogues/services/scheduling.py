"""Choosing and moving the day, agreeing, postponing, cancelling."""

from datetime import date, time
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.services.limits import refresh_limits
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_REASON = _("Xin ghi lý do.")


def schedule_dialogue(
    *, actor: Actor, dialogue: Dialogue, held_on: date, starts_at: time | None = None, venue: str | None = None
) -> Dialogue:
    """Choose or move the day; all limits and tasks move with it, those fixed by hand stay and are flagged.

    A day in the past, on a holiday or outside the plan's period is a warning beforehand, not a refusal: what was
    really held is recorded as it was.
    """
    changes: dict[str, Any] = {"held_on": held_on, "starts_at": starts_at}
    if venue is not None:
        changes["venue"] = venue
    with deed(actor):
        perform("dialogue.schedule", actor=actor, obj=dialogue, changes=changes)
        refresh_limits(actor=actor, dialogue=dialogue)
    return dialogue


def agree_dialogue(*, actor: Actor, dialogue: Dialogue, on: date, instruction: Instruction | None = None) -> Dialogue:
    """Record that the head agrees contents and audience: a gate before the people are called and the units asked."""
    return perform("dialogue.agree", actor=actor, obj=dialogue, changes={"agreed_on": on}, instruction=instruction)


def postpone_dialogue(
    *, actor: Actor, dialogue: Dialogue, reason: str, instruction: Instruction | None = None
) -> Dialogue:
    """Postpone with a reason: the day is open again and the limits that hung on it are gone."""
    _require_reason(reason)
    with deed(actor):
        changes = {"held_on": None, "starts_at": None, "reason": reason}
        perform("dialogue.postpone", actor=actor, obj=dialogue, changes=changes, instruction=instruction)
        refresh_limits(actor=actor, dialogue=dialogue)
    return dialogue


def cancel_dialogue(
    *, actor: Actor, dialogue: Dialogue, reason: str, instruction: Instruction | None = None
) -> Dialogue:
    """Decide not to hold a dialogue, with a reason."""
    _require_reason(reason)
    return perform("dialogue.cancel", actor=actor, obj=dialogue, changes={"reason": reason}, instruction=instruction)


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid("dialogue.no_reason", NO_REASON, field="reason")
