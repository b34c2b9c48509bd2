"""What people say of an answer: satisfied or not; the first "not" opens the matter once more, for the head."""

from dataclasses import dataclass
from datetime import date

from nghedan.domain.dialogues.services.session import take_up_dialogue
from nghedan.domain.followup.deadlines import may_ask_until
from nghedan.domain.followup.models import Verdict
from nghedan.domain.followup.terms import Satisfaction, VerdictWay
from nghedan.domain.matters.deadlines import ASSIGNED_ON, answer_rule
from nghedan.domain.matters.models import Answer, Matter
from nghedan.domain.matters.services.answering import return_answer
from nghedan.domain.matters.terms import AnswerState, MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.services.giving import read_own_words
from nghedan.domain.opinions.terms import Level
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.deadlines import evaluate
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

WORD_SIGNS = 600
ANSWERED = (MatterState.ANSWERED, MatterState.ANSWERED_IN_HALL, MatterState.CLOSED)
NO_WORDS = _("Xin ghi vì sao chưa thỏa đáng, để người trả lời biết.")
NOT_ANSWERED = _("Nội dung này chưa được trả lời; xin quay lại khi đã có câu trả lời.")
NO_CHOICE = _("Xin chọn một trong các ý trên.")
NO_DIRECTION = _("Xin ghi ý kiến chỉ đạo.")
NOT_ORDINARY = _("Nội dung này được xem xét, trả lời theo quy định riêng; muốn hỏi thêm, xin liên hệ Văn phòng.")


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """What somebody says of an answer; "not satisfied" needs a sentence."""

    verdict: Satisfaction | None
    words: str = ""
    way: VerdictWay = VerdictWay.PORTAL


def give_own_verdict(
    *, actor: Actor, opinion: Opinion, matter: Matter, draft: VerdictDraft, digits: str = "", key: str = ""
) -> Verdict:
    """Take in what the bearer of a receipt says of the answer, once she has shown that it is hers.

    Raises Invalid (field "digits" for wrong ones), Refused, NotAllowed.
    """
    read_own_words(actor=actor, opinion=opinion, digits=digits)
    return give_verdict(actor=actor, opinion=opinion, matter=matter, draft=draft, key=key)


def give_verdict(*, actor: Actor, opinion: Opinion, matter: Matter, draft: VerdictDraft, key: str = "") -> Verdict:
    """Note what a voice says of the answer to its matter. The first "not satisfied" within the time for asking opens
    the matter again for the head; a later one is kept without that. Raises Invalid, Refused, NotAllowed, Conflict."""
    if draft.verdict is None:
        raise Invalid("verdict.no_choice", NO_CHOICE, field="verdict")
    words = clean(draft.words)[:WORD_SIGNS]
    if draft.verdict is Satisfaction.NOT and not words:
        raise Invalid("verdict.no_words", NO_WORDS, field="words")
    if matter.level != Level.ORDINARY:
        raise Refused("verdict.not_ordinary", NOT_ORDINARY)
    reopens = draft.verdict is Satisfaction.NOT and may_be_reopened(matter, clock.today())
    fresh = Verdict(
        locality=matter.locality, matter=matter, opinion=opinion, verdict=draft.verdict.value, words=words,
        way=draft.way.value, given_on=clock.today(), reopened=reopens,
    )  # fmt: skip
    with deed(actor):
        stored = create("verdict.give", actor=actor, obj=fresh, key=key)
        if stored is fresh:
            _check_answered(matter)
            if reopens:
                _reopen(actor, matter)
    return stored


def may_be_reopened(matter: Matter, today: date) -> bool:
    """Say whether "not satisfied" leads to another look: once a matter, within the time for asking."""
    if matter.state not in ANSWERED or matter.reopened_on is not None:
        return False
    since = matter.answered_on or matter.closed_on
    return since is None or today <= may_ask_until(matter.locality, since)


def look_at_verdict(
    *, actor: Actor, verdict: Verdict, direction: str, rework: bool = True, instruction: Instruction | None = None
) -> Verdict:
    """Let the head look at a matter that was opened again, and say what is to be done. With ``rework`` the unit
    writes a new answer; else the answer stays and is explained once more. Raises Invalid, Refused, NotAllowed."""
    if not (said := clean(direction)):
        raise Invalid("verdict.no_direction", NO_DIRECTION, field="direction")
    changes = {"direction": said, "looked_on": clock.today()}
    with deed(actor):
        perform("verdict.look", actor=actor, obj=verdict, changes=changes, instruction=instruction)
        answer: Answer | None = getattr(verdict.matter, "answer", None)
        is_waiting = rework and verdict.matter.state == MatterState.IN_WRITING
        if is_waiting and answer is not None and answer.state != AnswerState.DRAFT:
            answer.matter = verdict.matter
            return_answer(actor=Actor.system(verdict.locality), answer=answer, reason=said)
    return verdict


def _check_answered(matter: Matter) -> None:
    if matter.state not in ANSWERED:
        raise Refused("verdict.not_answered", NOT_ANSWERED)


def _reopen(actor: Actor, matter: Matter) -> None:
    """Open a matter again for the head; a consequence, done by the system."""
    today, system = clock.today(), Actor.system(matter.locality)
    calendar = calendar_for(matter.locality, today, date(today.year + 1, today.month, 1))
    due = evaluate(answer_rule(matter.field), {ASSIGNED_ON: today}, calendar)
    changes = {"reopened_on": today, "closed_on": None, "writing_due_on": due.due_on if due else None}
    perform("matter.reopen", actor=system, obj=matter, changes=changes, facts={"asked_by": actor.key})
    if matter.dialogue is not None:
        take_up_dialogue(actor=actor, dialogue=matter.dialogue)
