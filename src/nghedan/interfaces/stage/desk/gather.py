"""Everything the desk shows, gathered once for a page or a part of it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import DialogueState
from nghedan.domain.hall.models import AgendaItem, Outcome, SpeakerRequest, Turn
from nghedan.domain.hall.queries.acts import Act, acts_of
from nghedan.domain.hall.queries.agenda import items_of
from nghedan.domain.hall.queries.minutes import ToldLine, lines_visible_to, told_to
from nghedan.domain.hall.queries.speaking import Line, line_of
from nghedan.domain.hall.terms import OutcomeState
from nghedan.domain.matters.models import Field, Matter, Raising
from nghedan.domain.matters.queries import fields_of, matters_visible_to, standing_alone
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.domain.organisations.queries import hamlets_on, units_on
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.calendars.queries import calendar_for
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing

LINES_SHOWN = 12
MOST_MATTERS = 300
AHEAD = timedelta(days=90)
USUAL_DAYS = 10
"""Working days offered for a written answer where the field has none of its own; the clerk may say another day."""

RIGHTS = (
    "speaker_request.register", "speaker_request.call", "speaker_request.override", "speaker_request.pass",
    "turn.pause", "turn.end", "turn.void", "turn.note_opinion", "outcome.record", "matter.raise", "opinion.receive",
    "agenda_item.start", "dialogue.open", "dialogue.adjourn", "dialogue.resume", "identity.read",
    "speaking_rule.set",
)  # fmt: skip


@dataclass
class Desk:
    """One look at the desk. What is asked for is read once; what a part does not show is not read."""

    actor: Actor
    dialogue: Dialogue
    chosen: str = ""
    """Public id of the matter that was taken up at the desk; without one, the turn's own."""
    names: dict[str, str] = field(default_factory=dict)
    """Public id of an identity -> name, where names were asked for; empty otherwise."""

    @cached_property
    def line(self) -> Line:
        return line_of(self.actor, self.dialogue)

    @cached_property
    def turn(self) -> Turn | None:
        """Return who speaks; between two speakers, who spoke last."""
        return self.line.now or self.line.last

    @property
    def request(self) -> SpeakerRequest | None:
        return self.turn.request if self.turn else None

    @cached_property
    def opinions(self) -> dict[int, Opinion]:
        """Return what the turn's speaker said or handed in, as far as one may read it (one query)."""
        ids = [one for one in (self.turn.opinion_id, self.turn.request.opinion_id) if one] if self.turn else []
        return opinions_visible_to(self.actor).in_bulk(ids) if ids else {}

    @property
    def said(self) -> Opinion | None:
        return self.opinions.get(self.turn.opinion_id or 0) if self.turn else None

    @property
    def handed_in(self) -> Opinion | None:
        return self.opinions.get(self.turn.request.opinion_id or 0) if self.turn else None

    @cached_property
    def to_set_apart(self) -> Opinion | None:
        """Return the turn's opinion if this reader may take it off the desk; asked of the opinion, not of the hall."""
        opinion = self.said or self.handed_in
        return opinion if opinion and decide(self.actor, "opinion.restrict", opinion).allowed else None

    @cached_property
    def matters(self) -> list[Matter]:
        """Return the matters of the turn: those its opinions raise, and the one it was registered for (one query)."""
        if self.turn is None:
            return []
        raised = Raising._base_manager.filter(
            matter=OuterRef("pk"), opinion__in=list(self.opinions), state=Standing.CURRENT
        )
        own = Q(pk=self.turn.request.matter_id or 0) | Exists(raised)
        return list(self._matters().filter(own).order_by("pk"))

    @cached_property
    def matter(self) -> Matter | None:
        """Return the matter on the desk: the one taken up, else the turn's first without a result."""
        if self.chosen:
            known = next((one for one in self.matters if one.public_id == self.chosen), None)
            return known or self._matters().filter(public_id=self.chosen, body=self.dialogue.body_id).first()
        waiting = (one for one in self.matters if one.pk not in self.outcomes)
        return next(waiting, self.matters[0] if self.matters else None)

    @cached_property
    def outcomes(self) -> dict[int, Outcome]:
        """Return id of a matter -> what came of it at this dialogue, of all matters of the day (one query)."""
        rows = Outcome.objects.of(self.dialogue.locality).select_related("unit")
        return {row.matter_id: row for row in rows.filter(dialogue=self.dialogue, state=OutcomeState.STANDING)}

    @property
    def outcome(self) -> Outcome | None:
        return self.outcomes.get(self.matter.pk) if self.matter else None

    @cached_property
    def day_matters(self) -> list[tuple[str, str]]:
        """Return the matters of the dialogue to take one up: public id and title."""
        rows = standing_alone(matters_visible_to(self.actor)).filter(dialogue=self.dialogue).order_by("number")
        pairs = rows.values_list("pk", "public_id", "number", "title")[:MOST_MATTERS]
        return [(one, f"{'✓ ' if pk in self.outcomes else ''}{number}. {title}") for pk, one, number, title in pairs]

    @cached_property
    def hamlets(self) -> list[Hamlet]:
        return hamlets_on(self.dialogue.locality, clock.today())

    @cached_property
    def units(self) -> list[Unit]:
        return units_on(self.dialogue.locality, clock.today())

    @cached_property
    def fields(self) -> list[Field]:
        return list(fields_of(self.dialogue.locality))

    @cached_property
    def agenda(self) -> list[AgendaItem]:
        return list(items_of(self.dialogue))

    @cached_property
    def minutes(self) -> list[ToldLine]:
        """Return the last lines of the minutes as this reader may see them, the latest first."""
        return told_to(self.actor, lines_visible_to(self.actor, self.dialogue)[:LINES_SHOWN], self.names)

    @cached_property
    def last_act(self) -> Act | None:
        """Return what "undo" would take back."""
        return next(iter(acts_of(self.dialogue)), None)

    @cached_property
    def may(self) -> dict[str, bool]:
        """Return what this reader may do in this hall, by right; points stand for underscores in templates."""
        return {code.replace(".", "_"): decide(self.actor, code, self.dialogue).allowed for code in RIGHTS}

    @property
    def is_open(self) -> bool:
        return self.dialogue.state == DialogueState.IN_SESSION

    def usual_day(self, matter: Matter) -> date:
        """Return the day offered for a written answer: the field's working days from today (two queries)."""
        today = clock.today()
        days = matter.field.days if matter.field and matter.field.days else USUAL_DAYS
        return calendar_for(self.dialogue.locality, today, today + AHEAD).add(today, days)

    def _matters(self) -> ScopedQuerySet[Matter]:
        return standing_alone(matters_visible_to(self.actor)).select_related("answer", "dialogue__locality")
