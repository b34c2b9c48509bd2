"""Seats allotted to hamlets and organisations, and the names that come back from them (practice 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.invitations.models import Allotment, Guest
from nghedan.domain.invitations.queries import STANDING_ALLOTMENTS, TO_BE_ASKED
from nghedan.domain.invitations.services.guests import GuestDraft, add_guests
from nghedan.domain.invitations.terms import GuestGroup
from nghedan.domain.organisations.models import Hamlet, Unit
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.attachments.formats import IMAGES
from nghedan.foundation.attachments.models import Attachment
from nghedan.foundation.attachments.services import attach, check_upload
from nghedan.foundation.db import clock
from nghedan.foundation.identities.person import Person
from nghedan.foundation.transitions.deed import deed
from nghedan.foundation.transitions.door import create_many, perform
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

if TYPE_CHECKING:
    from django.core.files.base import File

PHOTO = "guest_names"
MOST_SEATS = 500
NO_SEATS = _("Xin ghi số đại biểu, từ 1 đến %(most)s.")
NOBODY_CHOSEN = _("Xin chọn ít nhất một thôn, tổ dân phố hoặc một tổ chức.")
LIMIT_OVER = _("Hạn gửi danh sách phải trước hoặc đúng ngày hội nghị; xin ghi lại ngày.")
NO_NAMES = _("Xin ghi ít nhất một họ tên.")
TOO_MANY = _(
    "Được phân bổ %(seats)s người, đã có %(named)s; danh sách vừa ghi có thêm %(more)s. Xin bỏ bớt, hoặc đề nghị Văn "
    "phòng phân bổ thêm."
)


@dataclass(frozen=True, slots=True)
class Seats:
    """How many come, until when their names are to be sent, and what is asked of them."""

    count: int
    due_on: date | None = None
    note: str = ""


def allot_seats(
    *, actor: Actor, dialogue: Dialogue, seats: Seats, hamlets: Sequence[Hamlet] = (), units: Sequence[Unit] = ()
) -> list[Allotment]:
    """Allot the same number to each; those that have seats already keep theirs, so that pressing twice changes nothing.

    Raises Invalid (fields "seats", "due_on"), Refused, NotAllowed.
    """
    _check(dialogue, seats)
    if not hamlets and not units:
        raise Invalid("allotment.nobody", NOBODY_CHOSEN)
    held = Allotment.objects.of(dialogue.locality).filter(dialogue=dialogue, state__in=STANDING_ALLOTMENTS)
    pairs = set(held.values_list("hamlet_id", "unit_id"))
    places: list[tuple[Hamlet | None, Unit | None]] = [(one, None) for one in hamlets]
    places += [(None, one) for one in units]
    rows = [
        Allotment(
            locality=dialogue.locality, dialogue=dialogue, hamlet=hamlet, unit=unit, seats=seats.count,
            due_on=seats.due_on, note=seats.note.strip()[:300],
        )
        for hamlet, unit in places
        if (hamlet.pk if hamlet else None, unit.pk if unit else None) not in pairs
    ]  # fmt: skip
    create_many("allotment.add", actor=actor, objs=rows)
    return rows


def correct_allotment(*, actor: Actor, allotment: Allotment, seats: Seats) -> Allotment:
    """Change number, limit and note. Raises Invalid, NotAllowed, Refused, Conflict."""
    _check(allotment.dialogue, seats)
    changes = {"seats": seats.count, "due_on": seats.due_on, "note": seats.note.strip()[:300]}
    return perform("allotment.edit", actor=actor, obj=allotment, changes=changes)


def return_names(*, actor: Actor, allotment: Allotment, persons: Sequence[Person]) -> list[Guest]:
    """Send the names in; fewer than the seats may be sent, never more.

    The right is that over the seats; the guests follow from it. Raises Invalid (field "names"), NotAllowed, Refused,
    Conflict.
    """
    named = [person for person in persons if person.name.strip()]
    if not named:
        raise Invalid("allotment.no_names", NO_NAMES, field="names")
    before = names_given(allotment)
    if before + len(named) > allotment.seats:
        more, facts = len(named), {"seats": allotment.seats, "named": before}
        raise Invalid("allotment.too_many", TOO_MANY, field="names", more=more, **facts)
    drafts = [draft_of(allotment, person) for person in named]
    with deed(actor):
        perform("allotment.return", actor=actor, obj=allotment, changes={"returned_on": clock.today()})
        return add_guests(actor=Actor.system(allotment.locality), dialogue=allotment.dialogue, drafts=drafts)


def draft_of(allotment: Allotment, person: Person) -> GuestDraft:
    """Return a delegate of a hamlet or organisation: one of the people, wherever sent from."""
    organisation = allotment.unit.name if allotment.unit else ""
    return GuestDraft(
        group=GuestGroup.PEOPLE, organisation=organisation, person=person, unit=allotment.unit,
        hamlet=allotment.hamlet, allotment=allotment,
    )  # fmt: skip


def hand_in_photo(*, actor: Actor, allotment: Allotment, upload: "File[bytes]") -> Attachment:
    """Keep a photograph of the list on paper; the clerk keys the names in. Raises Invalid (field "file"), NotAllowed,
    Refused."""
    return attach(
        actor=actor, subject=allotment, upload=check_upload(upload, IMAGES), kind=PHOTO, formats=IMAGES,
        holds_names=True,
    )  # fmt: skip


def reopen_allotment(*, actor: Actor, allotment: Allotment) -> Allotment:
    """Let more names be sent. Raises NotAllowed, Refused, Conflict."""
    return perform("allotment.reopen", actor=actor, obj=allotment, changes={"returned_on": None})


def close_allotment(*, actor: Actor, allotment: Allotment) -> Allotment:
    """Allot nothing any more; guests already named stay. Raises NotAllowed, Refused, Conflict."""
    return perform("allotment.close", actor=actor, obj=allotment)


def names_given(allotment: Allotment) -> int:
    """Return how many of the seats have a name."""
    rows = Guest.objects.of(allotment.locality).filter(allotment=allotment)
    return rows.filter(state__in=TO_BE_ASKED).count()


def _check(dialogue: Dialogue, seats: Seats) -> None:
    if not 1 <= seats.count <= MOST_SEATS:
        raise Invalid("allotment.no_seats", NO_SEATS, field="seats", most=MOST_SEATS)
    if seats.due_on and dialogue.held_on and seats.due_on > dialogue.held_on:
        raise Invalid("allotment.limit_over", LIMIT_OVER, field="due_on")
