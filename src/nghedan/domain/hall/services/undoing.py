"""Taking back what was done at the desk last: each act by its own inverse, told in the journal with what it undoes."""

from collections.abc import Callable, Mapping
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import AgendaItem, Outcome, Turn
from nghedan.domain.hall.queries.acts import UNDOES, Act, acts_of
from nghedan.domain.hall.services.agenda import take_back_end, take_back_start
from nghedan.domain.hall.services.heard import MATTERS, unsplit_speech
from nghedan.domain.hall.services.minutes import tell_turn
from nghedan.domain.hall.services.outcomes import undo_outcome
from nghedan.domain.hall.services.speaking import ONE_MORE_MINUTE, reopen_turn, void_turn
from nghedan.domain.hall.terms import OutcomeState
from nghedan.domain.matters.models import Raising
from nghedan.domain.matters.services.raising import no_longer_raises
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.keeping import void_opinion
from nghedan.domain.opinions.terms import OpinionState, Origin
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

NOTHING = _("Không còn việc nào của bàn thư ký để hoàn tác; cần sửa gì, xin sửa ở trang của việc ấy.")
HAS_RESULT = _("Lượt phát biểu này đã có kết quả; xin hoàn tác kết quả trước.")
HAS_WORDS = _("Ý kiến của lượt này đã ghi vào sổ; xin hoàn tác việc ghi ý kiến trước.")
RAISED = _("Ý kiến này đã ghi thành nội dung kiến nghị; xin sửa ở trang của ý kiến trong sổ.")
OTHER_ACT = _("Vừa có việc khác được ghi: %(act)s (%(by)s). Xin xem lại rồi hoàn tác.")
REASON = _("Hoàn tác tại bàn thư ký.")


def undo_last(*, actor: Actor, dialogue: Dialogue, number: int | None = None) -> Act:
    """Take back the latest act in the hall that still stands; ``number`` is the one the reader saw as the latest.

    Raises Refused when something stands on it, or somebody did something else since; NotAllowed, Conflict.
    """
    acts = acts_of(dialogue)
    if not acts:
        raise Refused("hall.nothing_to_undo", NOTHING)
    act = acts[0]
    if number is not None and act.number != number:
        raise Refused("hall.other_act", OTHER_ACT, act=act.title, by=act.by)
    with deed(actor):
        which = {MATTERS: act.told[MATTERS]} if MATTERS in act.told else {}
        INVERSES[act.code](actor, act.subject, {UNDOES: act.number, **which})
    return act


Inverse = Callable[[Actor, Any, Mapping[str, Any]], None]


def _move(code: str, **changes: Any) -> Inverse:
    def inverse(actor: Actor, row: Any, facts: Mapping[str, Any]) -> None:
        perform(code, actor=actor, obj=row, changes=changes, facts=facts)

    return inverse


def _not_called(actor: Actor, turn: Turn, facts: Mapping[str, Any]) -> None:
    """Take back a call; whoever was ended by it goes on with the next press."""
    if turn.outcomes.filter(state=OutcomeState.STANDING).exists():
        raise Refused("turn.has_result", HAS_RESULT)
    if turn.opinion_id is not None:
        raise Refused("turn.has_words", HAS_WORDS)
    void_turn(actor=actor, turn=turn, facts=facts)


def _go_on(actor: Actor, turn: Turn, facts: Mapping[str, Any]) -> None:
    waited = int((clock.now() - turn.paused_at).total_seconds()) if turn.paused_at else 0
    changes = {"paused_at": None, "paused_seconds": turn.paused_seconds + waited}
    perform("turn.go_on", actor=actor, obj=turn, changes=changes, facts=facts)


def _pause(actor: Actor, turn: Turn, facts: Mapping[str, Any]) -> None:
    perform("turn.pause", actor=actor, obj=turn, changes={"paused_at": clock.now()}, facts=facts)


def _shorten(actor: Actor, turn: Turn, facts: Mapping[str, Any]) -> None:
    seconds = max(turn.granted_seconds - ONE_MORE_MINUTE, 0)
    perform("turn.extend", actor=actor, obj=turn, changes={"granted_seconds": seconds}, facts=facts)


def _reopen(actor: Actor, turn: Turn, facts: Mapping[str, Any]) -> None:
    reopen_turn(actor=actor, turn=turn, facts=facts)


def _unsay(actor: Actor, turn: Turn, facts: Mapping[str, Any]) -> None:
    """Take the words off the turn; what was written into the ledger for it keeps its line there, as a mistake."""
    opinion = turn.opinion
    if opinion is None:
        raise Refused("hall.nothing_to_undo", NOTHING)
    perform("turn.note_opinion", actor=actor, obj=turn, changes={"opinion": None}, facts=facts)
    if opinion.origin == Origin.HALL and turn.request.opinion_id != opinion.pk:
        _out_of_the_ledger(actor, opinion)
    tell_turn(actor=actor, turn=turn)


def _out_of_the_ledger(actor: Actor, opinion: Opinion) -> None:
    """Mark a line written for a turn as a mistake; a matter prepared before loses this voice only."""
    raised = Raising.objects.of(opinion.locality).filter(opinion=opinion, state=Standing.CURRENT)
    for raising in raised.select_related("matter__field", "matter__unit", "matter__locality"):
        others = Raising.objects.of(opinion.locality).filter(matter=raising.matter, state=Standing.CURRENT)
        if not others.exclude(pk=raising.pk).exists():
            raise Refused("turn.raised", RAISED)
        no_longer_raises(actor=actor, opinion=opinion, matter=raising.matter)
    if opinion.state == OpinionState.CLASSIFIED:
        system, facts = Actor.system(opinion.locality), {"asked_by": actor.key}
        perform("opinion.reclassify", actor=system, obj=opinion, facts=facts)
    void_opinion(actor=actor, opinion=opinion, reason=REASON)


def _not_split(actor: Actor, turn: Turn, facts: Mapping[str, Any]) -> None:
    unsplit_speech(actor=actor, turn=turn, facts=facts)
    perform("turn.split", actor=actor, obj=turn, facts=facts)


def _no_outcome(actor: Actor, outcome: Outcome, facts: Mapping[str, Any]) -> None:
    undo_outcome(actor=actor, outcome=outcome, facts=facts)


def _not_begun(actor: Actor, item: AgendaItem, facts: Mapping[str, Any]) -> None:
    take_back_start(actor=actor, item=item, facts=facts)


def _not_ended(actor: Actor, item: AgendaItem, facts: Mapping[str, Any]) -> None:
    take_back_end(actor=actor, item=item, facts=facts)


INVERSES: Mapping[str, Inverse] = {
    "agenda_item.start": _not_begun,
    "agenda_item.end": _not_ended,
    "agenda_item.skip": _move("agenda_item.reopen"),
    "speaker_request.register": _move("speaker_request.withdraw"),
    "speaker_request.override": _move("speaker_request.take_back", ahead_of=0),
    "speaker_request.pass": _move("speaker_request.requeue"),
    "speaker_request.withdraw": _move("speaker_request.requeue"),
    "turn.start": _not_called,
    "turn.pause": _go_on,
    "turn.go_on": _pause,
    "turn.extend": _shorten,
    "turn.end": _reopen,
    "turn.note_opinion": _unsay,
    "turn.split": _not_split,
    "outcome.record": _no_outcome,
}
"""Code of an act -> what takes it back."""
