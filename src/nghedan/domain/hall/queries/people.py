"""Who came: one visibility rule, counts by hamlet and group, finding a guest, and the order of introduction."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Attendance
from nghedan.domain.hall.queries.speaking import VIEW
from nghedan.domain.hall.terms import AttendanceState
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_of, protocol_key
from nghedan.domain.invitations.services.naming import (
    READ_ALL,
    identities_of,
    known_people,
    names_behind,
    open_names,
    readable_guests,
)
from nghedan.domain.invitations.terms import GuestState
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide, reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.tenancy.scoping import ScopedQuerySet
from nghedan.kernel.vietnamese import fold

INVITATION = re.compile(r"/giay-moi/(\w+)/?")
WITH = ("guest__officer", "guest__identity", "guest__hamlet", "identity", "hamlet", "dialogue__body", "locality")
READ_AT_DOOR = "Đón tiếp, đăng ký đại biểu"
MOST_FOUND = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A guest that was looked for, with the name as far as it may be read, and whether she is here already."""

    guest: Guest
    name: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Came:
    """How many came and are here now: in all, by group of the invited, by hamlet; walk-ins are group "" ."""

    came: int = 0
    here: int = 0
    groups: Counter[str] = field(default_factory=Counter)
    hamlets: Counter[Hamlet] = field(default_factory=Counter)


def attendances_visible_to(actor: Actor) -> ScopedQuerySet[Attendance]:
    """Return who came to the halls within reach; those written down by mistake are not among them."""
    rows = Attendance.objects.of(actor.locality).select_related(*WITH)  # type: ignore[arg-type]
    reach = reach_of(actor, VIEW)
    if not reach.everywhere:
        rows = rows.filter(dialogue__body_id__in=reach.ids(BODY))
    return rows.exclude(state=AttendanceState.VOID)


def attendance_for(actor: Actor, dialogue: Dialogue, public_id: str) -> Attendance:
    """Return one who came. Raises Attendance.DoesNotExist."""
    return attendances_visible_to(actor).get(dialogue=dialogue, public_id=public_id)


def lately_came(actor: Actor, dialogue: Dialogue, most: int) -> list[Attendance]:
    """Return who came last, the latest first."""
    return list(attendances_visible_to(actor).filter(dialogue=dialogue).order_by("-arrived_at", "-pk")[:most])


def names_of_those(actor: Actor, attendances: Iterable[Attendance], reason: str = READ_AT_DOOR) -> dict[int, str]:
    """Return id of an attendance -> the name, absent where none was given or may be read: a page of guests and walk-ins
    for one journalled read. Names of walk-ins need the right to read names in the whole locality."""
    rows = list(attendances)
    walked_in = {row.pk: row.identity for row in rows if row.identity is not None and row.guest_id is None}
    if not decide(actor, READ_ALL, actor.locality).allowed:
        walked_in = {}
    guests = readable_guests(actor, [row.guest for row in rows if row.guest])
    opened = open_names(actor, [*identities_of(guests), *walked_in.values()], reason)
    people = known_people(guests, opened)
    names = {row.pk: people[row.guest_id].name for row in rows if row.guest_id in people}
    return names | {pk: opened[identity.public_id].name for pk, identity in walked_in.items()}


def find_guests(actor: Actor, dialogue: Dialogue, typed: str) -> list[Found]:
    """Return the guests meant by what was typed or scanned: the code on the letter, its number, or part of a name,
    with or without marks. Names are opened only to look for one (one journalled read)."""
    guests = guests_of(actor, dialogue)
    scanned, text = INVITATION.search(typed), typed.strip()
    if scanned:
        rows = list(guests.filter(public_id=scanned.group(1)))
    elif text.isdecimal():
        rows = list(guests.filter(number=int(text)))
    elif text:
        return _by_name(actor, dialogue, list(guests), fold(text).split())
    else:
        return []
    return _found(dialogue, rows, names_behind(actor, rows, READ_AT_DOOR))


def came_of(dialogue: Dialogue) -> Came:
    """Count who came (one query, a row for each kind of them); hamlets in the order they are counted in."""
    rows = Attendance.objects.of(dialogue.locality).filter(dialogue=dialogue).exclude(state=AttendanceState.VOID)
    kinds = rows.order_by().values_list("state", "guest__group", "hamlet_id", "hamlet__kind", "hamlet__name")
    came, here, groups, hamlets = 0, 0, Counter[str](), Counter[Hamlet]()
    for state, group, pk, kind, name, count in kinds.annotate(count=Count("pk")).order_by("hamlet_id", "state"):
        came += count
        here += count if state == AttendanceState.PRESENT else 0
        groups[group or ""] += count
        if pk is not None:
            hamlets[Hamlet(pk=pk, kind=kind, name=name)] += count
    return Came(came, here, groups, hamlets)


def introduced(actor: Actor, dialogue: Dialogue) -> list[Attendance]:
    """Return the guests who are here, in the order in which they are introduced (practice 15)."""
    rows = attendances_visible_to(actor).filter(dialogue=dialogue, guest__isnull=False, state=AttendanceState.PRESENT)
    return sorted(rows, key=lambda row: protocol_key(row.guest) if row.guest else (0, 0, 0))


def _by_name(actor: Actor, dialogue: Dialogue, guests: list[Guest], words: list[str]) -> list[Found]:
    names = names_behind(actor, guests, READ_AT_DOOR)
    posts = {guest.pk: f"{names.get(guest.pk, '')} {guest.post_title} {guest.organisation}" for guest in guests}
    rows = [guest for guest in guests if all(word in fold(posts[guest.pk]) for word in words)]
    return _found(dialogue, rows[:MOST_FOUND], names)


def _found(dialogue: Dialogue, guests: list[Guest], names: dict[int, str]) -> list[Found]:
    here = Attendance.objects.of(dialogue.locality).filter(dialogue=dialogue, guest__in=guests)
    known = set(here.exclude(state=AttendanceState.VOID).values_list("guest_id", flat=True))
    rows = [guest for guest in guests if guest.state != GuestState.REPLACED or len(guests) == 1]
    return [Found(guest, names.get(guest.pk, ""), guest.pk in known) for guest in rows]
