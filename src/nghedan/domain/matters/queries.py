"""Reading matters: one visibility rule for matters, and for all that hangs on them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q

from nghedan.domain.matters.models import (
    Answer,
    Bounce,
    Field,
    Matter,
    Petition,
    Raising,
    Reminder,
    Support,
    TextBlock,
)
from nghedan.domain.matters.terms import AnswerState, BounceState, MatterKind, MatterState, PetitionState
from nghedan.domain.opinions.models import NamedPerson, Opinion
from nghedan.domain.opinions.queries import OWN_OPINION, names_reader, opinions_visible_to, restricted_visible_to
from nghedan.domain.opinions.terms import Level, OpinionState
from nghedan.domain.organisations.models import Hamlet, Officer, Post, Unit
from nghedan.domain.organisations.terms import UnitKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.models import RoleGrant
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT
from nghedan.foundation.db import clock
from nghedan.foundation.tenancy.models import Locality
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.foundation.transitions.terms import Standing

PERSONNEL = (UnitKind.CULTURE_SOCIETY, UnitKind.PARTY_BUILDING, UnitKind.INSPECTION)
"""Who looks into comments on officials: internal affairs, Party organisation, inspection."""

MOST_YEARS = 5
"""How far back a matter is followed through those it continues."""

OPEN_STATES = (MatterState.SCREENED, MatterState.ASSIGNED, MatterState.PREPARED)


@dataclass(frozen=True, slots=True)
class Voice:
    """One time a matter was raised: when, where, and, for who may read it, in which opinion. Empty when restricted."""

    received_on: date | None = None
    hamlet: Hamlet | None = None
    number: str = ""
    opinion_id: str = ""


def matters_visible_to(actor: Actor) -> ScopedQuerySet[Matter]:
    """Return the matters an actor may see: those of the bodies within reach, those her unit leads or supports, and for
    who leads a hamlet those raised in what she handed in. Matters about officials are for the clerk, the head and the
    unit that answers, less anybody they name; restricted ones and those written by mistake are never among them."""
    matters = Matter.objects.of(actor.locality).select_related("field", "unit", "hamlet", "body", "locality")  # type: ignore[arg-type]
    matters = matters.exclude(level=Level.RESTRICTED).exclude(state=MatterState.VOID)
    reach = reach_of(actor, "matter.view")
    if not reach.everywhere:
        matters = matters.filter(_bodies_units_hamlets(actor))
    return matters.filter(Q(level=Level.ORDINARY) | _conduct(actor))


def with_parts(matters: ScopedQuerySet[Matter]) -> ScopedQuerySet[Matter]:
    """Let matters come with their supporting units and their answer (two more queries, however many)."""
    supports = Support._base_manager.filter(state=Standing.CURRENT).select_related("unit")
    return matters.prefetch_related(Prefetch("supports", supports)).select_related("answer")


def matter_for(actor: Actor, public_id: str) -> Matter:
    """Return one matter with its parts, its dialogue and the matters it continues. Raises Matter.DoesNotExist."""
    linked = ("dialogue__locality", "grouped_into", "__".join(["continues"] * MOST_YEARS))
    matter = with_parts(matters_visible_to(actor)).select_related(*linked, "answer__unit").get(public_id=public_id)
    matter.seen_by = actor
    return matter


def continued_by(matter: Matter) -> list[Matter]:
    """Return the matters that one continues, the latest first, as ``matter_for`` brought them: what was said of it in
    earlier years is for everybody who sees it now. Those about officials stay out."""
    chain: list[Matter] = []
    earlier = matter.continues
    while earlier is not None and len(chain) < MOST_YEARS:
        chain.append(earlier)
        earlier = earlier.continues if len(chain) < MOST_YEARS else None
    return [one for one in chain if one.level == Level.ORDINARY]


def standing_alone(matters: ScopedQuerySet[Matter]) -> ScopedQuerySet[Matter]:
    """Leave out what is answered by the matter it is grouped into; when that one is restricted, it stands alone."""
    return matters.filter(Q(grouped_into__isnull=True) | Q(grouped_into__level=Level.RESTRICTED))


def matters_of_unit(actor: Actor) -> ScopedQuerySet[Matter]:
    """Return what the actor's own units are to answer or to support, by due date."""
    units = reach_of(actor, "answer.draft").ids(UNIT)
    supported = Support._base_manager.filter(matter=OuterRef("pk"), unit_id__in=units, state=Standing.CURRENT)
    own = standing_alone(matters_visible_to(actor)).filter(Q(unit_id__in=units) | Exists(supported))
    return own.filter(state__in=(*OPEN_STATES, MatterState.IN_WRITING)).order_by("due_on", "pk")


def answers_visible_to(actor: Actor) -> ScopedQuerySet[Answer]:
    """Return the answers to the matters an actor may see."""
    answers = Answer.objects.of(actor.locality).select_related("matter__unit", "matter__field", "unit", "locality")  # type: ignore[arg-type]
    return answers.filter(matter__in=matters_visible_to(actor).order_by().values("pk"))


def answers_waiting(actor: Actor, state: AnswerState) -> ScopedQuerySet[Answer]:
    """Return the answers that wait in a state, the most urgent first."""
    return answers_visible_to(actor).filter(state=state).order_by("matter__due_on", "pk")


def open_bounces(actor: Actor) -> ScopedQuerySet[Bounce]:
    """Return what units gave back and nobody has decided yet."""
    bounces = Bounce.objects.of(actor.locality)  # type: ignore[arg-type]
    bounces = bounces.select_related("matter__body", "matter__field", "unit", "proposed_unit", "locality")
    visible = matters_visible_to(actor).order_by().values("pk")
    return bounces.filter(state=BounceState.OPEN, matter__in=visible).order_by("pk")


def bounce_waiting(matter: Matter) -> Bounce | None:
    """Return what the unit gave back and nobody has decided yet, if there is anything."""
    waiting = Bounce.objects.of(matter.locality).select_related("unit", "proposed_unit")
    return waiting.filter(matter=matter, state=BounceState.OPEN).first()


def bounces_of(matter: Matter) -> list[Bounce]:
    """Return every time a unit gave a matter back, in order; for who may see the matter."""
    return list(Bounce.objects.of(matter.locality).select_related("unit", "proposed_unit").filter(matter=matter))


def bounce_for(actor: Actor, public_id: str) -> Bounce:
    """Return one "not ours" that nobody has decided yet. Raises Bounce.DoesNotExist."""
    return open_bounces(actor).select_related("matter__dialogue__locality").get(public_id=public_id)


def is_for_personnel(unit: Unit) -> bool:
    """Say whether a unit is in charge of personnel: by its kind, or because the field about officials is its own."""
    if unit.kind in PERSONNEL:
        return True
    return fields_of(unit.locality).filter(is_conduct=True, unit=unit).exists()


def names_somebody_of(matter: Matter, unit: Unit) -> bool:
    """Say whether an opinion that raises a matter names somebody who works at a unit: by a post held today, or by an
    account with a role there. Asked by guards, whoever acts; the answer names nobody."""
    raised = _voices(matter).values("opinion_id")
    named = NamedPerson.objects.of(matter.locality).filter(opinion__in=raised, state=Standing.CURRENT)
    officers = Officer.objects.of(matter.locality).filter(pk__in=named.values("officer_id"))
    posts = Post.objects.of(matter.locality).on(clock.today()).filter(unit=unit, officer__in=officers.values("pk"))
    grants = RoleGrant.objects.of(matter.locality).filter(
        scope_kind=UNIT, scope_id=unit.pk, user__in=officers.exclude(user=None).values("user_id"),
        state=Standing.CURRENT,
    )  # fmt: skip
    return posts.exists() or grants.exists()


def voices_of(actor: Actor, matter: Matter) -> list[Voice]:
    """Return every time a matter, or one grouped into it, was raised, by number (one query).

    When and where is for everybody who sees the matter; which opinion it was, for who may read that opinion. What is
    restricted is counted and says nothing of itself.
    """
    readable = opinions_visible_to(actor).filter(pk=OuterRef("opinion_id")).order_by()
    rows = _voices(matter).exclude(opinion__state=OpinionState.VOID).select_related("opinion__hamlet__merged_into")
    asked = rows.annotate(is_readable=Exists(readable)).order_by("opinion__year", "opinion__number")
    once = {row.opinion_id: row for row in asked}
    return [_voice(row.opinion, is_readable=row.is_readable) for row in once.values()]


def times_raised_of(matters: Sequence[Matter]) -> Counter[int]:
    """Return id of a matter -> how many voices raise it or one grouped into it (one query, or none)."""
    ids = [matter.pk for matter in matters]
    if not ids:
        return Counter()
    raised = Raising.objects.of(matters[0].locality).exclude(opinion__state=OpinionState.VOID)
    raised = raised.filter(Q(matter_id__in=ids) | Q(matter__grouped_into_id__in=ids), state=Standing.CURRENT)
    pairs = raised.values_list("matter_id", "matter__grouped_into_id", "opinion_id")
    return Counter(into for into, _ in {(main or own, opinion) for own, main, opinion in pairs} if into in ids)


def reminders_visible_to(actor: Actor) -> ScopedQuerySet[Reminder]:
    """Return the reminders sent by the bodies within reach, and those the own unit was sent, the latest first."""
    reminders = Reminder.objects.of(actor.locality).select_related("unit", "dialogue", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "matter.view")
    if not reach.everywhere:
        bodies = reach.ids(BODY)
        of_body = Q(dialogue__body_id__in=bodies) | Q(dialogue=None, unit__body_id__in=bodies)
        reminders = reminders.filter(of_body | Q(unit_id__in=reach.ids(UNIT)))
    return reminders.order_by("-pk")


def petitions_visible_to(actor: Actor) -> ScopedQuerySet[Petition]:
    """Return the petitions of law whose opinion the actor may read: complaints for clerk and head, denunciations for
    the readers of what is restricted. Nobody else knows of them."""
    petitions = Petition.objects.of(actor.locality).select_related("opinion__body", "locality")  # type: ignore[arg-type]
    if reach_of(actor, "petition.view").nowhere:
        return petitions.none()
    ordinary = Q(opinion__in=opinions_visible_to(actor).order_by().values("pk"))
    restricted = Q(opinion__in=restricted_visible_to(actor).order_by().values("pk"))
    return petitions.filter(ordinary | restricted)


@dataclass(frozen=True, slots=True)
class PublicProgress:
    """How far one matter has come, as whoever raised it may know: by unit, never by person, and without its words."""

    state: MatterState
    unit: str = ""
    due_on: date | None = None


def public_progress_of(opinions: Sequence[Opinion]) -> dict[int, list[PublicProgress]]:
    """Return id of an opinion -> how far everything it raises has come (one query, or none)."""
    if not opinions:
        return {}
    raised = Raising.objects.of(opinions[0].locality).filter(opinion__in=opinions, state=Standing.CURRENT)
    led_by: dict[int, dict[Matter, None]] = {opinion.pk: {} for opinion in opinions}
    for row in raised.select_related("matter__unit", "matter__grouped_into__unit").order_by("pk"):
        led_by[row.opinion_id][row.matter.grouped_into or row.matter] = None
    return {
        opinion_id: [
            PublicProgress(MatterState(matter.state), matter.unit.name if matter.unit else "", _running_until(matter))
            for matter in matters
            if matter.level != Level.RESTRICTED
        ]
        for opinion_id, matters in led_by.items()
    }


def _running_until(matter: Matter) -> date | None:
    return matter.writing_due_on if matter.state == MatterState.IN_WRITING else matter.due_on


def way_of_law(opinion: Opinion) -> MatterKind | None:
    """Return the kind of petition of law an opinion became, if it left the dialogue."""
    petitions = Petition.objects.of(opinion.locality).exclude(state=PetitionState.WITHDRAWN)
    kind = petitions.filter(opinion=opinion).values_list("kind", flat=True).first()
    return MatterKind(kind) if kind else None


def fields_of(locality: Locality) -> ScopedQuerySet[Field]:
    """Return the fields in use, in their order."""
    return Field.objects.of(locality).select_related("unit").filter(state=Standing.CURRENT)


def text_blocks_of(actor: Actor, field: Field | None = None) -> ScopedQuerySet[TextBlock]:
    """Return the blocks of the actor's own units, those of one field and of none."""
    blocks = TextBlock.objects.of(actor.locality).select_related("unit", "field", "locality")  # type: ignore[arg-type]
    blocks = blocks.filter(state=Standing.CURRENT)
    reach = reach_of(actor, "text_block.add")
    if not reach.everywhere:
        blocks = blocks.filter(Q(unit_id__in=reach.ids(UNIT)) | Q(unit__body_id__in=reach.ids(BODY)))
    return blocks.filter(Q(field=field) | Q(field__isnull=True)) if field is not None else blocks


def _voices(matter: Matter) -> ScopedQuerySet[Raising]:
    raised = Q(matter=matter) | Q(matter__grouped_into=matter)
    return Raising.objects.of(matter.locality).filter(raised, state=Standing.CURRENT)


def _voice(opinion: Opinion, *, is_readable: bool) -> Voice:
    if opinion.level == Level.RESTRICTED:
        return Voice()
    number, public_id = (str(opinion), opinion.public_id) if is_readable else ("", "")
    return Voice(opinion.received_on, opinion.hamlet, number, public_id)


def _bodies_units_hamlets(actor: Actor) -> Q:
    reach = reach_of(actor, "matter.view")
    units = reach.ids(UNIT)
    supported = Support._base_manager.filter(matter=OuterRef("pk"), unit_id__in=units, state=Standing.CURRENT)
    visible = Q(body_id__in=reach.ids(BODY)) | Q(unit_id__in=units) | Q(Exists(supported))
    if reach.ids(HAMLET) and actor.user_id:
        raised = Raising._base_manager.filter(matter=OuterRef("pk"), state=Standing.CURRENT)
        for path in OWN_OPINION:
            visible |= Q(Exists(raised.filter(**{f"opinion__{path}": actor.user_id})))
    return visible


def _conduct(actor: Actor) -> Q:
    """The clerk, the head and the answering unit, less who is named in any voice that raises the matter."""
    bodies = reach_of(actor, "opinion.view_conduct")
    units = reach_of(actor, "matter.view").ids(UNIT)
    may_read = Q() if bodies.everywhere else Q(body_id__in=bodies.ids(BODY)) | Q(unit_id__in=units)
    if actor.user_id is None:
        return Q(level=Level.CONDUCT) & may_read
    raised = Q(matter=OuterRef("pk")) | Q(matter__grouped_into=OuterRef("pk"))
    naming = Raising._base_manager.filter(raised, names_reader(actor.user_id, "opinion"), state=Standing.CURRENT)
    return Q(level=Level.CONDUCT) & may_read & ~Q(Exists(naming))


def named_officers(opinion: Opinion) -> ScopedQuerySet[NamedPerson]:
    """Return whom an opinion names; only for who may read it."""
    rows = NamedPerson.objects.of(opinion.locality).select_related("officer")
    return rows.filter(opinion=opinion, state=Standing.CURRENT)
