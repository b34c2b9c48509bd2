"""Figures of a dialogue: how many voices and matters, by channel, hamlet, field, state and unit; and how often each
matter was raised. Everything is counted over what the actor may know: the sums are those of the ledger she sees."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.matters.models import Matter, Raising
from nghedan.domain.matters.queries import matters_visible_to, standing_alone
from nghedan.domain.matters.terms import MatterState
from nghedan.domain.opinions.queries import COUNTED, counts_by_origin, opinions_visible_to
from nghedan.domain.opinions.terms import Level, OpinionState, Origin
from nghedan.domain.organisations.models import Hamlet
from nghedan.domain.organisations.queries import in_order, unit_names_on
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.db import clock
from nghedan.foundation.transitions.terms import Standing
from nghedan.kernel.terms import gettext_noop as _

NEUTRAL = _("Đã chuyển theo quy định")
"""What is said of a line of the ledger that one may not read: no kind, no channel, no hamlet."""

NO_HAMLET = _("Không ghi thôn, tổ dân phố")
NO_FIELD = _("Chưa xếp lĩnh vực")
NO_UNIT = _("Chưa giao đơn vị")

Rows = tuple[tuple[str, int], ...]
"""Names with how many, in the order to be shown."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many voices and matters a dialogue has; matters are those standing alone, without comments on officials.

    ``channels`` and ``hamlets`` each add up to ``voices``; ``fields``, ``states`` and ``units`` each to ``matters``.
    """

    voices: int
    channels: Rows
    hamlets: Rows
    matters: int
    fields: Rows
    states: Rows
    units: Rows


@dataclass(frozen=True, slots=True)
class Voices:
    """How often a matter was raised, since when, where and by which ways; what is restricted is counted only."""

    count: int = 0
    since: date | None = None
    hamlets: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


def figures_of(actor: Actor, dialogue: Dialogue) -> Figures:
    """Return the figures of a dialogue as the actor may know them (six queries)."""
    origins = counts_by_origin(actor, dialogue=dialogue)
    matters = standing_alone(matters_visible_to(actor)).filter(dialogue=dialogue, level=Level.ORDINARY)
    facts = list(matters.order_by("field__position", "field_id").values_list("field__name", "state", "unit_id"))
    names = unit_names_on(dialogue.locality, clock.today())
    states = Counter(state for _field, state, _unit in facts)
    units = Counter(names.get(unit, NO_UNIT) for _field, _state, unit in facts)
    return Figures(
        voices=origins.total(),
        channels=_channels(origins),
        hamlets=_hamlets(actor, dialogue, origins[""]),
        matters=len(facts),
        fields=_no_name_last(Counter(name or NO_FIELD for name, _state, _unit in facts), NO_FIELD),
        states=tuple((state.label, states[state]) for state in MatterState if states[state]),
        units=_no_name_last(Counter(dict(units.most_common())), NO_UNIT),
    )


def voices_of_all(matters: Sequence[Matter]) -> Mapping[int, Voices]:
    """Return id of a matter -> how it was raised, by itself or through one grouped into it (two queries, or none)."""
    ids = {matter.pk for matter in matters}
    if not ids:
        return {}
    locality = matters[0].locality
    raised = Raising.objects.of(locality).exclude(opinion__state=OpinionState.VOID).filter(state=Standing.CURRENT)
    raised = raised.filter(Q(matter_id__in=ids) | Q(matter__grouped_into_id__in=ids))
    rows = raised.order_by("opinion__received_on", "opinion_id").values_list(
        "matter_id", "matter__grouped_into_id", "opinion_id", "opinion__level", "opinion__received_on",
        "opinion__origin", "opinion__hamlet_id",
    )  # fmt: skip
    places = {hamlet.pk: str(hamlet) for hamlet in Hamlet.objects.of(locality)}
    found: dict[int, dict[int, tuple[date | None, str, str]]] = defaultdict(dict)
    for own, main, opinion, level, received_on, origin, hamlet in rows:
        told = (None, "", "") if level == Level.RESTRICTED else (received_on, origin, places.get(hamlet, ""))
        found[main if main in ids else own][opinion] = told
    return defaultdict(Voices, {pk: _voices(list(once.values())) for pk, once in found.items()})


def _voices(told: Sequence[tuple[date | None, str, str]]) -> Voices:
    days = [day for day, _origin, _place in told if day]
    origins = {origin for _day, origin, _place in told}
    return Voices(
        count=len(told),
        since=min(days, default=None),
        hamlets=tuple(dict.fromkeys(place for _day, _origin, place in told if place)),
        channels=tuple(origin.label for origin in Origin if origin in origins),
    )


def _channels(origins: Mapping[str, int]) -> Rows:
    rows = [(origin.label, origins[origin]) for origin in Origin if origins[origin]]
    return (*rows, (NEUTRAL, origins[""])) if origins[""] else tuple(rows)


def _hamlets(actor: Actor, dialogue: Dialogue, neutral: int) -> Rows:
    opinions = opinions_visible_to(actor).filter(dialogue=dialogue, state__in=COUNTED, number__isnull=False)
    counts: Counter[int | None] = Counter(opinions.order_by().values_list("hamlet_id", flat=True))
    hamlets = in_order(Hamlet.objects.of(dialogue.locality).filter(pk__in=[pk for pk in counts if pk]))
    rows = [(str(hamlet), counts[hamlet.pk]) for hamlet in hamlets]
    rest = ((NO_HAMLET, counts[None]), (NEUTRAL, neutral))
    return (*rows, *(row for row in rest if row[1]))


def _no_name_last(counts: Mapping[str, int], no_name: str) -> Rows:
    named = [(name, count) for name, count in counts.items() if name != no_name]
    return (*named, (no_name, counts[no_name])) if no_name in counts else tuple(named)
