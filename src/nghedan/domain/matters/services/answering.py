"""The answer prepared before the day: drafted by the unit, checked by the clerk, approved by the head."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError

from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.rules.answers import check_short
from nghedan.domain.matters.terms import AnswerState, MatterState
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import SOMEONE_FASTER, create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Conflict, Invalid
from nghedan.kernel.terms import gettext_noop as _

NO_REASON = _("Xin ghi cần sửa gì, để đơn vị biết.")
HANDED_OVER = _("Nội dung được giao cho đơn vị khác chuẩn bị trả lời; cần góp ý, xin báo Văn phòng.")


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """An answer as it is typed. ``received_how`` says how the unit sent it, where the clerk enters it for the unit."""

    text: str = ""
    short: str = ""
    basis: str = ""
    proposed_on: date | None = None
    caution: str = ""
    for_unit: bool = False
    received_how: str = ""


def new_answer(matter: Matter) -> Answer:
    """Return an answer that is not stored yet; its version 0 agrees with no stored one."""
    return Answer(locality=matter.locality, matter=matter, version=0)


def save_answer(*, actor: Actor, matter: Matter, draft: AnswerDraft, answer: Answer | None = None) -> Answer:
    """Store the answer to a matter, the first time or again; a draft may be incomplete.

    Raises Invalid when the short answer has more than three lines or 300 signs, Refused once it was checked,
    NotAllowed, Conflict.
    """
    values = _values(draft)
    if answer is not None and answer.pk is not None:
        return perform("answer.edit", actor=actor, obj=answer, changes=values)
    fresh = Answer(locality=matter.locality, matter=matter, unit=matter.unit, **values)
    try:
        return create("answer.draft", actor=actor, obj=fresh)
    except IntegrityError as error:  # two people began the same answer at the same moment
        raise Conflict("move.conflict", SOMEONE_FASTER) from error


def hand_in(*, actor: Actor, answer: Answer) -> Answer:
    """Hand an answer in to the office. Raises Refused without text or three lines, NotAllowed, Conflict."""
    return perform("answer.hand_in", actor=actor, obj=answer, changes={"return_reason": ""})


def check_answer(*, actor: Actor, answer: Answer) -> Answer:
    """Say that an answer may be put before the head. Raises Refused, NotAllowed, Conflict."""
    return perform("answer.check", actor=actor, obj=answer)


def approve_answer(*, actor: Actor, answer: Answer, instruction: Instruction | None = None) -> Answer:
    """Approve an answer; before the day its matter is prepared with that, after the hall it may go out in writing.

    Raises Refused, NotAllowed, Conflict.
    """
    with deed(actor):
        perform("answer.approve", actor=actor, obj=answer, instruction=instruction)
        if answer.matter.state == MatterState.ASSIGNED:
            perform("matter.prepare", actor=Actor.system(answer.locality), obj=answer.matter)
    return answer


def approve_answers(
    *, actor: Actor, answers: Sequence[Answer], instruction: Instruction | None = None
) -> Sequence[Answer]:
    """Approve many answers at once, all or none."""
    with deed(actor):
        return [approve_answer(actor=actor, answer=answer, instruction=instruction) for answer in answers]


def return_answer(*, actor: Actor, answer: Answer, reason: str, instruction: Instruction | None = None) -> Answer:
    """Give an answer back to be worked on, also an approved one. Raises Invalid without a reason, NotAllowed."""
    if not (said := clean(reason)):
        raise Invalid("answer.no_reason", NO_REASON, field="reason")
    was_prepared = answer.state == AnswerState.APPROVED and answer.matter.state == MatterState.PREPARED
    with deed(actor):
        perform("answer.return", actor=actor, obj=answer, changes={"return_reason": said}, instruction=instruction)
        if was_prepared:
            perform("matter.unprepare", actor=Actor.system(answer.locality), obj=answer.matter)
    return answer


def hand_over(*, matter: Matter, unit: Unit) -> None:
    """Let another unit go on with the answer a matter has, from a draft again; it follows from the assignment."""
    answer = Answer.objects.of(matter.locality).filter(matter=matter).first()
    if answer is None or answer.unit_id == unit.pk:
        return
    answer.matter = matter
    system = Actor.system(matter.locality)
    with deed(system):
        if answer.state != AnswerState.DRAFT:
            return_answer(actor=system, answer=answer, reason=HANDED_OVER)
        perform("answer.edit", actor=system, obj=answer, changes={"unit": unit})


def _values(draft: AnswerDraft) -> dict[str, Any]:
    return {
        "text": clean(draft.text), "short": check_short(clean(draft.short)), "basis": clean(draft.basis),
        "proposed_on": draft.proposed_on, "caution": clean(draft.caution), "for_unit": draft.for_unit,
        "received_how": clean(draft.received_how)[:200],
    }  # fmt: skip
