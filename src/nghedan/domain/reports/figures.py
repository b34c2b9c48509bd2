"""Figures of dialogues: counted once, told alike in the report, on the public page, as CSV and in the archive.

Only ordinary matters that stand alone are counted; comments on officials and what was passed on by law are told as
one neutral number of voices. So the figures are the same whoever asks.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.followup.models import Commitment
from nghedan.domain.followup.terms import CommitmentState
from nghedan.domain.hall.models import Attendance, Outcome, Turn
from nghedan.domain.hall.terms import AttendanceState, HallOutcome, OutcomeState, TurnState
from nghedan.domain.matters.figures import NEUTRAL, NO_FIELD, NO_HAMLET, Rows
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import standing_alone
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import COUNTED
from nghedan.domain.opinions.terms import Level, Origin
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.queries import in_order
from nghedan.domain.reports.rules.counting import MatterFacts, Punctuality, Tally, punctuality, tally
from nghedan.domain.reports.terms import Result
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet

DONE = (CommitmentState.CONFIRMED, CommitmentState.CLOSED)
SAID = (HallOutcome.ANSWERED, HallOutcome.GUIDED)
"""Outcomes by which the hall itself gave the answer."""

FACTS = (
    "dialogue_id", "state", "outcome", "field__name", "hamlet_id", "hamlet__kind", "hamlet__name", "unit_id",
    "writing_due_on", "answered_on", "was_heard",
)  # fmt: skip

Facts = list[tuple[MatterFacts, Hamlet | None]]
"""What is counted of matters, each with the hamlet it stands for."""


@dataclass(frozen=True, slots=True)
class DialogueFigures:
    """Everything that is counted of a dialogue on a day. ``channels`` add up to ``voices``."""

    counted_on: date
    voices: int
    channels: Rows
    attended: int
    speakers: int
    matters: Tally
    commitments: int
    commitments_done: int
    kept: Punctuality

    def result(self, result: Result) -> int:
        """Return how many matters came to a result."""
        return self.matters.results.get(result, 0)

    @property
    def answered(self) -> int:
        """How many matters were answered: in the hall, in writing, or settled where they arose."""
        return sum(self.result(one) for one in (Result.IN_HALL, Result.IN_WRITING, Result.SETTLED))

    @property
    def open(self) -> int:
        """How many matters still wait for their answer here."""
        return self.result(Result.WAITING) + self.result(Result.PREPARING)

    @property
    def fields(self) -> list[tuple[str, int]]:
        """Fields with how many matters, as they are listed."""
        return [(str(name), sum(counts.values())) for name, counts in self.matters.fields.items()]

    @property
    def hamlets(self) -> list[tuple[str, int]]:
        """Hamlets with how many matters, in their order."""
        return [(str(name), sum(counts.values())) for name, counts in self.matters.hamlets.items()]


def matters_counted(dialogue: Dialogue) -> ScopedQuerySet[Matter]:
    """Return the matters every figure of a dialogue is about: ordinary ones that stand alone; ``was_heard`` says of
    each whether an answer given in the hall stands."""
    return _counted([dialogue])


def result_of(matter: Matter) -> Result:
    """Return the group a matter of ``matters_counted`` is counted in."""
    return _result_facts(matter).result


def is_late(matter: Matter, today: date) -> bool:
    """Say whether a matter of ``matters_counted`` still waits for an answer that was due."""
    facts = _result_facts(matter)
    return facts.due_on is not None and facts.written_on is None and today > facts.due_on


def figures_of(dialogue: Dialogue, today: date, matters: Sequence[Matter] | None = None) -> DialogueFigures:
    """Count a dialogue as it stands (four queries; three where its ``matters_counted`` are known, with field and
    hamlet, in the order of fields)."""
    if matters is None:
        return figures_of_all([dialogue], today)[dialogue.pk]
    return _figures([dialogue], today, {dialogue.pk: [(_facts(one), one.hamlet) for one in matters]})[dialogue.pk]


def figures_of_all(dialogues: Sequence[Dialogue], today: date) -> Mapping[int, DialogueFigures]:
    """Return id -> figures of dialogues of one locality (four queries, however many dialogues; none for none)."""
    return _figures(dialogues, today, _matters(dialogues)) if dialogues else {}


def _figures(dialogues: Sequence[Dialogue], today: date, matters: Mapping[int, Facts]) -> dict[int, DialogueFigures]:
    locality = dialogues[0].locality
    commitments: dict[int, list[tuple[date, date | None, str]]] = defaultdict(list)
    given = Commitment.objects.of(locality).filter(dialogue__in=dialogues).order_by()
    for pk, due_on, closed_on, state in given.values_list("dialogue_id", "due_on", "closed_on", "state"):
        commitments[pk].append((due_on, closed_on, state))
    channels, presence = _channels(locality, dialogues), _presence(locality, dialogues)
    return {
        one.pk: _whole(
            today, channels[one.pk], presence[one.pk], _tally(matters.get(one.pk, []), today), commitments[one.pk]
        )
        for one in dialogues
    }


def _whole(
    today: date, channels: Rows, presence: tuple[int, int], matters: Tally,
    commitments: Sequence[tuple[date, date | None, str]],
) -> DialogueFigures:  # fmt: skip
    attended, speakers = presence
    return DialogueFigures(
        counted_on=today, voices=sum(count for _name, count in channels), channels=channels, attended=attended,
        speakers=speakers, matters=matters, commitments=len(commitments),
        commitments_done=sum(state in DONE for _due, _closed, state in commitments),
        kept=punctuality(((due, closed) for due, closed, _state in commitments), today),
    )  # fmt: skip


def _counted(dialogues: Sequence[Dialogue]) -> ScopedQuerySet[Matter]:
    locality = dialogues[0].locality
    said = Outcome.objects.of(locality).filter(
        matter=OuterRef("pk"), dialogue=OuterRef("dialogue"), state=OutcomeState.STANDING, kind__in=SAID
    )
    matters = Matter.objects.of(locality).filter(dialogue__in=dialogues, level=Level.ORDINARY)
    matters = matters.exclude(state=MatterState.VOID)
    return standing_alone(matters).annotate(was_heard=Exists(said))  # type: ignore[return-value]  # a Matter and more


def _matters(dialogues: Sequence[Dialogue]) -> Mapping[int, Facts]:
    found: dict[int, Facts] = defaultdict(list)
    rows = _counted(dialogues).order_by("field__position", "field_id", "pk").values_list(*FACTS)
    for dialogue, state, outcome, field, hamlet, kind, name, *rest in rows:
        place = Hamlet(pk=hamlet, kind=kind, name=name) if hamlet else None
        found[dialogue].append((MatterFacts(state, outcome, field or NO_FIELD, _place(place), *rest), place))
    return found


def _facts(matter: Matter) -> MatterFacts:
    heard: bool = matter.was_heard  # type: ignore[attr-defined]  # counted along by matters_counted
    return MatterFacts(
        state=matter.state, outcome=matter.outcome, field=matter.field.name if matter.field else NO_FIELD,
        hamlet=_place(matter.hamlet), unit=matter.unit_id, due_on=matter.writing_due_on,
        answered_on=matter.answered_on, heard=heard,
    )  # fmt: skip


def _result_facts(matter: Matter) -> MatterFacts:
    """Return what decides on a matter's result, without asking for its field and hamlet."""
    heard: bool = matter.was_heard  # type: ignore[attr-defined]
    return MatterFacts(
        matter.state, matter.outcome, due_on=matter.writing_due_on, answered_on=matter.answered_on, heard=heard
    )


def _place(hamlet: Hamlet | None) -> str:
    return str(hamlet) if hamlet else NO_HAMLET


def _tally(facts: Facts, today: date) -> Tally:
    """Return the tally of matters with hamlets in their own order; fields come in theirs."""
    counted = tally((one for one, _hamlet in facts), today)
    hamlets = {hamlet.pk: hamlet for _one, hamlet in facts if hamlet}
    places = [name for name in (*map(str, in_order(hamlets.values())), NO_HAMLET) if name in counted.hamlets]
    return replace(counted, hamlets={name: counted.hamlets[name] for name in places})


def _channels(locality: Locality, dialogues: Sequence[Dialogue]) -> dict[int, Rows]:
    opinions = Opinion.objects.of(locality).filter(dialogue__in=dialogues, state__in=COUNTED, number__isnull=False)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for dialogue, origin, level in opinions.order_by().values_list("dialogue_id", "origin", "level"):
        counts[dialogue][NEUTRAL if level == Level.RESTRICTED else Origin(origin).label] += 1
    names = [*(origin.label for origin in Origin), NEUTRAL]
    return {one.pk: tuple((name, found) for name in names if (found := counts[one.pk][name])) for one in dialogues}


def _presence(locality: Locality, dialogues: Sequence[Dialogue]) -> dict[int, tuple[int, int]]:
    """Return id of a dialogue -> how many came, how many turns were spoken."""
    came = ~Q(state=AttendanceState.VOID)
    rows = Dialogue.objects.of(locality).filter(pk__in=[one.pk for one in dialogues]).order_by()
    counted = rows.annotate(
        came=_number(Attendance.objects.of(locality).filter(came)),
        spoke=_number(Turn.objects.of(locality).filter(state=TurnState.ENDED)),
    )
    return {pk: (attended, spoken) for pk, attended, spoken in counted.values_list("pk", "came", "spoke")}


def _number(rows: QuerySet[Any]) -> Coalesce:
    """Return how many rows hang on the dialogue of the query around it."""
    own = rows.filter(dialogue=OuterRef("pk")).order_by().values("dialogue").annotate(number=Count("pk"))
    return Coalesce(Subquery(own.values("number"), output_field=IntegerField()), 0)
