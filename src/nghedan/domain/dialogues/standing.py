"""Where a dialogue stands: as its state says, and before the hall opens as far as its limits tell."""

from collections.abc import Iterable
from datetime import date

from nghedan.domain.dialogues import deadlines
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.rules import current_step
from nghedan.domain.dialogues.terms import DialogueState, Step
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.deadlines.terms import DeadlineState

CLOSING_LIMIT = {
    Step.NOTICE: deadlines.NOTICE,
    Step.OPINIONS: deadlines.CUT_OFF,
    Step.ANSWERS: deadlines.ANSWERS,
    Step.CONCLUSION: deadlines.RESULT,
    Step.FOLLOW_UP: deadlines.REPORT,
}
"""Step -> the limit that closes it; where no rule sets one, the next step that is done closes it too."""

REACHED = {
    DialogueState.IN_SESSION: Step.CONFERENCE,
    DialogueState.ADJOURNED: Step.CONCLUSION,
    DialogueState.CONCLUDED: Step.FOLLOW_UP,
    DialogueState.CLOSED: Step.FOLLOW_UP,
}
"""State -> the step it stands at, once the hall has opened."""


def step_of(dialogue: Dialogue, limits: Iterable[Deadline], today: date) -> Step:
    """Return the step a dialogue stands at: what is recorded as done, and whether its day is over."""
    if (reached := REACHED.get(DialogueState(dialogue.state))) is not None:
        return reached
    met = {row.rule_code for row in limits if row.state == DeadlineState.MET}
    if dialogue.state in (DialogueState.ANNOUNCED, DialogueState.READY):
        met.add(deadlines.NOTICE)
    return current_step(
        has_day=dialogue.held_on is not None,
        is_agreed=dialogue.agreed_on is not None,
        done=[step for step, code in CLOSING_LIMIT.items() if code in met],
        is_over=dialogue.held_on is not None and dialogue.held_on < today,
    )


def limit_of_step(limits: Iterable[Deadline], step: Step) -> Deadline | None:
    """Return the limit that closes a step, if a rule sets one."""
    return next((row for row in limits if row.rule_code == CLOSING_LIMIT.get(step)), None)
