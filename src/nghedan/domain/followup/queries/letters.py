"""Answers in writing: which voices get a letter, which letters stand, what reached whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Delivery, Verdict
from nghedan.domain.followup.terms import DeliveryState, VerdictState
from nghedan.domain.matters.models import Answer, Matter, Raising
from nghedan.domain.matters.queries import matters_visible_to, standing_alone, with_parts
from nghedan.domain.matters.terms import AnswerState, MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.terms import Level, OpinionState, ReplyWay
from nghedan.domain.papers.models import STANDING, OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.journal.record import subject_type_of
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing

ANSWER_LETTER = "answer_letter"
TO_BE_TOLD = (ReplyWay.WRITING, ReplyWay.HAMLET, ReplyWay.PHONE)
"""Who did not choose to look the answer up: somebody has to bring it."""

OUT = (MatterState.ANSWERED, MatterState.CLOSED)


@dataclass(frozen=True, slots=True)
class Told:
    """One voice of a matter: its letter and how the answer reached it, as far as there is either.

    ``asked_again`` is what it said when it wanted another look; the letter that follows answers that.
    """

    matter: Matter
    opinion: Opinion
    raising: Raising
    asked_again: Verdict | None = None
    letter: OfficialPaper | None = None
    delivery: Delivery | None = None

    @property
    def subject(self) -> Raising | Verdict:
        """What the letter to this voice is about."""
        return self.asked_again or self.raising

    @property
    def was_looked_at(self) -> bool:
        """Say whether the voice wanted another look and the head has looked."""
        return self.asked_again is not None and self.asked_again.state == VerdictState.LOOKED

    @property
    def said(self) -> str:
        """What may be read aloud: the answer as it was told, or as it was approved; never what was only drafted."""
        answer: Answer | None = getattr(self.matter, "answer", None)
        approved = answer.text if answer is not None and answer.state == AnswerState.APPROVED else ""
        return self.matter.outcome_note or approved

    @property
    def is_waiting(self) -> bool:
        """Say whether the answer is out and somebody still has to bring it."""
        is_out = self.matter.state in OUT and self.matter.answered_on is not None
        has_letter = self.letter is not None and self.letter.state == PaperState.ISSUED
        return is_out and self.delivery is None and (has_letter or self.opinion.reply_way in TO_BE_TOLD)


def matters_in_writing(actor: Actor, dialogue: Dialogue) -> ScopedQuerySet[Matter]:
    """Return the matters of a dialogue whose written answer is still to go out, those due first at the top."""
    matters = with_parts(standing_alone(matters_visible_to(actor)))
    return matters.filter(dialogue=dialogue, state=MatterState.IN_WRITING).order_by("writing_due_on", "pk")


def ready_for_letters(matters: Iterable[Matter]) -> list[Matter]:
    """Return the matters whose written answer is approved."""
    answers = ((matter, getattr(matter, "answer", None)) for matter in matters)
    return [matter for matter, answer in answers if answer is not None and answer.state == AnswerState.APPROVED]


def voices_told(actor: Actor, matters: Sequence[Matter]) -> list[Told]:
    """Return every voice of some matters that the actor may read, grouped ones with their main matter: what was
    written to it and how it was told (four queries, or none)."""
    if not matters:
        return []
    by_id = {matter.pk: matter for matter in matters}
    readable = opinions_visible_to(actor).exclude(state=OpinionState.VOID).order_by().values("pk")
    raised = Raising.objects.of(matters[0].locality).filter(
        Q(matter__in=by_id) | Q(matter__grouped_into__in=by_id), state=Standing.CURRENT, opinion__in=readable
    )
    rows = raised.select_related("opinion__hamlet", "opinion__identity", "matter", "locality").order_by(
        "opinion_id", "pk"
    )
    once: dict[tuple[int, int], Raising] = {}
    for row in rows:
        main = row.matter_id if row.matter_id in by_id else row.matter.grouped_into_id
        once.setdefault((main or 0, row.opinion_id), row)
    verdicts = _asked_again(matters)
    letters = _letters_of([*once.values(), *verdicts.values()])
    deliveries = _deliveries_of(matters)
    found = []
    for (main_id, opinion_id), row in once.items():
        asked, matter = verdicts.get((main_id, opinion_id)), by_id[main_id]
        key = (main_id, opinion_id, asked is not None)
        letter = letters.get((asked or row).public_id)
        found.append(Told(matter, row.opinion, row, asked, letter, deliveries.get(key)))
    return found


def with_letters(voices: Sequence[Told]) -> list[Told]:
    """Return the voices that get a letter: those with a name or who asked for one; where there is none, the first, so
    that the answer has a number."""
    chosen: dict[int, list[Told]] = {}
    for voice in voices:
        if voice.matter.reopened_on is not None and not voice.was_looked_at:
            continue
        chosen.setdefault(voice.matter.pk, []).append(voice)
    return [voice for group in chosen.values() for voice in _of_group(group)]


def _of_group(group: Sequence[Told]) -> Sequence[Told]:
    wanted = (ReplyWay.WRITING, ReplyWay.HAMLET)
    named = [one for one in group if one.opinion.identity_id is not None or one.opinion.reply_way in wanted]
    return named or group[:1]


def hamlet_letters(actor: Actor, most: int) -> list[Told]:
    """Return the answers that who leads a hamlet still has to bring to those whose opinions she handed in, the latest
    first."""
    return [one for one in _of_hamlet(actor, most) if one.is_waiting]


def hamlet_letters_waiting(actor: Actor) -> ScopedQuerySet[Raising]:
    """Return the raisings behind ``hamlet_letters``, to be counted together with other things."""
    main = Coalesce("matter__grouped_into_id", "matter_id")
    answered = Matter._base_manager.filter(
        pk=OuterRef("main"), state__in=OUT, answered_on__isnull=False, level=Level.ORDINARY
    )
    brought = Delivery._base_manager.filter(
        matter=OuterRef("main"), opinion=OuterRef("opinion"), state=DeliveryState.STANDING
    )
    voices = _own_voices(actor).annotate(main=main).filter(Exists(answered), ~Exists(brought))
    return cast("ScopedQuerySet[Raising]", voices)


def hamlet_told(actor: Actor, most: int) -> list[Told]:
    """Return the answers that reached those whose opinions she handed in."""
    return [one for one in _of_hamlet(actor, most) if one.delivery is not None]


def _of_hamlet(actor: Actor, most: int) -> list[Told]:
    """Return the answered voices an actor handed in, to be told through her; comments on officials stay out."""
    own = _own_voices(actor)
    raised = Q(pk__in=own.values("matter_id")) | Q(pk__in=own.values("matter__grouped_into_id"))
    matters = Matter.objects.of(actor.locality).select_related("locality", "answer")  # type: ignore[arg-type]
    matters = standing_alone(matters.filter(raised, level=Level.ORDINARY))
    answered = matters.filter(state__in=OUT, answered_on__isnull=False).order_by("-answered_on", "pk")
    voices = voices_told(actor, list(answered[:most]))
    return [one for one in voices if one.opinion.reply_way == ReplyWay.HAMLET]


def _own_voices(actor: Actor) -> ScopedQuerySet[Raising]:
    readable = opinions_visible_to(actor).order_by().values("pk")
    rows = Raising.objects.of(actor.locality).filter(state=Standing.CURRENT, opinion__in=readable)  # type: ignore[arg-type]
    return rows.filter(opinion__reply_way=ReplyWay.HAMLET)


def _asked_again(matters: Sequence[Matter]) -> dict[tuple[int, int], Verdict]:
    if all(matter.reopened_on is None for matter in matters):
        return {}
    rows = Verdict.objects.of(matters[0].locality).filter(matter__in=[one.pk for one in matters], reopened=True)
    return {(row.matter_id, row.opinion_id): row for row in rows}


def _letters_of(subjects: Sequence[Raising | Verdict]) -> dict[str, OfficialPaper]:
    if not subjects:
        return {}
    papers = OfficialPaper.objects.of(subjects[0].locality).filter(
        kind=ANSWER_LETTER, subject_id__in=[one.public_id for one in subjects], state__in=STANDING
    )
    return {paper.subject_id: paper for paper in papers.select_related("dialogue", "body", "locality")}


def _deliveries_of(matters: Sequence[Matter]) -> dict[tuple[int, int, bool], Delivery]:
    rows = Delivery.objects.of(matters[0].locality).filter(
        matter__in=[one.pk for one in matters], state=DeliveryState.STANDING
    )
    return {(row.matter_id, row.opinion_id, row.again): row for row in rows}


def letters_narrowed(actor: Actor) -> Q:
    """Bound letters to voices the actor may read, on matters she may see."""
    matters = matters_visible_to(actor).order_by().values("pk")
    opinions = opinions_visible_to(actor).order_by().values("pk")
    raised = Raising.objects.of(actor.locality).filter(  # type: ignore[arg-type]
        Q(matter__in=matters) | Q(matter__grouped_into__in=matters), opinion__in=opinions
    )
    asked = Verdict.objects.of(actor.locality).filter(matter__in=matters, opinion__in=opinions)  # type: ignore[arg-type]
    by_voice = Q(subject_type=subject_type_of(Raising), subject_id__in=raised.values("public_id"))
    return by_voice | Q(subject_type=subject_type_of(Verdict), subject_id__in=asked.values("public_id"))
