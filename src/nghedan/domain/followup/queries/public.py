"""What the bearer of a receipt is told of her answers: by unit and by body, never what units noted for themselves.

Comments on officials and what is restricted are answered by a neutral sentence elsewhere; nothing of them is here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nghedan.domain.followup.deadlines import may_ask_until_for
from nghedan.domain.followup.models import Referral, Verdict
from nghedan.domain.followup.queries.letters import ANSWER_LETTER
from nghedan.domain.followup.queries.verdicts import last_verdicts
from nghedan.domain.followup.terms import ReferralState, Satisfaction
from nghedan.domain.hall.models import Outcome as HallOutcome
from nghedan.domain.hall.terms import OutcomeState
from nghedan.domain.matters.models import Answer, Matter, Raising
from nghedan.domain.matters.terms import AnswerState, MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import PaperState
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.vietnamese import format_date

ANSWERED = (MatterState.ANSWERED, MatterState.ANSWERED_IN_HALL, MatterState.CLOSED)
PREPARING = (MatterState.SCREENED, MatterState.ASSIGNED, MatterState.PREPARED, MatterState.IN_WRITING)
SHOWN = (*ANSWERED, MatterState.SETTLED)
BASIS = "Căn cứ: "
PARTS = ("checked", "basis", "decision", "next")


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """One matter an opinion raises, as the one who raised it may know it.

    ``text`` is the answer in full, for her alone; everything else may stand on a page anybody with the code opens.
    ``is_hidden``: a comment on officials, of which nothing is told but that it is looked into.
    """

    id: str
    state: MatterState
    unit: str = ""
    due_on: date | None = None
    is_hidden: bool = False
    title: str = ""
    text: str = ""
    letter: str = ""
    answered_on: date | None = None
    sent_to: str = ""
    sent_on: date | None = None
    expected_on: date | None = None
    reply: str = ""
    was_reopened: bool = False
    asked_herself: bool = False
    verdict: Satisfaction | None = None
    may_say: bool = False
    ask_until: date | None = None


def answers_to(opinion: Opinion) -> list[PublicAnswer]:
    """Return what became of everything an opinion raises; a grouped matter is answered by the one it is in (eight
    queries however many; one as long as nothing is answered or sent on)."""
    matters = _matters_of(opinion)
    known = _Known(opinion, [one for one in matters if one.state not in PREPARING or one.reopened_on])
    return [_told(matter, known) for matter in matters]


def answered_matter(opinion: Opinion, public_id: str) -> Matter | None:
    """Return one answered matter of an opinion, of which its giver may say whether it is solved."""
    found = (one for one in _matters_of(opinion) if one.public_id == public_id and one.level == Level.ORDINARY)
    return next((one for one in found if one.state in ANSWERED), None)


class _Known:
    """What hangs on the matters of one opinion that were answered or sent on, gathered once."""

    def __init__(self, opinion: Opinion, matters: Sequence[Matter]) -> None:
        self.answers: dict[int, Answer] = {}
        self.sent: dict[int, Referral] = {}
        self.outcomes: dict[int, HallOutcome] = {}
        self.verdicts: dict[int, Verdict] = {}
        self.letters: dict[int, OfficialPaper] = {}
        self.asking: dict[date, date] = {}
        if matters:
            self._gather(opinion, matters)

    def _gather(self, opinion: Opinion, matters: Sequence[Matter]) -> None:
        ids = [matter.pk for matter in matters]
        where = opinion.locality
        sent = Referral.objects.of(where).filter(matter__in=ids).exclude(state__in=(ReferralState.DRAFTED, ReferralState.DROPPED))  # fmt: skip  # noqa: E501
        outcomes = HallOutcome.objects.of(where).filter(matter__in=ids, state=OutcomeState.STANDING)
        self.answers = {row.matter_id: row for row in Answer.objects.of(where).filter(matter__in=ids)}
        self.sent = {row.matter_id: row for row in sent.order_by("pk")}
        self.outcomes = {row.matter_id: row for row in outcomes.order_by("pk")}
        self.verdicts = last_verdicts(opinion, matters)
        self.letters = _letters(opinion, matters)
        answered = (_answered_on(one) for one in matters if one.level == Level.ORDINARY and one.reopened_on is None)
        self.asking = may_ask_until_for(where, (day for day in answered if day is not None))


def _matters_of(opinion: Opinion) -> list[Matter]:
    raised = Raising.objects.of(opinion.locality).filter(opinion=opinion, state=Standing.CURRENT)
    linked = raised.select_related("matter__unit", "matter__locality", "matter__grouped_into__unit", "matter__grouped_into__locality")  # fmt: skip  # noqa: E501
    mains = {row.matter.grouped_into or row.matter: None for row in linked.order_by("pk")}
    return [matter for matter in mains if matter.level != Level.RESTRICTED]


def _letters(opinion: Opinion, matters: Sequence[Matter]) -> dict[int, OfficialPaper]:
    """Return id of a matter -> the latest issued letter to this voice."""
    rows = Raising.objects.of(opinion.locality).filter(opinion=opinion, state=Standing.CURRENT).select_related("matter")
    subjects = {row.public_id: row.matter.grouped_into_id or row.matter_id for row in rows}
    asked = Verdict.objects.of(opinion.locality).filter(opinion=opinion, matter__in=[one.pk for one in matters], reopened=True)  # fmt: skip  # noqa: E501
    subjects |= {row.public_id: row.matter_id for row in asked}
    papers = OfficialPaper.objects.of(opinion.locality).filter(
        kind=ANSWER_LETTER, subject_id__in=subjects, state=PaperState.ISSUED
    )
    return {subjects[paper.subject_id]: paper for paper in papers.order_by("issued_on", "pk")}


def _told(matter: Matter, known: _Known) -> PublicAnswer:
    state = MatterState(matter.state)
    if matter.level != Level.ORDINARY:
        return PublicAnswer(matter.public_id, state, is_hidden=True)
    sent, letter, last = known.sent.get(matter.pk), known.letters.get(matter.pk), known.verdicts.get(matter.pk)
    is_told = sent is not None and sent.told_on is not None
    asked_since = last is not None and not (last.reopened and state in ANSWERED)
    since = _answered_on(matter)
    return PublicAnswer(
        id=matter.public_id,
        state=state,
        unit=matter.unit.name if matter.unit else "",
        due_on=matter.writing_due_on if state is MatterState.IN_WRITING else matter.due_on,
        title=matter.public_text or matter.title,
        text=_text(matter, known, letter) if state in SHOWN else "",
        letter=letter.number if letter is not None and state in ANSWERED else "",
        answered_on=matter.answered_on,
        sent_to=sent.to_body if sent else "",
        sent_on=sent.sent_on if sent else None,
        expected_on=sent.expected_on if sent and sent.replied_on is None else None,
        reply=sent.reply if sent and is_told else "",
        was_reopened=matter.reopened_on is not None,
        asked_herself=last is not None and last.reopened,
        verdict=Satisfaction(last.verdict) if last is not None and asked_since else None,
        may_say=state in ANSWERED and not asked_since,
        ask_until=known.asking.get(since) if since and matter.reopened_on is None else None,
    )


def _answered_on(matter: Matter) -> date | None:
    return matter.answered_on or matter.closed_on


def _text(matter: Matter, known: _Known, letter: OfficialPaper | None) -> str:
    """Return the answer as it went out: the letter's own parts, what was told, or what was said in the hall."""
    answer, outcome = known.answers.get(matter.pk), known.outcomes.get(matter.pk)
    approved = answer if answer is not None and answer.state == AnswerState.APPROVED else None
    if letter is not None:
        return _joined([_part(letter, key, default) for key, default in zip(PARTS, _defaults(approved), strict=True)])
    if matter.outcome_note:
        return matter.outcome_note
    if outcome is not None and outcome.text:
        return outcome.text
    return _joined(_defaults(approved)) if approved else ""


def _part(letter: OfficialPaper, key: str, default: str) -> str:
    """Return a part of a letter as the clerk wrote it, or as it followed from the answer."""
    if key not in letter.words:
        return default
    said = str(letter.words[key]).strip()
    return f"{BASIS}{said}" if said and key == "basis" else said


def _defaults(answer: Answer | None) -> list[str]:
    if answer is None:
        return [""] * len(PARTS)
    day = format_date(answer.proposed_on) if answer.proposed_on else ""
    basis = f"{BASIS}{answer.basis}" if answer.basis else ""
    return [answer.text, basis, answer.short, f"Dự kiến giải quyết xong trước ngày {day}." if day else ""]


def _joined(parts: Sequence[str]) -> str:
    return "\n".join(part.strip() for part in parts if part.strip())
