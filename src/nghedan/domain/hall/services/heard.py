"""What was said in the hall: into the ledger, word for word, and on to the matters it raises."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Projection, SpeakerRequest, Turn
from nghedan.domain.hall.services.minutes import tell_turn
from nghedan.domain.hall.terms import Shows
from nghedan.domain.matters.models import Matter, Raising
from nghedan.domain.matters.services.petitions import register_petition
from nghedan.domain.matters.services.raising import (
    MatterDraft,
    also_raises,
    finish_classifying,
    matters_of,
    no_longer_raises,
    raise_matter,
    void_matter,
)
from nghedan.domain.matters.terms import MatterKind, MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.services.receiving import OpinionDraft, receive_opinion
from nghedan.domain.opinions.terms import Level, OpinionState, Origin
from nghedan.domain.organisations.models import Officer
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import perform
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.errors import Refused
from nghedan.kernel.terms import gettext_noop as _

NOTED_ALREADY = _("Ý kiến của lượt này đã ghi; xin sửa ở trang của ý kiến đó.")
NOTHING_REGISTERED = _("Người này chưa gửi ý kiến trước hội nghị; xin ghi lời phát biểu.")
BUILT_UPON = _(
    "Nội dung đã ghi của lượt này đã được xử lý tiếp, hoặc có người khác cùng nêu; xin sửa ở trang của nội dung đó."
)
MATTERS = "matters"
"""Fact of the entry that tells of a split: the public ids of the matters that came of it."""

NOTHING_NOTED = _("Chưa ghi ý kiến của lượt này; xin ghi lời phát biểu trước.")


def note_speech(*, actor: Actor, turn: Turn, words: str, matter: Matter | None = None, key: str = "") -> Opinion:
    """Write what somebody says into the ledger, with number and receipt as ever, as who spoke and from which hamlet;
    ``matter`` is the one prepared before, which it raises too.

    The same form sent twice gives the same opinion. Raises Invalid without words, Refused once the turn has its
    opinion, NotAllowed, Conflict.
    """
    request = turn.request
    draft = OpinionDraft(
        words=words, origin=Origin.HALL, dialogue=turn.dialogue, hamlet=request.hamlet,
        identity=request.identity or (request.guest.identity if request.guest else None),
    )  # fmt: skip
    with deed(actor):
        opinion = receive_opinion(actor=actor, body=turn.dialogue.body, draft=draft, key=key)
        if turn.opinion_id == opinion.pk:
            return opinion
        if turn.opinion_id is not None:
            raise Refused("turn.noted_already", NOTED_ALREADY)
        _belongs(actor, turn, opinion)
        if matter is not None:
            raise_again(actor=actor, opinion=opinion, matter=matter)
    return opinion


def note_as_registered(*, actor: Actor, turn: Turn) -> Opinion:
    """Note that somebody says what she handed in before: that line of the ledger is the turn's, no second one.

    Raises Refused where nothing was handed in or the turn has its opinion, NotAllowed, Conflict.
    """
    handed_in = turn.request.opinion
    if handed_in is None:
        raise Refused("turn.nothing_registered", NOTHING_REGISTERED)
    if turn.opinion_id is not None:
        raise Refused("turn.noted_already", NOTED_ALREADY)
    with deed(actor):
        _belongs(actor, turn, handed_in)
    return handed_in


def split_speech(*, actor: Actor, turn: Turn, drafts: Sequence[MatterDraft], key: str = "") -> list[Matter]:
    """Write the matters of one speech down, each for a unit of its own; whoever spoke hears of all of them.

    Raises Invalid without a sentence, Refused before the words are noted, NotAllowed, Conflict.
    """
    if turn.opinion is None:
        raise Refused("turn.nothing_noted", NOTHING_NOTED)
    known = {matter.pk for matter in matters_of(turn.opinion)}
    with deed(actor):
        matters = raise_from(actor=actor, opinion=turn.opinion, drafts=drafts, key=key)
        if fresh := [matter.public_id for matter in matters if matter.pk not in known]:
            perform("turn.split", actor=actor, obj=turn, facts={MATTERS: fresh})
    return matters


def unsplit_speech(*, actor: Actor, turn: Turn, facts: Mapping[str, Any]) -> None:
    """Take back the matters that ``facts`` names, written down of a speech by mistake. Raises Refused when one was
    worked on since or is raised by others too, NotAllowed, Conflict."""
    opinion = turn.opinion
    found = Matter.objects.of(turn.locality).filter(public_id__in=facts[MATTERS]).order_by("-pk")
    rows = list(found.select_related("field", "unit", "hamlet", "body", "locality"))
    with deed(actor):
        for matter in rows:
            voices = Raising.objects.of(turn.locality).filter(matter=matter, state=Standing.CURRENT)
            is_alone = set(voices.values_list("opinion", flat=True)) == {turn.opinion_id}
            answers_others = Matter.objects.of(turn.locality).filter(grouped_into=matter).exists()
            if opinion is None or not is_alone or answers_others or matter.state != MatterState.SCREENED:
                raise Refused("turn.built_upon", BUILT_UPON)
            no_longer_raises(actor=actor, opinion=opinion, matter=matter)
            void_matter(actor=actor, matter=matter, facts=facts)
        _take_off_screens(actor, turn.dialogue, turns=(), matters=[matter.pk for matter in rows])
        if opinion is not None and opinion.state == OpinionState.CLASSIFIED and not matters_of(opinion):
            system = Actor.system(opinion.locality)
            perform("opinion.reclassify", actor=system, obj=opinion, facts={"asked_by": actor.key})


def raise_from(*, actor: Actor, opinion: Opinion, drafts: Sequence[MatterDraft], key: str = "") -> list[Matter]:
    """Write the matters of an opinion down, one or several; it is classified with that."""
    with deed(actor):
        matters = [
            raise_matter(
                actor=actor, opinion=opinion, draft=replace(draft, hamlet=draft.hamlet or opinion.hamlet),
                key=f"{key}.{position}" if key else "",
            )
            for position, draft in enumerate(drafts)
        ]  # fmt: skip
        _classified(actor, opinion)
    return matters


def raise_again(*, actor: Actor, opinion: Opinion, matter: Matter) -> Matter:
    """Note that an opinion heard in the hall raises a matter that is known."""
    with deed(actor):
        also_raises(actor=actor, opinion=opinion, matter=matter)
        _classified(actor, opinion)
    return matter


def hear_aside(*, actor: Actor, dialogue: Dialogue, draft: OpinionDraft, key: str = "") -> Opinion:
    """Write down what comes meanwhile without a turn: a slip handed up, a word from the hall. Raises Invalid,
    NotAllowed, Conflict."""
    return receive_opinion(actor=actor, body=dialogue.body, draft=replace(draft, dialogue=dialogue), key=key)


def set_apart(
    *, actor: Actor, dialogue: Dialogue, opinion: Opinion, kind: MatterKind, named: Sequence[Officer] = ()
) -> None:
    """Take a denunciation, or a report of a crime, out of the hall at once: out of the ledger, the desk, the minutes
    and the screen, in one transaction. Whoever does this may not read it afterwards.

    Basis: Luật Tố cáo 25/2018/QH14. Raises Refused for a kind without a way of its own, NotAllowed, Conflict.
    """
    with deed(actor):
        matters = [matter.pk for matter in matters_of(opinion)]
        register_petition(actor=actor, opinion=opinion, kind=kind, named=named)
        if opinion.level == Level.RESTRICTED:
            leave_no_trace(actor=actor, dialogue=dialogue, opinion=opinion, matters=matters)


def leave_no_trace(*, actor: Actor, dialogue: Dialogue, opinion: Opinion, matters: Sequence[int] = ()) -> None:
    """Let nothing in the hall tell of an opinion that was restricted: topic, line of the minutes, released text."""
    turns = _turns_of(dialogue, opinion)
    for turn in turns:
        turn.opinion = None
        turn.request.topic = ""
        tell_turn(actor=actor, turn=turn)
    _take_off_screens(actor, dialogue, turns=[turn.pk for turn in turns], matters=matters)


def _take_off_screens(actor: Actor, dialogue: Dialogue, *, turns: Sequence[int], matters: Sequence[int]) -> None:
    """Let the hall's screen rest if it shows one of these."""
    system, facts = Actor.system(dialogue.locality), {"asked_by": actor.key}
    shown = Projection.objects.of(dialogue.locality).filter(dialogue=dialogue).exclude(shows=Shows.TITLE.value)
    for screen in shown:
        if screen.turn_id in turns or screen.matter_id in matters:
            at_rest = {"shows": Shows.TITLE.value, "turn": None, "matter": None, "line": ""}
            perform("projection.show", actor=system, obj=screen, changes=at_rest, facts=facts)


def _turns_of(dialogue: Dialogue, opinion: Opinion) -> list[Turn]:
    turns: ScopedQuerySet[Turn] = Turn.objects.of(dialogue.locality).select_related(
        "dialogue__body", "request__guest__officer", "request__hamlet", "request__identity", "locality"
    )
    of_request = SpeakerRequest.objects.of(dialogue.locality).filter(opinion=opinion)
    rows = turns.filter(dialogue=dialogue)
    return list(rows.filter(opinion=opinion) | rows.filter(request__in=of_request))


def _belongs(actor: Actor, turn: Turn, opinion: Opinion) -> None:
    perform("turn.note_opinion", actor=actor, obj=turn, changes={"opinion": opinion})
    tell_turn(actor=actor, turn=turn)


def _classified(actor: Actor, opinion: Opinion) -> None:
    if opinion.state == OpinionState.RECEIVED:
        finish_classifying(actor=actor, opinion=opinion)
