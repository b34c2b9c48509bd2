"""The parts of the desk as they are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from nghedan.domain.hall.models import AgendaItem, Outcome, SpeakerRequest, Turn
from nghedan.domain.hall.rules.timing import Clocked, left_seconds, light, spoken_seconds
from nghedan.domain.hall.terms import AgendaState, HallOutcome, QueueRule, RequestState, TurnState
from nghedan.domain.matters.models import Matter
from nghedan.foundation.db import clock
from nghedan.interfaces.stage.desk import forms
from nghedan.interfaces.stage.desk.gather import Desk
from nghedan.kernel.terms import gettext_noop

Bound = Mapping[str, Any]
"""Name of a form of the desk -> the form as it was typed, when it was not taken."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody in line. ``person`` is the id by which her name is asked for; ``who`` is empty until it was."""

    public_id: str
    version: int
    number: int
    who: str
    person: str
    hamlet: str
    topic: str
    is_first: bool
    wants_reason: bool
    waits_for_desk: bool


@dataclass(frozen=True, slots=True)
class Watch:
    """The clock of a turn, in seconds, as it stands at the server now."""

    granted: int
    spoken: int
    left: int
    light: str
    is_running: bool

    @property
    def shown(self) -> str:
        """The time left, or once it is over the time beyond it, as "2:05"."""
        minutes, seconds = divmod(abs(self.left), 60)
        return f"{minutes}:{seconds:02}"


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """An item of the programme against the clock."""

    item: AgendaItem
    planned: str
    late: str
    is_running: bool
    is_planned: bool


def queue_of(desk: Desk, bound: Bound) -> dict[str, Any]:
    """Return what the left column shows: who is next, who asked, who was absent, who spoke."""
    line, rule = desk.line, QueueRule(desk.line.rule.order)
    register = bound.get("register") or forms.RegisterForm()
    register.offer_hamlets(desk.hamlets)
    initial = {"order": rule.value, "minutes": line.rule.seconds / 60}
    return {
        "waiting": [place_of(desk, row) for row in line.waiting],
        "asked": [place_of(desk, row) for row in line.asked],
        "absent": [place_of(desk, row) for row in line.absent],
        "spoken": [place_of(desk, row) for row in line.spoken],
        "order": _(rule.label),
        "register": register,
        "rule": bound.get("rule") or forms.RuleForm(initial=initial),
    }


def turn_of(desk: Desk, bound: Bound) -> dict[str, Any]:
    """Return what the middle shows of who speaks."""
    aside = bound.get("aside") or forms.AsideForm(prefix="aside")
    aside.offer_hamlets(desk.hamlets)
    turn = desk.turn
    if turn is None:
        return {"aside": aside}
    said = desk.said
    return {
        "aside": aside,
        "turn": turn,
        "speaker": place_of(desk, turn.request),
        "watch": watch_of(turn, clock.now()),
        "is_over": turn.state == TurnState.ENDED,
        "is_paused": turn.state == TurnState.PAUSED,
        "said": said,
        "is_apart": turn.opinion_id is not None and said is None,
        "handed_in": desk.handed_in,
        "words": bound.get("words") or forms.WordsForm(obj=turn),
        "apart": bound.get("apart"),
        "apart_of": desk.to_set_apart,
    }


def matter_of(desk: Desk, bound: Bound) -> dict[str, Any]:
    """Return what the middle shows of the matter: its question, the prepared answer, its result or the five keys."""
    matter, outcome = desk.matter, desk.outcome
    shown = {
        "matters": [(one, desk.outcomes.get(one.pk)) for one in desk.matters],
        "matter": matter,
        "day_matters": desk.day_matters,
        "split": bound.get("split") or forms.SplitForm(fields=desk.fields),
        "said": desk.said,
        "turn": desk.turn,
    }
    if matter is None:
        return shown
    return {
        **shown,
        "answer": getattr(matter, "answer", None),
        "outcome": outcome,
        "outcome_label": _(HallOutcome(outcome.kind).label) if outcome else "",
        "form": bound.get("outcome") or outcome_form(desk, matter, outcome),
        "kinds": [(position, one.value, _(KEYS[one])) for position, one in enumerate(HallOutcome, start=1)],
    }


KEYS = {
    HallOutcome.ANSWERED: gettext_noop("Đã trả lời"),
    HallOutcome.GUIDED: gettext_noop("Hướng dẫn thủ tục"),
    HallOutcome.IN_WRITING: gettext_noop("Trả lời bằng văn bản"),
    HallOutcome.ABOVE: gettext_noop("Kiến nghị cấp trên"),
    HallOutcome.OTHER: gettext_noop("Chuyển cơ quan khác"),
}
"""Result -> the word on its key."""


def outcome_form(desk: Desk, matter: Matter, outcome: Outcome | None, data: Any = None) -> forms.OutcomeForm:
    """Return the form of a result: as it was recorded, else with the prepared answer and the usual day."""
    if outcome is not None:
        initial = {
            "text": outcome.text, "answered_by": outcome.answered_by, "kind": outcome.kind,
            "due_on": outcome.due_on or desk.usual_day(matter),
            "unit": outcome.unit.public_id if outcome.unit else "", "competent_body": outcome.competent_body,
        }  # fmt: skip
        return forms.OutcomeForm(data, obj=outcome, units=desk.units, initial=initial)
    answer = getattr(matter, "answer", None)
    initial = {
        "text": answer.short if answer else "", "unit": matter.unit.public_id if matter.unit else "",
        "due_on": desk.usual_day(matter), "competent_body": matter.competent_body,
    }  # fmt: skip
    return forms.OutcomeForm(data, obj=matter, units=desk.units, initial=initial)


def minutes_of(desk: Desk, _bound: Bound) -> dict[str, Any]:
    """Return the last lines of the minutes."""
    return {"lines": desk.minutes}


def agenda_of(desk: Desk, _bound: Bound) -> dict[str, Any]:
    """Return the programme against the clock, and what "undo" would take back."""
    return {"agenda": programme_of(desk.agenda, clock.now()), "last_act": desk.last_act}


def place_of(desk: Desk, row: SpeakerRequest) -> Place:
    """Return somebody as she stands in line; what one may not read of her topic is not there."""
    guest = row.guest
    officer = guest.officer.full_name if guest and guest.officer else ""
    identity = row.identity or (guest.identity if guest else None)
    person = identity.public_id if identity else ""
    return Place(
        row.public_id, row.version, row.number, officer or desk.names.get(person, ""), person,
        str(row.hamlet) if row.hamlet else "", "" if row.is_withheld else row.topic, row.ahead_of > 0,
        row.ahead_of > 0 and not row.reason, row.state == RequestState.ASKED,
    )  # fmt: skip


def watch_of(turn: Turn, now: datetime) -> Watch:
    """Return the clock of a turn."""
    clocked = Clocked(turn.started_at, turn.granted_seconds, turn.paused_at, turn.paused_seconds, turn.ended_at)
    left = left_seconds(clocked, now)
    return Watch(
        turn.granted_seconds, spoken_seconds(clocked, now), left, light(left), turn.state == TurnState.SPEAKING
    )


def programme_of(items: Sequence[AgendaItem], now: datetime) -> list[ProgrammeRow]:
    """Return every item with how it stands against its minutes."""
    return [_programme_row(item, now) for item in items]


def _programme_row(item: AgendaItem, now: datetime) -> ProgrammeRow:
    running = item.state == AgendaState.RUNNING and item.started_at is not None
    late = ""
    if running and item.started_at:
        over = int((now - item.started_at - timedelta(minutes=item.minutes)).total_seconds() // 60)
        late = _("quá %(minutes)s phút") % {"minutes": over} if over > 0 else _("còn %(minutes)s phút") % {"minutes": -over}  # fmt: skip  # noqa: E501
    planned = _("%(minutes)s phút") % {"minutes": item.minutes}
    return ProgrammeRow(item, planned, late, running, item.state == AgendaState.PLANNED)


PARTS = {"queue": queue_of, "turn": turn_of, "matter": matter_of, "minutes": minutes_of, "agenda": agenda_of}
"""Part of the desk -> what it shows."""
