"""What a unit does about a commitment, and what the office makes of it: progress, confirming, closing, reopening."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.followup.models import Commitment, Progress
from nghedan.domain.followup.queries.commitments import asked_of
from nghedan.domain.followup.terms import CommitmentState
from nghedan.domain.opinions.rules.words import clean
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_TEXT = _("Xin ghi đã làm được gì.")
NO_REASON = _("Xin ghi lý do.")
NO_DAY = _("Xin ghi thời hạn mới.")
IN_PAST = _("Thời hạn mới không thể ở trước hôm nay; xin ghi lại ngày.")


@dataclass(frozen=True, slots=True)
class ProgressDraft:
    """What was done, as it is typed. ``received_how`` says how the unit told it, where the clerk enters it."""

    text: str
    is_final: bool = False
    for_unit: bool = False
    received_how: str = ""


def report_progress(*, actor: Actor, commitment: Commitment, draft: ProgressDraft, key: str = "") -> Progress:
    """Note what was done; a final report says that it is done and waits for the office.

    Raises Invalid without words, Refused once it is confirmed, NotAllowed, Conflict.
    """
    if not (text := clean(draft.text)):
        raise Invalid("progress.no_text", NO_TEXT, field="text")
    row = Progress(
        locality=commitment.locality, commitment=commitment, unit=commitment.unit, text=text, is_final=draft.is_final,
        for_unit=draft.for_unit, received_how=clean(draft.received_how)[:200],
    )  # fmt: skip
    with deed(actor):
        stored = create("progress.add", actor=actor, obj=row, key=key)
        if stored is not row or commitment.state == CommitmentState.REPORTED:
            return stored
        if draft.is_final:
            perform("commitment.report", actor=actor, obj=commitment, changes={"reported_on": clock.today()})
        elif commitment.state == CommitmentState.OPEN:
            perform("commitment.start", actor=actor, obj=commitment)
    return stored


def return_commitment(*, actor: Actor, commitment: Commitment, reason: str) -> Commitment:
    """Send a report back: what is still to be done. Raises Invalid without a reason."""
    changes = {"reported_on": None, "reason": _said(reason)}
    return perform("commitment.return", actor=actor, obj=commitment, changes=changes)


def confirm_commitment(*, actor: Actor, commitment: Commitment) -> Commitment:
    """Confirm that a commitment was carried out; a request for more time has nothing left to ask for."""
    with deed(actor):
        _drop_asked(commitment)
        return perform("commitment.confirm", actor=actor, obj=commitment, changes={"reason": ""})


def close_commitment(*, actor: Actor, commitment: Commitment, reason: str = "") -> Commitment:
    """Close a confirmed commitment: with a file that shows what was done, or a reason why there is none.

    Raises Refused without either, NotAllowed, Conflict.
    """
    changes = {"reason": clean(reason)[:300], "closed_on": clock.today()}
    return perform("commitment.close", actor=actor, obj=commitment, changes=changes)


def waive_commitment(
    *, actor: Actor, commitment: Commitment, reason: str, instruction: Instruction | None = None
) -> Commitment:
    """Decide that a commitment is not carried out any more. Raises Invalid without a reason."""
    changes = {"reason": _said(reason), "closed_on": clock.today()}
    with deed(actor):
        _drop_asked(commitment)
        return perform("commitment.waive", actor=actor, obj=commitment, changes=changes, instruction=instruction)


def reopen_commitment(
    *, actor: Actor, commitment: Commitment, reason: str, due_on: date | None, instruction: Instruction | None = None
) -> Commitment:
    """Decide that a commitment is to be worked on again, until a new day. Raises Invalid without reason or day."""
    if due_on is None:
        raise Invalid("commitment.no_day", NO_DAY, field="due_on")
    if due_on < clock.today():
        raise Invalid("commitment.in_past", IN_PAST, field="due_on")
    changes = {
        "reason": _said(reason), "due_on": due_on, "reported_on": None, "paused_on": None, "closed_on": None
    }  # fmt: skip
    return perform("commitment.reopen", actor=actor, obj=commitment, changes=changes, instruction=instruction)


def _drop_asked(commitment: Commitment) -> None:
    if (asked := asked_of(commitment)) is not None:
        perform("extension.withdraw", actor=Actor.system(commitment.locality), obj=asked)


def _said(reason: str) -> str:
    if not (said := clean(reason)):
        raise Invalid("commitment.no_reason", NO_REASON, field="reason")
    return said[:300]
