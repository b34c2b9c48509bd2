"""Asking to speak, being called, and the time one speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError
from django.db.models import Max

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import SpeakerRequest, SpeakingRule, Turn
from nghedan.domain.hall.queries.speaking import rule_of, running_turn, waiting_in_order
from nghedan.domain.hall.rules.timing import seconds_between
from nghedan.domain.hall.services.minutes import tell_turn, withdraw_lines
from nghedan.domain.hall.terms import QueueRule, RequestState, RequestWay
from nghedan.domain.invitations.models import Guest
from nghedan.domain.matters.models import Matter, Raising
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor, ActorKind
from nghedan.foundation.db import clock
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.identities.person import Person
from nghedan.foundation.identities.services import create_identity
from nghedan.foundation.tenancy.series import take_numbers
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import SOMEONE_FASTER, create, perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Conflict, Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

ONE_MORE_MINUTE = 60
LEAST_SECONDS, MOST_SECONDS = 30, 60 * 60
WORDS_MOST = 300
NOBODY_WAITS = _("Không còn ai chờ phát biểu.")
OTHER_HALL = _("Ý kiến, nội dung này không thuộc hội nghị này; xin xem lại số.")
OUT_OF_RANGE = _("Xin ghi thời gian phát biểu từ 30 giây đến 60 phút.")
SPOKE_ALREADY = _(
    "Người này chưa phát biểu lượt nào nên chưa đăng ký thêm được; xin mời phát biểu lượt đang chờ trước."
)


@dataclass(frozen=True, slots=True)
class SpeakerDraft:
    """Somebody who asks to speak. ``person`` stays out of every display of this value; it may be nobody."""

    way: RequestWay = RequestWay.OFFICE
    person: Person = field(default_factory=Person, repr=False)
    guest: Guest | None = None
    hamlet: Hamlet | None = None
    topic: str = ""
    opinion: Opinion | None = None
    matter: Matter | None = None
    may_show_name: bool = False


class _SentBefore(Exception):  # noqa: N818  (no error: what was written on the way is taken back)
    def __init__(self, row: Any) -> None:
        super().__init__()
        self.row = row


def set_speaking_rule(*, actor: Actor, dialogue: Dialogue, order: QueueRule, seconds: int) -> SpeakingRule:
    """Say in which order people speak at a dialogue, and for how many seconds each. Raises Invalid, NotAllowed."""
    if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        raise Invalid("speaking_rule.out_of_range", OUT_OF_RANGE, field="minutes")
    known = rule_of(dialogue)
    if known.pk is None:
        known.order, known.seconds = order.value, seconds
        return create("speaking_rule.set", actor=actor, obj=known)
    return perform("speaking_rule.change", actor=actor, obj=known, changes={"order": order.value, "seconds": seconds})


def register_speaker(*, actor: Actor, dialogue: Dialogue, draft: SpeakerDraft, key: str = "") -> SpeakerRequest:
    """Write down who asks to speak, under the next number; a name is optional. What somebody handed in before brings
    her hamlet, her name and the matter it raises.

    The same form sent twice gives the same request. Raises Refused once the hall is over, NotAllowed.
    """
    code = "speaker_request.ask" if actor.kind is ActorKind.PUBLIC else "speaker_request.register"
    fresh = _request(dialogue, draft)
    try:
        with deed(actor):
            if draft.person.name.strip():
                fresh.identity = create_identity(actor=Actor.system(actor.locality), person=draft.person)
            [fresh.number] = take_numbers(dialogue.locality, f"hall.{dialogue.pk}", dialogue.year)
            request = create(code, actor=actor, obj=fresh, key=key, also_compared=draft.person)
            if request is not fresh:
                raise _SentBefore(request)
    except _SentBefore as again:
        request = again.row
    return request


def admit_request(*, actor: Actor, request: SpeakerRequest) -> SpeakerRequest:
    """Let somebody stand in line who asked on the locality's page. Raises NotAllowed, Refused, Conflict."""
    return perform("speaker_request.admit", actor=actor, obj=request)


def edit_request(*, actor: Actor, request: SpeakerRequest, changes: Mapping[str, Any]) -> SpeakerRequest:
    """Change what a request is about, or from which hamlet. Raises Refused once called, NotAllowed, Conflict."""
    stored = dict(changes)
    if "topic" in stored:
        stored["topic"] = clean(stored["topic"])[:WORDS_MOST]
    return perform("speaker_request.edit", actor=actor, obj=request, changes=stored)


def override_speaker(*, actor: Actor, request: SpeakerRequest, reason: str = "") -> SpeakerRequest:
    """Let somebody speak before all others, as the head wishes; the reason may follow. Raises NotAllowed, Refused,
    Conflict."""
    known = SpeakerRequest.objects.of(request.locality).filter(dialogue=request.dialogue_id)
    highest = known.aggregate(highest=Max("ahead_of"))["highest"] or 0
    changes = {"ahead_of": highest + 1, "reason": clean(reason)[:WORDS_MOST] or request.reason}
    return perform("speaker_request.override", actor=actor, obj=request, changes=changes)


def give_reason(*, actor: Actor, request: SpeakerRequest, reason: str) -> SpeakerRequest:
    """Say later why somebody spoke before the others. Raises NotAllowed, Conflict."""
    changes = {"reason": clean(reason)[:WORDS_MOST]}
    return perform("speaker_request.give_reason", actor=actor, obj=request, changes=changes)


def pass_over(*, actor: Actor, request: SpeakerRequest) -> SpeakerRequest:
    """Note that somebody was called and not there. Raises NotAllowed, Refused, Conflict."""
    return perform("speaker_request.pass", actor=actor, obj=request)


def withdraw_request(*, actor: Actor, request: SpeakerRequest) -> SpeakerRequest:
    """Note that somebody no longer wishes to speak. Raises NotAllowed, Refused, Conflict."""
    return perform("speaker_request.withdraw", actor=actor, obj=request)


def requeue(*, actor: Actor, request: SpeakerRequest) -> SpeakerRequest:
    """Put who was absent, or had withdrawn, back in line under her number. Raises NotAllowed, Refused, Conflict."""
    return perform("speaker_request.requeue", actor=actor, obj=request, changes={"ahead_of": 0})


def register_again(*, actor: Actor, request: SpeakerRequest, key: str = "") -> SpeakerRequest:
    """Let who spoke ask once more, at the end of the line. Raises Refused for who has not spoken, NotAllowed."""
    if request.state != RequestState.DONE:
        raise Refused("speaker_request.not_spoken", SPOKE_ALREADY)
    fresh = SpeakerRequest(
        locality=request.locality, dialogue=request.dialogue, identity=request.identity, guest=request.guest,
        hamlet=request.hamlet, way=RequestWay.HALL.value, may_show_name=request.may_show_name,
    )  # fmt: skip
    try:
        with deed(actor):
            [fresh.number] = take_numbers(fresh.locality, f"hall.{fresh.dialogue_id}", fresh.dialogue.year)
            made = create("speaker_request.register", actor=actor, obj=fresh, key=key)
            if made is not fresh:
                raise _SentBefore(made)
    except _SentBefore as again:
        made = again.row
    return made


def call_next_speaker(
    *, actor: Actor, dialogue: Dialogue, request: SpeakerRequest | None = None, key: str = ""
) -> Turn:
    """End who speaks and call the next, or whoever is given: one transaction. Sent twice with one key, nobody is called
    twice: the turn it began is returned.

    Raises Refused when nobody waits or the hall is not open, Conflict when somebody else called at the same moment,
    NotAllowed.
    """
    try:
        with deed(actor):
            return _call(actor, dialogue, request, key)
    except _SentBefore as again:
        turn: Turn = again.row
        return turn
    except IntegrityError as error:  # two called at the same moment: one turn is running already
        raise Conflict("move.conflict", SOMEONE_FASTER) from error


def pause_turn(*, actor: Actor, turn: Turn) -> Turn:
    """Stop the clock, for an officer who answers in between. Raises NotAllowed, Refused, Conflict."""
    return perform("turn.pause", actor=actor, obj=turn, changes={"paused_at": clock.now()})


def resume_turn(*, actor: Actor, turn: Turn) -> Turn:
    """Let the clock go on. Raises NotAllowed, Refused, Conflict."""
    changes = {"paused_at": None, "paused_seconds": _paused(turn, clock.now())}
    return perform("turn.go_on", actor=actor, obj=turn, changes=changes)


def extend_turn(*, actor: Actor, turn: Turn, seconds: int = ONE_MORE_MINUTE) -> Turn:
    """Give more time, a minute as a rule. Raises NotAllowed, Refused, Conflict."""
    return perform("turn.extend", actor=actor, obj=turn, changes={"granted_seconds": turn.granted_seconds + seconds})


def end_turn(*, actor: Actor, turn: Turn) -> Turn:
    """End a turn. Raises NotAllowed, Refused, Conflict."""
    with deed(actor):
        _end(actor, turn, clock.now())
    return turn


def reopen_turn(*, actor: Actor, turn: Turn, facts: Mapping[str, Any] | None = None) -> Turn:
    """Let somebody go on whose turn was ended too early; the time in between counts as a pause.

    Raises Conflict while somebody else speaks, NotAllowed, Refused.
    """
    now = clock.now()
    waited = seconds_between(turn.ended_at, now) if turn.ended_at else 0
    changes = {"ended_at": None, "paused_seconds": turn.paused_seconds + waited}
    try:
        with deed(actor):
            perform("turn.reopen", actor=actor, obj=turn, changes=changes, facts=facts)
            system = Actor.system(turn.locality)
            perform("speaker_request.recall", actor=system, obj=turn.request, facts={"asked_by": actor.key})
    except IntegrityError as error:
        raise Conflict("move.conflict", SOMEONE_FASTER) from error
    return turn


def void_turn(*, actor: Actor, turn: Turn, facts: Mapping[str, Any] | None = None) -> Turn:
    """Take back that somebody was called: she waits again under her number. Raises NotAllowed, Refused, Conflict."""
    with deed(actor):
        changes = {"ended_at": turn.ended_at or clock.now(), "paused_at": None}
        perform("turn.void", actor=actor, obj=turn, changes=changes, facts=facts)
        perform("speaker_request.requeue", actor=actor, obj=turn.request)
        withdraw_lines(actor=actor, dialogue=turn.dialogue, subject=turn)
    return turn


def _call(actor: Actor, dialogue: Dialogue, request: SpeakerRequest | None, key: str) -> Turn:
    now = clock.now()
    before = running_turn(dialogue)
    following = request or next(iter(waiting_in_order(dialogue)), None)
    if following is None:
        return _called_before(before, key)
    if before is not None:
        _end(actor, before, now)
    fresh = Turn(
        locality=dialogue.locality, dialogue=dialogue, request=following, started_at=now,
        granted_seconds=rule_of(dialogue).seconds,
    )  # fmt: skip
    try:
        turn = create("turn.start", actor=actor, obj=fresh, key=key)
    except Conflict:  # the same press again, when somebody else is next already
        if request is not None or before is None:
            raise
        raise _SentBefore(before) from None
    if turn is not fresh:
        raise _SentBefore(turn)
    perform("speaker_request.call", actor=actor, obj=following)
    tell_turn(actor=actor, turn=turn)
    return turn


def _called_before(running: Turn | None, key: str) -> Turn:
    if running is not None and key:
        return running
    raise Refused("turn.nobody_waits", NOBODY_WAITS)


def _end(actor: Actor, turn: Turn, now: datetime) -> None:
    changes = {"ended_at": now, "paused_seconds": _paused(turn, now), "paused_at": None}
    perform("turn.end", actor=actor, obj=turn, changes=changes)
    perform("speaker_request.finish", actor=actor, obj=turn.request)


def _paused(turn: Turn, now: datetime) -> int:
    running = seconds_between(turn.paused_at, now) if turn.paused_at else 0
    return turn.paused_seconds + running


def _request(dialogue: Dialogue, draft: SpeakerDraft) -> SpeakerRequest:
    """Return the row to be stored; what somebody handed in before says who she is and where from."""
    opinion, guest = draft.opinion, draft.guest
    matter = draft.matter or (_matter_of(opinion) if opinion else None)
    for row in (opinion, matter):
        if row is not None and row.body_id != dialogue.body_id:
            raise Invalid("speaker_request.other_hall", OTHER_HALL, field="about")
    return SpeakerRequest(
        locality=dialogue.locality, dialogue=dialogue, guest=guest, identity=_known_person(opinion, guest),
        hamlet=draft.hamlet or (opinion.hamlet if opinion else None) or (guest.hamlet if guest else None),
        topic=clean(draft.topic)[:WORDS_MOST], opinion=opinion, matter=matter, way=draft.way.value,
        may_show_name=draft.may_show_name,
    )  # fmt: skip


def _known_person(opinion: Opinion | None, guest: Guest | None) -> Identity | None:
    return (guest.identity if guest else None) or (opinion.identity if opinion else None)


def _matter_of(opinion: Opinion) -> Matter | None:
    raised = Raising.objects.of(opinion.locality).filter(opinion=opinion, state=Standing.CURRENT)
    row = raised.exclude(matter__level=Level.RESTRICTED).select_related("matter").order_by("pk").first()
    return row.matter if row else None
