"""How far the matters of a dialogue are, as the papers need them: read once for the whole page."""

from collections import Counter
from dataclasses import dataclass

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.documents.unit_letter import GIVEN
from nghedan.domain.matters.queries import OPEN_STATES, matters_visible_to, standing_alone
from nghedan.domain.matters.terms import AnswerState, Competence
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.opinions.terms import OpinionState
from nghedan.foundation.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Standing:
    """How many opinions and matters wait for what; and by unit how many were given to it, how many it has answered."""

    unclassified: int
    without_field: int
    without_unit: int
    without_answer: int
    unapproved: int
    given: Counter[int]
    sent: Counter[int]


def standing_of(actor: Actor, dialogue: Dialogue) -> Standing:
    """Count what the papers of a dialogue still wait for, as the actor sees it (two queries)."""
    waiting = opinions_visible_to(actor).filter(dialogue=dialogue, state=OpinionState.RECEIVED)
    matters = standing_alone(matters_visible_to(actor)).filter(dialogue=dialogue, state__in=OPEN_STATES)
    rows = list(matters.order_by().values_list("state", "competence", "field_id", "unit_id", "answer__state"))
    ours = [row for row in rows if row[1] == Competence.OURS]
    given = [(unit, answer) for state, _competence, _field, unit, answer in rows if state in GIVEN and unit]
    sent = [(unit, answer) for unit, answer in given if answer not in (None, AnswerState.DRAFT)]
    return Standing(
        unclassified=waiting.count(),
        without_field=sum(field is None for _state, _competence, field, _unit, _answer in rows),
        without_unit=sum(unit is None for _state, _competence, _field, unit, _answer in ours),
        without_answer=sum(answer in (None, AnswerState.DRAFT) for *_rest, answer in ours),
        unapproved=sum(answer in (AnswerState.HANDED_IN, AnswerState.CHECKED) for *_rest, answer in ours),
        given=Counter(unit for unit, _answer in given),
        sent=Counter(unit for unit, _answer in sent),
    )
