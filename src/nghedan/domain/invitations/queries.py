"""Reading guests, allotted seats and lists of guests: one visibility rule, and the order of protocol."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Q, Value, When

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import TO_COME
from nghedan.domain.invitations.models import Allotment, Guest, GuestList
from nghedan.domain.invitations.terms import AllotmentState, GuestGroup, GuestState
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import Reach, reach_of
from nghedan.foundation.access.scope import BODY, HAMLET, UNIT
from nghedan.foundation.tenancy.scoping import ScopedQuerySet

VIEW = "guest.view"
PLACES = {group.value: place for place, group in enumerate(GuestGroup)}
"""Group -> its place in the order of protocol."""

WITH = ("dialogue__body", "dialogue__locality", "officer", "identity", "hamlet", "unit", "locality")
STANDING_ALLOTMENTS = (AllotmentState.OPEN, AllotmentState.RETURNED)
COMING = (GuestState.ACCEPTED,)
"""Who said to come; somebody replaced has a stand-in, who is a guest too."""

TO_BE_ASKED = (GuestState.LISTED, GuestState.INVITED, GuestState.ACCEPTED)
"""Who gets a letter, a place and a card."""

MAIL_KIND = "invitation"
"""Code of the messages by which letters are mailed."""


def guests_visible_to(actor: Actor) -> ScopedQuerySet[Guest]:
    """Return the guests an actor may see: all of the dialogues of her bodies; for who leads a hamlet that hamlet's, for
    an officer the own unit's. Those taken off the list are among them."""
    guests = Guest.objects.of(actor.locality).select_related(*WITH)  # type: ignore[arg-type]
    return guests.filter(_within(reach_of(actor, VIEW)))


def guests_of(actor: Actor, dialogue: Dialogue) -> ScopedQuerySet[Guest]:
    """Return the guests of a dialogue the actor may see, in the order of protocol, without those taken off the list."""
    rows = guests_visible_to(actor).filter(dialogue=dialogue).exclude(state=GuestState.REMOVED)
    return in_protocol_order(rows)


def guest_for(actor: Actor, dialogue_id: str, public_id: str) -> Guest:
    """Return one guest of a dialogue. Raises Guest.DoesNotExist for one not seen, or taken off the list."""
    rows = guests_visible_to(actor).filter(dialogue__public_id=dialogue_id).exclude(state=GuestState.REMOVED)
    return rows.get(public_id=public_id)


def in_protocol_order(guests: ScopedQuerySet[Guest]) -> ScopedQuerySet[Guest]:
    """Return guests by group as they are introduced, then by position; a stand-in comes after whom she replaces."""
    order = Case(
        *(When(group=group, then=Value(place)) for group, place in PLACES.items()),
        default=Value(len(PLACES)), output_field=IntegerField(),
    )  # fmt: skip
    return guests.annotate(protocol=order).order_by("protocol", "position", "pk")  # type: ignore[return-value]


def protocol_key(guest: Guest) -> tuple[int, int, int]:
    """Return by what guests in memory are brought into the same order."""
    return PLACES.get(guest.group, len(PLACES)), guest.position, guest.pk


@dataclass(frozen=True, slots=True)
class GuestCounts:
    """How many guests there are: by state, by group and state, by hamlet (id) and state."""

    states: Counter[str]
    groups: dict[str, Counter[str]]
    hamlets: dict[int, Counter[str]]

    @property
    def total(self) -> int:
        """How many places are to be filled: who was replaced is counted as the one who stands in."""
        return self.states.total() - self.states[GuestState.REPLACED.value]

    @property
    def coming(self) -> int:
        return sum(self.states[state.value] for state in COMING)


def counts_of(guests: Iterable[Guest]) -> GuestCounts:
    """Count guests already read, without those taken off the list."""
    states: Counter[str] = Counter()
    groups: dict[str, Counter[str]] = {group.value: Counter() for group in GuestGroup}
    hamlets: dict[int, Counter[str]] = {}
    for guest in guests:
        if guest.state == GuestState.REMOVED:
            continue
        states[guest.state] += 1
        groups.setdefault(guest.group, Counter())[guest.state] += 1
        if guest.hamlet_id:
            hamlets.setdefault(guest.hamlet_id, Counter())[guest.state] += 1
    return GuestCounts(states, groups, hamlets)


def allotments_visible_to(actor: Actor) -> ScopedQuerySet[Allotment]:
    """Return the allotted seats an actor may see, by the rule for guests; each with how many names it has (``named``),
    those who cannot come or were replaced not counted."""
    rows = Allotment.objects.of(actor.locality).select_related("dialogue__body", "dialogue__locality", "hamlet", "unit", "locality")  # type: ignore[arg-type]  # fmt: skip  # noqa: E501
    taken = Q(guests__state__in=[state.value for state in TO_BE_ASKED])
    return rows.filter(_within(reach_of(actor, VIEW))).annotate(named=Count("guests", filter=taken))  # type: ignore[return-value]


def standing_allotments(actor: Actor) -> ScopedQuerySet[Allotment]:
    """Return the visible allotments that were not given up."""
    return allotments_visible_to(actor).filter(state__in=STANDING_ALLOTMENTS)


def seats_waiting(actor: Actor) -> ScopedQuerySet[Allotment]:
    """Return the visible seats of coming dialogues whose names were not sent yet, the first due first."""
    rows = Allotment.objects.of(actor.locality).select_related("dialogue", "hamlet", "unit", "locality")  # type: ignore[arg-type]
    waiting = rows.filter(_within(reach_of(actor, VIEW)), state=AllotmentState.OPEN, dialogue__state__in=TO_COME)
    return waiting.order_by("due_on", "pk")


def guest_lists_visible_to(actor: Actor) -> ScopedQuerySet[GuestList]:
    """Return the lists handed in for the dialogues of the bodies within reach."""
    rows = GuestList.objects.of(actor.locality).select_related("dialogue__body", "dialogue__locality", "locality")  # type: ignore[arg-type]
    reach = reach_of(actor, "guest_list.stage")
    return rows if reach.everywhere else rows.filter(dialogue__body_id__in=reach.ids(BODY))


def _within(reach: Reach) -> Q:
    if reach.everywhere:
        return Q()
    return (
        Q(dialogue__body_id__in=reach.ids(BODY)) | Q(hamlet_id__in=reach.ids(HAMLET)) | Q(unit_id__in=reach.ids(UNIT))
    )
