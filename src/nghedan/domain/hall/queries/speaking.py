"""Who asked to speak, who speaks, and who is next; what those rows tell of is read only by who may read that."""

from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef
from django.db.models.expressions import Combinable

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.queries import dialogues_visible_to
from nghedan.domain.hall.models import SpeakerRequest, SpeakingRule, Turn
from nghedan.domain.hall.rules.queue import InLine, in_order
from nghedan.domain.hall.terms import QueueRule, RequestState, TurnState
from nghedan.domain.matters.models import Matter
from nghedan.domain.matters.queries import matters_visible_to
from nghedan.domain.opinions.models import Opinion
from nghedan.domain.opinions.queries import opinions_visible_to
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.tenancy.scoping import ScopedQuerySet

VIEW = "hall.view"
RUNNING = (TurnState.SPEAKING, TurnState.PAUSED)
HEARD = (RequestState.CALLED, RequestState.DONE)
LINKED = ("dialogue__body", "dialogue__locality", "hamlet", "guest__officer", "guest__identity", "identity", "locality")


@dataclass(frozen=True, slots=True)
class Line:
    """Everybody who asked to speak at a dialogue, by where they stand; those who wait in the order of the rule."""

    rule: SpeakingRule
    now: Turn | None = None
    last: Turn | None = None
    """Between two speakers, the turn that ended last."""
    asked: list[SpeakerRequest] = field(default_factory=list)
    waiting: list[SpeakerRequest] = field(default_factory=list)
    absent: list[SpeakerRequest] = field(default_factory=list)
    spoken: list[SpeakerRequest] = field(default_factory=list)


def hall_for(actor: Actor, public_id: str) -> Dialogue:
    """Return a dialogue whose hall an actor may look into. Raises Dialogue.DoesNotExist."""
    dialogues = dialogues_visible_to(actor)
    reach = reach_of(actor, VIEW)
    if not reach.everywhere:
        dialogues = dialogues.filter(body_id__in=reach.ids(BODY))
    return dialogues.get(public_id=public_id)


def requests_visible_to(actor: Actor) -> ScopedQuerySet[SpeakerRequest]:
    """Return the requests to speak at the halls within reach. ``is_withheld`` says that a request tells of something
    this actor may not read: then neither its topic nor what it is linked to is shown."""
    requests = SpeakerRequest.objects.of(actor.locality).select_related(*LINKED)  # type: ignore[arg-type]
    reach = reach_of(actor, VIEW)
    if not reach.everywhere:
        requests = requests.filter(dialogue__body_id__in=reach.ids(BODY))
    return requests.annotate(is_withheld=_hidden(actor))  # type: ignore[no-redef]


def request_for(actor: Actor, dialogue: Dialogue, public_id: str) -> SpeakerRequest:
    """Return one request of a dialogue. Raises SpeakerRequest.DoesNotExist."""
    return requests_visible_to(actor).get(dialogue=dialogue, public_id=public_id)


def turns_visible_to(actor: Actor) -> ScopedQuerySet[Turn]:
    """Return the turns at the halls within reach, with who speaks."""
    linked = [f"request__{name}" for name in LINKED]
    turns = Turn.objects.of(actor.locality).select_related("dialogue__body", "locality", *linked)  # type: ignore[arg-type]
    reach = reach_of(actor, VIEW)
    return turns if reach.everywhere else turns.filter(dialogue__body_id__in=reach.ids(BODY))


def turn_for(actor: Actor, dialogue: Dialogue, public_id: str) -> Turn:
    """Return one turn of a dialogue. Raises Turn.DoesNotExist."""
    return turns_visible_to(actor).get(dialogue=dialogue, public_id=public_id)


def line_of(actor: Actor, dialogue: Dialogue) -> Line:
    """Return everybody who asked to speak (three queries, however many)."""
    rows = list(requests_visible_to(actor).filter(dialogue=dialogue).order_by("number"))
    turns = turns_visible_to(actor).filter(dialogue=dialogue, state__in=(*RUNNING, TurnState.ENDED))
    turn = turns.order_by(F("ended_at").desc(nulls_first=True), "-pk").first()
    if turn is not None:
        turn.request = next((row for row in rows if row.pk == turn.request_id), turn.request)
    is_now = turn is not None and turn.state in RUNNING
    line = Line(rule_of(dialogue), turn if is_now else None, None if is_now else turn)
    line.asked.extend(row for row in rows if row.state == RequestState.ASKED)
    line.waiting.extend(in_line(rows, line.rule))
    line.absent.extend(row for row in rows if row.state == RequestState.PASSED)
    line.spoken.extend(row for row in rows if row.state == RequestState.DONE)
    return line


def waiting_in_order(dialogue: Dialogue) -> list[SpeakerRequest]:
    """Return who waits, in the order of the dialogue's rule; for deeds, which decide on their own right."""
    rows = SpeakerRequest.objects.of(dialogue.locality).select_related("hamlet", "dialogue", "locality")
    return in_line(list(rows.filter(dialogue=dialogue).order_by("number")), rule_of(dialogue))


def in_line(rows: list[SpeakerRequest], rule: SpeakingRule) -> list[SpeakerRequest]:
    """Return those of a dialogue's requests that wait, in the order of its rule; who spoke before is known by person
    or invitation."""
    heard = [row for row in rows if row.state in HEARD]
    known = {who for row in heard for who in _who(row)}
    waiting = {row.public_id: row for row in rows if row.state == RequestState.WAITING}
    lined = [
        InLine(row.public_id, row.number, row.ahead_of, _place(row), has_spoken=bool(known & _who(row)))
        for row in waiting.values()
    ]
    return [waiting[one.key] for one in in_order(lined, QueueRule(rule.order), [_place(row) for row in heard])]


def rule_of(dialogue: Dialogue) -> SpeakingRule:
    """Return how people speak at a dialogue: as was set, or in registered order, three minutes each."""
    known = SpeakingRule.objects.of(dialogue.locality).filter(dialogue=dialogue).first()
    return known or SpeakingRule(locality=dialogue.locality, dialogue=dialogue)


def running_turn(dialogue: Dialogue) -> Turn | None:
    """Return the turn that is running or paused; there is never more than one."""
    turns = Turn.objects.of(dialogue.locality).select_related("request__dialogue", "dialogue", "locality")
    return turns.filter(dialogue=dialogue, state__in=RUNNING).first()


def spoken_of(turn: Turn, actor: Actor) -> Opinion | None:
    """Return what was noted of a turn, for who may read it."""
    if turn.opinion_id is None:
        return None
    return opinions_visible_to(actor).filter(pk=turn.opinion_id).first()


def _who(row: SpeakerRequest) -> set[tuple[str, int]]:
    known = (("guest", row.guest_id), ("identity", row.identity_id))
    return {(kind, one) for kind, one in known if one is not None}


def _place(row: SpeakerRequest) -> str:
    return str(row.hamlet_id or "")


def _hidden(actor: Actor) -> Combinable:
    """Say in SQL that a request, or what was noted of it, tells of what this actor may not read."""
    readable = opinions_visible_to(actor).order_by().values("pk")
    opinions = Opinion._base_manager.exclude(pk__in=readable)
    matters = Matter._base_manager.exclude(pk__in=matters_visible_to(actor).order_by().values("pk"))
    turns = Turn._base_manager.filter(request=OuterRef("pk"), opinion__isnull=False).exclude(opinion__in=readable)
    return (
        Exists(opinions.filter(pk=OuterRef("opinion_id")))
        | Exists(matters.filter(pk=OuterRef("matter_id")))
        | Exists(turns)
    )
