"""Answering in writing: letters for approved answers, answers told without a letter, and how they reached people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Delivery
from nghedan.domain.followup.queries.letters import (
    ANSWER_LETTER,
    OUT,
    Told,
    matters_in_writing,
    ready_for_letters,
    voices_told,
    with_letters,
)
from nghedan.domain.followup.terms import DeliveryState, DeliveryWay
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.terms import AnswerState, Outcome
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.rules.words import clean
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.services.drafting import draft_paper
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create, perform
from nghedan.kernel.errors import Invalid, Refused
from nghedan.kernel.terms import gettext_noop as _

TOLD_BY_SIGNS, NOTE_SIGNS = 200, 300
IN_FUTURE = _("Ngày ghi nhận không thể ở sau hôm nay; xin ghi lại ngày.")
NO_TEXT = _("Xin ghi đã trả lời thế nào.")
NO_WHO = _("Xin ghi ai đã trả lời, đã chuyển.")
NO_VOICE = _("Xin chọn câu trả lời đã đến ai.")
NOTHING_READY = _("Chưa có câu trả lời nào được duyệt để soạn thư; xin trình lãnh đạo duyệt trước.")
NO_DIALOGUE = _("Nội dung không thuộc cuộc đối thoại nào; xin ghi đã trả lời bằng cách khác.")
ALREADY = _("Đã ghi nhận câu trả lời đến người này; không cần ghi nữa.")


def draft_letter(*, actor: Actor, voice: Told) -> OfficialPaper:
    """Begin the letter that answers one voice, or return the one that stands.

    Raises Refused for a matter outside any dialogue, NotAllowed.
    """
    dialogue = voice.matter.dialogue
    if dialogue is None:
        raise Refused("answer_letter.no_dialogue", NO_DIALOGUE)
    return draft_paper(
        actor=actor, dialogue=dialogue, code=ANSWER_LETTER, subject=voice.subject, body=voice.matter.body
    )


def draft_letters(*, actor: Actor, dialogue: Dialogue) -> list[OfficialPaper]:
    """Begin the letters for every approved written answer of a dialogue, one for each voice that gets one; those that
    stand are left as they are. Raises Refused when no answer is approved, NotAllowed."""
    ready = ready_for_letters(matters_in_writing(actor, dialogue))
    if not ready:
        raise Refused("answer_letter.nothing_ready", NOTHING_READY)
    for matter in ready:
        matter.dialogue = dialogue
    missing = [voice for voice in with_letters(voices_told(actor, ready)) if voice.letter is None]
    with deed(actor):
        return [draft_letter(actor=actor, voice=voice) for voice in missing]


def letter_went_out(actor: Actor, matter: Matter, on: date) -> None:
    """Note that a matter is answered once its first letter is issued; runs within that."""
    if matter.state not in OUT:
        outcome = Outcome(matter.outcome)
        changes: dict[str, Any] = {"answered_on": on, "outcome": (outcome or Outcome.ANSWERED).value}
        perform("matter.answer", actor=actor, obj=matter, changes=changes)


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """An answer given without a letter: how, on which day, by whom, in which words, to which voices."""

    way: DeliveryWay
    on: date
    told_by: str
    text: str = ""
    outcome: Outcome = Outcome.ANSWERED
    voices: Sequence[Opinion] = ()


def record_answer(*, actor: Actor, matter: Matter, told: AnswerTold) -> Matter:
    """Note that a matter was answered by telephone, at the hamlet or otherwise without a letter. The words are needed
    where no approved answer says them. Raises Invalid, Refused, NotAllowed, Conflict."""
    answer = getattr(matter, "answer", None)
    is_written = answer is not None and answer.state == AnswerState.APPROVED
    text = clean(told.text)
    if not text and not is_written:
        raise Invalid("answer_told.no_text", NO_TEXT, field="text")
    if not told.voices:
        raise Invalid("answer_told.no_voice", NO_VOICE, field="voices")
    changes: dict[str, Any] = {"answered_on": told.on, "outcome": told.outcome.value}
    if text:
        changes["outcome_note"] = text
    with deed(actor):
        for opinion in told.voices:
            _deliver(actor, matter, opinion, told.way, told.on, told.told_by, again=matter.reopened_on is not None)
        return perform("matter.answer", actor=actor, obj=matter, changes=changes)


@dataclass(frozen=True, slots=True)
class DeliveryDraft:
    """How an answer reached somebody."""

    way: DeliveryWay
    on: date
    told_by: str
    note: str = ""


def record_delivery(*, actor: Actor, voice: Told, draft: DeliveryDraft, key: str = "") -> Delivery:
    """Note that the answer reached a voice; noted twice it stays one. Raises Invalid, Refused, NotAllowed."""
    if voice.delivery is not None:
        return voice.delivery
    return _deliver(
        actor, voice.matter, voice.opinion, draft.way, draft.on, draft.told_by, note=draft.note, paper=voice.letter,
        again=voice.asked_again is not None, key=key,
    )  # fmt: skip


def void_delivery(*, actor: Actor, delivery: Delivery) -> Delivery:
    """Take back what was noted by mistake. Raises NotAllowed, Refused, Conflict."""
    return perform("delivery.void", actor=actor, obj=delivery)


def _deliver(
    actor: Actor, matter: Matter, opinion: Opinion, way: DeliveryWay, on: date, told_by: str, *, note: str = "",
    paper: OfficialPaper | None = None, again: bool = False, key: str = "",
) -> Delivery:  # fmt: skip
    if on > clock.today():
        raise Invalid("delivery.in_future", IN_FUTURE, field="on")
    if not (who := clean(told_by)):
        raise Invalid("delivery.no_who", NO_WHO, field="told_by")
    known = Delivery.objects.of(matter.locality).filter(
        matter=matter, opinion=opinion, again=again, state=DeliveryState.STANDING
    )
    if not key and known.exists():
        raise Refused("delivery.already", ALREADY)
    fresh = Delivery(
        locality=matter.locality, matter=matter, opinion=opinion, paper=paper, way=way.value, delivered_on=on,
        told_by=who[:TOLD_BY_SIGNS], note=clean(note)[:NOTE_SIGNS], again=again,
    )  # fmt: skip
    return create("delivery.record", actor=actor, obj=fresh, key=key)
