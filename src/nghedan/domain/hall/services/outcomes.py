"""What comes of a matter in the hall (practice 14), edited while the minutes are open, and taken back.

The matter moves with its outcome; an outcome taken back returns it to where it stood, done by the system.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Outcome, Turn
from nghedan.domain.hall.services.minutes import tell_outcome, withdraw_lines
from nghedan.domain.hall.terms import HallOutcome, OutcomeState
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.services.finding import let_be_found
from nghedan.domain.matters.services.leaving import refer_matter
from nghedan.domain.matters.terms import Competence, MatterState
from nghedan.domain.matters.terms import Outcome as Result
from nghedan.domain.matters.workflow import stands_against
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Conflict, Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

NO_DAY = _("Xin ghi ngày trả lời bằng văn bản.")
DAY_OVER = _("Hạn không thể ở trước hôm nay; xin ghi lại ngày.")
NO_UNIT = _("Xin chọn đơn vị trả lời bằng văn bản.")
ALREADY = _("Nội dung này đã có kết quả; xin hoàn tác kết quả trước rồi ghi lại.")
MOVED_ON = _(
    "Nội dung này đã được xử lý tiếp sau hội nghị nên không hoàn tác kết quả được nữa; xin sửa ở trang của nội dung."
)

RESULTS = {
    HallOutcome.ANSWERED: Result.ANSWERED,
    HallOutcome.GUIDED: Result.GUIDED,
    HallOutcome.IN_WRITING: Result.UNDER_WAY,
    HallOutcome.ABOVE: Result.REFERRED,
    HallOutcome.OTHER: Result.REFERRED,
}
LEADS_TO = {
    HallOutcome.ANSWERED: MatterState.ANSWERED_IN_HALL,
    HallOutcome.GUIDED: MatterState.ANSWERED_IN_HALL,
    HallOutcome.IN_WRITING: MatterState.IN_WRITING,
    HallOutcome.ABOVE: MatterState.REFERRED,
    HallOutcome.OTHER: MatterState.REFERRED,
}
COMPETENCE = {HallOutcome.ABOVE: Competence.ABOVE, HallOutcome.OTHER: Competence.OTHER}
KEPT = ("unit_id", "outcome", "outcome_note", "writing_due_on", "answered_on", "competence", "competent_body", "reason")
"""Of a matter: what an outcome changes, and an outcome taken back returns."""


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """What came of a matter, as it is typed; without a text, the prepared short answer is what was said."""

    kind: HallOutcome
    text: str = ""
    answered_by: str = ""
    unit: Unit | None = None
    due_on: date | None = None
    competent_body: str = ""


def record_outcome(
    *, actor: Actor, dialogue: Dialogue, matter: Matter, draft: OutcomeDraft, turn: Turn | None = None, key: str = ""
) -> Outcome:
    """Record what came of a matter in the hall; matter and minutes follow.

    Raises Invalid (no day, no unit, no competent body), Refused (not in session, grouped, settled already), Conflict,
    NotAllowed.
    """
    values = _values(matter, draft)
    fresh = Outcome(
        locality=dialogue.locality, dialogue=dialogue, turn=turn, matter=matter, state_before=matter.state,
        matter_before=_kept(matter), **values,
    )  # fmt: skip
    try:
        with deed(actor):
            outcome = create("outcome.record", actor=actor, obj=fresh, key=key)
            if outcome is not fresh:
                return outcome
            _move(actor, matter, outcome)
            tell_outcome(actor=actor, outcome=outcome)
    except IntegrityError as error:  # another desk recorded one at the same moment
        raise Conflict("outcome.already", ALREADY) from error
    return outcome


def edit_outcome(*, actor: Actor, outcome: Outcome, draft: OutcomeDraft) -> Outcome:
    """Change an outcome's words, unit or day; of another kind it becomes another outcome, the first one taken back.

    Returns the outcome that stands. Raises as ``record_outcome``.
    """
    if draft.kind != outcome.kind:
        return _of_another_kind(actor, outcome, draft)
    matter = outcome.matter
    values = _values(matter, draft)
    with deed(actor):
        perform("outcome.edit", actor=actor, obj=outcome, changes=values)
        _stands_where_it_led(outcome)
        changes = {**_results(outcome), **_left_to_do(outcome)}
        if outcome.kind in COMPETENCE:
            changes["competent_body"] = outcome.competent_body
        _follow("matter.record_outcome", actor, matter, changes)
        tell_outcome(actor=actor, outcome=outcome)
    return outcome


def undo_outcome(*, actor: Actor, outcome: Outcome, facts: Mapping[str, Any] | None = None) -> Outcome:
    """Take an outcome back: the matter stands where it stood, its lines of the minutes are struck.

    Raises Refused once the matter went on, or the minutes are signed; NotAllowed, Conflict.
    """
    _stands_where_it_led(outcome)
    with deed(actor):
        perform("outcome.undo", actor=actor, obj=outcome, facts=facts)
        _back(actor, outcome)
        withdraw_lines(actor=actor, dialogue=outcome.dialogue, subject=outcome)
    return outcome


def _of_another_kind(actor: Actor, outcome: Outcome, draft: OutcomeDraft) -> Outcome:
    with deed(actor):
        undo_outcome(actor=actor, outcome=outcome)
        return record_outcome(
            actor=actor, dialogue=outcome.dialogue, matter=outcome.matter, draft=draft, turn=outcome.turn
        )


def _values(matter: Matter, draft: OutcomeDraft) -> dict[str, Any]:
    """Return what is stored of an outcome. Raises Invalid for what its kind cannot do without."""
    unit = draft.unit or matter.unit
    if draft.kind is HallOutcome.IN_WRITING:
        if draft.due_on is None:
            raise Invalid("outcome.no_day", NO_DAY, field="due_on")
        if draft.due_on < clock.today():
            raise Invalid("outcome.day_over", DAY_OVER, field="due_on")
        if unit is None:
            raise Invalid("outcome.no_unit", NO_UNIT, field="unit")
        if matter.level == Level.CONDUCT and (refusal := stands_against(matter, unit)) is not None:
            raise refusal
    return {
        "kind": draft.kind.value, "text": clean(draft.text) or prepared_answer(matter), "unit": unit,
        "answered_by": clean(draft.answered_by)[:200], "competent_body": clean(draft.competent_body)[:200],
        "due_on": draft.due_on if draft.kind is HallOutcome.IN_WRITING else None,
    }  # fmt: skip


def prepared_answer(matter: Matter) -> str:
    """Return the three lines prepared for the head, or nothing."""
    answer = Answer.objects.of(matter.locality).filter(matter=matter).only("short").first()
    return answer.short if answer else ""


def _kept(matter: Matter) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value := getattr(matter, name), date) else value for name in KEPT}


def _move(actor: Actor, matter: Matter, outcome: Outcome) -> None:
    kind = HallOutcome(outcome.kind)
    if kind in COMPETENCE:
        refer_matter(
            actor=actor, matter=matter, competent_body=outcome.competent_body, reason=outcome.text,
            competence=COMPETENCE[kind],
        )  # fmt: skip
        return
    code = "matter.put_in_writing" if kind is HallOutcome.IN_WRITING else "matter.answer_in_hall"
    perform(code, actor=actor, obj=matter, changes={**_results(outcome), **_left_to_do(outcome)})
    let_be_found(matter)


def _results(outcome: Outcome) -> dict[str, Any]:
    kind = HallOutcome(outcome.kind)
    return {"outcome": RESULTS[kind].value, **({} if kind in COMPETENCE else {"outcome_note": outcome.text})}


def _left_to_do(outcome: Outcome) -> dict[str, Any]:
    """Return who answers until when; what was answered is answered today."""
    kind = HallOutcome(outcome.kind)
    if kind is HallOutcome.IN_WRITING:
        return {"writing_due_on": outcome.due_on, "unit": outcome.unit}
    return {} if kind in COMPETENCE else {"answered_on": clock.local(outcome.created_at).date()}


def _stands_where_it_led(outcome: Outcome) -> None:
    """Refuse to touch an outcome whose matter went on since."""
    if outcome.state == OutcomeState.STANDING and outcome.matter.state != LEADS_TO[HallOutcome(outcome.kind)]:
        raise Refused("outcome.moved_on", MOVED_ON)


def _back(actor: Actor, outcome: Outcome) -> None:
    before = dict(outcome.matter_before)
    for name in ("writing_due_on", "answered_on"):
        before[name] = date.fromisoformat(before[name]) if before.get(name) else None
    unit_id = before.pop("unit_id", None)
    before["unit"] = Unit.objects.of(outcome.locality).filter(pk=unit_id).first() if unit_id else None
    if outcome.state_before == MatterState.IN_WRITING:  # taken up again from an earlier hall
        _follow("matter.back_to_screened", actor, outcome.matter, {})
        _follow("matter.put_in_writing", actor, outcome.matter, before)
        return
    _follow(f"matter.back_to_{outcome.state_before}", actor, outcome.matter, before)


def _follow(code: str, actor: Actor, matter: Matter, changes: Mapping[str, Any]) -> None:
    """Let the matter follow its outcome; done by the system, who asked stands in the entry."""
    system, facts = Actor.system(matter.locality), {"asked_by": actor.key}
    perform(code, actor=system, obj=matter, changes=changes, facts=facts)
    let_be_found(matter)
