"""Who came: one visibility rule, counts by hamlet and group, finding a guest, and the order of introduction."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.hall.models import Attendance
from nghedan.domain.hall.queries.speaking import VIEW
from nghedan.domain.hall.terms import AttendanceState
from nghedan.domain.invitations.models import Guest
from nghedan.domain.invitations.queries import guests_of, protocol_key
from nghedan.domain.invitations.services.naming import names_behind
from nghedan.domain.invitations.terms import GuestState
from nghedan.domain.organisations.models import Hamlet
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import reach_of
from nghedan.foundation.access.scope import BODY
from nghedan.foundation.identities.services import read_identities
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
    hamlets: Counter[int | None] = field(default_factory=Counter)


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
    """Return id of an attendance -> the name, absent where none was given: a page of them for one journalled read of
    guests, and one of walk-ins."""
    rows = list(attendances)
    guests = names_behind(actor, [row.guest for row in rows if row.guest], reason)
    names = {row.pk: guests[row.guest_id] for row in rows if row.guest_id in guests}
    walked_in = {row.pk: row.identity.public_id for row in rows if row.identity is not None and row.guest_id is None}
    if walked_in:
        persons = read_identities(actor=actor, ids=list(walked_in.values()), reason=reason)
        names |= {pk: persons[public_id].name for pk, public_id in walked_in.items()}
    return names


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
    """Count who came (one query)."""
    rows = Attendance.objects.of(dialogue.locality).filter(dialogue=dialogue).exclude(state=AttendanceState.VOID)
    told = list(rows.values_list("state", "guest__group", "hamlet_id"))
    return Came(
        came=len(told),
        here=sum(state == AttendanceState.PRESENT for state, _group, _hamlet in told),
        groups=Counter(group or "" for _state, group, _hamlet in told),
        hamlets=Counter(hamlet for _state, _group, hamlet in told),
    )


def came_by_hamlet(dialogue: Dialogue, came: Came) -> list[tuple[Hamlet, int]]:
    """Return the hamlets people came from with how many, the most first (one query)."""
    known = Hamlet.objects.of(dialogue.locality).in_bulk([pk for pk in came.hamlets if pk])
    return [(known[pk], count) for pk, count in came.hamlets.most_common() if pk in known]


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
