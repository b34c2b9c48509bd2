"""What the hall may see, and what the chair and those who answer need now: read for a kind of screen, not for one
reader, so it holds ordinary matters only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.core.cache import cache
from django.db.models import Q, prefetch_related_objects

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to, public_dialogues
from nghedan.domain.hall.models import AgendaItem, Projection, SpeakerRequest, Turn
from nghedan.domain.hall.queries.speaking import RUNNING, in_line, rule_of
from nghedan.domain.hall.terms import AgendaState, RequestState, Shows, TurnState
from nghedan.domain.invitations.models import Guest
from nghedan.domain.matters.models import Answer, Matter, Raising
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.terms import Level
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.identities.models import Identity
from nghedan.foundation.identities.services import read_identities
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing

KEPT_SECONDS = 12 * 60 * 60
MOST_ASKED = 20
SHOWN_IN_HALL = "Nêu tên người phát biểu tại hội nghị"
"""Why names are opened: the speaker agreed to the screen, or the chair calls her."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks or waits, as a screen may name her; an empty name is not to be shown."""

    number: int
    hamlet: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of the turn that runs. While it is paused ``ends_at`` is None and ``left`` stands still (seconds)."""

    ends_at: datetime | None
    left: int


@dataclass(frozen=True, slots=True)
class HallScreen:
    """What is on the projector now; what is empty is not shown."""

    shows: Shows
    line: str = ""
    speaker: Speaker | None = None
    topic: str = ""
    following: Speaker | None = None
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked now: the matter and its prepared answer as far as they are ordinary, else only that it is apart."""

    speaker: Speaker
    topic: str
    matters: tuple[Matter, ...]
    is_apart: bool
    clock: Clock | None


def hall_pages(locality: Locality) -> ScopedQuerySet[Dialogue]:
    """Return the public dialogues whose page for those attending is open."""
    opened = Projection.objects.of(locality).filter(is_page_open=True).order_by().values("dialogue")
    return public_dialogues(locality).filter(pk__in=opened).select_related("body", "locality")


def dialogue_to_answer(actor: Actor, public_id: str) -> Dialogue:
    """Return a dialogue at which an actor answers: she sees it, or a matter of hers belongs to it.

    Raises Dialogue.DoesNotExist.
    """
    own = matters_visible_to(actor).filter(dialogue__isnull=False).order_by().values("dialogue")
    known = Dialogue.objects.of(actor.locality).select_related("body", "locality")  # type: ignore[arg-type]
    seen = dialogues_visible_to(actor).order_by().values("pk")
    return known.filter(Q(pk__in=seen) | Q(pk__in=own)).get(public_id=public_id)


def projection_of(dialogue: Dialogue) -> Projection:
    """Return what was released to the hall; a fresh row, not stored, while nothing was."""
    known = Projection.objects.of(dialogue.locality).filter(dialogue=dialogue).first() or Projection()
    known.locality, known.dialogue = dialogue.locality, dialogue
    return known


def ordinary_matters(dialogue: Dialogue) -> ScopedQuerySet[Matter]:
    """Return the ordinary matters of a dialogue's body, with their answers: what a screen of many may speak of."""
    matters = matters_visible_to(Actor.system(dialogue.locality)).filter(body=dialogue.body_id, level=Level.ORDINARY)
    return matters.select_related("answer", "unit", "field", "locality").prefetch_related("supports")


def answer_of(matter: Matter) -> Answer | None:
    """Return the prepared answer of a matter, if there is one."""
    return getattr(matter, "answer", None)


@dataclass
class HallNow:
    """One look at a hall, for every screen of it. What is asked for is read once, what no screen shows is not read.

    Names and places are in the language in which they were asked for first.
    """

    dialogue: Dialogue

    @cached_property
    def projection(self) -> Projection:
        """Return what was released."""
        return projection_of(self.dialogue)

    @cached_property
    def programme(self) -> list[AgendaItem]:
        """Return the programme in its order, without what was left out."""
        items = AgendaItem.objects.of(self.dialogue.locality).filter(dialogue=self.dialogue)
        return list(items.exclude(state=AgendaState.SKIPPED).order_by("position", "pk"))

    @cached_property
    def requests(self) -> list[SpeakerRequest]:
        """Return everybody who ever asked to speak, in the order of the numbers."""
        rows = SpeakerRequest.objects.of(self.dialogue.locality).filter(dialogue=self.dialogue)
        known = list(rows.select_related("hamlet").order_by("number"))
        for row in known:
            row.locality = self.dialogue.locality
        return known

    @cached_property
    def waiting(self) -> list[SpeakerRequest]:
        """Return who waits, in the order of the dialogue's rule."""
        return in_line(self.requests, rule_of(self.dialogue))

    @cached_property
    def turn(self) -> Turn | None:
        """Return the turn that runs or is paused, with who speaks."""
        turn = Turn.objects.of(self.dialogue.locality).filter(dialogue=self.dialogue, state__in=RUNNING).first()
        if turn is not None:
            turn.request = next((row for row in self.requests if row.pk == turn.request_id), None) or turn.request
        return turn

    @cached_property
    def speaker(self) -> Speaker | None:
        """Return who speaks, as the hall may know her."""
        return speaker_of(self.turn.request) if self.turn else None

    @cached_property
    def following(self) -> Speaker | None:
        """Return who is called next, as the hall may know her."""
        return speaker_of(self.waiting[0]) if self.waiting else None

    @cached_property
    def screen(self) -> HallScreen:
        """Return what the projector shows: the released thing, and beside a speaker who is next.

        A released topic is shown by its public words as long as it is ordinary and its speaker has not given way.
        """
        shows = Shows(self.projection.shows)
        if shows in (Shows.TITLE, Shows.BLANK):
            return HallScreen(shows)
        if shows is Shows.LINE:
            return HallScreen(shows, line=self.projection.line)
        topic = _released_topic(self.projection, self.turn)
        if self.turn is None and not topic:
            return HallScreen(Shows.TITLE)
        return HallScreen(
            Shows.TOPIC if topic else Shows.SPEAKER,
            speaker=self.speaker,
            topic=topic,
            following=self.following,
            clock=clock_of(self.turn) if self.turn and self.projection.has_countdown else None,
        )

    @cached_property
    def asked(self) -> Asked | None:
        """Return what the speaker of the moment asks, with the prepared answers (``matter.answer``); None at rest."""
        if self.turn is None:
            return None
        request = self.turn.request
        speaker = speaker_of(request, for_staff=True)
        linked = _linked_matters(self.turn)
        ordinary = tuple(ordinary_matters(self.dialogue).filter(pk__in=linked).order_by("pk")) if linked else ()
        is_apart = len(ordinary) < len(linked) or _is_apart(self.turn)
        return Asked(speaker, "" if is_apart else request.topic, ordinary, is_apart, clock_of(self.turn))

    @cached_property
    def coming(self) -> list[tuple[SpeakerRequest, Matter]]:
        """Return the ordinary matters that those who wait asked to speak about, in the order of the line."""
        linked = [(row, row.matter_id) for row in self.waiting if row.matter_id]
        matters = ordinary_matters(self.dialogue).in_bulk([matter for _row, matter in linked])
        return [(row, matters[matter]) for row, matter in linked if matter in matters]

    @cached_property
    def phones(self) -> list[tuple[SpeakerRequest, Speaker]]:
        """Return who asked to speak on a phone and waits to be taken in, with the names for staff."""
        return _named([row for row in self.requests if row.state == RequestState.ASKED][:MOST_ASKED])

    def line_to_call(self, most: int) -> tuple[list[tuple[SpeakerRequest, Speaker]], int]:
        """Return the first of those who wait, with the names for staff, and how many more there are."""
        first = self.waiting[:most]
        return _named(first), len(self.waiting) - len(first)


def look_at_hall(locality: Locality, public_id: str) -> HallNow:
    """Look anew at a hall, for screens whose lookers were let in before. Raises Dialogue.DoesNotExist."""
    return HallNow(Dialogue.objects.of(locality).select_related("body", "locality").get(public_id=public_id))


def _named(rows: list[SpeakerRequest]) -> list[tuple[SpeakerRequest, Speaker]]:
    prefetch_related_objects(rows, "identity", "guest__officer", "guest__identity")
    return [(row, speaker_of(row, for_staff=True)) for row in rows]


def speaker_of(request: SpeakerRequest, *, for_staff: bool = False) -> Speaker:
    """Return a speaker as the hall may know her: the name only if she agreed. Staff read it in any case."""
    name = name_of(request) if for_staff or request.may_show_name else ""
    return Speaker(request.number, _place(request.hamlet), name)


def name_of(request: SpeakerRequest) -> str:
    """Return who asked to speak; opened once per process and entered in the journal, then remembered."""
    guest: Guest | None = request.guest
    if guest is not None and guest.officer is not None:
        return guest.officer.full_name
    identity: Identity | None = request.identity or (guest.identity if guest else None)
    if identity is None or not identity.key_wrapped:  # nobody named, or erased
        return ""
    return _opened(request.locality, identity)


def clock_of(turn: Turn) -> Clock:
    """Return the time that is left of a turn."""
    allowed = turn.granted_seconds + turn.paused_seconds
    if turn.state == TurnState.PAUSED and turn.paused_at:
        return Clock(None, allowed - int((turn.paused_at - turn.started_at).total_seconds()))
    return Clock(datetime.fromtimestamp(turn.started_at.timestamp() + allowed, turn.started_at.tzinfo), 0)


def running_item(dialogue: Dialogue) -> AgendaItem | None:
    """Return the item of the programme that is on."""
    return AgendaItem.objects.of(dialogue.locality).filter(dialogue=dialogue, state=AgendaState.RUNNING).first()


def _released_topic(projection: Projection, turn: Turn | None) -> str:
    matter = projection.matter
    if projection.shows != Shows.TOPIC or matter is None or matter.level != Level.ORDINARY:
        return ""
    if turn is not None and projection.turn_id != turn.pk:
        return ""
    return matter.public_text or matter.title


def _linked_matters(turn: Turn) -> Collection[int]:
    """Return the matters a speaker asks about: the one she registered for, and those her noted words raise."""
    opinions = _words_behind(turn)
    raised = Raising.objects.of(turn.request.locality).filter(opinion__in=opinions, state=Standing.CURRENT)
    found = set(raised.values_list("matter_id", flat=True)) if opinions else set()
    return found | ({turn.request.matter_id} if turn.request.matter_id else set())


def _is_apart(turn: Turn) -> bool:
    """Say whether the words behind a turn are set apart: about officials, or restricted."""
    opinions = _words_behind(turn)
    known = Opinion.objects.of(turn.request.locality).filter(pk__in=opinions)
    return bool(opinions) and known.exclude(level=Level.ORDINARY).exists()


def _words_behind(turn: Turn) -> list[int]:
    return [pk for pk in (turn.request.opinion_id, turn.opinion_id) if pk]


def _place(hamlet: Hamlet | None) -> str:
    return str(hamlet) if hamlet else ""


def _opened(locality: Locality, identity: Identity) -> str:
    key = f"hall-name:{identity.public_id}:{identity.version}"
    name: str | None = cache.get(key)
    if name is None:
        persons = read_identities(actor=Actor.system(locality), ids=[identity.public_id], reason=SHOWN_IN_HALL)
        name = persons[identity.public_id].name
        cache.set(key, name, KEPT_SECONDS)
    return name
