"""More time, or a rest: asked for with a reason, decided by the head, never silent."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.followup.models import Commitment, Extension
from nghedan.domain.followup.terms import ExtensionKind
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.rules.words import clean
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_REASON = _("Xin ghi lý do, để lãnh đạo quyết định.")
NO_DAY = _("Xin ghi ngày xin gia hạn đến.")
NOT_LATER = _("Ngày xin gia hạn phải sau thời hạn đang có và không ở trước hôm nay; xin ghi lại ngày.")


@dataclass(frozen=True, slots=True)
class ExtensionDraft:
    """What is asked for. A rest ends on ``new_due_on`` too: then it is looked at again, or late."""

    new_due_on: date | None
    reason: str
    kind: ExtensionKind = ExtensionKind.LATER
    for_unit: bool = False


def ask_extension(*, actor: Actor, commitment: Commitment, draft: ExtensionDraft, key: str = "") -> Extension:
    """Ask for more time, or for a rest; until somebody decides, the day stays and lateness shows.

    Raises Invalid (fields "new_due_on", "reason"), Refused while another waits, NotAllowed.
    """
    if not (reason := clean(draft.reason)):
        raise Invalid("extension.no_reason", NO_REASON, field="reason")
    if draft.new_due_on is None:
        raise Invalid("extension.no_day", NO_DAY, field="new_due_on")
    if draft.new_due_on <= commitment.due_on or draft.new_due_on < clock.today():
        raise Invalid("extension.not_later", NOT_LATER, field="new_due_on")
    row = Extension(
        locality=commitment.locality, commitment=commitment, kind=draft.kind.value, old_due_on=commitment.due_on,
        new_due_on=draft.new_due_on, reason=reason, for_unit=draft.for_unit,
    )  # fmt: skip
    return create("extension.ask", actor=actor, obj=row, key=key)


def grant_extension(
    *, actor: Actor, extension: Extension, answer: str = "", instruction: Instruction | None = None
) -> Extension:
    """Give more time, or let it rest; the commitment's day moves with that, and the day of the answer in writing of its
    matter where both were promised for the same day. Raises Refused, NotAllowed, Conflict."""
    today, rests = clock.today(), extension.kind == ExtensionKind.PAUSE
    changes = {"answer": clean(answer)[:300], "decided_on": today}
    commitment = extension.commitment
    with deed(actor):
        perform("extension.grant", actor=actor, obj=extension, changes=changes, instruction=instruction)
        moved = {"due_on": extension.new_due_on, "paused_on": today if rests else None}
        perform("commitment.extend", actor=Actor.system(commitment.locality), obj=commitment, changes=moved)
        _move_the_answer(actor, extension)
    return extension


def _move_the_answer(actor: Actor, extension: Extension) -> None:
    """Let the answer in writing be due on the new day too; a day set by hand stays."""
    matter = extension.commitment.matter
    if matter is None or matter.state != MatterState.IN_WRITING or matter.writing_due_on != extension.old_due_on:
        return
    facts = {"asked_by": actor.key, "extension": extension.public_id}
    changes = {"writing_due_on": extension.new_due_on}
    perform("matter.follow_extension", actor=Actor.system(matter.locality), obj=matter, changes=changes, facts=facts)


def refuse_extension(
    *, actor: Actor, extension: Extension, answer: str, instruction: Instruction | None = None
) -> Extension:
    """Refuse; the day stays. Raises Invalid without saying why."""
    if not (said := clean(answer)):
        raise Invalid("extension.no_answer", NO_REASON, field="answer")
    changes = {"answer": said[:300], "decided_on": clock.today()}
    return perform("extension.refuse", actor=actor, obj=extension, changes=changes, instruction=instruction)


def withdraw_extension(*, actor: Actor, extension: Extension) -> Extension:
    """Take a request back. Raises Refused, NotAllowed, Conflict."""
    return perform("extension.withdraw", actor=actor, obj=extension)
